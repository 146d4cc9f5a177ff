"""How answers spread over their scale."""

import pytest

from metrics.analysis.distribution import distribution
from metrics.figures import Days, Quality
from metrics.query import ScoreQuery
from metrics.scores.policy import USUAL
from metrics.scores.registry import metric
from metrics.store.engine import Database
from metrics.store.reader import HistogramReader
from tests.metrics.analysis.shop import NOVEMBER, Shop

DAYS = Days(first=NOVEMBER.replace(day=1), end=NOVEMBER.replace(day=30))


def shares(store: Database, name: str) -> dict[str, float | None]:
    asked = metric(name)
    query = ScoreQuery(metric=name, days=DAYS)
    found = distribution(query, metric=asked, histograms=HistogramReader(store), policy=USUAL)
    return {figure.group["answer"]: figure.value for figure in found}


def test_each_answer_has_its_share_and_one_nobody_gave_has_none_of_them(store: Database) -> None:
    Shop(engine=store).give("csat", {5: 60, 4: 20, 1: 20})
    assert shares(store, "csat") == {"1": 20, "2": 0, "3": 0, "4": 20, "5": 60}


def test_shares_have_wilson_s_interval(store: Database) -> None:
    Shop(engine=store).give("csat", {5: 80, 1: 20})
    query = ScoreQuery(metric="csat", days=DAYS)
    five = distribution(query, metric=metric("csat"), histograms=HistogramReader(store), policy=USUAL)[-1]
    # 80 of 100: centre (.8 + 3.8415/200) / 1.038415 = .78890, reach 1.96 sqrt(.8 * .2/100 + 3.8415/40000) / 1.038415.
    assert [five.low, five.high] == pytest.approx([71.11, 86.67], abs=0.01)
    assert five.n == 100


def test_of_four_answers_no_share_is_shown(store: Database) -> None:
    Shop(engine=store).give("csat", {5: 4})
    query = ScoreQuery(metric="csat", days=DAYS)
    found = distribution(query, metric=metric("csat"), histograms=HistogramReader(store), policy=USUAL)
    assert {(figure.value, figure.quality) for figure in found} == {(None, Quality.SUPPRESSED)}


def test_a_count_has_no_scale_to_spread_over(store: Database) -> None:
    assert shares(store, "volume") == {}
