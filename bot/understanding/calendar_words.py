"""From the parts of a time expression to its canonical value: what "October", "Q3" or "two weeks ago" mean today."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.messages import Json

Parts = Mapping[str, list[Any]]
"""The values of a matched pattern, by the name of the atom."""

SATURDAY = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A canonical period value, with its days where they are plain (`end` exclusive)."""

    value: Json
    start: date | None = None
    end: date | None = None


def fixed(name: str, *, today: date) -> Span:
    """Give a period that has a name of its own, or one that stands for a day or two."""
    if name == "since_new_year":
        return Span(value={"since": date(today.year, 1, 1).isoformat()}, start=date(today.year, 1, 1))
    if name in {"week_before_last", "month_before_last"}:
        start, end = _calendar(name[0], today, back=2)
        return _month_span(start.year, start.month) if name[0] == "m" else _range(start, end)
    if name in {"before_yesterday", "three_days_ago"}:
        return _day(today - timedelta(days=2 + (name == "three_days_ago")))
    if name == "easter":
        sunday = easter(today.year)
        return _day(sunday if sunday <= today else easter(today.year - 1))
    if name in HOLIDAYS:
        return _holiday(name, today)
    if name == "last_weekend":
        saturday = today - timedelta(days=(today.isoweekday() - SATURDAY) % 7 or 7)
        return _range(saturday, saturday + timedelta(days=2))
    return Span(value=name)


HOLIDAYS: Mapping[str, tuple[int, int, int]] = {
    "christmas": (12, 24, 3), "new_year": (1, 1, 1), "national_day": (10, 1, 7), "singles_day": (11, 11, 1),
    "labour_day": (5, 1, 5),
}  # fmt: skip
"""Month, day and length in days of holidays with a fixed date."""


def _holiday(name: str, today: date) -> Span:
    """Give the latest holiday of this name that has begun."""
    month, day, length = HOLIDAYS[name]
    begun = date(today.year, month, day) <= today
    start = date(today.year if begun else today.year - 1, month, day)
    return _day(start) if length == 1 else _range(start, start + timedelta(days=length))


def easter(year: int) -> date:
    """Give Easter Sunday (the anonymous Gregorian algorithm, Nature 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    shift = (century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 19 * golden + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - shift - rest % 4) % 7
    late = (golden + 11 * shift + 22 * weekday) // 451
    month, day = divmod(shift + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def build(name: str, parts: Parts, *, today: date) -> Span | None:
    """Build the period of a pattern; None if its numbers make no date."""
    try:
        return _BUILDERS[name](parts, today)
    except (ValueError, OverflowError):
        return None


def between(start: Span, end: Span) -> Span | None:
    """From the first day of one to the last of the other; None if either has no plain days or they run backwards.

    Months and days said without a year, October to March, cross the new year.
    """
    if start.start is None or end.end is None:
        return None
    if start.start >= end.end:
        earlier = start.start.replace(year=start.start.year - 1, day=min(start.start.day, 28))
        return _range(earlier, end.end) if (end.end - earlier).days < 366 and start.start.day == 1 else None
    return _range(start.start, end.end)


def since(start: Span) -> Span | None:
    """From the first day of a period until now."""
    return None if start.start is None else Span(value={"since": start.start.isoformat()}, start=start.start)


def plain_days(span: Span, *, today: date) -> Span:
    """Give the days of the named relative periods, so that ranges can be built from them."""
    if span.start is not None or not isinstance(span.value, str):
        return span
    which, _, unit = span.value.partition("_")
    if span.value in {"today", "yesterday"}:
        day = today - timedelta(days=span.value == "yesterday")
        return Span(value=span.value, start=day, end=day + timedelta(days=1))
    if which in {"this", "last"} and unit in _UNITS:
        start, end = _calendar(_UNITS[unit], today, back=which == "last")
        return Span(value=span.value, start=start, end=end)
    return span


_UNITS = {"week": "w", "month": "m", "quarter": "q", "year": "y"}


def _calendar(unit: str, today: date, *, back: int) -> tuple[date, date]:
    """Give the calendar week, month, quarter or year that lies `back` of them before today's."""
    if unit == "d":
        day = today - timedelta(days=back)
        return day, day + timedelta(days=1)
    if unit == "w":
        monday = today - timedelta(days=today.weekday() + 7 * back)
        return monday, monday + timedelta(days=7)
    size = {"m": 1, "q": 3, "y": 12}[unit]
    months = today.year * 12 + today.month - 1
    first = months - months % size - size * back
    return _month_start(first), _month_start(first + size)


