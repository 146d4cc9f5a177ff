"""Numbers in cells: plain decimal notation only, so that "10/10", "1e3" and "nan" are refused rather than guessed."""

import re

from metrics.ingest.reasons import Reason, Rejected

_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
LONGEST = 30


def read_number(cell: str, *, decimal: str = ".") -> float:
    """Read a cell as a number; raises Rejected(BAD_NUMBER). A comma counts only where the map says so."""
    text = cell.replace(",", ".", 1) if decimal == "," and "." not in cell else cell
    if len(text) > LONGEST or _PLAIN.fullmatch(text) is None:
        raise Rejected(Reason.BAD_NUMBER)
    return float(text)
