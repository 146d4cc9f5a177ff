"""Wakes the loops of this process when there is something to claim; those of other processes look by themselves."""

import asyncio
from contextlib import suppress


class Bell:
    """Rung after a commit that put work on a table. Used on one event loop."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def ring(self) -> None:
        """Wake everyone who listens."""
        self._next.set()
        self._next = asyncio.Event()

    def listen(self) -> asyncio.Event:
        """Give the next ring, to be taken before looking so that a ring in between is not missed."""
        return self._next


async def heard(ring: asyncio.Event, *, timeout_s: float) -> None:
    """Wait for a ring, or until it is time to look anyway."""
    with suppress(TimeoutError):
        await asyncio.wait_for(ring.wait(), timeout_s)
