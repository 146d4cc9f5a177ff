"""Personal data out of what leaves the house, and back into what returns: stable placeholders such as <name_1>."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.messages import Json

_REDACTED = re.compile(r"\[(?:email|phone|card|iban|handle|id|name)\]")
"""What the redaction of knowledge leaves in the place of personal data."""


@dataclass(slots=True, kw_only=True)
class Mask:
    """The placeholders of one question, the same for the same words in every text of it."""

    redact: Callable[[str], str]
    originals: dict[str, str] = field(default_factory=dict)
    """What each placeholder stands for."""

    def hidden(self, text: str) -> str:
        """Give the text with a numbered placeholder for each stretch that redaction takes out."""
        redacted = self.redact(text)
        marks = _REDACTED.findall(redacted)
        pieces = _REDACTED.split(redacted)
        found = re.fullmatch("(.+?)".join(map(re.escape, pieces)), text, re.DOTALL)
        if found is None:  # it changed more than it took out: what is redacted is safe, and cannot come back
            return redacted
        parts = [pieces[0]]
        for mark, original, piece in zip(marks, found.groups(), pieces[1:], strict=True):
            parts += [self._placeholder(mark, original), piece]
        return "".join(parts)

    def shown(self, value: Json) -> Json:
        """Put the words back for the placeholders, in a text or in everything that holds texts."""
        match value:
            case str():
                for placeholder, original in self.originals.items():
                    value = value.replace(placeholder, original)
                return value
            case list():
                return [self.shown(item) for item in value]
            case dict():
                return {key: self.shown(item) for key, item in value.items()}
        return value

    def _placeholder(self, mark: str, original: str) -> str:
        known = next((name for name, words in self.originals.items() if words == original), None)
        if known is None:
            kind = re.sub(r"\W+", "", mark).lower() or "hidden"
            known = f"<{kind}_{len(self.originals) + 1}>"
            self.originals[known] = original
        return known
