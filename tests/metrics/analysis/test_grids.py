"""A grid of scores holds the scores that asking for each of them gives."""

import math
from datetime import date

import pytest

from metrics.analysis.engine import ScoreEngine
from metrics.errors import NothingInPeriod
from metrics.figures import Days, Figure
from metrics.query import ScoreQuery
from metrics.store.engine import Database
from metrics.store.reader import HistogramReader
from tests.metrics.analysis.company import NOW, Company, company

AUTUMN = Days(first=date(2026, 9, 1), end=date(2026, 12, 1))


@pytest.fixture(scope="module")
def shop(module_store: Database) -> Company:
    return company(module_store)


def numbers(figure: Figure) -> list[float]:
    return [math.nan if part is None else part for part in (figure.value, figure.low, figure.high)]


@pytest.mark.parametrize("name", ["nps", "csat", "ces", "stars", "volume"])
@pytest.mark.parametrize(("by", "over"), [("touchpoint", "week"), ("stage", "month"), ("channel", "segment")])
def test_each_cell_is_the_score_of_its_two_groups(shop: Company, name: str, by: str, over: str) -> None:
    engine = ScoreEngine(HistogramReader(shop.engine), now=lambda: NOW)
    query = ScoreQuery(metric=name, days=AUTUMN, by=by)
    grid = engine.grid(query, over=over)
    assert grid.sources == engine.value(query).sources
    for row in grid.rows:
        alone = engine.value(ScoreQuery(metric=name, days=AUTUMN, where={by: (row,)}, by=over))
        by_name = {figure.group[over]: figure for figure in alone.groups}
        for column in grid.columns:
            cell, figure = grid.figure(row, column), by_name.get(column)
            if figure is None:
                assert (cell.n, cell.value) == (0, None)
                continue
            assert (cell.n, cell.quality, cell.definition) == (figure.n, figure.quality, figure.definition)
            assert numbers(cell) == pytest.approx(numbers(figure), rel=1e-12, nan_ok=True)


def test_a_grid_read_from_a_marginal_equals_one_that_is_scanned(shop: Company) -> None:
    query = ScoreQuery(metric="nps", days=AUTUMN, by="touchpoint")
    kept, scanned = (
        ScoreEngine(HistogramReader(shop.engine, scan=scan), now=lambda: NOW).grid(query, over="day")
        for scan in (False, True)
    )
    assert list(kept.figures()) == list(scanned.figures())


def test_a_grid_of_nothing_says_where_there_is_something(shop: Company) -> None:
    engine = ScoreEngine(HistogramReader(shop.engine), now=lambda: NOW)
    long_ago = Days(first=date(2020, 1, 1), end=date(2020, 2, 1))
    with pytest.raises(NothingInPeriod):
        engine.grid(ScoreQuery(metric="nps", days=long_ago, by="touchpoint"), over="day")
