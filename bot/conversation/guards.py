"""What a language model may not add to an answer: a number, a quotation, a link, a ping, or anybody's name for one."""

import re
import unicodedata
from collections.abc import Iterator

_DIGITS = re.compile(r"(?P<sign>[+\-−–])?\s?(?P<number>\d+(?:[.,'’   ]\d+)*)")
_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w*teen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundred\w*|thousand\w*|million\w*|billion\w*|dozen\w*|half|twice|double\w*|triple\w*|third|quarter\w*"
    r"|dwa|dwie|dwóch|trzy|trzech|cztery|czterech|pięć|pięciu|sześć|siedem|osiem|dziewięć|dziesięć|\w*naście|dwadzieścia"
    r"|trzydzieści|\w*dziesiąt|sto|dwieście|\w*set|tysiąc\w*|tysięc\w*|milion\w*|połow\w*|podwoi\w*|dwukrotn\w*|trzykrotn\w*)\b"
    r"|[一二两兩三四五六七八九十百千万萬亿億零〇]{2,}|[两兩二三四五六七八九十半][成倍%％]|百分之|一半|翻倍|翻番",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    "“([^”]*)”|„([^”“]*)[”“]|«([^»]*)»|\"([^\"]*)\"|「([^」]*)」|『([^』]*)』|‘([^’]*)’|(?<!\\w)'([^']*)'(?!\\w)|`([^`]*)`"
)
_LIVE = re.compile(
    r"https?:|ftp:|mailto:|tel:|javascript:|www\.|://|!?\[[^\]]*\]\([^)]*\)|<[^>\s][^>]*>|&lt;|&#"
    r"|(?<!\w)[@＠]\w+|\b[\w\-]+(?:\.[\w\-]+)*\.(?:com|net|org|io|pl|cn|eu|de|uk|info|biz|app|dev|co|ru|xyz|link|tk)\b",
    re.IGNORECASE,
)
LONGEST_TIMES, LONGEST_MORE = 2, 200
"""How much longer than the offline text a rewritten one may be: so many times, and so many characters."""


def objection(text: str, *, offline: str, quotes: tuple[str, ...]) -> str | None:
    """Say why a rewritten text may not be shown: number, number_word, quote, live, control or length; None: it may.

    `offline` is the answer as it is said without a model and without its `quotes`; its numbers are the only ones, and
    what customers said may stand in quotation marks only.
    """
    plain = unicodedata.normalize("NFKC", text)
    known = unicodedata.normalize("NFKC", offline)
    if not plain.strip() or len(plain) > LONGEST_TIMES * len(known) + LONGEST_MORE:
        return "length"
    if any(unicodedata.category(letter) in {"Cc", "Cf", "Co", "Cs"} and letter != "\n" for letter in text):
        return "control"
    if _LIVE.search(plain):
        return "live"
    if any(said not in known and all(said not in quote for quote in quotes) for said in quotations(plain)):
        return "quote"
    own = _QUOTED.sub(" ", plain)
    if not set(numbers(own)) <= set(numbers(known)) | set(map(_unsigned, numbers(known))):
        return "number"
    return "number_word" if set(_number_words(own)) - set(_number_words(known)) else None


def numbers(text: str) -> Iterator[str]:
    """Give every number as digits with its sign, whatever separates its thousands and its decimals."""
    for found in _DIGITS.finditer(text):
        digits = re.sub(r"[  \s'’]", "", found["number"])
        yield ("-" if found["sign"] in {"-", "−"} else "") + digits.replace(",", ".")


def quotations(text: str) -> Iterator[str]:
    """Give what stands in quotation marks of any language."""
    for found in _QUOTED.finditer(text):
        said = next((group for group in found.groups() if group), "").strip()
        if said:
            yield said


def _unsigned(number: str) -> str:
    return number.removeprefix("-")


def _number_words(text: str) -> Iterator[str]:
    return (found[0].casefold() for found in _WORDS.finditer(text))
