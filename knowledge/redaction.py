"""Personal data out of texts: e-mail, phone, card, IBAN, handles, national ids, known names become placeholders.

Every pattern is bounded and has no nested repetition, so the time grows with the length of the text and no faster. What
could be a number of a person is taken out when in doubt; dates, prices and #order numbers stay.
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from knowledge.identity_numbers import is_card, is_chinese_id_shaped, is_iban, is_iban_shaped, national_id
from knowledge.known_names import KnownNames

EMAIL, PHONE, CARD, IBAN, HANDLE, NATIONAL_ID = "[email]", "[phone]", "[card]", "[iban]", "[handle]", "[id]"
NAME = "[name]"

REGIONS = ("PL", "CN", "GB", "US")
"""Whose phone numbers are told where they are short and stand beside a word for phone."""

_EMAIL = re.compile(
    r"[A-Za-z0-9À-ſ_%+\-][A-Za-z0-9À-ſ._%+\-]{0,63}"
    r"\s?(?:[@＠]|[\[(](?:at|małpa|malpa)[\])])\s?"
    r"[A-Za-z0-9À-ſ][A-Za-z0-9À-ſ.\-]{0,252}(?:\.|\s?[\[(](?:dot|kropka)[\])]\s?)[A-Za-z]{2,24}"
)
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}[0-9]{2}(?:[ \-]?[A-Za-z0-9]){11,30}(?![A-Za-z0-9])")
_DIGITS = re.compile(
    r"(?<![#A-Za-z0-9])(?<![0-9][.,])[+＋]?\(?[0-9０-９](?:[ .\-/()\u00a0\u2009\u2010-\u2015]{0,2}[0-9０-９Xx]){7,24}"
    r"(?![A-Za-z0-9])"
)
_CODE = re.compile(
    r"(?<![#@A-Za-z0-9./])(?:[A-Za-z]{1,6}[ \-]?[0-9](?:[ \-]?[0-9A-Za-z]){5,14}|[0-9]{7,8}-?[A-Za-z])(?![A-Za-z0-9])"
)
_SHORT_PHONE = re.compile(
    r"(?P<cue>(?:\b(?:tel|phone|call|ring|mobile|fax|telefon\w*|zadzwo\w*|dzwo\w*|kom|numer)\b|电话|電話|手机|手機|致电|联系|热线|☎)"
    r"[^0-9\n]{0,12})(?P<number>[0-9](?:[ \-]?[0-9]){6,7})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![A-Za-z0-9@./])@[A-Za-z0-9_][A-Za-z0-9_.]{1,31}")
_ACCOUNT = re.compile(
    r"(?P<app>微信|企鹅|wechat|whats ?app|telegram|skype|qq|vx)"
    r"(?P<mark>[号號]?(?: ?id)? ?[:：] ?|号|號)(?P<name>[A-Za-z0-9_\-]{4,32})",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:19|20)\d\d([.\-/ ])\d{1,2}\1\d{1,2}(?!\d)|\d{1,2}([.\-/ ])\d{1,2}\2(?:19|20)\d\d(?!\d)")
_FOURS = re.compile(r"[0-9]{4}([ \-])(?:[0-9]{4}\1){2}[0-9]{1,7}")

SHORTEST_CODE = 8
_PHONE_LENGTHS = range(9, 16)
"""Shorter ones are taken only with a plus or a leading 00 before them, or beside a word for phone."""


class PatternRedactor:
    """Redacts by patterns, check digits and, where it is given some, by names."""

    def __init__(
        self, *, names: KnownNames | Callable[[], KnownNames] | None = None, regions: Sequence[str] = REGIONS
    ) -> None:
        """Take these names; what makes them is called at the first text."""
        self._given = names
        self._regions = tuple(regions)

    @cached_property
    def _names(self) -> KnownNames | None:
        return self._given() if callable(self._given) else self._given

    def redact(self, text: str) -> str:
        """Give the text back with personal data replaced by placeholders; redacting twice changes nothing more."""
        text = _EMAIL.sub(EMAIL, text)
        if _has_digits(text):
            text = self._without_numbers(text)
        text = _ACCOUNT.sub(lambda match: f"{match['app']}{match['mark']}{HANDLE}", text)
        text = _HANDLE.sub(HANDLE, text)
        return text if self._names is None else self._names.replace(text, NAME)

    def _without_numbers(self, text: str) -> str:
        text = _IBAN.sub(_iban, text)
        text = _ACCOUNT.sub(lambda match: f"{match['app']}{match['mark']}{HANDLE}", text)
        text = _DIGITS.sub(_number, text)
        text = _CODE.sub(_code, text)
        return _SHORT_PHONE.sub(self._short_phone, text)

    def _short_phone(self, match: re.Match[str]) -> str:
        digits = "".join(letter for letter in match["number"] if letter.isdigit())
        return match["cue"] + PHONE if is_phone(digits, self._regions) else match[0]


@lru_cache(maxsize=10_000)
def is_phone(digits: str, regions: tuple[str, ...]) -> bool:
    """Say whether digits can be dialled in one of the regions, with or without an area code."""
    import phonenumbers  # noqa: PLC0415 heavy, and few texts need it

    return any(
        phonenumbers.is_possible_number_with_reason(phonenumbers.parse(digits, region))
        in {phonenumbers.ValidationResult.IS_POSSIBLE, phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY}
        for region in regions
    )


def _has_digits(text: str) -> bool:
    return sum(letter.isdigit() for letter in text) >= 6


def _iban(match: re.Match[str]) -> str:
    """Take the longest part that is an account, since the words behind it may have been read along."""
    found = match[0]
    for right in (is_iban, is_iban_shaped):
        for end in range(len(found), 14, -1):
            if (end == len(found) or not found[end].isalnum()) and right(found[:end]):
                return IBAN + found[end:]
    return found


def _number(match: re.Match[str]) -> str:
    found = match[0]
    if _DATE.match(found):
        return found
    digits = "".join(str(int(letter)) for letter in found if letter.isdigit())
    code = digits + ("X" if found[-1] in "Xx" else "")
    abroad = found.lstrip("(")[:1] in {"+", "＋"} or digits.startswith("00")
    if not abroad and (national_id(code) or is_chinese_id_shaped(code)):
        return NATIONAL_ID
    if not abroad and (is_card(code) or _FOURS.fullmatch(found)):
        return CARD
    fits = code.isdigit() and (len(code) in _PHONE_LENGTHS or (abroad and len(code) == 8))
    return PHONE if fits else found


def _code(match: re.Match[str]) -> str:
    """Take the part that is a national id, since the words around it may have been read along."""
    found = match[0]
    edges = [0, *(at for at, letter in enumerate(found) if not letter.isalnum()), len(found)]
    for start in edges:
        for end in reversed(edges):
            if end - start >= SHORTEST_CODE and national_id(found[start:end].strip(" -")):
                return found[: start + (start > 0)] + NATIONAL_ID + found[end:]
    return found
