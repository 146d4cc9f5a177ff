"""Text to raw rows, one at a time: CSV whose quotes may be broken, and JSON lines.

A CSV record that spans lines is believed only if it closes its quotes within RECORD_LIMIT and has as many cells as the
header; else its first line alone is rejected and reading goes on with the next, so that one stray quote costs one line.
"""

import csv
import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TextIO

from metrics.ingest.reasons import Reason

FIELD_LIMIT = 64 * 1024
RECORD_LIMIT = 256 * 1024
DELIMITERS = (",", ";", "\t", "|")
HALF_CHARACTER = re.compile("[\ud800-\udfff]")
"""What JSON can spell and no encoding can: half of a character outside the basic plane."""


class RawRow(NamedTuple):
    """A row as it stands in the file; `cells` is None where `reason` says why it could not be read."""

    line: int
    text: str
    cells: Sequence[str] | None
    reason: Reason | None


class _Line(NamedTuple):
    number: int
    text: str
    whole: bool


class CsvRows:
    """The rows of a CSV text after its header."""

    def __init__(self, stream: TextIO, *, wanted: Sequence[str]) -> None:
        self._lines = _lines(stream)
        self._ahead: deque[_Line] = deque()
        first = self._next_line()
        self._delimiter = _delimiter(first.text if first else "", wanted=wanted)
        self.header = [name.strip() for name in _cells(first.text, self._delimiter) or []] if first else []

    def __iter__(self) -> Iterator[RawRow]:
        while (line := self._next_line()) is not None:
            if line.text.strip("\r\n"):
                yield self._plain_row(line) or self._row(line)

    def _plain_row(self, line: _Line) -> RawRow | None:
        """Split a line in which there is nothing to beware of, as most are; None: it must be looked at."""
        bare = line.text.rstrip("\r\n")
        if len(bare) > FIELD_LIMIT or '"' in bare or "\0" in bare or "\r" in bare:
            return None
        cells = bare.split(self._delimiter)
        return RawRow(line.number, line.text, cells, None) if len(cells) == len(self.header) else None

    def _row(self, line: _Line) -> RawRow:
        if not line.whole:
            return _broken(line, Reason.TOO_LONG)
        cells = _cells(line.text, self._delimiter)
        if cells is None:
            return self._spanning(line)
        return self._checked(line.number, line.text, cells)

    def _spanning(self, first: _Line) -> RawRow:
        """Join lines up to the one that closes the quote; give them back if the whole is then no whole row.

        Inside a quoted field quotes stand in pairs, so the closing line is the first with an odd number of them.
        """
        taken = [first]
        size = len(first.text)
        while size <= RECORD_LIMIT and (line := self._next_line()) is not None:
            taken.append(line)
            size += len(line.text)
            if line.text.count('"') % 2 == 0:
                continue
            text = "".join(part.text for part in taken)
            cells = _cells(text, self._delimiter)
            if cells is None or len(cells) != len(self.header):
                break
            return self._checked(first.number, text, cells)
        self._ahead.extendleft(reversed(taken[1:]))
        return _broken(first, Reason.UNBALANCED_QUOTE)

    def _checked(self, number: int, text: str, cells: list[str]) -> RawRow:
        if "\0" in text:
            return RawRow(number, text, None, Reason.NUL_BYTE)
        if len(cells) != len(self.header):
            return RawRow(number, text, None, Reason.RAGGED)
        if len(text) > FIELD_LIMIT and max(map(len, cells)) > FIELD_LIMIT:
            return RawRow(number, text[:FIELD_LIMIT], None, Reason.TOO_LONG)
        return RawRow(number, text, cells, None)

    def _next_line(self) -> _Line | None:
        return self._ahead.popleft() if self._ahead else next(self._lines, None)


class JsonRows:
    """The rows of JSON lines, as cells in the order of `wanted`; a.b names b inside a."""

    def __init__(self, stream: TextIO, *, wanted: Sequence[str]) -> None:
        self._lines = _lines(stream)
        self.header = list(wanted)

    def __iter__(self) -> Iterator[RawRow]:
        for line in self._lines:
            if line.text.strip():
                yield self._row(line)

    def _row(self, line: _Line) -> RawRow:
        if not line.whole:
            return _broken(line, Reason.TOO_LONG)
        try:
            value = json.loads(line.text, parse_float=str, parse_int=str, parse_constant=str)
        except (ValueError, RecursionError):
            return _broken(line, Reason.NOT_JSON)
        if not isinstance(value, dict):
            return _broken(line, Reason.NOT_JSON)
        cells = [_inside(value, name) for name in self.header]
        if any("\0" in cell for cell in cells):
            return _broken(line, Reason.NUL_BYTE)
        if any(HALF_CHARACTER.search(cell) for cell in cells):
            return _broken(line, Reason.NOT_JSON)
        if max(map(len, cells), default=0) > FIELD_LIMIT:
            return _broken(line, Reason.TOO_LONG)
        return RawRow(line.number, line.text, cells, None)


def _lines(stream: TextIO) -> Iterator[_Line]:
    """Give the lines with their numbers from 1; of one longer than RECORD_LIMIT, its beginning."""
    number = 0
    while text := stream.readline(RECORD_LIMIT):
        number += 1
        whole = len(text) < RECORD_LIMIT or text.endswith("\n")
        rest = text
        while not whole and rest and not rest.endswith("\n"):
            rest = stream.readline(RECORD_LIMIT)
        yield _Line(number, text, whole)


def _cells(text: str, delimiter: str) -> list[str] | None:
    """Split a record; None: it is not one, because a quote is left open or closed too early."""
    if '"' not in text:
        bare = text.rstrip("\r\n")
        if bare and "\r" not in bare:
            return bare.split(delimiter)
    try:
        return next(csv.reader([text], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return None


def _delimiter(header: str, *, wanted: Sequence[str]) -> str:
    """Choose the delimiter under which most of the columns the map wants are there, then the one with most columns."""

    def fit(delimiter: str) -> tuple[int, int]:
        names = [name.strip() for name in _cells(header, delimiter) or []]
        return len(set(wanted) & set(names)), len(names)

    return max(DELIMITERS, key=fit)


def _broken(line: _Line, reason: Reason) -> RawRow:
    return RawRow(line.number, line.text[:FIELD_LIMIT], None, reason)


def _inside(value: dict[str, Any], name: str) -> str:
    found: Any = value.get(name)
    if name not in value and "." in name:
        found = value
        for part in name.split("."):
            found = found.get(part) if isinstance(found, dict) else None
    if isinstance(found, str):
        return found
    if found is None:
        return ""
    return json.dumps(found, ensure_ascii=False)
