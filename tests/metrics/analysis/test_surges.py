"""Days with far more feedback than usual, or far less: the exact chance of a count, and where watching is quiet."""

from datetime import date, timedelta

import numpy as np
import pytest
from scipy.stats import nbinom, poisson

from metrics.analysis.daily import Floats
from metrics.analysis.signal_report import Kind
from metrics.analysis.signals import SignalEngine
from metrics.analysis.surges import surges, tail
from metrics.figures import Days
from metrics.query import ScoreQuery
from metrics.store.engine import Database
from metrics.store.reader import HistogramReader
from tests.metrics.analysis.company import NOW
from tests.metrics.analysis.shop import Shop

MONDAY = 0
DAYS = 120


def level(count: int) -> Floats:
    """The same count on every day: what is usual is then known as well as it can be."""
    return np.full(DAYS, float(count))


def test_the_tail_of_a_count_is_that_of_poisson() -> None:
    # P(X >= 3) where 1 is expected: 1 - e^-1 (1 + 1 + 1/2) = 1 - 2.5/e = .08030.
    assert tail(3, expected=1.0, spread=0.0) == pytest.approx(0.08030, abs=1e-5)
    assert tail(40, expected=20.0, spread=0.0) == pytest.approx(poisson.sf(39, 20))


def test_where_days_scatter_more_the_tail_is_that_of_the_negative_binomial() -> None:
    # Mean 20 and variance 20 (1 + 1/2) = 30: size 20 / .5 = 40, chance 40 / (40 + 20).
    assert tail(40, expected=20.0, spread=0.5) == pytest.approx(nbinom.sf(39, 40, 40 / 60))


def test_a_day_of_three_times_as_much_is_a_surge_and_a_day_without_any_is_a_silence() -> None:
    counts = level(20)
    counts[100], counts[110] = 60, 0
    ((surge, silence),) = surges([counts], first_weekday=MONDAY, complete=DAYS)
    assert (surge.day, surge.until, surge.direction, surge.n) == (100, 101, "more", 60)
    assert (silence.day, silence.direction) == (110, "less")
    assert surge.expected == pytest.approx(20, abs=0.5)


def test_a_source_that_falls_silent_is_told_once_and_goes_on() -> None:
    counts = level(20)
    counts[100:] = 0
    ((silence,),) = surges([counts], first_weekday=MONDAY, complete=DAYS)
    assert (silence.day, silence.until, silence.direction) == (100, DAYS, "less")


def test_a_day_that_is_not_over_can_have_too_many_but_not_too_few() -> None:
    counts = level(20)
    counts[-1] = 2
    assert surges([counts], first_weekday=MONDAY, complete=DAYS - 1) == ((),)
    counts[-1] = 60
    assert len(surges([counts], first_weekday=MONDAY, complete=DAYS - 1)[0]) == 1


def test_a_weekly_rhythm_is_usual() -> None:
    saturday = np.arange(DAYS) % 7 == 5
    assert surges([np.where(saturday, 60.0, 15.0)], first_weekday=MONDAY, complete=DAYS) == ((),)


def test_chance_is_seldom_taken_for_a_surge() -> None:
    rng = np.random.default_rng(5)
    counts = [rng.poisson(mean, 200).astype(np.float64) for mean in (2, 5, 10, 20, 40) * 2]
    told = sum(len(one) for one in surges(counts, first_weekday=MONDAY, complete=200))
    assert told <= 0.05 * 200  # of ten series, one in twenty days at most


def test_the_engine_tells_a_surge_of_one_touchpoint(store: Database) -> None:
    shop = Shop(engine=store)
    first = date(2026, 9, 1)
    for day in range(60):
        for touchpoint, usual in (("delivery", 6), ("login", 5)):
            many = 40 if (day, touchpoint) == (45, "login") else usual
            shop.give("csat", {5: many}, on=first + timedelta(days=day), touchpoint=touchpoint)
    days = Days(first=date(2026, 10, 1), end=date(2026, 10, 31))
    engine = SignalEngine(HistogramReader(store), now=lambda: NOW)
    report = engine.signals(ScoreQuery(metric="volume", days=days, by="touchpoint"))
    (signal,) = report.signals
    assert (signal.kind, dict(signal.group), signal.told) == (Kind.SURGE, {"touchpoint": "login"}, date(2026, 10, 16))
    assert (signal.pair.now.value, round(signal.pair.base.value or 0)) == (40, 5)
    assert report.watched == 2
