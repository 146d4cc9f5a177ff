"""Dates in cells: the map's formats, read without guessing."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from metrics.ingest.reasons import Reason, Rejected

EARLIEST_YEAR = 1900
"""A date before it is a typing error or a placeholder (0001-01-01), never feedback."""

_DIGITS = {"Y": r"(?P<Y>\d{4})", "m": r"(?P<m>\d{1,2})", "d": r"(?P<d>\d{1,2})", "H": r"(?P<H>\d{1,2})"} | {
    "M": r"(?P<M>\d{1,2})",
    "S": r"(?P<S>\d{1,2})",
}
_FIELDS = {"Y": "year", "m": "month", "d": "day", "H": "hour", "M": "minute", "S": "second"}

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
    """Read one format: by a pattern where it is digits only, which is ten times faster than strptime."""
    directives = re.findall(r"%(.)", form)
    if not set(directives) <= _DIGITS.keys() or len(set(directives)) < len(directives):
        return lambda cell: datetime.strptime(cell, form)  # noqa: DTZ007 the caller gives the zone
    parts = re.split(r"%(.)", form)
    text = "".join(_DIGITS[part] if index % 2 else re.escape(part) for index, part in enumerate(parts))
    pattern = re.compile(text, re.ASCII)
    names = [_FIELDS[directive] for directive in directives]
    start = {"year": EARLIEST_YEAR, "month": 1, "day": 1}

    def read(cell: str) -> datetime | None:
        found = pattern.fullmatch(cell)
        if found is None:
            return None
        return datetime(**(start | dict(zip(names, map(int, found.groups()), strict=True))))  # type: ignore[arg-type]  # noqa: DTZ001 the caller gives the zone

    return read
