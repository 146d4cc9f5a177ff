"""What people call periods, on Friday 20 November 2026."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.errors import UnknownPeriod
from metrics.figures import Days
from metrics.period_words import parse_period
from metrics.periods import Period

FRIDAY = date(2026, 11, 20)
EVENTS = {"release 4.2": date(2026, 11, 3), "courier switch": date(2026, 10, 30)}
DATA = Days(first=date(2025, 9, 1), end=date(2026, 11, 21))


def read(value: object, *, today: date = FRIDAY, than: Period | None = None) -> Period:
    return parse_period(value, today=today, named_events=EVENTS, span=lambda: DATA, than=than)


@pytest.mark.parametrize(
    ("value", "first", "end"),
    [
        ("today", "2026-11-20", "2026-11-21"),
        ("yesterday", "2026-11-19", "2026-11-20"),
        ("this_week", "2026-11-16", "2026-11-23"),
        ("last_week", "2026-11-09", "2026-11-16"),
        ("this_month", "2026-11-01", "2026-12-01"),
        ("last_month", "2026-10-01", "2026-11-01"),
        ("this_quarter", "2026-10-01", "2027-01-01"),
        ("last_quarter", "2026-07-01", "2026-10-01"),
        ("this_year", "2026-01-01", "2027-01-01"),
        ("last_year", "2025-01-01", "2026-01-01"),
        ("last_30d", "2026-10-22", "2026-11-21"),
        ("last_1d", "2026-11-20", "2026-11-21"),
        ("last_4w", "2026-10-24", "2026-11-21"),
        ("last_3m", "2026-08-20", "2026-11-21"),
        ("2018", "2018-01-01", "2019-01-01"),
        ("2018-03", "2018-03-01", "2018-04-01"),
        ("2018-Q1", "2018-01-01", "2018-04-01"),
        ("2018-W12", "2018-03-19", "2018-03-26"),
        ("2020-W53", "2020-12-28", "2021-01-04"),
        ("2018-03-14", "2018-03-14", "2018-03-15"),
        ("last_saturday", "2026-11-14", "2026-11-15"),
        ("same_month_last_year", "2025-11-01", "2025-12-01"),
        ({"from": "2018-01-01", "to": "2018-02-15"}, "2018-01-01", "2018-02-15"),
        ({"since": "2026-11-01"}, "2026-11-01", "2026-11-21"),
        ({"since_event": "release 4.2"}, "2026-11-03", "2026-11-21"),
        ("all", "2025-09-01", "2026-11-21"),
        ("2018-01-01..2018-02-15", "2018-01-01", "2018-02-15"),
    ],
)
def test_every_word_of_the_vocabulary_names_its_days(value: object, first: str, end: str) -> None:
    assert read(value).days == Days(first=date.fromisoformat(first), end=date.fromisoformat(end))


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("last month", "last_month"),
        ("Last  Month", "last_month"),
        ("previous month", "last_month"),
        ("the last month", "last_month"),
        ("last 30 days", "last_30d"),
        ("past 7 days", "last_7d"),
        ("last 4 weeks", "last_4w"),
        ("last 3 months", "last_3m"),
        ("last 2 quarters", "last_6m"),
        ("last 2 years", "last_24m"),
        ("half a year", "last_180d"),
        ("recently", "last_30d"),
        ("october", "2026-10"),
        ("in October", "2026-10"),
        ("november", "2026-11"),
        ("december", "2025-12"),
        ("last october", "2026-10"),
        ("march 2018", "2018-03"),
        ("Mar 2018", "2018-03"),
        ("2018 Q1", "2018-Q1"),
        ("q3", "2026-Q3"),
        ("Q4 2025", "2025-Q4"),
        ("week 12", "2026-W12"),
        ("w50", "2025-W50"),
        ("saturday", "last_saturday"),
        ("since release 4.2", {"since_event": "release 4.2"}),
        ("since 2026-11-01", {"since": "2026-11-01"}),
        ("since october", {"since": "2026-10-01"}),
        ("january 2018 to march 2018", "2018-Q1"),
        ("from 2018-01-01 to 2018-03-31", "2018-Q1"),
        ("all time", "all"),
    ],
)
def test_what_a_person_types_names_the_same_days(phrase: str, word: object) -> None:
    assert read(phrase).days == read(word).days


@pytest.mark.parametrize(
    "value",
    ["", "soon", "13 o'clock", "2018-13", "2018-02-30", "q5", "last_0d", "ma", "since", "since the flood", "a..b",
     "0000", {},
     {"from": "2018-02-01", "to": "2018-01-01"}, {"from": "2018-02-01"}, {"since_event": "release 9"}, None,
     {"since": "2027-01-01"}, "99999999999999-W1", "last 9999 years"],
)  # fmt: skip
def test_what_is_no_period_is_said_to_be_none(value: object) -> None:
    with pytest.raises(UnknownPeriod):
        read(value)


def test_the_saturday_before_a_saturday_is_a_week_ago() -> None:
    assert read("last saturday", today=date(2026, 11, 21)).days.first == date(2026, 11, 14)


def test_three_months_back_from_the_end_of_may_is_the_end_of_february() -> None:
    assert read("last_3m", today=date(2026, 5, 31)).days.first == date(2026, 2, 28)


def test_a_comparison_can_lean_on_the_period_asked_about() -> None:
    march = read("2018-03")
    assert read("previous", than=march).name == "2018-02"
    assert read("same_month_last_year", than=march).days == read("2017-03").days
    assert read("same period last year", than=march).name == "2017-03"


def test_everything_is_today_while_there_is_no_data() -> None:
    empty = parse_period("all", today=FRIDAY, named_events={}, span=lambda: None)
    assert empty.days == Days(first=FRIDAY, end=date(2026, 11, 21))


@pytest.mark.parametrize("text", ["w0", "week 54", "week 99"])
def test_a_week_that_no_year_has_is_no_period(text: str) -> None:
    with pytest.raises(UnknownPeriod):
        read(text)


@given(st.text(max_size=30))
def test_nothing_a_person_types_breaks_it(text: str) -> None:
    with suppress(UnknownPeriod):
        assert read(text).days.count > 0