def _month_start(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)


def _day(day: date) -> Span:
    return Span(value=day.isoformat(), start=day, end=day + timedelta(days=1))


def _range(start: date, end: date) -> Span:
    return Span(value={"from": start.isoformat(), "to": end.isoformat()}, start=start, end=end)


def _month_span(year: int, month: int) -> Span:
    start = date(year, month, 1)
    return Span(value=f"{year}-{month:02d}", start=start, end=start + timedelta(days=monthrange(year, month)[1]))


def _quarter_span(year: int, quarter: int) -> Span:
    start = date(year, 3 * quarter - 2, 1)
    return Span(value=f"{year}-Q{quarter}", start=start, end=_month_start(year * 12 + 3 * quarter))


def _number(parts: Parts, name: str = "num") -> int:
    value = parts[name][0]
    if value != int(value) or not 0 < value < 5000:
        raise ValueError(value)
    return int(value)


def _rolling(parts: Parts, today: date) -> Span:  # noqa: ARG001 every builder takes today
    count = _number(parts) if "num" in parts else 1
    unit = parts["unit_past" if "unit_past" in parts else "unit"][0]
    if "num" not in parts:
        return Span(value={"d": "last_1d", "w": "last_7d", "m": "last_30d", "q": "last_3m", "y": "last_12m"}[unit])
    if unit in {"q", "y"}:
        count, unit = count * (3 if unit == "q" else 12), "m"
    return Span(value=f"last_{count}{unit}")


