import asyncio
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import Connection, select

from adapters.clock import FixedClock, SystemClock
from bot.jobs.timing import WAITS, TimeDesk, handle_next, keep_time
from bot.store.bell import Bell
from bot.store.commit import commit
from bot.store.facts import read_fact, write_fact
from bot.store.inbox import LeaseLost
from bot.store.timers import Handler, StoredTimers, Timer, cancel_timer, set_timer
from bot.store.work_tables import timer
from bot.store.writes import Overtaken, Write
from metrics.store.engine import Database, reading, writing

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
LEASE = timedelta(seconds=9)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as executor:
        yield executor


def at(store: Database, now: datetime) -> StoredTimers:
    return StoredTimers(store, clock=FixedClock(now))


def set_one(store: Database, *, due_at: datetime = NOON, payload: dict[str, int] | None = None) -> None:
    commit(store, [partial(set_timer, key="case:318:100", kind="case_due", due_at=due_at, payload=payload)])


def claim(store: Database, *, now: datetime, worker: str = "a") -> Timer | None:
    return at(store, now).claim(kinds=("case_due",), worker=worker, lease=LEASE, now=now)


def claimed(store: Database, *, now: datetime, worker: str = "a") -> Timer:
    taken = claim(store, now=now, worker=worker)
    assert taken is not None
    return taken


def row(store: Database) -> tuple[str, int, str | None]:
    with reading(store) as connection:
        found = connection.execute(select(timer.c.state, timer.c.attempts, timer.c.error)).one()
        return found.state, found.attempts, found.error


def counted(connection: Connection) -> None:
    write_fact(connection, key="count", value=str(int(read_fact(connection, "count") or 0) + 1))


def count(store: Database) -> int:
    with reading(store) as connection:
        return int(read_fact(connection, "count") or 0)


def handle(store: Database, threads: ThreadPoolExecutor, handler: Handler, *, now: datetime) -> bool:
    desk = TimeDesk(
        timers=at(store, now), handlers={"case_due": handler}, clock=FixedClock(now), bell=Bell(), threads=threads
    )
    return asyncio.run(handle_next(desk, worker="a"))


def test_a_timer_is_handled_when_it_is_due_and_once(store: Database, threads: ThreadPoolExecutor) -> None:
    set_one(store, payload={"case": 318})
    seen = []

    def handler(held: Timer, now: datetime) -> tuple[Write, ...]:
        seen.append((held.key, held.due_at, dict(held.payload), now))
        return (counted,)

    early = handle(store, threads, handler, now=NOON - MINUTE)
    handled = [handle(store, threads, handler, now=NOON + MINUTE) for _ in range(2)]
    assert (early, handled) == (False, [True, False])
    assert seen == [("case:318:100", NOON, {"case": 318}, NOON + MINUTE)]
    assert (count(store), row(store)) == (1, ("done", 1, None))


def test_a_timer_that_is_done_rings_again_only_at_another_instant(store: Database) -> None:
    set_one(store)
    at(store, NOON).finish(claimed(store, now=NOON), writes=())
    set_one(store)
    assert claim(store, now=NOON) is None
    set_one(store, due_at=NOON + MINUTE)
    assert claim(store, now=NOON) is None
    assert claimed(store, now=NOON + MINUTE).due_at == NOON + MINUTE


def test_a_handler_may_set_its_own_timer_again(store: Database, threads: ThreadPoolExecutor) -> None:
    set_one(store)

    def handler(held: Timer, now: datetime) -> tuple[Write, ...]:
        return (counted, partial(set_timer, key=held.key, kind=held.kind, due_at=now + MINUTE))

    assert handle(store, threads, handler, now=NOON)
    assert not handle(store, threads, handler, now=NOON)
    assert handle(store, threads, handler, now=NOON + MINUTE)
    assert count(store) == 2


def test_a_worker_paused_past_its_lease_changes_nothing(store: Database) -> None:
    set_one(store)
    paused = claimed(store, now=NOON)
    assert claim(store, now=NOON + timedelta(seconds=8), worker="b") is None
    taken = claimed(store, now=NOON + timedelta(seconds=10), worker="b")
    with pytest.raises(LeaseLost):
        at(store, NOON).finish(paused, writes=(counted,))
    assert count(store) == 0
    at(store, NOON).finish(taken, writes=(counted,))
    with pytest.raises(LeaseLost):
        at(store, NOON).finish(paused, writes=(counted,))
    assert count(store) == 1


def test_a_claim_made_before_the_clock_was_put_back_does_not_hold_for_an_hour(store: Database) -> None:
    set_one(store, due_at=NOON - 2 * timedelta(hours=1))
    ahead = claimed(store, now=NOON)
    behind = claimed(store, now=NOON - timedelta(hours=1), worker="b")
    with pytest.raises(LeaseLost):
        at(store, NOON).finish(ahead, writes=(counted,))
    at(store, NOON).finish(behind, writes=(counted,))
    assert count(store) == 1


