"""Numbers that name a person or an account, told by their check digits: cards, IBANs, national ids."""

import re
from collections.abc import Callable
from functools import lru_cache, partial

_CARD_LENGTHS = range(13, 20)
_BETWEEN = re.compile(r"[ \-./]")
_UK_INSURANCE = re.compile(r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]")
_CHINESE_ID = re.compile(r"[1-8][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]")
_POLISH_CARD = re.compile(r"[A-Z]{3}[0-9]{6}")
_POLISH_CARD_WEIGHTS = (7, 3, 1, 9, 7, 3, 1, 7, 3)
MOSTLY_DIGITS = 10
_IBAN_LENGTHS = {
    "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24, "FI": 18,
    "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IT": 27, "LT": 20, "LU": 20, "LV": 21, "NL": 18,
    "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24, "UA": 29,
}  # fmt: skip
"""Of the IBAN registry."""


def is_card(digits: str) -> bool:
    """Check a card number by Luhn's sum."""
    from stdnum import luhn  # noqa: PLC0415 only texts with numbers need it

    return len(digits) in _CARD_LENGTHS and digits.isdigit() and int(digits) > 0 and bool(luhn.is_valid(digits))


def is_iban(text: str) -> bool:
    """Check an IBAN by its remainder and its country's length."""
    from stdnum import iban  # noqa: PLC0415 only texts with numbers need it

    return bool(iban.is_valid(text, check_country=False))


def is_iban_shaped(text: str) -> bool:
    """Say whether a text is as long as its country's accounts are, though its check digits may be mistyped."""
    bare = _BETWEEN.sub("", text).upper()
    return len(bare) == _IBAN_LENGTHS.get(bare[:2], 0) and sum(letter.isdigit() for letter in bare) >= MOSTLY_DIGITS


def is_pesel(digits: str) -> bool:
    """Check a Polish PESEL."""
    return _fits("pl.pesel", digits)


def is_chinese_id(code: str) -> bool:
    """Check a Chinese resident number."""
    return _fits("cn.ric", code)


def is_chinese_id_shaped(code: str) -> bool:
    """Say whether a text has the place and the day of birth of such a number, though its check digit may be wrong."""
    return bool(_CHINESE_ID.fullmatch(code))


@lru_cache(maxsize=10_000)
def national_id(text: str) -> bool:
    """Say whether a text is a national or tax number of a person, by the check digits of a country that has such."""
    bare = _BETWEEN.sub("", text).upper()
    return any(right(bare) for right in _by_length().get(len(bare), ())) or _written_with_letters(bare)


_CHECKS = {
    "pl.pesel": 11, "br.cpf": 11, "de.idnr": 11, "cn.ric": 18, "ro.cnp": 13, "fr.nir": 15, "it.codicefiscale": 16,
    "es.dni": 9, "es.nie": 9, "fi.hetu": 11,
}  # fmt: skip
"""The checks of python-stdnum that are used, and how long their numbers are; what could be a phone is taken for one."""


@lru_cache(maxsize=1)
def _by_length() -> dict[int, list[Callable[[str], bool]]]:
    checks: dict[int, list[Callable[[str], bool]]] = {}
    for name, length in _CHECKS.items():
        checks.setdefault(length, []).append(partial(_fits, name))
    return checks


def _fits(name: str, text: str) -> bool:
    import stdnum  # noqa: PLC0415 only texts with numbers need it

    country, kind = name.split(".")
    module = stdnum.get_cc_module(country, kind)
    return module is not None and bool(module.is_valid(text))


def _written_with_letters(bare: str) -> bool:
    if _POLISH_CARD.fullmatch(bare):
        pairs = zip(bare, _POLISH_CARD_WEIGHTS, strict=True)
        return sum(int(letter, 36) * weight for letter, weight in pairs) % 10 == 0
    return bool(_UK_INSURANCE.fullmatch(bare))
