"""Say a line of the catalogue in a language: plural forms by Fluent, numbers and dates by Babel.

Names (of stores, touchpoints, people) are said as they stand, never inflected.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent
from fluent.syntax import ast, parse

from bot.catalogue import Catalogue
from bot.messages import Amount, Line, Listing, Value
from metrics.figures import Days

LOCALES = {"en": "en_GB", "pl": "pl_PL", "zh-Hans": "zh_Hans_CN", "zh-Hant": "zh_Hant_TW"}
FALLBACK = "en"
FOLDER = Path(__file__).parent / "locales"
LONG = 200
"""Characters from which a value is put in after Fluent has formatted the line."""
LIST_STYLE: dict[str, Literal["standard", "or"]] = {"and": "standard", "or": "or"}


class UnknownLine(KeyError):
    """No catalogue has the key: a mistake of ours, never of the asker's."""


class Say:
    """Speaks one language in one time zone."""

    def __init__(self, language: str, *, timezone: str = "UTC") -> None:
        self.language = spoken(language)
        self.timezone = ZoneInfo(timezone)
        self._locale = Locale.parse(LOCALES[self.language])

    def text(self, value: Value) -> str:
        """Say a value: a line with what is in it, a number, a date, a stretch of days, a list, or a name."""
        match value:
            case str() | int():
                return value if isinstance(value, str) else str(format_decimal(value, locale=self._locale))
            case Line():
                return self._line(value)
            case Amount():
                return self._amount(value)
            case date():
                return self._instant(value) if isinstance(value, datetime) else self._date(value)
            case Days():
                return self._days(value)
            case Listing():
                return format_list([self.text(item) for item in value.items], LIST_STYLE[value.style], self._locale)

    def _line(self, line: Line) -> str:
        arguments = {name: arg if isinstance(arg, int) else self.text(arg) for name, arg in line.args.items()}
        long = {name: text for name, text in arguments.items() if isinstance(text, str) and len(text) > LONG}
        arguments |= {name: _stand_in(name) for name in long}
        for language in (self.language, FALLBACK):
            sentences = catalogue(language)
            if sentences.has(line.key):
                text, problems = sentences.said(line.key, arguments)
                if problems:
                    raise UnknownLine(line.key, *problems)
                return _filled(text, long)
        raise UnknownLine(line.key)

    def _amount(self, amount: Amount) -> str:
        places = "0" * amount.decimals
        number = f"#,##0.{places}" if places else "#,##0"
        if amount.signed:
            number = f"+{number};-{number}"
        value = round(amount.value, amount.decimals) + 0.0  # + 0.0 makes -0 into 0
        if amount.unit == "%":
            return format_percent(value / 100, number.replace(";", "%;") + "%", locale=self._locale)
        if len(amount.unit) == 3 and amount.unit.isupper():
            return format_currency(value, amount.unit, locale=self._locale)
        return format_decimal(value, number, locale=self._locale)

    def _date(self, day: date) -> str:
        return format_date(day, "long", locale=self._locale)

    def _instant(self, at: datetime) -> str:
        local = at.astimezone(self.timezone)
        return f"{format_skeleton('yMMMd', local, tzinfo=self.timezone, locale=self._locale)}, {local:%H:%M}"

    def _days(self, days: Days) -> str:
        last = days.end - timedelta(days=1)
        if days.first == last:
            return self._date(last)
        if days.first.day == 1 and days.end.day == 1 and (days.end - timedelta(days=1)).replace(day=1) == days.first:
            month = "y年M月" if self.language.startswith("zh") else "LLLL y"
            return format_date(days.first, month, locale=self._locale)
        return str(format_interval(days.first, last, "yMMMd", locale=self._locale))


def _stand_in(name: str) -> str:
    return f"\ue000{name}\ue001"


def _filled(text: str, long: Mapping[str, str]) -> str:
    """Put long values where they belong; Fluent refuses them above a length, as a guard against its own blow-up."""
    for name, value in long.items():
        text = text.replace(_stand_in(name), value)
    return text


def spoken(language: str) -> str:
    """Name the language we speak that is nearest to the one asked for: zh is zh-Hans, de is en."""
    if language in LOCALES:
        return language
    return "zh-Hans" if language.startswith("zh") else FALLBACK


@lru_cache(maxsize=len(LOCALES))
def catalogue(language: str) -> Catalogue:
    """Give every sentence of a language."""
    return Catalogue(FOLDER / language, locale=LOCALES[language].replace("_", "-"))


def keys(language: str) -> Mapping[str, Path]:
    """Name every line of a language and the file it stands in."""
    found: dict[str, Path] = {}
    for path in sorted((FOLDER / language).glob("*.ftl")):
        for entry in parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message):
                found[entry.id.name] = path
    return found
