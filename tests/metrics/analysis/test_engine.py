"""What the score engine answers."""

from datetime import date

import pytest

from metrics.errors import NothingInPeriod, UnknownDimension, UnknownMetric
from metrics.figures import Days, Figure, Quality, Verdict
from metrics.query import ScoreQuery
from metrics.store.engine import Database
from tests.metrics.analysis.shop import OCTOBER, Shop

NOVEMBER_DAYS = Days(first=date(2026, 11, 1), end=date(2026, 12, 1))
OCTOBER_DAYS = Days(first=date(2026, 10, 1), end=date(2026, 11, 1))
BOTH = Days(first=date(2026, 10, 1), end=date(2026, 12, 1))


@pytest.fixture
def shop(store: Database) -> Shop:
    return Shop(engine=store)


def query(metric: str, *, by: str | None = None, days: Days = NOVEMBER_DAYS, **where: str) -> ScoreQuery:
    return ScoreQuery(metric=metric, days=days, by=by, where={key: (value,) for key, value in where.items()})


def shown(figures: tuple[Figure, ...]) -> list[tuple[str, float | None, int]]:
    return [(next(iter(figure.group.values())), figure.value, figure.n) for figure in figures]


def test_a_score_carries_what_it_rests_on(shop: Shop) -> None:
    shop.give("nps", {10: 30, 8: 10, 0: 10})
    result = shop.scores.value(query("NPS"))
    whole = result.whole
    assert (whole.value, whole.n, whole.unit, whole.definition) == (40, 50, "points", "nps@1")
    assert (whole.quality, whole.days) == (Quality.PUBLISH, NOVEMBER_DAYS)
    assert [source.name for source in result.sources] == ["survey"]


def test_a_breakdown_names_the_largest_group_first_and_the_unknown_last(shop: Shop) -> None:
    shop.give("csat", {5: 6, 1: 4}, touchpoint="login")
    shop.give("csat", {5: 10, 1: 10}, touchpoint="delivery")
    shop.give("csat", {5: 40})
    shop.give("csat", {5: 4}, touchpoint="invoice")
    groups = shop.scores.value(query("csat", by="touchpoint")).groups
    assert shown(groups) == [("delivery", 50, 20), ("login", 60, 10), ("invoice", None, 4), ("unknown", 100, 40)]
    assert [figure.quality for figure in groups] == ["directional", "directional", "suppressed", "publish"]


def test_a_trend_runs_in_time(shop: Shop) -> None:
    shop.give("csat", {5: 5})
    shop.give("csat", {3: 50}, on=OCTOBER)
    groups = shop.scores.value(query("stars", by="month", days=BOTH)).groups
    assert shown(groups) == [("2026-10", 3, 50), ("2026-11", 5, 5)]


def test_a_period_without_answers_is_said_with_the_nearest_day(shop: Shop) -> None:
    shop.give("nps", {10: 30}, on=OCTOBER)
    with pytest.raises(NothingInPeriod) as caught:
        shop.scores.value(query("nps"))
    assert caught.value.nearest == OCTOBER


def test_an_empty_store_has_nothing_in_any_period(shop: Shop) -> None:
    with pytest.raises(NothingInPeriod) as caught:
        shop.scores.value(query("nps"))
    assert caught.value.nearest is None
    assert shop.scores.span("nps") is None


def test_an_unknown_metric_is_refused_with_the_nearest(shop: Shop) -> None:
    with pytest.raises(UnknownMetric):
        shop.scores.value(query("nsp"))


def test_a_large_fall_is_real(shop: Shop) -> None:
    shop.give("csat", {5: 80, 1: 20}, on=OCTOBER)
    shop.give("csat", {5: 50, 1: 50})
    change = shop.scores.compare(query("csat"), base=OCTOBER_DAYS).whole.change
    # Newcombe: Wilson .4038 to .5962 and .7112 to .8666; -.30 - hypot(.0962, .0666), -.30 + hypot(.0962, .0888).
    assert (change.name, change.value, change.verdict) == ("csat.change", -30, Verdict.REAL)
    assert (change.low, change.high) == pytest.approx((-41.70, -16.91), abs=0.01)


def test_a_small_fall_is_noise_and_says_what_would_have_shown(shop: Shop) -> None:
    shop.give("csat", {5: 80, 1: 20}, on=OCTOBER)
    shop.give("csat", {5: 75, 1: 25})
    change = shop.scores.compare(query("csat"), base=OCTOBER_DAYS).whole.change
    assert change.verdict is Verdict.NOISE
    assert change.high is not None
    assert change.detectable == pytest.approx(change.high + 5)


