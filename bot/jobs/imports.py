"""The import of a file as durable work: each chunk is a step, a killed one goes on where it stopped."""

from bot.jobs.ports import Jobs
from bot.ports import OnProgress, Progress
from metrics.store.importing import Importer, Job
from metrics.store.runs import Tally


def run_import(importer: Importer, jobs: Jobs, job: Job, *, on_progress: OnProgress) -> tuple[Tally, str | None]:
    """Import the file: what became of its rows, and the path of the rejected lines where there are any.

    The workflow's id holds the run and how often it was done before: a run that has not ended is resumed, one that has
    ended is done again and finds its rows as they are. `on_progress` is told the bytes of the file.
    """
    run = importer.begin(job)
    started = importer.open(job, run=run)
    try:

        def step() -> bool:
            more = started.next_chunk()
            on_progress(Progress(done=started.bytes_read, total=job.file.size))
            return more

        jobs.run(f"import:{run.id}-{run.attempt}", step)
        rejects = started.rejects
        return started.tally(), str(rejects.path) if rejects.count else None
    finally:
        started.close()
