"""Work that a command does itself, under the lease that a worker would have: killed, a worker takes it over."""

import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from bot.jobs.timing import LEASE
from bot.ports import Clock
from bot.store.busy import StoreBusy
from bot.store.commit import commit
from bot.store.inbox import LeaseLost
from bot.store.timers import CANCELLED, CLAIMED, DEAD, DONE, WAITING, StoredTimers, Timer, ask_for
from metrics.store.engine import Database

LOOK_AGAIN_S = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """Whose hands they are; `clock` is the machine's."""

    engine: Database
    clock: Clock
    worker: str
    lease: timedelta = LEASE

    @property
    def timers(self) -> StoredTimers:
        """The timers of this store."""
        return StoredTimers(self.engine, clock=self.clock)


def await_end(hands: Hands, *, key: str) -> None:
    """Wait until work that another process does has ended, one way or the other."""
    while hands.timers.state(key) in (WAITING, CLAIMED):
        time.sleep(LOOK_AGAIN_S)


def take(hands: Hands, *, key: str, kind: str, payload: Mapping[str, Any]) -> Timer | None:
    """Ask for work and take it, at once or when whoever is at it is gone; None: another has ended it."""
    commit(hands.engine, [partial(ask_for, key=key, kind=kind, due_at=hands.clock.now(), payload=payload)])
    while True:
        held = hands.timers.claim(kinds=(kind,), worker=hands.worker, lease=hands.lease, now=hands.clock.now(), key=key)
        if held is not None:
            return held
        if hands.timers.state(key) in (DONE, DEAD, CANCELLED):
            return None
        time.sleep(LOOK_AGAIN_S)


class Holding:
    """Holds a timer while the block works, then ends it: done, or dead of what the block raised.

    Where another has taken it meanwhile, that one ends it.
    """

    def __init__(self, hands: Hands, held: Timer) -> None:
        self._hands = hands
        self._held = held
        self._let_go = threading.Event()
        self._heart = threading.Thread(target=self._beat, daemon=True)

    def __enter__(self) -> Timer:
        """Begin to hold it."""
        self._heart.start()
        return self._held

    def __exit__(self, failure: type[BaseException] | None, *_: object) -> None:
        """End it."""
        self._let_go.set()
        self._heart.join()
        with suppress(LeaseLost):
            if failure is None:
                self._hands.timers.finish(self._held, writes=())
            else:
                self._hands.timers.bury(self._held, error=failure.__name__)

    def _beat(self) -> None:
        lease = self._hands.lease
        while not self._let_go.wait(lease.total_seconds() / 3):
            with suppress(LeaseLost, StoreBusy):  # then the work itself is refused, or it is tried again
                self._hands.timers.extend(self._held, lease=lease)