def test_too_few_answers_on_a_side_leave_it_undecided(shop: Shop) -> None:
    shop.give("csat", {5: 8, 1: 2}, on=OCTOBER)
    shop.give("csat", {5: 75, 1: 25})
    change = shop.scores.compare(query("csat"), base=OCTOBER_DAYS).whole.change
    assert (change.verdict, change.quality) == (Verdict.UNDECIDED, Quality.DIRECTIONAL)


def test_a_change_from_a_suppressed_score_has_no_value(shop: Shop) -> None:
    shop.give("csat", {5: 4}, on=OCTOBER)
    shop.give("csat", {5: 75, 1: 25})
    pair = shop.scores.compare(query("csat"), base=OCTOBER_DAYS).whole
    assert (pair.change.value, pair.change.verdict, pair.base.n) == (None, Verdict.UNDECIDED, 4)


def test_many_comparisons_at_once_need_more_to_be_real(shop: Shop) -> None:
    # Alone, 70 % against 56 % of a hundred is real (p about .04); as one of ten of which nine stood still it is not.
    for number in range(10):
        unit = f"Store {number}"
        now = {5: 56, 1: 44} if number == 0 else {5: 70, 1: 30}
        shop.give("csat", {5: 70, 1: 30}, on=OCTOBER, unit=unit)
        shop.give("csat", now, unit=unit)
    alone = shop.scores.compare(query("csat", store="Store 0"), base=OCTOBER_DAYS).whole.change
    among = shop.scores.compare(query("csat", by="store"), base=OCTOBER_DAYS).groups
    assert alone.verdict is Verdict.REAL
    assert {pair.change.verdict for pair in among} == {Verdict.NOISE}


def test_a_group_on_one_side_only_is_listed_and_undecided(shop: Shop) -> None:
    shop.give("csat", {5: 80, 1: 20}, on=OCTOBER, unit="Gdańsk")
    shop.give("csat", {5: 80, 1: 20}, unit="Kraków")
    groups = shop.scores.compare(query("csat", by="store"), base=OCTOBER_DAYS).groups
    assert [(pair.group["store"], pair.now.value, pair.base.value, pair.change.value) for pair in groups] == [
        ("Kraków", 80, None, None),
        ("Gdańsk", None, 80, None),
    ]
    assert {pair.change.verdict for pair in groups} == {Verdict.UNDECIDED}


def test_months_of_two_periods_are_not_compared_with_each_other(shop: Shop) -> None:
    shop.give("csat", {5: 80}, on=OCTOBER)
    shop.give("csat", {5: 80})
    assert shop.scores.compare(query("csat", by="month"), base=OCTOBER_DAYS).groups == ()


def test_a_group_is_compared_with_the_region_it_lies_in(shop: Shop) -> None:
    shop.give("csat", {5: 40, 1: 60}, unit="Gdańsk")
    shop.give("csat", {5: 80, 1: 20}, unit="Gdynia")
    shop.give("csat", {5: 100}, unit="Kraków")
    result = shop.scores.compare_with_parent(query("csat"), dimension="store", name="gdansk")
    # 40 % against the region's 60 %; half of the plain difference of 40 % and 80 %, and of its interval.
    plain = shop.scores.compare_groups(query("csat"), now={"store": ("Gdańsk",)}, base={"store": ("Gdynia",)}).whole
    change = result.whole.change
    assert (result.whole.now.value, result.whole.base.value, change.value) == (40, 60, -20)
    assert result.whole.base.group == {"region": "North"}
    assert plain.change.value == -40
    assert plain.change.low is not None
    assert change.low == pytest.approx(plain.change.low / 2)


def test_the_lowest_is_said_only_of_who_lies_below_the_rest(shop: Shop) -> None:
    shop.give("csat", {5: 30, 1: 70}, unit="Gdańsk")
    shop.give("csat", {5: 78, 1: 22}, unit="Gdynia")
    shop.give("csat", {5: 80, 1: 20}, unit="Kraków")
    ranking = shop.scores.rank(query("csat", by="store"), order="asc")
    assert [(row.place, row.name, row.apart, row.sure) for row in ranking.ranked] == [
        (1, "Gdańsk", True, True),
        (2, "Gdynia", False, True),
        (3, "Kraków", False, True),
    ]
    assert ranking.ranked[1].tied_with == ("Kraków",)
    assert ranking.ranked[0].tied_with == ()


