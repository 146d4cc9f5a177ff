from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.jobs.slots import Slot, Weekly, latest_slot, next_slot

START, YEARS = datetime(2026, 1, 1, tzinfo=UTC), timedelta(days=731)
SAMPLE = (
    "Europe/Warsaw",
    "America/New_York",
    "Africa/Casablanca",  # goes back for Ramadan
    "Australia/Lord_Howe",  # by half an hour
    "America/Nuuk",  # its clocks skip from one date into the next
    "Asia/Beirut",  # they skip midnight
    "Asia/Kathmandu",
)
TIMES = (time(0, 0), time(2, 30), time(8, 30), time(23, 59))


def slots(weekly: Weekly, *, start: datetime, end: datetime) -> Iterator[Slot]:
    slot = next_slot(start, weekly=weekly)
    while slot.at < end:
        yield slot
        slot = next_slot(slot.at, weekly=weekly, last=slot.date)


def check_every_date_once(zone: str, at: time) -> None:
    weekly = Weekly(zone=zone, at=at)
    found = list(slots(weekly, start=START, end=START + YEARS))
    assert all(later.date - earlier.date == timedelta(days=1) for earlier, later in pairwise(found)), (zone, at)
    assert all(earlier.at < later.at for earlier, later in pairwise(found)), (zone, at)
    assert all(slot.at.astimezone(ZoneInfo(zone)).date() == slot.date for slot in found), (zone, at)


@pytest.mark.parametrize("zone", SAMPLE)
def test_each_local_date_has_one_slot_over_two_years_of_clock_changes(zone: str) -> None:
    for at in TIMES:
        check_every_date_once(zone, at)


@pytest.mark.torture
@pytest.mark.parametrize("at", TIMES, ids=str)
def test_each_local_date_has_one_slot_in_every_zone(at: time) -> None:
    zones = sorted(available_timezones())
    assert len(zones) > 400
    for zone in zones:
        check_every_date_once(zone, at)


@pytest.mark.parametrize(
    ("zone", "at", "after", "day", "expected"),
    [
        # Warsaw, 29 March 2026: 02:00 CET becomes 03:00 CEST (01:00 UTC); 02:30 would have been 01:30 UTC
        ("Europe/Warsaw", time(2, 30), "2026-03-28T12:00Z", date(2026, 3, 29), "2026-03-29T01:30Z"),
        ("Europe/Warsaw", time(8, 30), "2026-03-28T12:00Z", date(2026, 3, 29), "2026-03-29T06:30Z"),
        # 25 October 2026: 02:30 comes twice, first in CEST
        ("Europe/Warsaw", time(2, 30), "2026-10-24T12:00Z", date(2026, 10, 25), "2026-10-25T00:30Z"),
        ("Europe/Warsaw", time(2, 30), "2026-10-25T00:30Z", date(2026, 10, 26), "2026-10-26T01:30Z"),
        # Apia had no 30 December 2011: from UTC-10 to UTC+14
        ("Pacific/Apia", time(8, 30), "2011-12-29T18:30Z", date(2011, 12, 31), "2011-12-30T18:30Z"),
    ],
)
def test_the_clocks_change_and_the_slot_is_where_people_expect_it(
    zone: str, at: time, after: str, day: date, expected: str
) -> None:
    slot = next_slot(datetime.fromisoformat(after), weekly=Weekly(zone=zone, at=at))
    assert slot == Slot(date=day, at=datetime.fromisoformat(expected))


def test_only_the_days_asked_for_have_slots() -> None:
    weekdays = Weekly(zone="Europe/Warsaw", at=time(8, 30), days=frozenset(range(5)))
    friday = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)  # 08:30 in Warsaw
    assert next_slot(friday - timedelta(seconds=1), weekly=weekdays).date == date(2026, 11, 20)
    assert next_slot(friday, weekly=weekdays).date == date(2026, 11, 23)


def test_after_days_of_not_running_only_the_latest_slot_is_made_up_for() -> None:
    weekdays = Weekly(zone="Europe/Warsaw", at=time(8, 30), days=frozenset(range(5)))
    sunday = datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert latest_slot(sunday, weekly=weekdays) == Slot(
        date=date(2026, 11, 20), at=datetime(2026, 11, 20, 7, 30, tzinfo=UTC)
    )


@given(
    moves=st.lists(st.tuples(st.sampled_from(SAMPLE), st.timedeltas(timedelta(0), timedelta(days=3))), max_size=12),
    start=st.datetimes(START.replace(tzinfo=None), (START + YEARS).replace(tzinfo=None), timezones=st.just(UTC)),
)
def test_whoever_moves_between_zones_gets_no_date_twice(moves: list[tuple[str, timedelta]], start: datetime) -> None:
    now, last, dates = start, None, []
    for zone, stay in moves:
        end, weekly = now + stay, Weekly(zone=zone, at=time(8, 30))
        slot = next_slot(now, weekly=weekly, last=last)
        while slot.at <= end:
            dates.append(slot.date)
            last = slot.date
            slot = next_slot(slot.at, weekly=weekly, last=last)
        now = end
    assert dates == sorted(set(dates))
