"""What is worked out once and shared: digests of equal scopes, for as long as the numbers are fresh enough."""

from collections.abc import Callable, Hashable
from datetime import datetime, timedelta
from threading import Lock
from typing import Any, TypeVar

FRESH = timedelta(minutes=5)
"""Most people get theirs at the same minute; whoever comes later than this has it worked out anew."""

_Kept = TypeVar("_Kept")


class Shared:
    """Keeps what was made for a key; may be used from any thread, which wait for one another."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[datetime, Any]] = {}
        self._lock = Lock()

    @property
    def keys(self) -> tuple[Hashable, ...]:
        """Name what is kept."""
        return tuple(self._kept)

    def kept(self, key: Hashable, *, now: datetime, make: Callable[[], _Kept]) -> _Kept:
        """Give what was made for the key, or make it."""
        with self._lock:
            self._kept = {one: held for one, held in self._kept.items() if abs(now - held[0]) <= FRESH}
            found = self._kept.get(key)
            if found is not None:
                value: _Kept = found[1]
                return value
        made = make()
        with self._lock:
            self._kept[key] = (now, made)
        return made
