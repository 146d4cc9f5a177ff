"""Digests are told once for each local date, late but not twice, whatever the clocks, the zone and the worker do."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.jobs.digests import due_slot, next_at
from bot.main import App
from bot.messages import Paragraph
from bot.store.codec import reply_from_json
from bot.store.subscriptions import WEEK, Subscription, Subscriptions, keep_subscription
from bot.store.tables import outbox
from bot.store.timers import Timer
from metrics.store.engine import reading, writing
from tests.conftest import NOW
from tests.jobs.test_slots import SAMPLE, START, YEARS

Stay = tuple[str, timedelta]
"""A zone, and how long somebody stays in it."""


def told(stays: Sequence[Stay], *, at: time, delays: Sequence[timedelta], start: datetime = START) -> list[date]:
    """Let the timer of a daily digest run through these stays, each time handled so much later than it is due."""
    kept = Subscription(person_key="ola", days=WEEK, at=at, since=start)
    dates: list[date] = []
    due, now, turn = next_at(kept, stays[0][0], start), start, 0
    for zone, stay in stays:
        end = now + stay
        while (now := max(now, due + delays[turn % len(delays)])) < end:
            slot = due_slot(kept, zone=zone, now=now)
            if slot is not None:
                dates.append(slot.date)
                kept = replace(kept, last_date=slot.date)
            due, turn = next_at(kept, zone, now), turn + 1
        now = end
    return dates


def every_date_once(zone: str) -> None:
    dates = told([(zone, YEARS)], at=time(2, 30), delays=[timedelta(seconds=1)])
    assert len(dates) >= 729, zone
    assert all(later - earlier == timedelta(days=1) for earlier, later in pairwise(dates)), zone


@pytest.mark.parametrize("zone", SAMPLE)
def test_each_local_date_has_one_digest_over_two_years_of_clock_changes(zone: str) -> None:
    every_date_once(zone)


@pytest.mark.torture
def test_each_local_date_has_one_digest_in_every_zone() -> None:
    for zone in sorted(available_timezones()):
        every_date_once(zone)


@given(
    stays=st.lists(
        st.tuples(st.sampled_from(SAMPLE), st.timedeltas(timedelta(0), timedelta(days=4))), min_size=1, max_size=8
    ),
    delays=st.lists(st.timedeltas(timedelta(0), timedelta(days=2)), min_size=1, max_size=5),
)
def test_no_date_comes_twice_for_whoever_moves_or_was_not_served_for_days(
    stays: list[Stay], delays: list[timedelta]
) -> None:
    dates = told(stays, at=time(8, 30), delays=delays)
    assert dates == sorted(set(dates))


def test_a_digest_that_was_asked_for_after_its_time_does_not_come_the_same_day() -> None:
    kept = Subscription(person_key="ola", days=WEEK, at=time(8, 30), since=datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
    assert due_slot(kept, zone="Europe/Warsaw", now=datetime(2026, 11, 20, 9, 1, tzinfo=UTC)) is None
    assert next_at(kept, "Europe/Warsaw", kept.since) == datetime(2026, 11, 21, 7, 30, tzinfo=UTC)


def subscribed(demo: App, *, at: time) -> str:
    person = demo.staff.named("support_agent")
    assert person is not None
    kept = Subscription(
        person_key=person.key, days=WEEK, at=at, content=("csat", "overdue_cases"), language="pl",
        since=NOW - timedelta(days=2),
    )  # fmt: skip
    with writing(demo.engine) as connection:
        keep_subscription(connection, kept)
    return person.key


def sent(demo: App) -> list[tuple[str, str, list[str]]]:
    with reading(demo.engine) as connection:
        rows = connection.execute(select(outbox).where(outbox.c.key.like("notice:digest:%"))).all()
    return [
        (row.key, row.language, [one.line.key for one in reply_from_json(row.body["reply"]).blocks
                                 if isinstance(one, Paragraph)])
        for row in rows
    ]  # fmt: skip


def test_a_digest_that_is_sent_is_not_sent_again_by_its_timer_nor_by_a_second_run(demo: App) -> None:
    key = subscribed(demo, at=time(11, 55))  # five minutes before the demo's now
    timer = Timer(id=1, key=f"digest:{key}", kind="digest", due_at=NOW, payload={"person": key}, attempt=1, claim=1)
    demo.commit(demo.timers["digest"](timer, NOW))
    demo.commit(demo.timers["digest"](timer, NOW))
    assert demo.send_digests() == []
    [(row, language, lines)] = sent(demo)
    assert (row, language) == (f"notice:digest:{key}:2026-11-20", "pl")
    assert "digest-needs" in lines
    assert "digest-late" not in lines


def test_a_digest_that_comes_after_a_time_of_not_running_says_that_it_is_late(demo: App) -> None:
    key = subscribed(demo, at=time(8, 30))
    assert demo.send_digests() == [key]
    [(_, _, lines)] = sent(demo)
    assert "digest-late" in lines
    kept = Subscriptions(demo.engine).of(key)
    assert kept is not None
    assert kept.last_date == date(2026, 11, 20)


def test_nobody_is_told_who_stopped_theirs(demo: App) -> None:
    key = subscribed(demo, at=time(8, 30))
    kept = Subscriptions(demo.engine).of(key)
    assert kept is not None
    with writing(demo.engine) as connection:
        keep_subscription(connection, replace(kept, active=False))
    timer = Timer(id=1, key=f"digest:{key}", kind="digest", due_at=NOW, payload={"person": key}, attempt=1, claim=1)
    assert demo.timers["digest"](timer, NOW) == ()
    assert demo.send_digests() == []
