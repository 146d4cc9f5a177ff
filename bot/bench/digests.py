"""How long the digests of a hundred managers take, beside one grouped scan of the raw rows for each scope."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.bench.benched_store import benched_store, path_of
from bot.bench.measured import Measured
from bot.bench.responses import DAYS, UNITS, made_up, unit_name
from bot.bench.timing import in_turns
from bot.digests.daily import DailyDigest, Wanted
from bot.digests.findings import Finder, windows
from bot.digests.rising import Voices
from bot.digests.shared import Shared
from bot.messages import Reply
from bot.people import Person, Role
from bot.store.desk import CaseDesk
from bot.store.digest_places import DigestFacts
from knowledge.store.taxonomy import TaxonomyBook
from knowledge.store.themes import ThemeReader
from metrics.analysis.engine import ScoreEngine
from metrics.scores.policy import USUAL
from metrics.store.engine import Database
from metrics.store.feedback import FeedbackReader
from metrics.store.named_events import NamedEventBook
from metrics.store.reader import HistogramReader
from metrics.store.sources import SourceBook

MANAGERS, ROUNDS = 100, 3
NOW = datetime.combine(DAYS.end, time(8, 30), tzinfo=UTC)
SCAN = (
    "SELECT touchpoint_id, day >= ?, count(*), sum(value >= 9), sum(value <= 6) FROM score"
    " WHERE instrument = 'nps' AND day >= ? AND day < ? {scope} GROUP BY touchpoint_id, day >= ?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Company:
    """A store, and its managers: one of everything, the others of a store each."""

    engine: Database
    path: Path
    managers: tuple[Person, ...]

    def digests(self) -> list[Reply]:
        """Build everybody's from nothing, as at the minute they are due."""
        digest = _digest(self.engine)
        wanted = Wanted(content=("nps",))
        return [digest.for_person(person, now=NOW, wanted=wanted) for person in self.managers]

    def scans(self) -> int:
        """Count the answers of each scope by touchpoint, now and before, in the raw rows."""
        days, base = windows(NOW.date())
        cuts = (days.first.toordinal(), base.first.toordinal(), days.end.toordinal(), days.first.toordinal())
        found = 0
        connection = sqlite3.connect(self.path)
        try:
            for unit in {next(iter(person.units), 0) for person in self.managers}:
                scope = f"AND unit_id = {unit}" if unit else ""
                found += len(connection.execute(SCAN.format(scope=scope), cuts).fetchall())
        finally:
            connection.close()
        return found


def measure(*, rows: int = 1_000_000) -> Iterator[Measured]:
    """Build the digests of 100 managers with 20 touchpoints each, and scan beside it."""
    with TemporaryDirectory() as folder:
        path = path_of(Path(folder), rows=rows)
        engine = benched_store(path, made_up(rows))
        try:
            yield from _measured(_Company(engine=engine, path=path, managers=tuple(_managers())))
        finally:
            engine.dispose()


def _measured(company: _Company) -> Iterator[Measured]:
    parties: dict[str, Callable[[], object]] = {"digests": company.digests, "scans": company.scans}
    times = in_turns(parties, rounds=ROUNDS)
    total = times.median_ms("digests", name="digests.total_ms")
    yield total
    yield times.ratio("scans", "digests", name="digests.vs_scan")
    yield times.median_ms("scans", name="digests.scans_ms")
    yield Measured(name="digests.each_ms", value=total.value / MANAGERS, unit="ms")
    yield Measured(name="digests.scopes", value=len({person.units for person in company.managers}), unit="scopes")


def _managers() -> Iterator[Person]:
    for number in range(MANAGERS):
        unit = number % (UNITS + 1)
        role = Role.STORE_MANAGER if unit else Role.MANAGER
        units = frozenset({unit}) if unit else frozenset[int]()
        name = unit_name(unit) if unit else None
        yield Person(key=f"m{number}", name=f"Manager {number}", role=role, unit=name, units=units)


def _digest(engine: Database) -> DailyDigest:
    histograms = HistogramReader(engine)
    return DailyDigest(
        finder=Finder(
            engine=ScoreEngine(histograms, now=lambda: NOW),
            histograms=histograms,
            policy=USUAL,
            events=NamedEventBook(engine, timezone="UTC"),
        ),
        voices=Voices(
            themes=ThemeReader(engine),
            feedback=FeedbackReader(engine),
            taxonomy=lambda: TaxonomyBook(engine).taxonomy(),
        ),
        desk=CaseDesk(engine),
        sources=SourceBook(engine, timezone="UTC"),
        facts=DigestFacts(engine),
        shared=Shared(),
    )
