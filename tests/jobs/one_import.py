"""Run one import in a process of its own, to be killed: home, file, map and rows a chunk. Says when it has begun."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.jobs.durable import DbosJobs
from bot.jobs.imports import run_import
from bot.main import MIGRATIONS
from metrics.ingest.files import inspect
from metrics.ingest.import_map import read_map
from metrics.store.engine import open_engine, sqlite_url
from metrics.store.importing import Importer, Job
from metrics.store.migrate import upgrade


class Unchanged:
    def redact(self, text: str) -> str:
        return text


def main(home: Path, file: Path, map_file: Path, chunk: int) -> None:
    engine = open_engine(sqlite_url(home / "cxbot.db"))
    upgrade(engine, folders=MIGRATIONS)
    job = Job(
        import_map=read_map(map_file, workspace_timezone="UTC"),
        file=inspect(file),
        workspace_timezone="UTC",
        rejects=home / "rejects",
        now=datetime(2026, 11, 20, tzinfo=UTC),
        chunk=chunk,
    )
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    jobs = DbosJobs(sqlite_url(home / "jobs.db"), executor=f"process-{os.getpid()}")
    run_import(Importer(engine, redactor=Unchanged()), jobs, job, on_progress=lambda _: None)
    sys.stdout.write("done\n")
    sys.stdout.flush()
    os._exit(0)  # what DBOS takes to stop is no part of what is tested


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
