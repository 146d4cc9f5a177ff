"""Durable work on DBOS: the only file that knows it.

A workflow repeats a step that this process was handed, so another process cannot run it: each is an executor of its
own, which DBOS starts nothing for by itself. What was interrupted is asked for again, and goes on because its steps
keep their progress with their rows. The workflow of a process that is gone is left as it is: to end it would mean to
wait for one that is only paused, and holds its row.
"""

import logging

from dbos import DBOS, DBOSConfig, SetWorkflowID, WorkflowHandle

from bot.jobs.engine import open_jobs_engine
from bot.jobs.ports import CLAIM, JobRun, Step

APPLICATION_VERSION = "1"
"""Raised when a workflow's steps change, so that one begun by older code is not continued by newer."""

OPEN = ("PENDING", "ENQUEUED", "DELAYED")
ABANDONED = "ABANDONED"
"""What an open workflow is after which another was begun."""


class DbosJobs:
    """Runs steps as DBOS workflows; there is one of these in a process, from `DbosJobs(...)` to `close`."""

    def __init__(self, url: str, *, executor: str) -> None:
        """Open the database of durable work at `url`; `executor` is a name that no other process has."""
        config: DBOSConfig = {
            "name": "cxbot",
            "system_database_url": url,
            "system_database_engine": open_jobs_engine(url),
            "application_version": APPLICATION_VERSION,
            "executor_id": executor,
            "log_level": "CRITICAL",
            "console_log_level": "CRITICAL",
        }
        self._engine = config["system_database_engine"]
        self._steps: dict[str, Step] = {}
        _silence()
        DBOS(config=config)

        @DBOS.step(name="cxbot.step")
        def step(workflow_id: str) -> bool:
            return self._steps[workflow_id]()

        @DBOS.workflow(name="cxbot.repeat")
        def repeat(workflow_id: str) -> None:
            while step(workflow_id):
                pass

        self._repeat = repeat
        DBOS.launch()

    def run(self, workflow_id: str, step: Step) -> None:
        """Repeat `step` until it says that it was the last (see `ports.Jobs`)."""
        self._steps[workflow_id] = step
        try:
            self._started(workflow_id).get_result()
        finally:
            del self._steps[workflow_id]

    def runs(self, work: str) -> tuple[JobRun, ...]:
        """Give the workflows of a piece of work, the first first."""
        found = [
            run
            for run in DBOS.list_workflows(workflow_id_prefix=work, load_input=False, load_output=False)
            if _work(run.workflow_id) == work
        ]
        return tuple(
            JobRun(id=run.workflow_id, status=ABANDONED if run.status in OPEN and run is not found[-1] else run.status)
            for run in found
        )

    def __enter__(self) -> "DbosJobs":
        """Be used until the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop DBOS."""
        self.close()

    def close(self) -> None:
        """Stop DBOS."""
        DBOS.destroy(destroy_registry=True)
        if self._engine is not None:
            self._engine.dispose()

    def _started(self, workflow_id: str) -> WorkflowHandle[None]:
        if DBOS.get_workflow_status(workflow_id) is not None:  # failed, interrupted, or of a database since put back
            DBOS.delete_workflow(workflow_id)
        with SetWorkflowID(workflow_id):
            return DBOS.start_workflow(self._repeat, workflow_id)


def _work(workflow_id: str) -> str:
    return workflow_id.split(CLAIM, maxsplit=1)[0]


def _silence() -> None:
    """Keep DBOS from writing to the terminal: what fails is raised to whoever asked for the work."""
    logger = logging.getLogger("dbos")
    logger.propagate = False
    if not any(isinstance(handler, logging.NullHandler) for handler in logger.handlers):
        logger.addHandler(logging.NullHandler())
    for handler in list(logger.handlers):
        if isinstance(handler, logging.StreamHandler):
            logger.removeHandler(handler)
