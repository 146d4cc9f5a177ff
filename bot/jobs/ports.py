"""What durable flows need, as protocols."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from bot.store.timers import Timer

Step = Callable[[], bool]
"""Does a piece of work in a transaction of its own; False: it was the last. Done twice, it must do no harm."""

CLAIM = "#"
"""Before the number of the claim, at the end of the id of a workflow that is done under a lease."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRun:
    """One workflow: PENDING, SUCCESS, ERROR, or ABANDONED for another."""

    id: str
    status: str


class Jobs(Protocol):
    """Runs steps durably."""

    def run(self, workflow_id: str, step: Step) -> None:
        """Repeat `step` until it says that it was the last.

        What a step raises is raised here, and the same id may then be run again.
        """
        ...

    def runs(self, work: str) -> Sequence[JobRun]:
        """Give the workflows of a piece of work, the first first."""
        ...


OpenJobs = Callable[[], AbstractContextManager[Jobs]]


def workflow_of(key: str, *, held: Timer | None) -> str:
    """Name the workflow of a piece of work: each claim has its own, so that two never write in one."""
    return key if held is None else f"{key}{CLAIM}{held.claim}"
