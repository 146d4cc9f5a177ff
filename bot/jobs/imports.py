"""The import of a file as durable work: each chunk is a step, a killed one goes on where it stopped.

Whoever imports holds a timer, `import:{run}-{attempt}`; each chunk commits only while it is still held. When the
process is gone, another takes the timer and goes on, if it can read the same file.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from bot.jobs.holding import Hands, Holding, await_end, take
from bot.jobs.ports import Jobs, OpenJobs, workflow_of
from bot.ports import OnProgress, Progress
from bot.store.inbox import LeaseLost
from bot.store.timers import Timer, check_held
from bot.store.writes import Write
from metrics.ingest.files import inspect
from metrics.ingest.import_map import read_map
from metrics.store.importing import Importer, Job
from metrics.store.runs import Run, Tally

KIND = "import"


class FileChanged(Exception):
    """The file or the map is no longer what the import began with."""


def run_import(
    importer: Importer, jobs: Jobs, job: Job, *, on_progress: OnProgress, held: Timer | None = None
) -> tuple[Tally, str | None]:
    """Import the file: what became of its rows, and the path of the rejected lines where there are any.

    A run that has not ended goes on, one that has ended is done again and finds its rows as they are. `on_progress` is
    told the bytes of the file.
    """
    run = importer.begin(job)
    hold = None if held is None else partial(check_held, held=held)
    started = importer.open(job, run=run, hold=hold)
    try:

        def step() -> bool:
            more = started.next_chunk()
            on_progress(Progress(done=started.bytes_read, total=job.file.size))
            return more

        jobs.run(workflow_of(_key(run), held=held), step)
        rejects = started.rejects
        return started.tally(), str(rejects.path) if rejects.count else None
    finally:
        started.close()


def import_held(
    importer: Importer, jobs: Jobs, job: Job, *, map_file: Path, hands: Hands, on_progress: OnProgress
) -> tuple[Tally, str | None]:
    """Import as `run_import` does, so that a worker goes on where this process was killed.

    Where another process is at the same file, what it makes of it is waited for.
    """
    run = importer.begin(job)
    held = take(hands, key=_key(run), kind=KIND, payload=_payload(job, map_file))
    if held is not None:
        with suppress(LeaseLost), Holding(hands, held):
            return run_import(importer, jobs, job, on_progress=on_progress, held=held)
        await_end(hands, key=held.key)
    return importer.tally(run), None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrphanedImports:
    """Goes on with imports whose process is gone; a handler of timers."""

    importer: Importer
    open_jobs: OpenJobs
    rejects: Path

    def __call__(self, timer: Timer, _now: datetime) -> tuple[Write, ...]:
        """Import to the end; raises UnreadableFile and FileChanged."""
        job = _job(timer.payload, rejects=self.rejects)
        run = self.importer.find(job)
        if run is None or _key(run) != timer.key:
            raise FileChanged(timer.key)
        if not run.finished:
            with self.open_jobs() as jobs:
                run_import(self.importer, jobs, job, on_progress=lambda _: None, held=timer)
        return ()


def _key(run: Run) -> str:
    return f"{KIND}:{run.id}-{run.attempt}"


def _payload(job: Job, map_file: Path) -> dict[str, Any]:
    return {
        "file": str(job.file.path.absolute()),
        "map": str(map_file.absolute()),
        "timezone": job.workspace_timezone,
        "now": job.now.isoformat(),
        "chunk": job.chunk,
    }


def _job(payload: Mapping[str, Any], *, rejects: Path) -> Job:
    return Job(
        file=inspect(Path(payload["file"])),
        import_map=read_map(Path(payload["map"]), workspace_timezone=payload["timezone"]),
        workspace_timezone=payload["timezone"],
        rejects=rejects,
        now=datetime.fromisoformat(payload["now"]),
        chunk=payload["chunk"],
    )
