from datetime import timedelta

import pytest

from adapters.clock import FixedClock, SystemClock
from bot.jobs.holding import Hands, Holding, await_end, take
from bot.store.inbox import LeaseLost
from bot.store.timers import StoredTimers, Timer, check_held
from bot.store.work_book import WorkBook
from metrics.store.engine import Database, writing

KEY, KIND = "import:a-1", "import"
LEASE = timedelta(milliseconds=300)


def hands(store: Database, worker: str = "a") -> Hands:
    return Hands(engine=store, clock=SystemClock(), worker=worker, lease=LEASE)


def taken(store: Database, worker: str = "a") -> Timer:
    held = take(hands(store, worker), key=KEY, kind=KIND, payload={"file": "a.csv"})
    assert held is not None
    return held


def state(store: Database) -> tuple[str, str | None]:
    found = WorkBook(store).find(KEY)
    assert found is not None
    return found.state, found.error


def test_work_that_a_command_does_is_done_at_its_end(store: Database) -> None:
    with Holding(hands(store), taken(store)):
        assert state(store) == ("claimed", None)
    assert state(store) == ("done", None)


def test_work_that_fails_or_is_stopped_is_dead_with_the_reason(store: Database) -> None:
    with pytest.raises(KeyboardInterrupt), Holding(hands(store), taken(store)):
        raise KeyboardInterrupt
    assert state(store) == ("dead", "KeyboardInterrupt")
    assert taken(store).attempt == 1


def test_what_is_in_other_hands_is_waited_for_and_not_done_twice(store: Database) -> None:
    first = taken(store)
    StoredTimers(store, clock=SystemClock()).finish(first, writes=())
    await_end(hands(store, "b"), key=KEY)
    assert state(store) == ("done", None)


def test_work_is_taken_when_its_process_is_gone_and_the_first_may_not_commit_any_more(store: Database) -> None:
    first = taken(store)
    second = taken(store, "b")
    assert (second.attempt, second.claim) == (2, first.claim + 1)
    with pytest.raises(LeaseLost), writing(store) as connection:
        check_held(connection, held=first)
    with writing(store) as connection:
        check_held(connection, held=second)


def test_whoever_lost_the_work_leaves_its_end_to_the_other(store: Database) -> None:
    ahead = FixedClock(SystemClock().now() + LEASE * 1.5)
    with Holding(hands(store), taken(store)):
        other = StoredTimers(store, clock=ahead).claim(kinds=(KIND,), worker="b", lease=LEASE, now=ahead.now(), key=KEY)
        assert other is not None
    assert state(store) == ("claimed", None)
