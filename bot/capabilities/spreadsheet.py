"""Rows as a file that a spreadsheet opens: RFC 4180, numbers as numbers, and no cell that a spreadsheet would run."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

Cell = str | int | float | None

RUN = frozenset("=+-@")
"""What a formula begins with in Excel, LibreOffice and Google Sheets (OWASP, "CSV Injection")."""
CONTROLS = frozenset("\t\r\n")
SKIPPED = frozenset("\"'`´‘’“”„«»\N{ZERO WIDTH NO-BREAK SPACE}")
"""What may stand before a formula and be taken away when a file is opened or split anew."""


def as_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Write UTF-8 with the mark by which Excel knows it; texts are quoted, numbers are not."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([harmless(cell) if isinstance(cell, str) else _number(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """Put an apostrophe before what a spreadsheet might run, also behind spaces, quotes or in full width."""
    if text[:1] in CONTROLS:
        return f"'{text}"
    begun = next((one for one in text if not (one.isspace() or one in SKIPPED or _unseen(one))), "")
    return f"'{text}" if unicodedata.normalize("NFKC", begun)[:1] in RUN else text


def _unseen(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf")


def _number(cell: float | None) -> float | str:
    """Write whole numbers without a point; nothing is an empty text."""
    if cell is None:
        return ""
    return int(cell) if cell == int(cell) else cell
