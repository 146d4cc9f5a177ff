"""What durable flows need, as protocols."""

from collections.abc import Callable
from typing import Protocol

Step = Callable[[], bool]
"""Does a piece of work in a transaction of its own; False: it was the last. Done twice, it must do no harm."""


class Jobs(Protocol):
    """Runs steps durably."""

    def run(self, workflow_id: str, step: Step) -> None:
        """Repeat `step` until it says that it was the last, resuming what was interrupted under the same id.

        What a step raises is raised here, and the same id may then be run again.
        """
        ...
