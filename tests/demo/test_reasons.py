"""What is planted in the demo company is found by whoever asks for reasons, and nothing is found where nothing is."""

from datetime import date

import pytest

from bot.main import App
from metrics.analysis.impact import Impact, ImpactReader
from metrics.figures import Days, Verdict
from metrics.query import ScoreQuery
from metrics.scope import Where
from metrics.store.reader import HistogramReader

TODAY = date(2026, 11, 20)
SWITCH = date(2026, 10, 30)  # 21 days before today
SINCE_SWITCH = Days(first=SWITCH, end=date(2026, 11, 20))
BEFORE_SWITCH = Days(first=date(2026, 10, 9), end=SWITCH)
NOVEMBER, OCTOBER = (
    Days(first=date(2026, 11, 1), end=date(2026, 12, 1)),
    Days(first=date(2026, 10, 1), end=date(2026, 11, 1)),
)


def impact(demo: App, name: str, *, where: Where | None = None) -> Impact:
    reader = ImpactReader(histograms=HistogramReader(demo.engine), events=demo.named_events)
    event = demo.named_events.named(name)
    return reader.impact(event, metric=demo.scores.metric("csat"), today=TODAY, where=where or {})


def test_the_fall_of_nps_is_explained_by_segment_as_a_reversal(demo: App) -> None:
    found = demo.scores.explain(ScoreQuery(metric="nps", days=NOVEMBER), base=OCTOBER)
    assert (found.dimension, found.explains, found.reversal) == ("segment", True, True)
    # docs/demo.md: all together fall by 10.3 while every segment rises by 7, so mix is about -17.
    assert found.total.mix.value == pytest.approx(-17, abs=2)
    assert found.total.mix.high is not None
    assert found.total.mix.high < 0


def test_the_fall_of_delivery_is_explained_by_the_region_with_the_new_courier(demo: App) -> None:
    query = ScoreQuery(metric="csat", days=SINCE_SWITCH, where={"touchpoint": ("delivery",)})
    found = demo.scores.explain(query, base=BEFORE_SWITCH)
    assert (found.dimension, found.explains) == ("region", True)
    assert found.parts[0].rate.group == {"region": "Mazowsze"}


@pytest.mark.parametrize("month", [3, 4, 5, 6, 7])
def test_a_month_in_which_nothing_was_planted_has_no_explanation(demo: App, month: int) -> None:
    now, base = (Days(first=date(2026, m, 1), end=date(2026, m + 1, 1)) for m in (month, month - 1))
    for metric in ("csat", "nps"):
        assert not demo.scores.explain(ScoreQuery(metric=metric, days=now), base=base).explains


def test_the_courier_switch_lowered_delivery_where_it_touched(demo: App) -> None:
    found = impact(demo, "courier switch")
    assert found.effect is not None
    assert found.effect.value == pytest.approx(-38, abs=8)  # 82 % to 44 %
    assert (found.effect.verdict, found.beyond, found.alike_before) == (Verdict.REAL, "region", True)


@pytest.mark.parametrize("name", ["courier training", "快递培训", "szkolenie infolinii"])
def test_of_the_trainings_nothing_can_be_seen(demo: App, name: str) -> None:
    assert impact(demo, name).finding.verdict is Verdict.NOISE


def test_release_4_2_hurt_login(demo: App) -> None:
    finding = impact(demo, "release 4.2").finding
    assert finding.verdict is Verdict.REAL
    assert finding.value is not None
    assert finding.value < 0


def test_text_messages_are_answered_half_as_often_as_before(demo: App) -> None:
    query = ScoreQuery(
        metric="response_rate", days=Days(first=date(2026, 10, 15), end=date(2026, 11, 20)),
        where={"channel": ("sms",)},
    )  # fmt: skip
    before = Days(first=date(2026, 8, 25), end=date(2026, 10, 1))
    pair = demo.scores.compare(query, base=before).whole
    assert pair.now.value == pytest.approx(14, abs=2)  # docs/demo.md: 14 % now, 28 % before
    assert pair.base.value == pytest.approx(28, abs=2)


def test_the_weak_touchpoints_get_the_most_complaints(demo: App) -> None:
    days = Days(first=date(2026, 1, 1), end=date(2026, 11, 1))
    ranking = demo.scores.rank(ScoreQuery(metric="negative_share", days=days, by="touchpoint"), order="desc", limit=3)
    assert {row.name for row in ranking.ranked} == {"return form", "chat bot answer", "call centre"}
    assert all(row.sure for row in ranking.ranked)
