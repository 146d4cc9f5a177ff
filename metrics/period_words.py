"""What people call periods, read: the canonical words and the plain English a person types on a command line."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from metrics.calendar import DAY, WEEKDAYS, shifted, stretch_of
from metrics.errors import UnknownPeriod
from metrics.figures import Days
from metrics.periods import Period

NamedEvents = Mapping[str, date] | Callable[[str], date | None]
"""The local day of a named event, by its name."""

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
HALF_YEAR_DAYS = 180  # "half a year" in the questions' vocabulary
DAYS_IN = {"d": 1, "w": 7}
MONTHS_IN = {"m": 1, "q": 3, "y": 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A period being read: the words folded to lower case with single underscores, and what they lean on."""

    text: str
    today: date
    named_events: NamedEvents
    span: Callable[[], Days | None]
    than: Period | None

    def about(self, text: str) -> "_Asked":
        return _Asked(text=text, today=self.today, named_events=self.named_events, span=self.span, than=self.than)


def parse_period(
    value: object,
    *,
    today: date,
    named_events: NamedEvents,
    span: Callable[[], Days | None] = lambda: None,
    than: Period | None = None,
) -> Period:
    """Read a period; raises UnknownPeriod.

    `value` is a word, a phrase, {"from", "to"} with `to` exclusive, {"since": date} or {"since_event": name}. `span`
    gives the days that have data, which is what `all` means. `than` is the period asked about, for what is said
    relative to it: "previous", "same_month_last_year".
    """
    asked = _Asked(text="", today=today, named_events=named_events, span=span, than=than)
    try:
        found = _from_mapping(value, asked) if isinstance(value, Mapping) else _from_text(str(value), asked)
    except (ValueError, OverflowError):  # a 13th month, a 30th of February, an end before the beginning, a year 0
        found = None
    if found is None:
        raise UnknownPeriod(str(value))
    return found


def _from_mapping(value: Mapping[str, object], asked: _Asked) -> Period | None:
    match dict(value):
        case {"from": first, "to": end, **rest} if not rest:
            return Period.of(Days(first=date.fromisoformat(str(first)), end=date.fromisoformat(str(end))))
        case {"since": first, **rest} if not rest:
            return _since(date.fromisoformat(str(first)), asked)
        case {"since_event": name, **rest} if not rest:
            return _since_event(str(name), asked)
        case _:
            return None


def _from_text(text: str, asked: _Asked) -> Period | None:
    folded = re.sub(r"[\s_]+", "_", text.strip().casefold().replace(",", " ").removeprefix("in ").removeprefix("the "))
    asked = asked.about(folded)
    return next((period for read in _READERS if (period := read(asked)) is not None), None)


def _words(asked: _Asked) -> Period | None:
    today = asked.today
    match asked.text:
        case "today":
            return Period.of(stretch_of(today, "day"), name="today")
        case "yesterday":
            return Period.of(stretch_of(today - DAY, "day"), name="yesterday")
        case "all" | "all_time" | "ever" | "everything" | "all_data":
            return Period.of(asked.span() or stretch_of(today, "day"), name="all")
        case "half_a_year" | "half_year" | "last_half_year" | "past_half_year" | "last_six_months":
            return _rolling(asked, days=HALF_YEAR_DAYS, name=f"last_{HALF_YEAR_DAYS}d")
        case "recently" | "lately":
            return _rolling(asked, days=30, name="last_30d")
        case _:
            return None


def _relative_to_asked(asked: _Asked) -> Period | None:
    than = asked.than or Period.of(stretch_of(asked.today, "month"))
    match asked.text:
        case "previous" | "previous_period" | "before" | "the_period_before":
            return than.previous()
        case "same_month_last_year":
            month = stretch_of(shifted(than.days.first, months=-12), "month")
            return Period.of(month, name=asked.text)
        case "same_period_last_year" | "a_year_ago" | "year_before" | "same_last_year":
            return than.same_last_year()
        case _:
            return None


_CALENDAR = re.compile(r"(?P<which>this|current|last|previous|past)_(?P<grain>week|month|quarter|year)")


def _this_or_last(asked: _Asked) -> Period | None:
    match = _CALENDAR.fullmatch(asked.text)
    if match is None:
        return None
    this = Period.of(stretch_of(asked.today, match["grain"]))
    if match["which"] in ("this", "current"):
        return Period.of(this.days, name=f"this_{match['grain']}")
    return Period.of(this.previous().days, name=f"last_{match['grain']}")


_ROLLING = re.compile(
    r"(?:last|past|previous)_(?P<count>\d{1,4})_?(?P<unit>d|w|m|q|y)(?:ays?|eeks?|onths?|uarters?|ears?)?"
)


def _last_so_many(asked: _Asked) -> Period | None:
    match = _ROLLING.fullmatch(asked.text)
    if match is None or not int(match["count"]):
        return None
    count, unit = int(match["count"]), match["unit"]
    if unit in DAYS_IN:
        return _rolling(asked, days=count * DAYS_IN[unit], name=f"last_{count}{unit}")
    months = count * MONTHS_IN[unit]
    days = Days(first=shifted(asked.today, months=-months), end=asked.today + DAY)
    return Period(name=f"last_{months}m", days=days, kind="months", length=months)


