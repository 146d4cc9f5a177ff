"""Read all texts of a home in a process of its own, to be killed: home and texts a batch. Says when it has begun."""

import os
import sys
from pathlib import Path

from bot.jobs.annotation import run_annotation
from bot.jobs.durable import DbosJobs
from knowledge.annotation import TextReading
from metrics.store.engine import open_engine, sqlite_url


def main(home: Path, batch: int) -> None:
    engine = open_engine(sqlite_url(home / "shop.db"))
    texts = TextReading(engine, batch=batch)
    jobs = DbosJobs(sqlite_url(home / "jobs.db"), executor=f"process-{os.getpid()}")
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    run_annotation(texts, jobs)
    sys.stdout.write("done\n")
    sys.stdout.flush()
    os._exit(0)  # what DBOS takes to stop is no part of what is tested


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
