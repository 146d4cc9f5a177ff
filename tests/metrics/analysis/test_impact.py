"""What named events did, what-if arithmetic, and distances to targets; worked by hand."""

from dataclasses import dataclass
from datetime import date

import pytest

from metrics.analysis.impact import Impact, ImpactReader, NamedEvent, windows
from metrics.analysis.targets import Standing, Target, distances
from metrics.analysis.what_if import bad_steps, what_if
from metrics.errors import NothingInPeriod
from metrics.figures import Days, Figure, Quality, Verdict
from metrics.query import ScoreQuery
from metrics.scores.registry import metric
from metrics.store.engine import Database
from metrics.store.reader import HistogramReader
from tests.metrics.analysis.shop import Shop

TRAINING = date(2026, 11, 1)
TODAY = date(2026, 11, 28)
BEFORE, AFTER, EARLIER = date(2026, 10, 20), date(2026, 11, 10), date(2026, 9, 20)
NOVEMBER = Days(first=date(2026, 11, 1), end=date(2026, 12, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary:
    """The events of a test."""

    events: tuple[NamedEvent, ...] = ()

    def within(self, days: Days) -> tuple[NamedEvent, ...]:
        return tuple(event for event in self.events if days.first <= event.day < days.end)


def training(**touched: tuple[str, ...]) -> NamedEvent:
    return NamedEvent(name="training", day=TRAINING, touched=touched)


def impact(shop: Shop, event: NamedEvent, *others: NamedEvent) -> Impact:
    reader = ImpactReader(histograms=HistogramReader(shop.engine), events=Diary(events=(event, *others)))
    return reader.impact(event, metric=metric("csat"), today=TODAY, where={})


@pytest.fixture
def shop(store: Database) -> Shop:
    return Shop(engine=store)


def test_windows_are_equally_long_and_whole_weeks() -> None:
    # 1 to 28 November is 28 days: four weeks after, and the four weeks before, from 4 October.
    assert windows(TRAINING, today=TODAY) == (
        Days(first=date(2026, 10, 4), end=TRAINING),
        Days(first=TRAINING, end=date(2026, 11, 29)),
    )


def test_shortly_after_an_event_the_days_there_are_are_used() -> None:
    before, after = windows(TRAINING, today=date(2026, 11, 3))
    assert (before.count, after.count) == (3, 3)


def test_what_is_still_to_come_has_no_impact() -> None:
    with pytest.raises(NothingInPeriod):
        windows(date(2026, 12, 1), today=TODAY)


def test_the_effect_is_the_change_less_that_of_the_untouched(shop: Shop) -> None:
    shop.give("csat", {5: 100, 1: 100}, on=BEFORE, touchpoint="delivery")
    shop.give("csat", {5: 160, 1: 40}, on=AFTER, touchpoint="delivery")
    shop.give("csat", {5: 140, 1: 60}, on=BEFORE, touchpoint="login")
    shop.give("csat", {5: 150, 1: 50}, on=AFTER, touchpoint="login")
    shop.give("csat", {1: 50}, on=AFTER)  # about no touchpoint: neither touched nor untouched
    found = impact(shop, training(touchpoint=("delivery",)))
    # Delivery 50 -> 80, login 70 -> 75: 30 - 5.
    assert found.effect is not None
    assert found.touched.change.value == pytest.approx(30)
    assert found.effect.value == pytest.approx(25)
    # Newcombe: 30 less sqrt(6.1^2 + 6.9^2) = 9.2, and 5 plus sqrt(5.5^2 + 6.7^2) = 8.7; MOVER takes the two reaches
    # together: 25 - sqrt(9.2^2 + 8.7^2) = 25 - 12.65.
    assert found.effect.low == pytest.approx(12.35, abs=0.1)
    assert found.effect.verdict is Verdict.REAL


def test_what_rose_everywhere_was_not_the_training(shop: Shop) -> None:
    for touchpoint in ("delivery", "login"):
        shop.give("csat", {5: 100, 1: 100}, on=BEFORE, touchpoint=touchpoint)
        shop.give("csat", {5: 150, 1: 50}, on=AFTER, touchpoint=touchpoint)
    found = impact(shop, training(touchpoint=("delivery",)))
    assert found.touched.change.verdict is Verdict.REAL
    assert found.effect is not None
    assert found.effect.value == pytest.approx(0)
    assert found.effect.verdict is Verdict.NOISE


def test_groups_that_another_event_touched_are_no_yardstick(shop: Shop) -> None:
    shop.give("csat", {5: 100, 1: 100}, on=BEFORE, touchpoint="delivery")
    shop.give("csat", {5: 100, 1: 100}, on=AFTER, touchpoint="delivery")
    shop.give("csat", {5: 150, 1: 50}, on=BEFORE, touchpoint="checkout")
    shop.give("csat", {5: 150, 1: 50}, on=AFTER, touchpoint="checkout")
    shop.give("csat", {5: 180, 1: 20}, on=BEFORE, touchpoint="login")
    shop.give("csat", {5: 20, 1: 180}, on=AFTER, touchpoint="login")
    release = NamedEvent(name="release", day=date(2026, 11, 5), touched={"touchpoint": ("login",)})
    found = impact(shop, training(touchpoint=("delivery",)), release)
    # With login the others fell by 40 points, and a training that did nothing would seem to have worked.
    assert found.effect is not None
    assert found.effect.value == pytest.approx(0)
    assert found.meanwhile == (release,)


def test_what_differed_before_is_said(shop: Shop) -> None:
    for on, good in ((EARLIER, 50), (BEFORE, 100), (AFTER, 150)):
        shop.give("csat", {5: good, 1: 200 - good}, on=on, touchpoint="delivery")
        shop.give("csat", {5: 100, 1: 100}, on=on, touchpoint="login")
    assert impact(shop, training(touchpoint=("delivery",))).alike_before is False


def test_what_touched_everything_has_no_yardstick(shop: Shop) -> None:
    shop.give("csat", {5: 100, 1: 100}, on=BEFORE)
    shop.give("csat", {5: 150, 1: 50}, on=AFTER)
    found = impact(shop, training())
    assert (found.effect, found.untouched, found.finding.value) == (None, None, 25)


def test_halving_the_detractors_of_a_touchpoint_lifts_nps(shop: Shop) -> None:
    shop.give("nps", {0: 40, 8: 20, 10: 40}, touchpoint="delivery")
    shop.give("nps", {10: 80, 8: 20})
    query = ScoreQuery(metric="nps", days=NOVEMBER)
    found = what_if(
        query, part={"touchpoint": ("delivery",)}, factor=0.5, metric=metric("nps"),
        histograms=HistogramReader(shop.engine),
    )  # fmt: skip
    # 120 promoters, 40 passives, 40 detractors: 40. Twenty detractors answer like the other 160 (mean 75): each adds
    # 175 / 200, together 17.5; as passives 100 / 200 each, 10; as promoters 20.
    assert (found.now.value, found.value, found.low, found.high) == (40, 57.5, 50, 60)
    assert (found.bad, found.part) == (40, 100)


def test_doubling_them_takes_from_the_touchpoint_s_other_answers(shop: Shop) -> None:
    shop.give("nps", {0: 20, 8: 40, 10: 40}, touchpoint="delivery")
    shop.give("nps", {10: 100})
    found = what_if(
        ScoreQuery(metric="nps", days=NOVEMBER), part={"touchpoint": ("delivery",)}, factor=2, metric=metric("nps"),
        histograms=HistogramReader(shop.engine),
    )  # fmt: skip
    # Now (140 - 20) / 2 = 60. Twenty more of the 80 others (mean 50) turn: each takes 150 / 200, together 15.
    assert (found.now.value, found.value, found.low, found.high) == (60, 45, 40, 50)


def test_nothing_changes_with_a_factor_of_one(shop: Shop) -> None:
    shop.give("csat", {5: 60, 1: 40}, touchpoint="delivery")
    found = what_if(
        ScoreQuery(metric="csat", days=NOVEMBER), part={"touchpoint": ("delivery",)}, factor=1, metric=metric("csat"),
        histograms=HistogramReader(shop.engine),
    )  # fmt: skip
    assert (found.value, found.low, found.high) == (60, 60, 60)


def test_the_bad_answers_of_a_mean_are_its_lowest_third() -> None:
    assert bad_steps(metric("ces")) == (True, True, True, False, False, False, False)
    assert bad_steps(metric("csat")) == (True, True, True, False, False)
    assert bad_steps(metric("ces_5_lower")) == (False, False, False, True, True)  # an effort of 4 or 5 is bad


def figure(touchpoint: str, low: float, value: float, high: float) -> Figure:
    return Figure(
        name="csat", value=value, low=low, high=high, n=100, unit="%", quality=Quality.PUBLISH, days=NOVEMBER,
        definition="csat@1", group={"touchpoint": touchpoint},
    )  # fmt: skip


def test_a_target_is_missed_only_when_the_whole_interval_falls_short() -> None:
    scores = (figure("delivery", 70, 75, 80), figure("login", 80, 84, 88), figure("checkout", 86, 90, 94))
    targets = [Target(touchpoint=name, metric="csat", value=85) for name in ("delivery", "login", "checkout")]
    found = distances((*scores, figure("invoice", 1, 2, 3)), targets)
    assert [(one.target.touchpoint, one.gap.value, one.standing) for one in found] == [
        ("delivery", -10, Standing.MISSED),
        ("login", -1, Standing.OPEN),
        ("checkout", 5, Standing.MET),
    ]


def test_of_a_share_of_complaints_less_is_better() -> None:
    (found,) = distances(
        (figure("delivery", 5, 8, 11),), [Target(touchpoint="delivery", metric="negative_share", value=12)],
        lower_is_better=True,
    )  # fmt: skip
    assert found.standing is Standing.MET
