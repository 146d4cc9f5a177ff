"""Periods: what people call a stretch of days, and the stretch before it.

The words are those of the questions' vocabulary (this_month, last_30d, 2018-Q1 ...) and what a person types for them
("this month", "last 30 days", "Q1 2018", "october"). Weeks begin on Monday. A running month, week, quarter or year is
meant whole, with the days still to come; so the period before this month is the whole of last month.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from metrics.calendar import name_of, shifted, stretch_of
from metrics.figures import Days

Kind = Literal["days", "week", "months"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days with the name they were asked by. `kind` and `length` say what a step of it is: so many days or months."""

    name: str
    days: Days
    kind: Kind = "days"
    length: int
    """In months where kind is months, else in days."""

    @classmethod
    def of(cls, days: Days, *, name: str | None = None) -> "Period":
        """Take a stretch of days for the calendar period it is, if it is one."""
        for grain, months in (("year", 12), ("quarter", 3), ("month", 1)):
            if stretch_of(days.first, grain) == days:
                return cls(name=name or name_of(days), days=days, kind="months", length=months)
        kind: Kind = "week" if stretch_of(days.first, "week") == days else "days"
        return cls(name=name or name_of(days), days=days, kind=kind, length=days.count)

    def previous(self) -> "Period":
        """Give the period of the same length that ends where this one begins: March before April, not 30 days.

        Of the finished part of a period it is as many of the first days of the one before.
        """
        first = self.days.first
        before = self._moved(first, steps=-1)
        end = before + (self.days.end - first) if self.is_part else first
        return self._at(Days(first=before, end=min(end, first)))

    def finished(self, today: date) -> "Period | None":
        """Give its days before today, where counts are complete; None where there are none."""
        if self.days.end <= today:
            return self
        return None if self.days.first >= today else self._at(Days(first=self.days.first, end=today))

    def as_far_as(self, other: "Period") -> "Period":
        """Give as many of its first days as a part of a period like it has."""
        if not other.is_part or (self.kind, self.length) != (other.kind, other.length):
            return self
        end = self.days.first + (other.days.end - other.days.first)
        return self._at(Days(first=self.days.first, end=min(end, self.days.end)))

    def same_last_year(self) -> "Period":
        """Give it a year earlier: the same months or dates; of a week the one of the same number (53: the last one)."""
        days = self.days
        if self.kind == "months":
            return self._at(Days(first=shifted(days.first, months=-12), end=shifted(days.end, months=-12)))
        if self.kind == "week":
            return self._at(_same_week(days)).as_far_as(self)
        first = shifted(days.first, months=-12)
        return self._at(Days(first=first, end=first + (days.end - days.first)))

    @property
    def is_part(self) -> bool:
        """Whether its end was cut off: the finished days of a running period."""
        return self.days.end < self._moved(self.days.first, steps=1)

    def _moved(self, day: date, *, steps: int) -> date:
        if self.kind == "months":
            return shifted(day, months=steps * self.length)
        return day + timedelta(days=steps * self.length)

    def _at(self, days: Days) -> "Period":
        return Period(name=name_of(days), days=days, kind=self.kind, length=self.length)


def _same_week(days: Days) -> Days:
    year, week, _ = days.first.isocalendar()
    last = date(year - 1, 12, 28).isocalendar().week  # 28 December always lies in the last ISO week
    return stretch_of(date.fromisocalendar(year - 1, min(week, last), 1), "week")
