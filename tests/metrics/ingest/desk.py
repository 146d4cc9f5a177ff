"""An importing desk on an empty store: files and maps as text in, tallies out."""

import gzip
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, func, select

from bot.main import MIGRATIONS
from metrics.ingest.files import inspect
from metrics.ingest.import_map import read_map
from metrics.store.engine import open_engine, reading, sqlite_url
from metrics.store.importing import Importer, Job
from metrics.store.migrate import upgrade
from metrics.store.runs import Tally
from metrics.store.tables import METADATA

CHECKOUT = Path(__file__).parents[3]
DATA = CHECKOUT.parent / "shared" / "data"
EXAMPLES = CHECKOUT / "examples"
FILES = Path(__file__).parent / "files"
NOW = datetime(2026, 11, 20, 11, tzinfo=UTC)

SURVEY = """
[source]
name = "survey"
kind = "feedback"
timezone = "Europe/Warsaw"
dates = "%Y-%m-%d %H:%M"
[fields]
external_id = "id"
given_at = "at"
text = "comment"
touchpoint = { const = "checkout" }
[[scores]]
instrument = "nps"
score = "score"
"""


class Shouting:
    """A redactor whose work is easily seen."""

    def redact(self, text: str) -> str:
        """Give the text in capitals."""
        return text.upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A store and a folder for the files that are imported into it."""

    folder: Path
    engine: Engine

    def job(self, file: Path, *, chunk: int = 10_000, map_text: str = SURVEY, map_file: Path | None = None) -> Job:
        """Prepare an import."""
        if map_file is None:
            map_file = self.folder / "map.toml"
            map_file.write_text(map_text, encoding="utf-8")
        return Job(
            import_map=read_map(map_file, workspace_timezone="UTC"),
            file=inspect(file),
            workspace_timezone="UTC",
            rejects=self.folder / "rejects",
            now=NOW,
            chunk=chunk,
        )

    def file(self, content: str | bytes, *, name: str = "file.csv", packed: bool = False) -> Path:
        """Put a file into the folder."""
        path = self.folder / name
        content = content.encode() if isinstance(content, str) else content
        path.write_bytes(gzip.compress(content) if packed else content)
        return path

    def take(self, job: Job) -> Tally:
        """Import without durable work around it."""
        importer = Importer(self.engine, redactor=Shouting())
        started = importer.open(job, run=importer.begin(job))
        try:
            while started.next_chunk():
                pass
            return started.tally()
        finally:
            started.close()

    def survey(self, content: str | bytes, **options: Any) -> Tally:
        """Import a file of answers."""
        return self.take(self.job(self.file(content), **options))

    def rejected(self) -> list[str]:
        """Give the lines of the file of rejected lines, after its header."""
        (path,) = (self.folder / "rejects").glob("*.csv")
        return path.read_text(encoding="utf-8").splitlines()[1:]

    def count(self, table: str) -> int:
        """Count the rows of a table."""
        with reading(self.engine) as connection:
            return int(connection.execute(select(func.count()).select_from(METADATA.tables[table])).scalar_one())

    def rows(self, table: str, *columns: str) -> list[tuple[Any, ...]]:
        """Give columns of a table in order of id."""
        found = METADATA.tables[table]
        with reading(self.engine) as connection:
            query = select(*(found.c[name] for name in columns)).order_by(*found.primary_key.columns)
            return [tuple(row) for row in connection.execute(query)]


def open_desk(folder: Path) -> Desk:
    """Set up a desk in a folder."""
    engine = open_engine(sqlite_url(folder / "store.db"))
    upgrade(engine, folders=MIGRATIONS)
    return Desk(folder=folder, engine=engine)
