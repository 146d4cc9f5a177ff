"""Every question of the engine, of one company kept in SQLite and in PostgreSQL: the answers are the same."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date

import pytest

from metrics.analysis.drivers import DriverEngine
from metrics.analysis.engine import ScoreEngine
from metrics.analysis.signals import SignalEngine
from metrics.errors import AskerCanFix
from metrics.figures import Days
from metrics.query import ScoreQuery
from metrics.scope import Where
from metrics.store import rollups
from metrics.store.driver_reader import StoredDrivers
from metrics.store.engine import Database, reading, writing
from metrics.store.reader import HistogramReader
from metrics.store.tables import rollup_unit
from tests.metrics.analysis.company import NOW, company
from tests.stores import KINDS, Stores

AUTUMN = Days(first=date(2026, 9, 1), end=date(2026, 11, 20))
SUMMER = Days(first=date(2026, 7, 24), end=date(2026, 9, 1))
BY = (
    None, "touchpoint", "unit", "store", "region", "channel", "segment", "persona", "language", "source", "stage",
    "theme", "attr.late", "day", "week", "month", "weekday", "hour",
)  # fmt: skip
NORTH: Where = {"region": ("North",), "channel": ("web",)}

Ask = Callable[[Database], object]


@pytest.fixture(scope="module")
def both(stores: Stores, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, Database]]:
    """Open the company on either database."""
    with ExitStack() as opened:
        sqlite, postgresql = (
            opened.enter_context(stores.opened(kind, tmp_path_factory.mktemp("store"))) for kind in KINDS
        )
        for engine in (sqlite, postgresql):
            company(engine)
        yield sqlite, postgresql


def scores(engine: Database) -> ScoreEngine:
    return ScoreEngine(HistogramReader(engine), now=lambda: NOW)


def query(metric: str = "nps", *, by: str | None = None, where: Where | None = None) -> ScoreQuery:
    return ScoreQuery(metric=metric, days=AUTUMN, by=by, where=where or {})


def valued(metric: str, by: str | None, where: Where | None = None) -> Ask:
    return lambda engine: scores(engine).value(query(metric, by=by, where=where))


ASKED: dict[str, Ask] = {
    **{f"nps by {by}": valued("nps", by) for by in BY},
    **{f"{metric} of a part by unit": valued(metric, "unit", NORTH) for metric in ("nps", "csat", "ces", "volume")},
    "grid": lambda engine: list(scores(engine).grid(query("csat", by="touchpoint"), over="week").figures()),
    "compare": lambda engine: scores(engine).compare(query(by="segment"), base=SUMMER),
    "compare groups": lambda engine: scores(engine).compare_groups(
        query(), now={"unit": ("Danzig",)}, base={"unit": ("Kraków",)}
    ),
    "parent": lambda engine: scores(engine).compare_with_parent(query(), dimension="store", name="Gdańsk"),
    "rank": lambda engine: scores(engine).rank(query(by="touchpoint"), order="asc", limit=2),
    "explain": lambda engine: scores(engine).explain(query(), base=SUMMER),
    "explain by channel": lambda engine: scores(engine).explain(query("csat", by="channel"), base=SUMMER),
    "span": lambda engine: scores(engine).span("nps"),
    "signals": lambda engine: SignalEngine(HistogramReader(engine), now=lambda: NOW).signals(query(by="touchpoint")),
    "volume": lambda engine: SignalEngine(HistogramReader(engine), now=lambda: NOW).signals(query("volume")),
    "drivers": lambda engine: DriverEngine(StoredDrivers(engine), HistogramReader(engine), now=lambda: NOW).drivers(
        query("csat")
    ),
    "nearest day": lambda engine: HistogramReader(engine).nearest_day(
        scores(engine).metric("nps"), days=Days(first=date(2025, 1, 1), end=date(2025, 2, 1)), where={}
    ),
}


def told(ask: Ask, engine: Database) -> object:
    """Give the answer, or what the asker is told to put right."""
    try:
        return ask(engine)
    except AskerCanFix as problem:
        return type(problem), vars(problem)


@pytest.mark.parametrize("name", ASKED)
def test_both_databases_answer_alike(name: str, both: tuple[Database, Database]) -> None:
    sqlite, postgresql = (told(ASKED[name], engine) for engine in both)
    assert sqlite == postgresql


def test_rollups_put_wrong_are_found_and_rebuilt_on_both(both: tuple[Database, Database]) -> None:
    found = []
    for engine in both:
        with writing(engine) as connection:
            assert rollups.check(connection) == ()
            connection.execute(rollup_unit.update().where(rollup_unit.c.unit_id == 1).values(c3=rollup_unit.c.c3 + 1))
            connection.execute(rollup_unit.delete().where(rollup_unit.c.unit_id == 2))
        with writing(engine) as connection:
            found.append(rollups.check(connection))
            rollups.rebuild(connection)
        with reading(engine) as connection:
            assert rollups.check(connection) == ()
    assert found[0] == found[1]
    assert len(found[0]) > 0
