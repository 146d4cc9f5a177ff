"""Invented customers' names, addresses and numbers. None can be written to: example.com, and numbers nobody is given.

Names of the staff and of the customers of `bot.demo.stories` are not among them.
"""

from dataclasses import dataclass

_WOMEN_PL = (
    "Barbara", "Ewa", "Monika", "Aleksandra", "Natalia", "Beata", "Renata", "Iwona", "Justyna", "Weronika", "Danuta",
    "Sylwia", "Karolina", "Urszula", "Halina", "Kinga",
)  # fmt: skip
_MEN_PL = (
    "Jan", "Andrzej", "Krzysztof", "Stanisław", "Marcin", "Adam", "Rafał", "Dariusz", "Henryk", "Mariusz", "Bartosz",
    "Wojciech", "Zbigniew", "Kamil", "Igor", "Szymon",
)  # fmt: skip
_FAMILY_PL = (
    ("Jankowski", "Jankowska"), ("Malinowski", "Malinowska"), ("Adamczyk", "Adamczyk"), ("Dudek", "Dudek"),
    ("Górski", "Górska"), ("Walczak", "Walczak"), ("Rutkowski", "Rutkowska"), ("Ostrowski", "Ostrowska"),
    ("Bąk", "Bąk"), ("Wilk", "Wilk"), ("Tomaszewski", "Tomaszewska"), ("Zalewski", "Zalewska"), ("Krupa", "Krupa"),
    ("Czarnecki", "Czarnecka"), ("Sawicki", "Sawicka"), ("Urban", "Urban"), ("Kubiak", "Kubiak"),
    ("Maciejewski", "Maciejewska"),
    ("Szczepański", "Szczepańska"), ("Głowacki", "Głowacka"), ("Kołodziej", "Kołodziej"), ("Borkowski", "Borkowska"),
)  # fmt: skip
_FIRST_EN = (
    "Olivia", "Grace", "Hannah", "Sophie", "Megan", "Priya", "Aisha", "Ruth", "Jack", "Harry", "Callum", "Liam", "Omar",
    "Daniel", "George", "Samir",
)  # fmt: skip
_FAMILY_EN = (
    "Holroyd", "Ackroyd", "Hartley", "Sutcliffe", "Booth", "Naylor", "Patel", "Hussain", "Whitaker", "Armitage",
    "Dawson", "Barker", "Lister", "Firth", "Haigh", "Royle", "Fenwick", "Ogden",
)  # fmt: skip
_FAMILY_ZH = "刘杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋"
_GIVEN_ZH = (
    "静",
    "敏",
    "丽",
    "强",
    "磊",
    "洋",
    "艳",
    "勇",
    "杰",
    "秀英",
    "桂芳",
    "建华",
    "子涵",
    "雨桐",
    "浩然",
    "欣怡",
    "志远",
    "嘉怡",
)
_FAMILY_HK = "劉楊趙黃周吳徐孫馬朱胡郭何高林羅鄭梁謝宋"
_GIVEN_HK = (
    "靜雯",
    "敏儀",
    "麗珍",
    "家豪",
    "志明",
    "詠琪",
    "嘉欣",
    "子軒",
    "美玲",
    "國強",
    "淑芬",
    "俊傑",
    "慧敏",
    "文傑",
)

_LATIN = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """A name, and whether Polish speaks of its bearer in the feminine."""

    name: str
    woman: bool


def bearer(language: str, pick: int) -> Bearer:
    """Give the `pick`-th name in a language; picks beyond the last one start again."""
    woman = pick % 2 == 0
    pick //= 2
    if language == "pl":
        first = _WOMEN_PL if woman else _MEN_PL
        family = _FAMILY_PL[pick // len(first) % len(_FAMILY_PL)][woman]
        return Bearer(name=f"{first[pick % len(first)]} {family}", woman=woman)
    if language == "en":
        half = len(_FIRST_EN) // 2
        first_en = _FIRST_EN[:half] if woman else _FIRST_EN[half:]
        family_en = _FAMILY_EN[pick // half % len(_FAMILY_EN)]
        return Bearer(name=f"{first_en[pick % half]} {family_en}", woman=woman)
    families, given = (_FAMILY_ZH, _GIVEN_ZH) if language == "zh-Hans" else (_FAMILY_HK, _GIVEN_HK)
    return Bearer(name=families[pick % len(families)] + given[pick // len(families) % len(given)], woman=woman)


def email(name: str, key: str) -> str:
    """Invent an address under example.com (RFC 2606)."""
    plain = name.translate(_LATIN)
    local = plain.lower().replace(" ", ".") if plain.isascii() else "customer"
    return f"{local}.{key}@example.com"


def phone(language: str, number: int) -> str:
    """Invent a number: Ofcom's for drama in Leeds; elsewhere from ranges that are not given out."""
    match language:
        case "en":
            return f"0113 496 {number % 1000:04}"
        case "pl":
            return f"+48 990 {number // 1000 % 1000:03} {number % 1000:03}"
        case "zh-Hant":
            return f"+852 1000 {number % 10_000:04}"
        case _:
            return f"142{number % 100_000_000:08}"
