"""The period before, and the same a year ago, by the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.calendar import shifted, stretch_name, stretch_of
from metrics.figures import Days
from metrics.period_words import parse_period
from metrics.periods import Period

FRIDAY = date(2026, 11, 20)
GRAINS = ("day", "week", "month", "quarter", "year")


def read(text: str) -> Period:
    return parse_period(text, today=FRIDAY, named_events={})


@pytest.mark.parametrize(
    ("period", "previous"),
    [
        ("2018-03", "2018-02"),
        ("2018-01", "2017-12"),
        ("2018-Q1", "2017-Q4"),
        ("2020", "2019"),
        ("2021-W01", "2020-W53"),
        ("2018-03-01", "2018-02-28"),
        ("this_month", "2026-10"),
        ("last_month", "2026-09"),
        ("last_30d", "2026-09-22..2026-10-22"),
        ("last_3m", "2026-05-20..2026-08-20"),
        ("2018-01-01..2018-01-11", "2017-12-22..2018-01-01"),
    ],
)
def test_the_period_before_is_the_one_on_the_calendar(period: str, previous: str) -> None:
    assert read(period).previous().name == previous


@pytest.mark.parametrize(
    ("period", "earlier"),
    [
        ("2018-03", "2017-03"),
        ("2020-02", "2019-02"),
        ("2020-02-29", "2019-02-28"),
        ("2018-Q4", "2017-Q4"),
        ("2021-W12", "2020-W12"),
        ("2020-W53", "2019-W52"),
        ("last_30d", "2025-10-22..2025-11-21"),
    ],
)
def test_a_year_ago_is_the_same_on_the_calendar(period: str, earlier: str) -> None:
    assert read(period).same_last_year().name == earlier


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from(GRAINS))
def test_calendar_periods_tile_time(day: date, grain: str) -> None:
    period = Period.of(stretch_of(day, grain))
    assert period.days.first <= day < period.days.end
    assert period.previous().days == stretch_of(period.days.first - timedelta(days=1), grain)
    assert read(stretch_name(day, grain)).days == period.days


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 400))
def test_a_stretch_without_a_calendar_name_keeps_its_length(day: date, count: int) -> None:
    days = Days(first=day, end=day + timedelta(days=count))
    period = Period.of(days)
    assert period.previous().days.end == day
    assert read(period.name).days == days


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-50, 50))
def test_shifting_by_months_keeps_the_day_where_the_month_has_it(day: date, months: int) -> None:
    moved = shifted(day, months=months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == day.day or (moved + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("period", "finished", "compared_with"),
    [
        ("this_month", "2026-11-01..2026-11-20", "2026-10-01..2026-10-20"),
        ("this_week", "2026-11-16..2026-11-20", "2026-11-09..2026-11-13"),
        ("this_quarter", "2026-10-01..2026-11-20", "2026-07-01..2026-08-20"),
        ("last_30d", "2026-10-22..2026-11-20", "2026-09-22..2026-10-21"),
        ("2026-10", "2026-10", "2026-09"),
    ],
)
def test_the_finished_days_of_a_running_period_compare_with_as_many_of_the_one_before(
    period: str, finished: str, compared_with: str
) -> None:
    part = read(period).finished(FRIDAY)
    assert part is not None
    assert (part.name, part.previous().name) == (finished, compared_with)


def test_a_day_that_has_just_begun_has_no_finished_days() -> None:
    assert read("today").finished(FRIDAY) is None


def test_a_long_month_s_first_days_stay_within_a_shorter_month_before() -> None:
    running = parse_period("this_month", today=date(2026, 3, 31), named_events={}).finished(date(2026, 3, 31))
    assert running is not None
    assert running.previous().name == "2026-02"  # 30 days of March, but February has 28


def test_part_of_a_week_is_compared_with_the_same_days_of_that_week_last_year() -> None:
    running = read("this_week").finished(FRIDAY)
    assert running is not None
    assert running.same_last_year().name == "2025-11-17..2025-11-21"  # Monday to Thursday of week 47


def test_a_month_named_is_cut_as_far_as_the_running_one() -> None:
    running = read("this_month").finished(FRIDAY)
    assert running is not None
    assert read("2025-11").as_far_as(running).name == "2025-11-01..2025-11-20"
    assert read("2025-Q4").as_far_as(running).name == "2025-Q4"
