"""Signals of the demo company and of the development data: what is there is told with its dates, and little else."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from bot.main import App
from metrics.analysis.signal_report import Kind, SignalReport
from metrics.analysis.signals import SignalEngine
from metrics.errors import NothingInPeriod, UnknownDimension, UnknownMetric
from metrics.figures import Days
from metrics.query import ScoreQuery
from metrics.store.reader import HistogramReader
from tests.metrics.analysis.real_data import NOW, OLIST, imported, needs_data

TODAY = date(2026, 11, 20)
LAST_90 = Days(first=TODAY - timedelta(days=89), end=TODAY + timedelta(days=1))


def report(app: App, metric: str, *, by: str | None, where: dict[str, tuple[str, ...]] | None = None) -> SignalReport:
    return app.signals.signals(ScoreQuery(metric=metric, days=LAST_90, by=by, where=where or {}))


def about(found: SignalReport, kind: Kind) -> list[tuple[str, date]]:
    return [(", ".join(one.group.values()), one.since) for one in found.signals if one.kind is kind and one.stands]


def test_release_4_2_and_the_courier_switch_are_told_and_no_other_touchpoint_moved(demo: App) -> None:
    found = report(demo, "csat", by="touchpoint")
    drifts = dict(about(found, Kind.DRIFT))
    assert set(drifts) == {"login", "delivery"}
    assert abs(drifts["login"] - (TODAY - timedelta(days=56))) <= timedelta(days=7)
    assert abs(drifts["delivery"] - (TODAY - timedelta(days=21))) <= timedelta(days=7)
    levels = [day for name, day in about(found, Kind.CHANGE_POINT) if name == "login"]
    assert levels == [TODAY - timedelta(days=55), TODAY - timedelta(days=40)]  # released; recovered after 16 days
    assert not about(found, Kind.SPIKE)
    assert {name for name, _ in about(found, Kind.WEEKDAY)} == {"self-service checkout"}  # Gdańsk is a third of it


def test_the_courier_switch_is_told_of_one_region(demo: App) -> None:
    found = report(demo, "csat", by="region", where={"touchpoint": ("delivery",)})
    assert {name for name, _ in about(found, Kind.CHANGE_POINT)} == {"Mazowsze"}
    drifts = [name for name, since in about(found, Kind.DRIFT) if since >= TODAY - timedelta(days=28)]
    assert drifts == ["Mazowsze"]


def test_saturdays_are_told_of_gdansk_alone(demo: App) -> None:
    (saturday,) = [one for one in report(demo, "csat", by="store").signals if one.kind is Kind.WEEKDAY]
    assert (dict(saturday.group), saturday.weekday) == ({"store": "Gdańsk"}, 5)
    assert saturday.pair.change.value is not None
    assert saturday.pair.change.value < -20


def test_a_store_with_six_answers_is_not_watched_and_is_named(demo: App) -> None:
    assert report(demo, "csat", by="store").too_thin == ("Central Park Wrocław",)


def test_what_cannot_be_watched_is_refused(demo: App) -> None:
    with pytest.raises(UnknownMetric):
        report(demo, "revenue", by=None)
    with pytest.raises(UnknownDimension):
        report(demo, "csat", by="week")
    with pytest.raises(NothingInPeriod):
        demo.signals.signals(ScoreQuery(metric="csat", days=Days(first=date(2020, 1, 1), end=date(2020, 2, 1))))


@pytest.fixture(scope="module")
def olist(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SignalEngine]:
    engine = imported(tmp_path_factory.mktemp("olist"), OLIST)
    yield SignalEngine(HistogramReader(engine), now=lambda: NOW)
    engine.dispose()


@needs_data()
def test_the_spring_fall_of_2018_is_told_in_time_and_little_else(olist: SignalEngine) -> None:
    replay = Days(first=date(2016, 10, 18), end=date(2018, 9, 2))
    found = olist.signals(ScoreQuery(metric="csat", days=replay, by="touchpoint"))
    told = [one for one in found.signals if one.kind in (Kind.DRIFT, Kind.SPIKE)]
    assert len(told) <= 12
    spring = [one for one in told if date(2018, 3, 1) <= one.told <= date(2018, 3, 25)]
    assert [one.kind for one in spring] == [Kind.DRIFT]


@needs_data()
def test_the_level_of_2018_changed_twice(olist: SignalEngine) -> None:
    days = Days(first=date(2017, 6, 1), end=date(2018, 9, 1))
    found = olist.signals(ScoreQuery(metric="csat", days=days))
    changed = [one.since for one in found.signals if one.kind is Kind.CHANGE_POINT]
    assert len(changed) == 2
    for day, truth in zip(changed, (date(2017, 12, 14), date(2018, 4, 24)), strict=True):
        assert abs(day - truth) <= timedelta(days=7)