def test_groups_with_too_few_answers_are_not_ranked(shop: Shop) -> None:
    shop.give("csat", {5: 60, 1: 40}, unit="Gdańsk")
    shop.give("csat", {5: 60, 1: 40}, unit="Gdynia")
    shop.give("csat", {1: 6}, unit="Kraków")
    shop.give("csat", {1: 2}, unit="Poznań")
    shop.give("csat", {1: 90})
    ranking = shop.scores.rank(query("csat", by="store"), order="asc", limit=1)
    assert [(row.place, row.name) for row in ranking.ranked] == [(1, "Gdańsk")]
    assert ranking.ranked_of == 2
    assert shown(ranking.directional) == [("Kraków", 0, 6)]
    assert shown(ranking.suppressed) == [("Poznań", None, 2)]
    assert ranking.unknown is not None
    assert ranking.unknown.n == 90


def test_equal_values_share_a_place(shop: Shop) -> None:
    for unit in ("Gdynia", "Gdańsk"):
        shop.give("csat", {5: 60, 1: 40}, unit=unit)
    shop.give("csat", {5: 50, 1: 50}, unit="Kraków")
    ranking = shop.scores.rank(query("csat", by="store"), order="desc")
    assert [(row.place, row.name) for row in ranking.ranked] == [(1, "Gdańsk"), (1, "Gdynia"), (3, "Kraków")]


def test_a_mix_shift_lowers_the_whole_while_every_segment_rises(shop: Shop) -> None:
    # NPS of two segments, 50 and 0, both 5 better at the end, while the lower one grows from 20 % to 54 %:
    # 40 falls to .46 * 55 + .54 * 5 = 28. Kitagawa: rate = 5, mix = -.34 * (52.5 - 34) + .34 * (2.5 - 34) = -17.
    shop.give("nps", {10: 40, 8: 40}, on=OCTOBER, segment="new")
    shop.give("nps", {8: 20}, on=OCTOBER, segment="business")
    shop.give("nps", {10: 253, 8: 207}, segment="new")
    shop.give("nps", {10: 27, 8: 513}, segment="business")
    found = shop.scores.explain(query("nps", by="segment"), base=OCTOBER_DAYS)
    assert found.change.change.value == pytest.approx(-12)
    assert (found.total.mix.value, found.total.rate.value) == pytest.approx((-17, 5))
    assert found.reversal
    parts = {next(iter(part.mix.group.values())): (part.mix.value, part.rate.value) for part in found.parts}
    assert parts["new"] == pytest.approx((-0.34 * 18.5, 5 * 0.63))
    assert parts["business"] == pytest.approx((0.34 * -31.5, 5 * 0.37))


def test_groups_too_small_to_show_are_explained_together(shop: Shop) -> None:
    shop.give("nps", {10: 40}, on=OCTOBER, segment="new")
    shop.give("nps", {0: 3}, on=OCTOBER, segment="business")
    shop.give("nps", {0: 3}, on=OCTOBER, segment="key accounts")
    shop.give("nps", {10: 20, 0: 20}, segment="new")
    found = shop.scores.explain(query("nps", by="segment"), base=OCTOBER_DAYS)
    assert {next(iter(part.mix.group.values())) for part in found.parts} == {"new", "(other)"}
    change = found.change.change.value
    assert change is not None
    assert sum(figure.value or 0 for part in found.parts for figure in (part.mix, part.rate)) == pytest.approx(change)


@pytest.mark.parametrize("by", ["month", "theme"])
def test_a_change_is_no_sum_over_times_or_nothing(shop: Shop, by: str | None) -> None:
    shop.give("nps", {10: 40}, on=OCTOBER)
    shop.give("nps", {10: 40})
    if by != "theme":
        with pytest.raises(UnknownDimension):
            shop.scores.explain(query("nps", by=by), base=OCTOBER_DAYS)
    with pytest.raises(UnknownMetric):
        shop.scores.explain(query("volume", by=by), base=OCTOBER_DAYS)


def test_volume_is_a_count_without_an_interval(shop: Shop) -> None:
    shop.give("nps", {10: 3}, on=OCTOBER)
    shop.give("nps", {10: 60})
    pair = shop.scores.compare(query("volume"), base=OCTOBER_DAYS).whole
    assert (pair.now.value, pair.now.low, pair.now.quality, pair.base.value) == (60, None, Quality.PUBLISH, 3)
    assert (pair.change.value, pair.change.verdict) == (57, Verdict.REAL)
