"""On which local day of a zone an instant falls."""

from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

HOUR_S, DAY_S = 3_600, 86_400
EPOCH_DAY = date(1970, 1, 1).toordinal()
MOST_HOURS = 50_000
"""Hours remembered, six years of them; then all are forgotten."""


def local_day(at: datetime, *, timezone: str) -> int:
    """Say on which local day of the zone the instant falls, as the ordinal that is stored."""
    return at.astimezone(_zone(timezone)).toordinal()


class LocalDays:
    """The same for many instants: a zone's offset is looked up once for each hour in which it does not change."""

    def __init__(self) -> None:
        self._offsets: dict[tuple[str, int], float | None] = {}

    def at(self, timestamp: float, *, timezone: str) -> int:
        """Give the local day of an instant told in seconds since 1970."""
        hour = int(timestamp // HOUR_S)
        try:
            offset = self._offsets[timezone, hour]
        except KeyError:
            offset = self._remembered(timezone, hour)
        if offset is None:
            return local_day(datetime.fromtimestamp(timestamp, UTC), timezone=timezone)
        return EPOCH_DAY + int((timestamp + offset) // DAY_S)

    def _remembered(self, timezone: str, hour: int) -> float | None:
        """Give the offset in seconds that holds all through the hour; None: the clocks change in it."""
        if len(self._offsets) >= MOST_HOURS:
            self._offsets.clear()
        first, last = _offset_s(timezone, hour * HOUR_S), _offset_s(timezone, (hour + 1) * HOUR_S)
        offset = self._offsets[timezone, hour] = first if first == last else None
        return offset


def _offset_s(timezone: str, timestamp: int) -> float:
    offset = datetime.fromtimestamp(timestamp, _zone(timezone)).utcoffset()
    return offset.total_seconds() if offset else 0.0


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
