"""Numbers that customers type: a whole number and nothing else, in any script's digits."""

import re
from dataclasses import dataclass

NUMBER = re.compile(r"[-+−–]?\d+(?:[.,]\d+)?(?:\s*/\s*\d+)?")
LOWEST, HIGHEST = 0, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class OffScale:
    """A number, but no answer: -5, 11, 7.5."""

    said: str


def typed_score(text: str) -> int | OffScale | None:
    """Read a score 0 to 10, also as 8/10; OffScale for another number, None for words. The sign counts: -5 is not 5."""
    said = text.strip().rstrip("!.。！")
    if not NUMBER.fullmatch(said):
        return None
    number, _, of = said.partition("/")
    if number.strip().isdecimal() and (not of or int(of) == HIGHEST) and LOWEST <= int(number) <= HIGHEST:
        return int(number)
    return OffScale(said=said)
