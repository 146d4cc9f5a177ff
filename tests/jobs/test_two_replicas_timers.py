"""Two processes keep time on one database, one is killed or paused at any moment: each timer is handled once."""

import asyncio
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from adapters.clock import FixedClock, SystemClock
from bot.store.busy import StoreBusy, or_busy
from bot.store.checkpoints import KILLED, TIMER_CHECKPOINTS
from bot.store.commit import commit
from bot.store.tables import fact
from bot.store.timers import set_timer
from bot.store.work_tables import timer
from metrics.store.engine import Database, open_engine, reading, writing
from tests.jobs.one_worker import KIND, work_off
from tests.jobs.test_killed_imports import CHECKOUT
from tests.stores import KINDS, Stores

TIMERS = 25
QUICK = "timer-handled"
LEASE = timedelta(milliseconds=600)


def set_all(engine: Database, *, number: int = TIMERS) -> list[tuple[str, str]]:
    """Set timers that are due; say what the facts must be when each is handled once."""
    due, keys = SystemClock().now() - timedelta(hours=1), [f"count:{at:03}" for at in range(number)]
    commit(engine, [partial(set_timer, key=key, kind=KIND, due_at=due) for key in keys])
    return [(key, "1") for key in keys]


@contextmanager
def working(url: str, *, crash_at: str = "") -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "tests.jobs.one_worker", url, str(LEASE // timedelta(milliseconds=1))]
    with subprocess.Popen(
        command,
        cwd=CHECKOUT,
        env={**os.environ, "CXBOT_CRASH_AT": crash_at},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def work_later(engine: Database) -> None:
    """Handle what is left in this process, when the lease of the other has run out."""
    later = FixedClock(SystemClock().now() + 2 * LEASE)
    asyncio.run(work_off(engine, worker="later", clock=later, lease=LEASE))


def counted(engine: Database) -> list[tuple[str, str]]:
    query = select(fact.c.key, fact.c.value).where(fact.c.key.startswith("count:")).order_by(fact.c.key)
    with reading(engine) as connection:
        return [(row.key, row.value) for row in connection.execute(query)]


def states(engine: Database) -> set[str]:
    with reading(engine) as connection:
        return set(connection.execute(select(timer.c.state)).scalars())


@pytest.mark.parametrize("kind", [pytest.param("sqlite", marks=pytest.mark.torture), "postgresql"])
@pytest.mark.parametrize(
    "crash_at", [pytest.param(at, marks=() if at == QUICK else pytest.mark.torture) for at in TIMER_CHECKPOINTS]
)
def test_a_process_killed_at_a_checkpoint_loses_no_timer_and_doubles_none(
    stores: Stores, tmp_path: Path, kind: str, crash_at: str
) -> None:
    with stores.url(kind, tmp_path) as url:
        engine = open_engine(url, durable=False)
        expected = set_all(engine, number=3)
        with working(url, crash_at=crash_at) as process:
            assert process.wait(60) == KILLED
        assert len(counted(engine)) == (1 if crash_at == "timer-committed" else 0)
        work_later(engine)
        assert (counted(engine), states(engine)) == (expected, {"done"})
        engine.dispose()


def share(url: str, *, seed: int, fates: tuple[signal.Signals, ...]) -> None:
    rng, engine = random.Random(seed), open_engine(url, durable=False)
    expected = set_all(engine)
    for fate in fates:
        with working(url) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "begun\n"
            time.sleep(rng.uniform(0, 0.3))
            process.send_signal(fate)
            work_later(engine)
            if fate == signal.SIGSTOP:
                process.send_signal(signal.SIGCONT)
                assert process.wait(60) == 0
    work_later(engine)
    assert (counted(engine), states(engine)) == (expected, {"done"})
    engine.dispose()


def test_a_paused_process_commits_nothing_late(stores: Stores, tmp_path: Path) -> None:
    with stores.url("postgresql", tmp_path) as url:
        share(url, seed=1, fates=(signal.SIGSTOP,))


def test_postgresql_frees_the_rows_of_a_process_paused_within_a_transaction(stores: Stores, tmp_path: Path) -> None:
    with stores.url("postgresql", tmp_path) as url:
        engine = open_engine(url)
        with engine.connect() as connection:
            assert connection.exec_driver_sql("SHOW idle_in_transaction_session_timeout").scalar_one() == "1min"

        @or_busy
        def pause() -> None:
            with writing(engine) as connection:
                connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 50")
                time.sleep(0.3)
                connection.exec_driver_sql("SELECT 1")

        with pytest.raises(StoreBusy):
            pause()
        with reading(engine) as connection:
            assert connection.exec_driver_sql("SELECT 1").scalar_one() == 1
        engine.dispose()


@pytest.mark.torture
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(5))
def test_processes_killed_and_paused_at_any_moment_share_timers(
    stores: Stores, tmp_path: Path, kind: str, seed: int
) -> None:
    with stores.url(kind, tmp_path) as url:
        share(url, seed=seed, fates=(signal.SIGKILL, signal.SIGSTOP, signal.SIGKILL))
