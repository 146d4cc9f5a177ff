"""Columns of a file of texts that people labelled, for measuring."""

from collections.abc import Sequence
from pathlib import Path

from metrics.errors import BadMap, UnreadableFile
from metrics.ingest.files import inspect, opened
from metrics.ingest.lines import CsvRows
from metrics.ingest.map_keys import nearest


def read_columns(path: Path, columns: Sequence[str]) -> list[tuple[str, ...]]:
    """Give these cells of every whole row, in order; raises UnreadableFile, BadMap where there is no such column."""
    with opened(inspect(path)) as (text, _):
        rows = CsvRows(text, wanted=columns)
        if not any(rows.header):
            raise UnreadableFile(str(path), "no-header")
        for name in columns:
            if name not in rows.header:
                raise BadMap(name, "unknown-column", nearest=nearest(name, rows.header))
        places = [rows.header.index(name) for name in columns]
        return [tuple(row.cells[place] for place in places) for row in rows if row.cells is not None]


def header_of(path: Path) -> tuple[str, ...]:
    """Name the columns of a file; raises UnreadableFile."""
    with opened(inspect(path)) as (text, _):
        return tuple(CsvRows(text, wanted=()).header)
