"""What is made of the same cells is the same: made once, and remembered while it does not take too much room."""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, Generic, TypeVar

MOST = 20_000
"""Distinct cells remembered; then all are forgotten, since a column of such has few that come again."""

_MISSING: Any = object()

T = TypeVar("T")
Cells = Sequence[str]


class Remembered(Generic[T]):
    """A pure function of the cells at some places of a row. What it raises is not remembered."""

    def __init__(self, make: Callable[[Cells], T], *, places: Sequence[int]) -> None:
        self._make = make
        self._pick: Callable[[Cells], Any] = itemgetter(*places) if places else _nothing
        self._known: dict[Any, T] = {}

    def __call__(self, cells: Cells) -> T:
        """Give what is made of the row's cells."""
        key = self._pick(cells)
        try:
            return self._known[key]
        except KeyError:
            if len(self._known) >= MOST:
                self._known.clear()
            made = self._known[key] = self._make(cells)
            return made

    def column(self, rows: Sequence[Cells]) -> list[T]:
        """Give what is made of each row's cells."""
        known = self._known.get
        found = [known(key, _MISSING) for key in map(self._pick, rows)]
        if _MISSING not in found:
            return found
        return [self(cells) if one is _MISSING else one for one, cells in zip(found, rows, strict=True)]


def _nothing(_: Cells) -> None:
    return None
