"""One file through its map into the store, a chunk of rows at a time.

A chunk's rows, what they change in the rollups, and how far the import has come are one transaction. Started again, it
reads past what is behind it, so that ids and rejected lines are known as before, and goes on.
"""

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, Engine

from metrics.ingest.drafting import Drafting
from metrics.ingest.drafts import Draft
from metrics.ingest.files import SourceFile
from metrics.ingest.import_map import ImportMap
from metrics.ingest.lines import RawRow
from metrics.ingest.reasons import Reason, Rejected
from metrics.ingest.rejects import Rejects
from metrics.ingest.rows import OpenRows, open_rows
from metrics.ports import Redactor
from metrics.store import directory, runs
from metrics.store.bulk import CHUNK
from metrics.store.engine import reading, writing
from metrics.store.loading import load
from metrics.store.runs import Run, Tally

Outcome = Draft | Reason
Hold = Callable[[Connection], None]
"""Raises, in the transaction of a chunk, where somebody else has taken the import over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What an import needs to know. `now` is the import's; `chunk` is how many rows are one transaction."""

    file: SourceFile
    import_map: ImportMap
    workspace_timezone: str
    rejects: Path
    """The folder for files of rejected lines."""
    now: datetime
    chunk: int = CHUNK

    @property
    def run_id(self) -> str:
        """The same file under the same map is the same run."""
        content = f"{self.import_map.name}\0{self.file.digest}\0{self.import_map.digest}"
        return blake2b(content.encode(), digest_size=12).hexdigest()

    @property
    def timezone(self) -> str:
        """Whose day counts where no unit has one."""
        return self.import_map.timezone or self.workspace_timezone


class Import:
    """An import that was begun. `next_chunk` until it says that nothing is left, then `close`."""

    def __init__(self, engine: Engine, job: Job, *, run: Run, redactor: Redactor, hold: Hold | None = None) -> None:
        """Open the file and read past the rows that are behind the run; raises what `open_rows` does."""
        self._engine = engine
        self._job = job
        self._run = run
        self._redactor = redactor
        self._hold = hold
        self._closing = ExitStack()
        self.rejects = Rejects(job.rejects / f"{run.id}-{run.attempt}.csv")
        self._closing.callback(self.rejects.close)
        self._open = self._closing.enter_context(open_rows(job.file, job.import_map))
        self._drafting = Drafting(job.import_map, header=self._open.header, now=run.started_at)
        self._position = 0
        for _ in self._outcomes(self._open.rows, most=run.rows):
            self._position += 1

    @property
    def bytes_read(self) -> int:
        """How many bytes of the file on disk are behind."""
        return self._open.tell()

    def next_chunk(self) -> bool:
        """Store one more chunk; False: the file is at its end, and the run is marked as finished."""
        with _without_cycles():
            return self._next_chunk()

    def _next_chunk(self) -> bool:
        outcomes = list(self._outcomes(self._open.rows, most=self._job.chunk))
        self.rejects.flush()
        with writing(self._engine) as connection:
            if self._hold is not None:
                self._hold(connection)
            stored = runs.find(connection, self._run.id)
            behind = 0 if stored is None else max(stored.rows - self._position, 0)
            self._position += len(outcomes)
            if stored is not None and not stored.finished:
                self._store(connection, outcomes[behind:], run=stored)
                if len(outcomes) < self._job.chunk:
                    runs.finish(connection, self._run, now=self._job.now)
                    directory.freshen(connection, source_id=self._run.source_id, imported_at=self._job.now)
        return len(outcomes) == self._job.chunk

    def tally(self) -> Tally:
        """Say what became of the rows so far."""
        return _tally(self._engine, self._run)

    def close(self) -> None:
        """Close the file and the rejected lines."""
        self._closing.close()

    def _store(self, connection: Connection, outcomes: list[Outcome], *, run: Run) -> None:
        tally = run.tally.plus(
            _store(connection, outcomes, job=self._job, source_id=run.source_id, redactor=self._redactor)
        )
        runs.advance(connection, run, rows=run.rows + len(outcomes), tally=tally)

    def _outcomes(self, rows: Iterator[RawRow], *, most: int) -> Iterator[Outcome]:
        while most > 0 and (some := list(islice(rows, min(most, CHUNK)))):
            most -= len(some)
            for row, outcome in zip(some, self._drafting.drafts(some), strict=True):
                if isinstance(outcome, Rejected):
                    self.rejects.add(row, outcome)
                    yield outcome.reason
                else:
                    yield outcome


class Importer:
    """Imports into one database; what is stored beside each text is made by `redactor`."""

    def __init__(self, engine: Engine, *, redactor: Redactor) -> None:
        self._engine = engine
        self._redactor = redactor

    def begin(self, job: Job) -> Run:
        """Make the source known and begin the run, or find the one that was interrupted."""
        with open_rows(job.file, job.import_map), writing(self._engine) as connection:
            return runs.begin(connection, run_id=job.run_id, source_id=_source(connection, job), now=job.now)

    def find(self, job: Job) -> Run | None:
        """Give the run as it stands."""
        with reading(self._engine) as connection:
            return runs.find(connection, job.run_id)

    def tally(self, run: Run) -> Tally:
        """Say what became of the rows of a run so far."""
        return _tally(self._engine, run)

    def open(self, job: Job, *, run: Run, hold: Hold | None = None) -> Import:
        """Open the file for the run that `begin` gave; `hold` is asked in the transaction of each chunk."""
        return Import(self._engine, job, run=run, redactor=self._redactor, hold=hold)

    def rehearse(self, job: Job) -> Tally:
        """Say what an import would do, and do nothing: every chunk is rolled back. Rejected lines are only counted."""
        tally = Tally()
        with open_rows(job.file, job.import_map) as opened:
            for outcomes in _chunks(opened, job):
                with writing(self._engine) as connection:
                    source_id = _source(connection, job)
                    tally = tally.plus(
                        _store(connection, outcomes, job=job, source_id=source_id, redactor=self._redactor)
                    )
                    connection.rollback()
        return tally


@contextmanager
def _without_cycles() -> Iterator[None]:
    """Keep the collector of cycles from searching the rows of a chunk: there are none; saves a fifth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _tally(engine: Engine, run: Run) -> Tally:
    with reading(engine) as connection:
        found = runs.find(connection, run.id)
    return found.tally if found else Tally()


def _chunks(opened: OpenRows, job: Job) -> Iterator[list[Outcome]]:
    drafting = Drafting(job.import_map, header=opened.header, now=job.now)
    while rows := list(islice(opened.rows, job.chunk)):
        yield [_outcome(drafting, row) for row in rows]


def _outcome(drafting: Drafting, row: RawRow) -> Outcome:
    try:
        return drafting.draft(row)
    except Rejected as rejected:
        return rejected.reason


def _store(connection: Connection, outcomes: list[Outcome], *, job: Job, source_id: int, redactor: Redactor) -> Tally:
    drafts = [outcome for outcome in outcomes if not isinstance(outcome, Reason)]
    reasons = Counter(outcome.value for outcome in outcomes if isinstance(outcome, Reason))
    counted = Tally(read=len(outcomes), rejected=reasons.total(), reasons=reasons)
    kind = job.import_map.kind
    loaded = load(connection, drafts, kind=kind, source_id=source_id, timezone=job.timezone, redactor=redactor)
    return counted.plus(loaded)


def _source(connection: Connection, job: Job) -> int:
    spec = job.import_map
    return directory.known_source(
        connection,
        name=spec.name,
        kind=spec.kind.value,
        timezone=job.timezone,
        expected_every_s=spec.expected_every_s,
    )
