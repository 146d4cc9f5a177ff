"""The file of rejected lines: line number, reason, column and the row as it stood, so that it can be put right."""

import csv
from pathlib import Path
from typing import TextIO

from metrics.ingest.lines import RawRow
from metrics.ingest.reasons import Rejected

HEADER = ("line", "reason", "column", "row")


class Rejects:
    """Writes rejected lines to `path`, which exists only once there is one; without a path they are only counted."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.count = 0
        self._stream: TextIO | None = None

    def add(self, row: RawRow, rejected: Rejected) -> None:
        """Write one down."""
        self.count += 1
        if self.path is None:
            return
        if self._stream is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._stream = self.path.open("w", encoding="utf-8", errors="backslashreplace", newline="")
            csv.writer(self._stream).writerow(HEADER)
        text = row.text.rstrip("\r\n").replace("\0", "\\0")
        csv.writer(self._stream).writerow((row.line, rejected.reason.value, rejected.column, text))

    def flush(self) -> None:
        """Hand what was written down to the system, before the rows around it are stored."""
        if self._stream is not None:
            self._stream.flush()

    def close(self) -> None:
        """Finish the file."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None