@pytest.mark.parametrize("change", ["moved", "cancelled"])
def test_a_timer_that_is_moved_or_cancelled_is_lost_to_whoever_handles_it(store: Database, change: str) -> None:
    set_one(store)
    held = claimed(store, now=NOON)
    if change == "moved":
        set_one(store, due_at=NOON + MINUTE)
    else:
        commit(store, [partial(cancel_timer, key="case:318:100")])
    with pytest.raises(LeaseLost):
        at(store, NOON).finish(held, writes=(counted,))
    assert (count(store), claim(store, now=NOON)) == (0, None)
    set_one(store, due_at=NOON + MINUTE)
    assert claimed(store, now=NOON + MINUTE).attempt == 1


def test_setting_a_timer_as_it_is_does_not_take_it_from_its_worker(store: Database) -> None:
    set_one(store)
    held = claimed(store, now=NOON)
    set_one(store)
    at(store, NOON).finish(held, writes=(counted,))
    assert count(store) == 1


def test_a_timer_set_in_a_transaction_that_fails_was_never_set(store: Database) -> None:
    with pytest.raises(Overtaken), writing(store) as connection:  # noqa: PT012 the transaction is what fails
        set_timer(connection, key="case:318:100", kind="case_due", due_at=NOON)
        raise Overtaken
    assert claim(store, now=NOON) is None


@pytest.mark.parametrize("place", ["in the handler", "in its write"])
def test_what_fails_is_tried_again_later_and_at_last_dead(
    store: Database, threads: ThreadPoolExecutor, place: str
) -> None:
    set_one(store)

    def fails(_: Connection) -> None:
        raise ValueError

    def handler(held: Timer, now: datetime) -> tuple[Write, ...]:
        if place == "in the handler":
            raise ValueError
        return (counted, fails)

    now = NOON
    for wait in WAITS:
        assert handle(store, threads, handler, now=now)
        assert not handle(store, threads, handler, now=now + wait - timedelta(seconds=1))
        now += wait
    assert row(store) == ("waiting", len(WAITS), "ValueError")
    assert handle(store, threads, handler, now=now)
    assert (row(store), count(store)) == (("dead", len(WAITS) + 1, "ValueError"), 0)
    assert not handle(store, threads, handler, now=now + timedelta(days=1))


def test_a_timer_that_ends_the_process_each_time_is_dead_at_last(store: Database, threads: ThreadPoolExecutor) -> None:
    set_one(store)
    now = NOON
    for _ in range(len(WAITS) + 1):
        claimed(store, now=now)
        now += 2 * LEASE
    assert handle(store, threads, lambda *_: (counted,), now=now)
    assert (row(store)[0], count(store)) == ("dead", 0)


async def given_time(store: Database, handler: Handler, *, lease: timedelta, drains: bool, stop_after: float) -> None:
    """Keep time by the machine's clock, and tell it to stop."""
    clock, stop = SystemClock(), asyncio.Event()
    with ThreadPoolExecutor(1) as threads:
        desk = TimeDesk(
            timers=StoredTimers(store, clock=clock),
            handlers={"case_due": handler},
            clock=clock,
            bell=Bell(),
            threads=threads,
            lease=lease,
            drains=drains,
        )
        keeping = asyncio.create_task(keep_time(desk, worker="a", stop=stop))
        await asyncio.sleep(stop_after)
        stop.set()
        await keeping


async def test_a_timer_whose_work_outlasts_its_lease_is_held_on_to(module_store: Database) -> None:
    lease, stolen = timedelta(milliseconds=200), []
    set_one(module_store)

    def handler(held: Timer, now: datetime) -> tuple[Write, ...]:
        for _ in range(6):
            time.sleep(0.1)
            other = StoredTimers(module_store, clock=SystemClock())
            stolen.append(other.claim(kinds=("case_due",), worker="b", lease=lease, now=SystemClock().now()))
        return (counted,)

    await given_time(module_store, handler, lease=lease, drains=True, stop_after=0.1)
    assert (stolen, row(module_store)) == ([None] * 6, ("done", 1, None))


async def test_long_work_is_given_back_at_the_stop_and_may_not_commit_then(store: Database) -> None:
    set_one(store)
    began = threading.Event()

    def handler(held: Timer, now: datetime) -> tuple[Write, ...]:
        began.set()
        time.sleep(0.5)
        return (counted,)

    await given_time(store, handler, lease=timedelta(milliseconds=300), drains=False, stop_after=0.2)
    assert began.is_set()
    assert (row(store), count(store)) == (("waiting", 0, None), 0)


def test_a_timer_of_a_kind_that_nobody_here_handles_is_left_alone(store: Database) -> None:
    set_one(store)
    assert at(store, NOON).claim(kinds=("digest",), worker="a", lease=LEASE, now=NOON) is None


def test_what_a_handler_saw_may_have_changed_and_then_it_looks_again(
    store: Database, threads: ThreadPoolExecutor
) -> None:
    set_one(store)
    tries = []

    def overtaken(_: Connection) -> None:
        raise Overtaken

    def handler(held: Timer, now: datetime) -> tuple[Write, ...]:
        tries.append(held.attempt)
        return (counted,) if len(tries) > 1 else (counted, overtaken)

    assert handle(store, threads, handler, now=NOON)
    assert handle(store, threads, handler, now=NOON)
    assert (tries, count(store), row(store)[0]) == ([1, 2], 1, "done")
