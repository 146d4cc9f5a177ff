"""Counted answers: from the marginals and from the scores alike, and equal to counting by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.errors import UnknownDimension, UnknownGroup
from metrics.figures import Days
from metrics.scope import Where
from metrics.scores.histogram import Histogram
from metrics.scores.registry import METRICS, metric
from metrics.store.counting import Count, marginal_for
from metrics.store.engine import Database
from metrics.store.reader import HistogramReader
from tests.metrics.analysis.company import NOW, PARENTS, STAGES, Company, Given, company

EVER = Days(first=date(2026, 1, 1), end=date(2027, 1, 1))
NOVEMBER = Days(first=date(2026, 11, 1), end=date(2026, 12, 1))


@pytest.fixture(scope="module")
def shop(module_store: Database) -> Company:
    return company(module_store)


def upwards(unit: str | None) -> tuple[str, ...]:
    return () if unit is None else (unit, *upwards(PARENTS[unit]))


def stages(touchpoint: str | None) -> tuple[str, ...]:
    return tuple(stage for stage, names in STAGES.items() if touchpoint in names) or ("unknown",)


def at(kind: tuple[str, ...]) -> Callable[[Given], tuple[str, ...]]:
    return lambda answer: tuple(name for name in upwards(answer.unit) if name in kind) or ("unknown",)


GROUPS: dict[str, Callable[[Given], tuple[str, ...]]] = {
    "touchpoint": lambda answer: (answer.touchpoint or "unknown",),
    "unit": lambda answer: (answer.unit or "unknown",),
    "store": at(("Gdańsk", "Gdynia", "Kraków")),
    "region": at(("North", "South")),
    "country": at(("Poland",)),
    "channel": lambda answer: (answer.channel or "unknown",),
    "segment": lambda answer: (answer.segment or "unknown",),
    "persona": lambda answer: (answer.persona or "unknown",),
    "language": lambda answer: (answer.language or "unknown",),
    "source": lambda answer: (answer.source,),
    "stage": lambda answer: stages(answer.touchpoint),
    "journey": lambda answer: ("unknown",) if stages(answer.touchpoint) == ("unknown",) else ("purchase",),
    "theme": lambda answer: answer.themes or ("unknown",),
    "attr.late": lambda answer: (answer.late or "unknown",),
    "month": lambda answer: (date.fromordinal(answer.day).isoformat()[:7],),
    "day": lambda answer: (date.fromordinal(answer.day).isoformat(),),
}
"""Each dimension, worked out from what was written."""


def by_hand(
    shop: Company, name: str, days: Days, where: Where, by: str | None
) -> dict[tuple[str, ...], dict[int, int]]:
    def keep(answer: Given) -> bool:
        inside = days.first.toordinal() <= answer.day < days.end.toordinal()
        return inside and all(wanted(answer, key, values) for key, values in where.items())

    def wanted(answer: Given, key: str, values: tuple[str, ...]) -> bool:
        names = upwards(answer.unit) or ("unknown",) if key == "unit" else GROUPS[key](answer)
        return bool(set(names) & set(values))

    if by is None:
        found = {(): shop.count(name, keep)}
    else:
        names = {group for answer in shop.given for group in GROUPS[by](answer)}
        found = {
            (group,): shop.count(name, lambda answer, group=group: keep(answer) and group in GROUPS[by](answer))  # type: ignore[misc] # mypy cannot infer a lambda with a default
            for group in names
        }
    return {key: counts for key, counts in found.items() if counts}


def as_counts(answers: Histogram) -> dict[int, int]:
    return {answers.low + step: count for step, count in enumerate(answers.counts) if count}


@pytest.mark.parametrize("by", [None, *GROUPS])
@pytest.mark.parametrize("where", [{}, {"region": ("North",)}, {"channel": ("web",), "attr.late": ("true",)}])
def test_every_breakdown_equals_counting_by_hand(shop: Company, by: str | None, where: Where) -> None:
    groups = HistogramReader(shop.engine).histograms(metric("nps"), days=NOVEMBER, where=where, by=(by,) if by else ())
    assert {key: as_counts(answers) for key, answers in groups.items()} == by_hand(shop, "nps", NOVEMBER, where, by)


WHERES = st.fixed_dictionaries(
    {},
    optional={
        "touchpoint": st.sampled_from([("delivery",), ("delivery", "login"), ("unknown",), ("unknown", "checkout")]),
        "unit": st.sampled_from([("Poland",), ("North", "Kraków"), ("Gdańsk",), ("unknown",)]),
        "store": st.sampled_from([("Gdańsk",), ("unknown",)]),
        "channel": st.sampled_from([("web",), ("unknown",)]),
        "segment": st.sampled_from([("new", "business"), ("unknown",)]),
        "stage": st.sampled_from([("Buy",), ("Receive", "unknown")]),
        "month": st.sampled_from([("2026-10",), ("2026-09", "2026-11")]),
        "persona": st.sampled_from([("Hurried Hana",), ("unknown",)]),
        "theme": st.sampled_from([("waiting",), ("unknown",), ("unknown", "price")]),
        "attr.late": st.sampled_from([("true",), ("unknown", "false")]),
    },
)


@settings(max_examples=150, deadline=None)
@given(
    name=st.sampled_from(["nps", "csat", "ces"]),
    where=WHERES,
    by=st.sampled_from([None, *GROUPS]),
    first=st.integers(0, 120),
    length=st.integers(1, 130),
)
def test_marginals_scan_and_hand_agree(
    shop: Company, *, name: str, where: Where, by: str | None, first: int, length: int
) -> None:
    start = (NOW - timedelta(days=first)).date()
    days = Days(first=start, end=start + timedelta(days=length))
    asked = (by,) if by else ()
    kept = HistogramReader(shop.engine).histograms(metric(name), days=days, where=where, by=asked)
    scanned = HistogramReader(shop.engine, scan=True).histograms(metric(name), days=days, where=where, by=asked)
    assert kept == scanned
    assert {key: as_counts(answers) for key, answers in kept.items()} == by_hand(shop, name, days, where, by)


@pytest.mark.parametrize(
    ("columns", "table"),
    [
        ((), "rollup_touchpoint"),
        (("touchpoint_id", "day"), "rollup_touchpoint"),
        (("unit_id",), "rollup_unit"),
        (("touchpoint_id", "channel"), "rollup_channel"),
        (("segment", "day"), "rollup_segment"),
        (("unit_id", "channel"), None),
        (("persona",), None),
    ],
)
def test_the_smallest_marginal_that_holds_the_question_is_chosen(columns: tuple[str, ...], table: str | None) -> None:
    chosen = marginal_for(Count(metric=metric("nps"), days=EVER, wanted={}, by=columns))
    assert (None if chosen is None else str(chosen)) == table


def test_a_variant_has_no_marginal() -> None:
    other = replace(metric("csat"), id="csat_7", instruments=("csat_7",), high=7)
    assert marginal_for(Count(metric=other, days=EVER, wanted={}, by=())) is None


def test_volume_counts_feedback_once_however_many_scores_it_gave(shop: Company) -> None:
    groups = HistogramReader(shop.engine).histograms(METRICS["volume"], days=EVER, where={})
    assert groups[()].total == 600


def test_two_dimensions_cut_at_once(shop: Company) -> None:
    cells = HistogramReader(shop.engine).histograms(metric("nps"), days=EVER, where={}, by=("touchpoint", "month"))
    whole = HistogramReader(shop.engine).histograms(metric("nps"), days=EVER, where={})[()]
    assert sum(answers.total for answers in cells.values()) == whole.total
    assert ("delivery", "2026-10") in cells


@pytest.mark.parametrize(
    ("dimension", "typed", "name"),
    [
        ("store", "gdansk", "Gdańsk"),
        ("unit", "Danzig", "Gdańsk"),
        ("touchpoint", "Store-Pickup", "store pickup"),
        ("touchpoint", "门店自提", "store pickup"),
        ("channel", "WEB", "web"),
        ("persona", "hurried_hana", "Hurried Hana"),
        ("theme", "Waiting", "waiting"),
        ("attr.late", "TRUE", "true"),
        ("source", "webshop", "web shop"),
        ("stage", "buy", "Buy"),
        ("region", "unknown", "unknown"),
    ],
)
def test_a_name_is_found_however_it_is_typed(shop: Company, dimension: str, typed: str, name: str) -> None:
    assert HistogramReader(shop.engine).canonical({dimension: (typed,)}) == {dimension: (name,)}


@pytest.mark.parametrize(
    ("dimension", "typed", "nearest"),
    [("store", "Gdank", "Gdańsk"), ("channel", "wb", "web"), ("touchpoint", "delivry", "delivery")],
)
def test_an_unknown_name_is_answered_with_the_nearest(shop: Company, dimension: str, typed: str, nearest: str) -> None:
    with pytest.raises(UnknownGroup) as caught:
        HistogramReader(shop.engine).canonical({dimension: (typed,)})
    assert caught.value.nearest[0] == nearest


def test_an_unknown_dimension_is_answered_with_the_nearest(shop: Company) -> None:
    with pytest.raises(UnknownDimension) as caught:
        HistogramReader(shop.engine).histograms(metric("nps"), days=EVER, where={}, by=("touchpiont",))
    assert caught.value.nearest[0] == "touchpoint"


def test_an_attribute_that_nobody_has_is_no_dimension(shop: Company) -> None:
    reader = HistogramReader(shop.engine)
    with pytest.raises(UnknownDimension) as caught:
        reader.histograms(metric("nps"), days=EVER, where={}, by=("attr.lte",))
    assert caught.value.nearest == ("attr.late",)
    with pytest.raises(UnknownDimension):
        reader.canonical({"attr.lte": ("true",)})


def test_the_nearest_day_with_answers_is_known_on_either_side(shop: Company) -> None:
    reader = HistogramReader(shop.engine)
    answered = sorted({answer.day for answer in shop.given if answer.instrument == "nps"})
    long_ago = Days(first=date(2020, 1, 1), end=date(2020, 2, 1))
    some_day = Days(first=date(2030, 1, 1), end=date(2030, 2, 1))
    assert reader.nearest_day(metric("nps"), days=long_ago, where={}) == date.fromordinal(answered[0])
    assert reader.nearest_day(metric("nps"), days=some_day, where={"attr.late": ("true",)}) is not None
    assert reader.nearest_day(metric("nps"), days=some_day, where={}) == date.fromordinal(answered[-1])


def test_the_span_runs_from_the_first_answer_to_the_last(shop: Company) -> None:
    days = sorted(answer.day for answer in shop.given if answer.instrument == "csat")
    span = HistogramReader(shop.engine).span(metric("csat"))
    assert span == Days(first=date.fromordinal(days[0]), end=date.fromordinal(days[-1] + 1))


def test_sources_that_give_the_answers_are_named_with_their_age(shop: Company) -> None:
    ages = HistogramReader(shop.engine).sources(metric("nps"), days=NOVEMBER, where={}, now=NOW)
    assert [(age.name, age.late) for age in ages] == [("pos", True), ("web shop", False)]
    only = HistogramReader(shop.engine).sources(metric("nps"), days=NOVEMBER, where={"source": ("pos",)}, now=NOW)
    assert [age.name for age in only] == ["pos"]


def test_what_lies_within_what_follows_the_hierarchy(shop: Company) -> None:
    reader = HistogramReader(shop.engine)
    assert reader.within({"store": ("Gdańsk",)}, {"region": ("North",)})
    assert reader.within({"region": ("North",)}, {"unit": ("Poland",)})
    assert reader.within({"region": ("North",)}, {})
    assert not reader.within({"region": ("North",)}, {"store": ("Gdańsk",)})
    assert not reader.within({"store": ("Kraków",)}, {"region": ("North",)})
    assert reader.parent("store", "Gdańsk") == ("region", "North")
    assert reader.parent("country", "Poland") is None
    assert reader.parent("channel", "web") is None
