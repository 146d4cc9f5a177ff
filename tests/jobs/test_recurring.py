"""Nightly work and the reading of texts, on a clock that is moved by hand."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time, timedelta

from adapters.clock import FixedClock
from bot.jobs.recurring import NIGHTLY, TEXTS, NightlyWork, TextWork
from bot.jobs.slots import Weekly
from bot.jobs.timing import WAITS, TimeDesk, handle_next
from bot.store.bell import Bell
from bot.store.commit import commit
from bot.store.timers import Handler, StoredTimers
from bot.store.work_book import WorkBook
from metrics.store.engine import Database

EVENING = datetime(2026, 11, 20, 20, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Diary:
    def __init__(self, *, failures: int = 0) -> None:
        self.days: list[datetime] = []
        self._failures = failures

    def __call__(self, now: datetime) -> None:
        if self._failures:
            self._failures -= 1
            raise OSError
        self.days.append(now)


def nightly(diary: Diary) -> NightlyWork:
    return NightlyWork(jobs={"learn": diary}, weekly=Weekly(zone="UTC", at=time(3, 0)))


def run(store: Database, handlers: dict[str, Handler], *, now: datetime) -> int:
    clock, done = FixedClock(now), 0
    with ThreadPoolExecutor(1) as threads:
        desk = TimeDesk(
            timers=StoredTimers(store, clock=clock), handlers=handlers, clock=clock, bell=Bell(), threads=threads
        )
        while asyncio.run(handle_next(desk, worker="a")):
            done += 1
    return done


def test_nightly_work_is_done_once_a_night_whoever_starts_when(store: Database) -> None:
    diary = Diary()
    work = nightly(diary)
    for hours in range(0, 60, 5):  # a process starts every five hours
        now = EVENING + hours * HOUR
        commit(store, work.first(now))
        run(store, {NIGHTLY: work}, now=now)
    # 20:00 and every five hours after it: 1:00 and 6:00 on the 21st, 2:00 and 7:00 on the 22nd, 3:00 on the 23rd
    assert [day.isoformat() for day in diary.days] == [
        "2026-11-21T06:00:00+00:00", "2026-11-22T07:00:00+00:00", "2026-11-23T03:00:00+00:00",
    ]  # fmt: skip


def test_nights_that_were_slept_through_are_made_up_for_once(store: Database) -> None:
    diary = Diary()
    work = nightly(diary)
    commit(store, work.first(EVENING))
    later = EVENING + 5 * DAY
    commit(store, work.first(later))
    run(store, {NIGHTLY: work}, now=later)
    assert diary.days == [later]
    run(store, {NIGHTLY: work}, now=later + 7 * HOUR)
    assert diary.days == [later, later + 7 * HOUR]


def test_nightly_work_that_fails_is_tried_every_hour_and_never_given_up(store: Database) -> None:
    diary = Diary(failures=7)
    work = nightly(diary)
    commit(store, work.first(EVENING))
    now = EVENING + 7 * HOUR
    for attempt in range(7):
        run(store, {NIGHTLY: work}, now=now)
        (listed,) = WorkBook(store).listed(states=("waiting", "dead"), kind=None, limit=9)
        assert (listed.state, listed.error) == ("waiting", "OSError")
        now += WAITS[min(attempt, len(WAITS) - 1)]
    run(store, {NIGHTLY: work}, now=now)
    assert diary.days == [now]
    (listed,) = WorkBook(store).listed(states=("waiting", "dead"), kind=None, limit=9)
    assert (listed.id, listed.error) == ("nightly:learn:2026-11-22", None)


def test_texts_are_read_every_minute_by_one_of_all_processes(store: Database) -> None:
    diary = Diary()
    work = TextWork(read=diary)
    for seconds in range(0, 150, 10):
        now = EVENING + timedelta(seconds=seconds)
        commit(store, work.first(now))
        run(store, {TEXTS: work}, now=now)
    assert [(day - EVENING).total_seconds() for day in diary.days] == [0, 60, 120]
