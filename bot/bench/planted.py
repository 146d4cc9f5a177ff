"""Texts with identifiers planted in them, made up: numbers have right check digits and belong to nobody."""

import random
from collections.abc import Callable
from dataclasses import dataclass

FRAMES = (
    "Please call me back, {}",
    "My details: {}, thanks",
    "I wrote to you from {} and nobody answered",
    "Parcel 10482 never came. Contact: {}.",
    "Proszę o kontakt: {}",
    "Mój numer to {}, czekam od 3 dni",
    "Reklamacja z 12.11.2026, dane {} i nic",
    "快递还没到，联系我{}，谢谢",
    "我的信息：{}。请尽快处理",
    "訂單有問題，請聯絡 {}",
)
FIRST = ("anna", "jan", "wei", "maria", "tom", "ola", "li.na", "marek_k", "j.smith", "kasia88")
NAMES = ("Zofia Brzezińska", "Piotr Wawrzyniak", "Emily Hawthorne", "欧阳晓明", "陳美玲", "Marta Olszewska")
"""Names that the store is said to know."""
DOMAINS = ("example.com", "mail.example.pl", "example.cn", "poczta.example.org", "sub.mail.example.co.uk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A text, and the identifier that stands in it."""

    kind: str
    text: str
    identifier: str


def plant(count: int, *, seed: int) -> list[Planted]:
    """Make up `count` texts, all kinds of identifiers in turn."""
    chance = random.Random(seed)  # noqa: S311 made-up data
    kinds = list(KINDS)
    found = []
    for at in range(count):
        kind = kinds[at % len(kinds)]
        identifier = KINDS[kind](chance)
        found.append(Planted(kind=kind, identifier=identifier, text=chance.choice(FRAMES).replace("{}", identifier)))
    return found


def _email(chance: random.Random) -> str:
    return f"{chance.choice(FIRST)}{chance.choice(('', '', chance.randint(1, 999)))}@{chance.choice(DOMAINS)}"


def _polish_phone(chance: random.Random) -> str:
    digits = str(chance.choice((50, 51, 60, 66, 69, 72, 78, 88))) + _digits(chance, 7)
    forms = ("{0}{1}{2}", "{0} {1} {2}", "{0}-{1}-{2}", "+48 {0} {1} {2}", "+48{0}{1}{2}", "0048 {0} {1} {2}")
    return chance.choice(forms).format(digits[:3], digits[3:6], digits[6:])


def _chinese_phone(chance: random.Random) -> str:
    digits = "1" + chance.choice("3578") + _digits(chance, 9)
    forms = ("{0}{1}{2}", "{0} {1} {2}", "{0}-{1}-{2}", "+86 {0} {1} {2}", "+86{0}{1}{2}")
    return chance.choice(forms).format(digits[:3], digits[3:7], digits[7:])


def _english_phone(chance: random.Random) -> str:
    british = f"7{_digits(chance, 3)} {_digits(chance, 6)}"
    american = (
        chance.choice(("212", "415", "646")),
        chance.choice("23456789") + _digits(chance, 2),
        _digits(chance, 4),
    )
    forms = (
        f"0{british}",
        f"+44 {british}",
        f"+44 (0){british}",
        "020 7" + _digits(chance, 3) + " " + _digits(chance, 4),
        "+1 ({}) {}-{}".format(*american),
        "({}) {}-{}".format(*american),
        "{}.{}.{}".format(*american),
    )
    return chance.choice(forms)


def _card(chance: random.Random) -> str:
    from stdnum import luhn  # noqa: PLC0415 only who measures needs it

    body = chance.choice(("4", "51", "55", "62"))
    body += _digits(chance, 15 - len(body))
    digits = body + luhn.calc_check_digit(body)
    return chance.choice(("", " ", "-")).join(digits[at : at + 4] for at in range(0, 16, 4))


def _iban(chance: random.Random) -> str:
    from stdnum.iso7064 import mod_97_10  # noqa: PLC0415 only who measures needs it

    country, length = chance.choice((("PL", 24), ("DE", 18), ("ES", 20), ("PT", 21), ("NL", 14), ("GB", 18)))
    letters = {"NL": "ABNA", "GB": "NWBK"}.get(country, "")
    account = letters + _digits(chance, length - len(letters))
    whole = country + mod_97_10.calc_check_digits(account + country) + account
    spaced = " ".join(whole[at : at + 4] for at in range(0, len(whole), 4))
    return chance.choice((whole, spaced, whole.lower()))


def _pesel(chance: random.Random) -> str:
    from stdnum.pl import pesel  # noqa: PLC0415 only who measures needs it

    body = f"{chance.randint(40, 99):02}{chance.randint(1, 12):02}{chance.randint(1, 28):02}{_digits(chance, 4)}"
    return body + pesel.calc_check_digit(body)


def _chinese_id(chance: random.Random) -> str:
    from stdnum.cn import ric  # noqa: PLC0415 only who measures needs it

    place = chance.choice(("110105", "310104", "440305"))
    born = f"{chance.randint(1950, 2005)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}"
    body = place + born + _digits(chance, 3)
    return body + ric.calc_check_digit(body + "0")


def _other_id(chance: random.Random) -> str:
    from stdnum.es import dni  # noqa: PLC0415 only who measures needs it

    number = _cpf(_digits(chance, 9))
    spanish = _digits(chance, 8)
    insurance = f"AB {_digits(chance, 2)} {_digits(chance, 2)} {_digits(chance, 2)} C"
    return chance.choice(
        (f"{number[:3]}.{number[3:6]}.{number[6:9]}-{number[9:]}", spanish + dni.calc_check_digit(spanish), insurance)
    )


def _cpf(body: str) -> str:
    """Add the two check digits of a Brazilian CPF: weights 10 to 2, then 11 to 2, modulo 11."""
    for _ in range(2):
        total = sum(int(digit) * weight for digit, weight in zip(body, range(len(body) + 1, 1, -1), strict=True))
        body += str(total * 10 % 11 % 10)
    return body


def _name(chance: random.Random) -> str:
    return chance.choice(NAMES)


def _digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(count))


KINDS: dict[str, Callable[[random.Random], str]] = {
    "email": _email,
    "phone.pl": _polish_phone,
    "phone.zh": _chinese_phone,
    "phone.en": _english_phone,
    "card": _card,
    "iban": _iban,
    "id.pesel": _pesel,
    "id.chinese": _chinese_id,
    "id.other": _other_id,
    "name": _name,
}
"""What is planted, by kind."""
