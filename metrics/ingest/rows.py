"""A file under a map as raw rows, whichever format it has."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from metrics.errors import BadMap, UnreadableFile
from metrics.ingest.files import SourceFile, opened
from metrics.ingest.import_map import ImportMap
from metrics.ingest.lines import CsvRows, JsonRows, RawRow
from metrics.ingest.map_keys import nearest

JSON_SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRows:
    """Rows being read; `tell` says how many bytes of the file on disk are behind."""

    header: tuple[str, ...]
    rows: Iterator[RawRow]
    tell: Callable[[], int]


@contextmanager
def open_rows(file: SourceFile, import_map: ImportMap) -> Iterator[OpenRows]:
    """Open the file; raises BadMap where the map names a column that the header has not, or has twice."""
    wanted = import_map.columns
    with opened(file) as (text, plain):
        json_lines = file.path.name.casefold().endswith(JSON_SUFFIXES)
        rows = JsonRows(text, wanted=wanted) if json_lines else CsvRows(text, wanted=wanted)
        _check_header(rows.header, wanted=wanted, file=file)
        yield OpenRows(header=tuple(rows.header), rows=iter(rows), tell=plain.tell)


def _check_header(header: list[str], *, wanted: tuple[str, ...], file: SourceFile) -> None:
    if not any(header) and wanted:
        raise UnreadableFile(str(file.path), "no-header")
    for name in wanted:
        if name not in header:
            raise BadMap(name, "unknown-column", nearest=nearest(name, header))
        if header.count(name) > 1:
            raise BadMap(name, "column-twice")