def _rolling(asked: _Asked, *, days: int, name: str) -> Period:
    end = asked.today + DAY
    return Period(name=name, days=Days(first=end - timedelta(days=days), end=end), length=days)


def _weekday(asked: _Asked) -> Period | None:
    name = asked.text.removeprefix("last_").removeprefix("on_")
    if name not in WEEKDAYS:
        return None
    back = (asked.today.weekday() - WEEKDAYS.index(name) - 1) % 7 + 1
    return Period.of(stretch_of(asked.today - timedelta(days=back), "day"), name=f"last_{name}")


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR_MONTH = re.compile(r"(\d{4})[-/](\d{1,2})")
_YEAR = re.compile(r"\d{4}")


def _digits(asked: _Asked) -> Period | None:
    if _DATE.fullmatch(asked.text):
        return Period.of(stretch_of(date.fromisoformat(asked.text), "day"))
    if match := _YEAR_MONTH.fullmatch(asked.text):
        return Period.of(stretch_of(date(int(match[1]), int(match[2]), 1), "month"))
    if _YEAR.fullmatch(asked.text):
        return Period.of(stretch_of(date(int(asked.text), 1, 1), "year"))
    return None


_QUARTER = re.compile(r"(?:(?P<before>\d{4})[-_]?)?q_?(?P<quarter>[1-4])(?:[-_](?:of_)?(?P<after>\d{4}))?")
_WEEK = re.compile(r"(?:(?P<before>\d{4})[-_]?)?(?:w|week_?)(?P<week>\d{1,2})(?:[-_](?:of_)?(?P<after>\d{4}))?")


def _quarter(asked: _Asked) -> Period | None:
    match = _QUARTER.fullmatch(asked.text)
    if match is None:
        return None
    month = int(match["quarter"]) * 3 - 2
    return _latest(asked, match["before"] or match["after"], lambda year: stretch_of(date(year, month, 1), "quarter"))


def _week(asked: _Asked) -> Period | None:
    match = _WEEK.fullmatch(asked.text)
    if match is None:
        return None
    week = int(match["week"])
    year = match["before"] or match["after"]
    return _latest(asked, year, lambda year: stretch_of(date.fromisocalendar(year, week, 1), "week"))


_MONTH_NAME = re.compile(r"(?:last_)?(?P<name>[a-z]{3,9})\.?(?:[-_](?:of_)?(?P<year>\d{4}))?")


def _month_name(asked: _Asked) -> Period | None:
    match = _MONTH_NAME.fullmatch(asked.text)
    if match is None:
        return None
    months = [number for number, name in enumerate(MONTHS, start=1) if _is_short_for(match["name"], name)]
    if len(months) != 1:
        return None
    return _latest(asked, match["year"], lambda year: stretch_of(date(year, months[0], 1), "month"))


def _is_short_for(text: str, name: str) -> bool:
    return text in (name, name[:3], name[:4])


def _latest(asked: _Asked, year: str | None, stretch: Callable[[int], Days]) -> Period | None:
    """Of the year named; without one, the latest that has begun. None: no year has it (week 0)."""
    if year is not None:
        return Period.of(stretch(int(year)))
    this_year = asked.today.isocalendar().year
    begun = next((days for days in _tries(stretch, this_year) if days.first <= asked.today), None)
    return None if begun is None else Period.of(begun)


def _tries(stretch: Callable[[int], Days], year: int) -> Iterator[Days]:
    """Give the stretch of this year, then of those before; a year without a week 53 has none."""
    for candidate in range(year, year - 10, -1):
        try:
            yield stretch(candidate)
        except ValueError:
            continue


_RANGE = re.compile(r"(?:(?:from|between)_)?(?P<first>.+?)_(?:to|until|till|through|and|-|–)_(?P<last>.+)")


def _range(asked: _Asked) -> Period | None:
    """Read "2018-01-01..2018-02-01", end exclusive as in names, and "january to march", march included as in speech."""
    first, dots, end = asked.text.partition("..")
    if dots:
        return Period.of(Days(first=date.fromisoformat(first), end=date.fromisoformat(end)))
    match = _RANGE.fullmatch(asked.text)
    if match is None:
        return None
    begins, ends = _from_text(match["first"], asked), _from_text(match["last"], asked)
    return None if begins is None or ends is None else Period.of(Days(first=begins.days.first, end=ends.days.end))


def _since_words(asked: _Asked) -> Period | None:
    _, since, what = asked.text.partition("since_")
    if not since or _:
        return None
    begins = _from_text(what.replace("_", " "), asked)
    return _since(begins.days.first, asked) if begins else _since_event(what.replace("_", " "), asked)


def _since(first: date, asked: _Asked) -> Period:
    days = Days(first=first, end=asked.today + DAY)
    return Period(name=f"since_{first.isoformat()}", days=days, length=days.count)


def _since_event(name: str, asked: _Asked) -> Period | None:
    if callable(asked.named_events):
        happened = asked.named_events(name)
    else:
        happened = {_fold(known): day for known, day in asked.named_events.items()}.get(_fold(name))
    return None if happened is None else _since(happened, asked)


def _fold(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name.casefold()).strip()


_READERS: tuple[Callable[[_Asked], Period | None], ...] = (
    _words,
    _relative_to_asked,
    _this_or_last,
    _last_so_many,
    _weekday,
    _digits,
    _quarter,
    _week,
    _since_words,
    _range,
    _month_name,
)
