"""Several dimensions counted at once: what is counted is the same as for each alone."""

from datetime import date

import pytest

from metrics.analysis.choosing import CANDIDATES
from metrics.figures import Days
from metrics.query import ScoreQuery
from metrics.scope import Where
from metrics.scores.registry import METRICS
from metrics.store.engine import Database
from metrics.store.reader import HistogramReader
from tests.metrics.analysis.company import Company, company
from tests.metrics.analysis.shop import OCTOBER, Shop

EVER = Days(first=date(2026, 1, 1), end=date(2027, 1, 1))
NOVEMBER = Days(first=date(2026, 11, 1), end=date(2026, 12, 1))
BEFORE = Days(first=date(2026, 10, 1), end=date(2026, 11, 1))


@pytest.fixture(scope="module")
def shop(module_store: Database) -> Company:
    return company(module_store)


@pytest.mark.parametrize("scan", [False, True])
@pytest.mark.parametrize("metric", ["nps", "csat", "negative_share", "response_rate"])
@pytest.mark.parametrize("where", [{}, {"region": ("North",)}])
def test_every_dimension_is_counted_as_it_is_alone(shop: Company, metric: str, where: Where, scan: bool) -> None:
    reader, asked = HistogramReader(shop.engine, scan=scan), METRICS[metric]
    found = reader.each(asked, days=EVER, where=where, by=CANDIDATES)
    assert set(CANDIDATES) - found.keys() == ({"persona", "language"} if metric == "response_rate" else set())
    for name, groups in found.items():
        alone = reader.histograms(asked, days=EVER, where=where, by=(name,))
        assert {(group,): answers for group, answers in groups.items()} == alone


def test_a_why_over_many_answers_tries_what_is_kept_counted_and_names_the_rest(store: Database) -> None:
    shop = Shop(engine=store)
    for touchpoint, good in (("login", 40), ("delivery", 10)):
        shop.give("csat", {5: good, 1: 50 - good}, touchpoint=touchpoint)
        shop.give("csat", {5: 40, 1: 10}, touchpoint=touchpoint, on=OCTOBER)
    query = ScoreQuery(metric="csat", days=NOVEMBER)
    quick = shop.scores.explain(query, base=BEFORE, read_up_to=199)  # 4 x 50 answers are more
    whole = shop.scores.explain(query, base=BEFORE, read_up_to=200)
    assert (quick.dimension, quick.total, quick.parts) == (whole.dimension, whole.total, whole.parts)
    assert (quick.untried, whole.untried) == (("persona", "language"), ())
