"""Two processes on one PostgreSQL, one of them killed or paused in the middle of an import: the other completes it."""

import asyncio
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from adapters.clock import FixedClock, SystemClock
from bot.jobs.durable import DbosJobs
from bot.jobs.imports import KIND, OrphanedImports, run_import
from bot.jobs.timing import TimeDesk, handle_next
from bot.main import MIGRATIONS
from bot.store.bell import Bell
from bot.store.timers import StoredTimers
from bot.store.work_book import WorkBook
from metrics.store import rollups
from metrics.store.engine import Database, open_engine, reading, sqlite_url
from metrics.store.importing import Importer
from metrics.store.migrate import upgrade
from metrics.store.tables import feedback, import_run, score
from tests.jobs.fakes import PlainJobs
from tests.jobs.one_import import Unchanged, job_of
from tests.jobs.test_killed_imports import CHECKOUT, write_file
from tests.stores import Stores

ROWS, CHUNK = 1_500, 50


@contextmanager
def importing(home: Path, files: tuple[Path, Path], *urls: str) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "tests.jobs.one_import", str(home), *map(str, files), str(CHUNK), *urls]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def rows(engine: Database) -> int:
    with reading(engine) as connection:
        return int(connection.scalar(select(func.coalesce(func.sum(import_run.c.rows), 0))) or 0)


def wait_for_rows(engine: Database, process: "subprocess.Popen[str]") -> None:
    deadline = time.monotonic() + 60
    while rows(engine) < CHUNK and time.monotonic() < deadline:
        assert process.poll() is None, process.stderr and process.stderr.read()
        time.sleep(0.005)


def take_over(engine: Database, jobs_url: str, home: Path) -> bool:
    """Do what a worker does a minute later, when the lease has run out."""
    later = FixedClock(SystemClock().now() + timedelta(seconds=15))
    imports = OrphanedImports(
        importer=Importer(engine, redactor=Unchanged()),
        open_jobs=lambda: DbosJobs(jobs_url, executor="worker"),
        rejects=home / "rejects",
    )
    with ThreadPoolExecutor(1) as threads:
        desk = TimeDesk(
            timers=StoredTimers(engine, clock=later),
            handlers={KIND: imports},
            clock=later,
            bell=Bell(),
            threads=threads,
        )
        return asyncio.run(handle_next(desk, worker="worker"))


def contents(engine: Database) -> tuple[Any, ...]:
    with reading(engine) as connection:
        assert rollups.check(connection) == ()
        return (
            connection.execute(select(func.count(), func.sum(score.c.value)).select_from(score)).one(),
            connection.execute(select(func.count()).select_from(feedback)).scalar_one(),
            connection.execute(select(import_run.c.tally)).scalar_one(),
            connection.execute(select(import_run.c.rows)).scalar_one(),
        )


def undisturbed(folder: Path, files: tuple[Path, Path]) -> tuple[Any, ...]:
    engine = open_engine(sqlite_url(folder / "calm.db"), durable=False)
    upgrade(engine, folders=MIGRATIONS)
    importer, job = Importer(engine, redactor=Unchanged()), job_of(folder / "calm", *files, chunk=CHUNK)
    run_import(importer, PlainJobs(), job, on_progress=lambda _: None)
    found = contents(engine)
    engine.dispose()
    return found


@pytest.mark.parametrize("fate", ["killed", pytest.param("paused", marks=pytest.mark.torture)])
def test_the_other_process_completes_the_import(stores: Stores, tmp_path: Path, fate: str) -> None:
    files = write_file(tmp_path, rows=ROWS)
    expected = undisturbed(tmp_path, files)
    with stores.url("postgresql", tmp_path) as url, stores.bare("postgresql", tmp_path) as jobs_url:
        engine = open_engine(url)
        with importing(tmp_path, files, url, jobs_url) as process:
            wait_for_rows(engine, process)
            process.send_signal(signal.SIGKILL if fate == "killed" else signal.SIGSTOP)
            while not take_over(engine, jobs_url, tmp_path):  # it was stopped within a transaction, whose rows it locks
                assert fate == "paused"
                process.send_signal(signal.SIGCONT)
                time.sleep(0.003)
                process.send_signal(signal.SIGSTOP)
            assert contents(engine) == expected
            if fate == "paused":
                process.send_signal(signal.SIGCONT)
                out, err = process.communicate(timeout=60)
                assert (out.splitlines()[-1], err) == (f"done {expected[2]['new']}", "")
                assert contents(engine) == expected
        with DbosJobs(jobs_url, executor="reader") as jobs:
            (work,) = WorkBook(engine).listed(states=["done"], kind=KIND, limit=9)
            runs = [(run.id.removeprefix(work.id), run.status) for run in jobs.runs(work.id)]
        assert runs == [("#1", "ABANDONED" if fate == "killed" else "ERROR"), ("#2", "SUCCESS")]
        assert work.attempts == 2
        engine.dispose()
