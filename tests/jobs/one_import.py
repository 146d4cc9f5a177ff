"""Run one import in a process of its own, to be killed or paused: home, file, map, rows a chunk. Says when it begins.

With the URLs of a store and of durable work besides, it holds the import so that a worker may take it over.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from adapters.clock import SystemClock
from bot.jobs.durable import DbosJobs
from bot.jobs.holding import Hands
from bot.jobs.imports import import_held, run_import
from bot.main import MIGRATIONS
from metrics.ingest.files import inspect
from metrics.ingest.import_map import read_map
from metrics.store.engine import open_engine, sqlite_url
from metrics.store.importing import Importer, Job
from metrics.store.migrate import upgrade


class Unchanged:
    def redact(self, text: str) -> str:
        return text


def job_of(home: Path, file: Path, map_file: Path, *, chunk: int) -> Job:
    return Job(
        import_map=read_map(map_file, workspace_timezone="UTC"),
        file=inspect(file),
        workspace_timezone="UTC",
        rejects=home / "rejects",
        now=datetime(2026, 11, 20, tzinfo=UTC),
        chunk=chunk,
    )


def main(home: Path, file: Path, map_file: Path, chunk: int, urls: list[str]) -> None:
    engine = open_engine(urls[0] if urls else sqlite_url(home / "cxbot.db"))
    upgrade(engine, folders=MIGRATIONS)
    job = job_of(home, file, map_file, chunk=chunk)
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    jobs = DbosJobs(urls[1] if urls else sqlite_url(home / "jobs.db"), executor=f"process-{os.getpid()}")
    importer = Importer(engine, redactor=Unchanged())
    if urls:
        hands = Hands(engine=engine, clock=SystemClock(), worker=f"process-{os.getpid()}")
        tally, _ = import_held(importer, jobs, job, map_file=map_file, hands=hands, on_progress=lambda _: None)
    else:
        tally, _ = run_import(importer, jobs, job, on_progress=lambda _: None)
    sys.stdout.write("done\n" if not urls else f"done {tally.new}\n")
    sys.stdout.flush()
    os._exit(0)  # what DBOS takes to stop is no part of what is tested


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]), sys.argv[5:])