def _ago(parts: Parts, today: date) -> Span:
    unit = parts["unit"][0]
    start, end = _calendar(unit, today, back=_number(parts))
    if unit == "d":
        return _day(start)
    if unit == "m":
        return _month_span(start.year, start.month)
    if unit == "q":
        return _quarter_span(start.year, (start.month + 2) // 3)
    return Span(value=str(start.year), start=start, end=end) if unit == "y" else _range(start, end)


def _year_of(parts: Parts, today: date, *, month: int) -> int:
    if parts.get("year"):
        return int(parts["year"][0])
    if parts.get("lastyear") or parts.get("thisyear"):
        return today.year - bool(parts.get("lastyear"))
    return today.year if month <= today.month else today.year - 1


def _month(parts: Parts, today: date) -> Span:
    month = parts["month"][0]
    return _month_span(_year_of(parts, today, month=month), month)


def _month_last(parts: Parts, today: date) -> Span:
    month = parts["month"][0]
    if any(parts.get(name) for name in ("unit_y", "year_word", "lastyear")):
        return _month_span(today.year - 1, month)
    return _month_span(today.year if month < today.month else today.year - 1, month)


def _month_this(parts: Parts, today: date) -> Span:
    return _month_span(today.year, parts["month"][0])


def _quarter(parts: Parts, today: date) -> Span:
    if parts.get("iso_quarter"):
        year, quarter = parts["iso_quarter"][0]
        return _quarter_span(year, quarter)
    quarter = int(parts["num"][0]) if "num" in parts else int(parts["ordinal"][0])
    if not 1 <= quarter <= 4:
        raise ValueError(quarter)
    if parts.get("unit_y"):
        return _quarter_span(today.year - 1, quarter)
    return _quarter_span(_year_of(parts, today, month=3 * quarter - 2), quarter)


def _half(parts: Parts, today: date) -> Span:
    half = 2 if "second_half" in parts else 1 if "first_half" in parts else _number(parts)
    year = _year_of(parts, today, month=6 * half - 5)
    if half not in {1, 2}:
        raise ValueError(half)
    return _range(date(year, 6 * half - 5, 1), _month_start(year * 12 + 6 * half))


def _month_half(parts: Parts, today: date) -> Span:
    """Give the first fifteen days of a month, or the rest of it."""
    whole = _month(parts, today)
    if whole.start is None or whole.end is None:
        raise ValueError(parts)
    middle = whole.start + timedelta(days=15)
    return _range(whole.start, middle) if {"first_half", "first_part"} & set(parts) else _range(middle, whole.end)


def _month_ten(parts: Parts, today: date) -> Span:
    """Give the first ten days of a month, the second ten, or the rest of it."""
    whole = _month(parts, today)
    if whole.start is None or whole.end is None:
        raise ValueError(parts)
    tenth, twentieth = whole.start + timedelta(days=10), whole.start + timedelta(days=20)
    if "ten_1" in parts:
        return _range(whole.start, tenth)
    return _range(tenth, twentieth) if "ten_2" in parts else _range(twentieth, whole.end)


def _week(parts: Parts, today: date) -> Span:
    if parts.get("iso_week"):
        year, week = parts["iso_week"][0]
        monday = date.fromisocalendar(year, week, 1)
        return _range(monday, monday + timedelta(days=7))
    week = _number(parts)
    year = int(parts["year"][0]) if parts.get("year") else today.isocalendar().year
    monday = date.fromisocalendar(year, week, 1)
    if monday > today and not parts.get("year"):
        monday = date.fromisocalendar(year - 1, week, 1)
    return _range(monday, monday + timedelta(days=7))


def _week_of(parts: Parts, today: date) -> Span:
    """Give the week, Monday to Sunday, that a day lies in."""
    day = _date(parts, today).start
    if day is None:
        raise ValueError(parts)
    monday = day - timedelta(days=day.weekday())
    return _range(monday, monday + timedelta(days=7))


def _date(parts: Parts, today: date) -> Span:
    if parts.get("iso_date"):
        return _day(parts["iso_date"][0])
    month, day = parts["month"][0], int(parts["day_num"][0])
    if parts.get("year"):
        return _day(date(int(parts["year"][0]), month, day))
    if parts.get("lastyear"):
        return _day(date(today.year - 1, month, day))
    found = date(today.year, month, day)
    return _day(found if found <= today else date(today.year - 1, month, day))


def _day_range(parts: Parts, today: date) -> Span:
    month = parts["month"][0]
    year = _year_of(parts, today, month=month)
    first, last = (date(year, month, int(day)) for day in parts["day_num"])
    if last < first:
        raise ValueError(last)
    return _range(first, last + timedelta(days=1))


def _iso_month(parts: Parts, today: date) -> Span:  # noqa: ARG001 every builder takes today
    year, month = parts["iso_month"][0]
    return _month_span(year, month)


def _year(parts: Parts, today: date) -> Span:  # noqa: ARG001 every builder takes today
    year = int(parts["year"][0])
    return Span(value=str(year), start=date(year, 1, 1), end=date(year + 1, 1, 1))


def _weekday(parts: Parts, today: date) -> Span:
    weekday = parts["weekday"][0]
    day = today - timedelta(days=(today.isoweekday() - weekday) % 7 or 7)
    if weekday == SATURDAY:
        return Span(value="last_saturday", start=day, end=day + timedelta(days=1))
    return _day(day)


def _event(parts: Parts, today: date) -> Span:  # noqa: ARG001 every builder takes today
    return Span(value={"since_event": parts["event"][0]})


def _none(parts: Parts, today: date) -> Span:
    """Refuse what is written like a time and cannot be one: the year 1850."""
    raise ValueError(parts, today)


_BUILDERS: Mapping[str, Callable[[Parts, date], Span]] = {
    "rolling": _rolling, "ago": _ago, "month": _month, "month_last": _month_last, "month_this": _month_this,
    "quarter": _quarter, "half": _half, "month_half": _month_half, "month_ten": _month_ten,
    "week": _week, "week_of": _week_of, "date": _date,
    "day_range": _day_range, "iso_month": _iso_month, "year": _year, "weekday": _weekday, "event": _event,
    "none": _none,
}  # fmt: skip
