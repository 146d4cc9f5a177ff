"""The engine against truths that others computed from the same files (reference.json), to their printed precision."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from metrics.analysis.engine import ScoreEngine
from metrics.figures import Days, Figure, Quality, Verdict
from metrics.period_words import parse_period
from metrics.query import ScoreQuery
from tests.metrics.analysis.real_data import NOW, OLIST, TELECOM, engine_over, imported, needs_data, reference

pytestmark = needs_data()


@pytest.fixture(scope="module")
def olist(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ScoreEngine]:
    engine = imported(tmp_path_factory.mktemp("olist"), OLIST)
    yield engine_over(engine)
    engine.dispose()


@pytest.fixture(scope="module")
def telecom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ScoreEngine]:
    engine = imported(tmp_path_factory.mktemp("telecom"), TELECOM)
    yield engine_over(engine)
    engine.dispose()


@pytest.fixture(scope="module")
def truths() -> dict[str, Any]:
    return reference()


def query(engine: ScoreEngine, metric: str, *, period: str = "all", by: str | None = None) -> ScoreQuery:
    return ScoreQuery(metric=metric, days=days(engine, metric, period), by=by)


def days(engine: ScoreEngine, metric: str, period: str) -> Days:
    return parse_period(period, today=NOW.date(), named_events={}, span=lambda: engine.span(metric)).days


def by_name(figures: tuple[Figure, ...]) -> dict[str, Figure]:
    return {next(iter(figure.group.values())): figure for figure in figures}


def must_equal(figures: tuple[Figure, ...], truths: dict[str, Any], *, value: str, decimals: int) -> None:
    found = by_name(figures)
    assert {name: figure.n for name, figure in found.items()} == {name: truth["n"] for name, truth in truths.items()}
    for name, figure in found.items():
        if truths[name]["n"] < 5:
            assert figure.quality is Quality.SUPPRESSED
        else:
            assert figure.value is not None
            assert round(figure.value, decimals) == truths[name][value], name


def test_olist_as_a_whole(olist: ScoreEngine, truths: dict[str, Any]) -> None:
    whole = truths["olist"]["overall"]
    csat = olist.value(query(olist, "csat")).whole
    stars = olist.value(query(olist, "stars")).whole
    assert csat.value is not None
    assert stars.value is not None
    assert (csat.n, round(csat.value, 2), round(stars.value, 4)) == (whole["n"], whole["csat_top2_pct"], whole["mean"])


@pytest.mark.parametrize(("metric", "value", "decimals"), [("csat", "csat_top2_pct", 2), ("stars", "mean", 4)])
@pytest.mark.parametrize(("by", "truth"), [("month", "by_review_month"), ("attr.state", "by_state")])
def test_olist_by_month_and_by_state(
    olist: ScoreEngine, truths: dict[str, Any], *, metric: str, value: str, decimals: int, by: str, truth: str
) -> None:
    result = olist.value(query(olist, metric, by=by))
    must_equal(result.groups, truths["olist"][truth], value=value, decimals=decimals)


def test_late_orders_score_lower_and_an_order_never_delivered_is_neither(
    olist: ScoreEngine, truths: dict[str, Any]
) -> None:
    # The truth counts orders of status delivered; four cancelled ones have a delivery date too.
    truth = truths["olist"]["late_vs_on_time_late_day"]
    asked = replace(query(olist, "stars"), where={"attr.status": ("delivered",)})
    result = olist.compare_groups(asked, now={"attr.late": ("true",)}, base={"attr.late": ("false",)})
    now, base, change = result.whole.now, result.whole.base, result.whole.change
    assert now.value is not None
    assert base.value is not None
    assert change.value is not None
    assert (now.n, round(now.value, 4)) == (truth["late"]["n"], truth["late"]["mean"])
    assert (base.n, round(base.value, 4)) == (truth["on_time"]["n"], truth["on_time"]["mean"])
    assert round(change.value, 4) == truth["difference_late_minus_on_time"]
    assert change.verdict is Verdict.REAL
    groups = by_name(olist.value(query(olist, "stars", by="attr.late")).groups)
    assert set(groups) == {"true", "false", "unknown"}


def test_march_against_june_2018_by_lateness_is_an_exact_sum(olist: ScoreEngine) -> None:
    # Issue B: 62.67 - 77.58 = -14.90 = mix -10.20 + rate -4.70, of which late orders -5.25 mix and -1.09 rate.
    asked = query(olist, "csat", period="2018-03", by="attr.late")
    found = olist.explain(asked, base=days(olist, "csat", "2018-06"))
    change, total = found.change, found.total
    late = next(part for part in found.parts if part.mix.group == {"attr.late": "true"})
    values = (change.now, change.base, change.change, total.mix, total.rate, late.mix, late.rate)
    assert [round(figure.value or 0, 2) for figure in values] == [62.67, 77.58, -14.90, -10.20, -4.70, -5.25, -1.09]


def test_telecom_as_a_whole_and_by_stage(telecom: ScoreEngine, truths: dict[str, Any]) -> None:
    truth = truths["nps"]["telecom_verbatims"]
    whole = telecom.value(query(telecom, "nps")).whole
    assert whole.value is not None
    assert (whole.n, round(whole.value, 2)) == (truth["overall"]["n"], truth["overall"]["nps"])
    must_equal(telecom.value(query(telecom, "nps", by="touchpoint")).groups, truth["by_stage"], value="nps", decimals=2)
    must_equal(telecom.value(query(telecom, "nps", by="month")).groups, truth["by_month"], value="nps", decimals=2)
