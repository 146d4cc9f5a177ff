"""Personal data out of texts: e-mail, phone, card, IBAN, handles and national ids become placeholders.

Every pattern is bounded and has no nested repetition, so the time grows with the length of the text and no faster. What
could be a number of a person is taken out when in doubt; dates, prices and #order numbers stay.
"""

import re
from collections.abc import Callable

EMAIL, PHONE, CARD, IBAN, HANDLE, NATIONAL_ID = "[email]", "[phone]", "[card]", "[iban]", "[handle]", "[id]"

_EMAIL = re.compile(
    r"[A-Za-z0-9À-ſ_%+\-][A-Za-z0-9À-ſ._%+\-]{0,63}\s?[@＠]\s?[A-Za-z0-9À-ſ][A-Za-z0-9À-ſ.\-]{0,252}\.[A-Za-z]{2,24}"
)
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}[0-9]{2}(?:[ \-]?[A-Za-z0-9]){11,30}(?![A-Za-z0-9])")
_DIGITS = re.compile(
    r"(?<![#A-Za-z0-9.,])[+＋]?\(?[0-9０-９](?:[ .\-/()\u00a0\u2009]{0,2}[0-9０-９Xx]){7,24}(?![A-Za-z0-9])"
)
_HANDLE = re.compile(r"(?<![A-Za-z0-9@./])@[A-Za-z0-9_][A-Za-z0-9_.]{1,31}")
_ACCOUNT = re.compile(
    r"(?P<app>微信|企鹅|wechat|whats ?app|telegram|skype|qq|vx)"
    r"(?P<mark>[号號]?(?: ?id)? ?[:：] ?|号|號)(?P<name>[A-Za-z0-9_\-]{4,32})",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:19|20)\d\d([.\-/ ])\d{1,2}\1\d{1,2}(?!\d)|\d{1,2}([.\-/ ])\d{1,2}\2(?:19|20)\d\d(?!\d)")

_CARD_LENGTHS = range(13, 20)
_PHONE_LENGTHS = range(9, 16)
"""Shorter ones are taken only with a plus or a leading 00 before them."""


class PatternRedactor:
    """Redacts by patterns and check digits."""

    def redact(self, text: str) -> str:
        """Give the text back with personal data replaced by placeholders; redacting twice changes nothing more."""
        text = _EMAIL.sub(EMAIL, text)
        text = _IBAN.sub(_iban, text)
        text = _ACCOUNT.sub(lambda match: f"{match['app']}{match['mark']}{HANDLE}", text)
        text = _DIGITS.sub(_number, text)
        return _HANDLE.sub(HANDLE, text)


def _iban(match: re.Match[str]) -> str:
    """Take the longest part that is an account, since the words behind it may have been read along."""
    found = match[0]
    for end in range(len(found), 14, -1):
        if (end == len(found) or not found[end].isalnum()) and is_iban(found[:end]):
            return IBAN + found[end:]
    return found


def is_iban(text: str) -> bool:
    """Check an IBAN by its remainder (ISO 13616: 97 leaves 1)."""
    bare = re.sub(r"[ \-]", "", text).upper()
    if not 15 <= len(bare) <= 34:
        return False
    turned = bare[4:] + bare[:4]
    return int("".join(str(int(letter, 36)) for letter in turned)) % 97 == 1


def _number(match: re.Match[str]) -> str:
    found = match[0]
    if _DATE.match(found):
        return found
    digits = "".join(str(int(letter)) for letter in found if letter.isdigit())
    code = digits + ("X" if found[-1] in "Xx" else "")
    for fits, placeholder in _KINDS:
        if fits(code, found):
            return placeholder
    return found


def is_card(digits: str) -> bool:
    """Check a card number by Luhn's sum."""
    if len(digits) not in _CARD_LENGTHS or not digits.isdigit() or not int(digits):
        return False
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def is_pesel(digits: str) -> bool:
    """Check a Polish PESEL by its weights."""
    if len(digits) != 11 or not digits.isdigit():
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1), strict=True))
    return total % 10 == 0 and int(digits[2:4]) % 20 in range(1, 13) and int(digits[4:6]) in range(1, 32)


def is_chinese_id(code: str) -> bool:
    """Check a Chinese resident number (GB 11643, ISO 7064 mod 11-2)."""
    if len(code) != 18 or not code[:17].isdigit():
        return False
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(code[:17]))
    return "10X98765432"[total % 11] == code[17] and code[6:8] in {"19", "20"}


def _is_phone(digits: str, found: str) -> bool:
    if not digits.isdigit():
        return False
    abroad = found.lstrip("(")[:1] in {"+", "＋"} or digits.startswith("00")
    return len(digits) in _PHONE_LENGTHS or (abroad and len(digits) == 8)


_KINDS: tuple[tuple[Callable[[str, str], bool], str], ...] = (
    (lambda code, _: is_chinese_id(code), NATIONAL_ID),
    (lambda code, found: is_card(code) and found[0] not in "+＋", CARD),
    (lambda code, found: is_pesel(code) and found.isdigit(), NATIONAL_ID),
    (_is_phone, PHONE),
)
