"""Durable work on DBOS: the only file that knows it.

A workflow repeats a step that this process was handed. Each process is an executor of its own, so that nothing starts
by itself when DBOS is launched; an interrupted workflow goes on when the same work is asked for again.
"""

import logging

from dbos import DBOS, DBOSConfig, SetWorkflowID, WorkflowHandle

from bot.jobs.engine import open_jobs_engine
from bot.jobs.ports import Step

APPLICATION_VERSION = "1"
"""Raised when a workflow's steps change, so that one begun by older code is not continued by newer."""

RESUMABLE = ("PENDING", "ENQUEUED", "DELAYED")


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

    def close(self) -> None:
        """Stop DBOS."""
        DBOS.destroy(destroy_registry=True)
        if self._engine is not None:
            self._engine.dispose()

    def _started(self, workflow_id: str) -> WorkflowHandle[None]:
        before = DBOS.get_workflow_status(workflow_id)
        if before is not None and before.status in RESUMABLE:
            return DBOS.resume_workflow(workflow_id)
        if before is not None:
            DBOS.delete_workflow(workflow_id)  # it failed, or the database it worked on was put back to before it
        with SetWorkflowID(workflow_id):
            return DBOS.start_workflow(self._repeat, workflow_id)


def _silence() -> None:
    """Keep DBOS from writing to the terminal: what fails is raised to whoever asked for the work."""
    logger = logging.getLogger("dbos")
    logger.propagate = False
    if not any(isinstance(handler, logging.NullHandler) for handler in logger.handlers):
        logger.addHandler(logging.NullHandler())
    for handler in list(logger.handlers):
        if isinstance(handler, logging.StreamHandler):
            logger.removeHandler(handler)
