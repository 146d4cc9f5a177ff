"""One import without durable work around it; as a process of its own it tells how much memory that took."""

import json
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from knowledge.redaction import PatternRedactor
from metrics.ingest.files import inspect
from metrics.ingest.import_map import read_map
from metrics.store.engine import open_engine
from metrics.store.importing import Importer, Job
from metrics.store.runs import Tally

AFTERWARDS = datetime(2026, 12, 1, tzinfo=UTC)
KB_PER_MB = 1024


def take(url: str, file: Path, map_file: Path) -> Tally:
    """Import the file into the database at `url`."""
    engine = open_engine(url)
    try:
        with tempfile.TemporaryDirectory() as rejects:
            job = Job(
                file=inspect(file),
                import_map=read_map(map_file, workspace_timezone="UTC"),
                workspace_timezone="UTC",
                rejects=Path(rejects),
                now=AFTERWARDS,
            )
            importer = Importer(engine, redactor=PatternRedactor())
            started = importer.open(job, run=importer.begin(job))
            try:
                while started.next_chunk():
                    pass
                return started.tally()
            finally:
                started.close()
    finally:
        engine.dispose()


def main() -> None:
    """Import what the arguments name; print the growth of this process's memory."""
    url, file, map_file = sys.argv[1:]
    before = _resident_mb("VmRSS")
    take(url, Path(file), Path(map_file))
    sys.stdout.write(json.dumps({"extra_rss_mb": _resident_mb("VmHWM") - before}))


def _resident_mb(which: str) -> float:
    """Give the memory this process has (VmRSS), or the most it ever had (VmHWM).

    Not by getrusage, whose peak is that of whoever started the process. Where there is no /proc, 0.
    """
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return sum(int(line.split()[1]) / KB_PER_MB for line in lines if line.startswith(f"{which}:"))


if __name__ == "__main__":
    main()
