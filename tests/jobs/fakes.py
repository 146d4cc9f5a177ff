"""Durable work that is not durable."""

from bot.jobs.ports import JobRun, Step


class PlainJobs:
    """Runs steps here and now."""

    def run(self, workflow_id: str, step: Step) -> None:
        while step():
            pass

    def runs(self, work: str) -> tuple[JobRun, ...]:
        return ()
