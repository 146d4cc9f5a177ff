"""Dates in cells: the map's formats, read without guessing."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from metrics.ingest.reasons import Reason, Rejected

EARLIEST_YEAR = 1900
"""A date before it is a typing error or a placeholder (0001-01-01), never feedback."""

_DIGITS = {part: rf"(?P<{part}>\d{{{'4' if part == 'Y' else '1,2'}}})" for part in "YmdHMS"}
"""The directives that are digits, in the order in which datetime takes them."""

_ISO_SIGNS: Mapping[str, Mapping[int, str]] = {
    "%Y-%m-%d": {4: "-", 7: "-"},
    "%Y-%m-%d %H:%M:%S": {4: "-", 7: "-", 10: " ", 13: ":", 16: ":"},
    "%Y-%m-%dT%H:%M:%S": {4: "-", 7: "-", 10: "T", 13: ":", 16: ":"},
}
"""Formats that are ISO 8601 if these signs stand at these places, and two digits after the last."""

ReadDate = Callable[[str], datetime]


def date_reader(formats: tuple[str, ...], *, timezone: str) -> ReadDate:
    """Read a cell as an aware UTC instant; a time without a zone is local to `timezone`. No formats: ISO 8601.

    The reader raises Rejected(BAD_DATE).
    """
    zone = ZoneInfo(timezone)
    readers = [_reader(form) for form in formats] or [_iso]

    def read(cell: str) -> datetime:
        for reader in readers:
            try:
                at = reader(cell)
                if at is not None and at.year >= EARLIEST_YEAR:
                    return (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(UTC)
            except (ValueError, OverflowError):
                continue
        raise Rejected(Reason.BAD_DATE)

    return read


def is_format(form: str) -> bool:
    """Say whether strptime knows every directive of the format."""
    try:
        datetime.strptime(datetime(2001, 2, 3, 4, 5, 6, tzinfo=UTC).strftime(form), form)  # noqa: DTZ007 only tried
    except ValueError:
        return False
    return "%" in form


def _iso(cell: str) -> datetime | None:
    return datetime.fromisoformat(cell)


@cache
def _reader(form: str) -> Callable[[str], datetime | None]:
    """Read one format: as ISO where it looks it, else by a pattern where it is digits only, else by strptime."""
    by_digits = _digits_reader(form)
    signs = _ISO_SIGNS.get(form)
    if signs is None:
        return by_digits
    length = max(signs) + 3

    def read(cell: str) -> datetime | None:
        iso = len(cell) == length and all(cell[place] == sign for place, sign in signs.items())
        return datetime.fromisoformat(cell) if iso else by_digits(cell)

    return read


def _digits_reader(form: str) -> Callable[[str], datetime | None]:
    """Read a format by a pattern, which is ten times faster than strptime."""
    parts = re.split(r"%(.)", form)
    order = tuple(part for part in _DIGITS if part in parts[1::2])
    if len(order) < max(3, len(parts) // 2) or order != tuple(_DIGITS)[: len(order)]:
        return lambda cell: datetime.strptime(cell, form)  # noqa: DTZ007 the caller gives the zone
    text = "".join(_DIGITS[part] if index % 2 else re.escape(part) for index, part in enumerate(parts))
    pattern = re.compile(text, re.ASCII)

    def read(cell: str) -> datetime | None:
        found = pattern.fullmatch(cell)
        return None if found is None else datetime(*map(int, found.group(*order)))  # type: ignore[arg-type]  # noqa: DTZ001 the caller gives the zone

    return read
