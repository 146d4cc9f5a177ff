"""A breaker: after some failures in a row a thing that others run is left alone for a while, then tried once."""

from collections.abc import Callable
from threading import Lock
from time import monotonic

FAILURES = 3
REST_S = 30.0


class Breaker:
    """Counts failures in a row. `now` gives seconds of a clock that never goes back."""

    def __init__(self, *, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._failures = 0
        self._closed_from = 0.0
        self._mutex = Lock()

    def lets_through(self) -> bool:
        """Say whether to try; after a rest one try is let through, and the next ones only when it has gone well."""
        with self._mutex:
            if self._failures < FAILURES:
                return True
            if self._now() < self._closed_from:
                return False
            self._closed_from = self._now() + REST_S
            return True

    def succeeded(self) -> None:
        """Forget the failures."""
        with self._mutex:
            self._failures = 0

    def failed(self) -> None:
        """Count a failure."""
        with self._mutex:
            self._failures += 1
            self._closed_from = self._now() + REST_S
