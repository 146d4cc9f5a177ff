"""Drifts, spikes, changes of level and weekdays in series whose truth is known."""

from datetime import date, timedelta

import numpy as np
import pytest
from numpy.typing import NDArray

from metrics.analysis.baseline import baseline
from metrics.analysis.change_points import change_points
from metrics.analysis.daily import Daily
from metrics.analysis.drift import Watched, watch
from metrics.analysis.spikes import spikes, tails
from metrics.analysis.weekday_patterns import weekday_pattern
from metrics.figures import Days
from metrics.scores.csat import csat
from metrics.scores.histogram import Histogram

MONDAY = date(2026, 1, 5)


def yes_or_no(good: NDArray[np.int64], n: int = 25) -> Daily:
    """Days beginning on a Monday with `good` of n answers worth 100."""
    answers = {
        MONDAY + timedelta(days=day): Histogram(low=1, counts=(n - int(count), 0, 0, 0, int(count)))
        for day, count in enumerate(good)
    }
    days = Days(first=MONDAY, end=MONDAY + timedelta(days=len(good)))
    return Daily.of(answers, days=days, worth=csat.worth)


def made_up(share: NDArray[np.float64], *, n: int = 25, seed: int = 0) -> Daily:
    return yes_or_no(np.random.default_rng(seed).binomial(n, share), n)


def level(days: int, share: float = 0.8) -> NDArray[np.float64]:
    return np.full(days, share)


def seen(daily: Daily) -> Watched:
    return watch(daily)


def test_answers_are_counted_by_what_they_are_worth() -> None:
    days = Days(first=MONDAY, end=MONDAY + timedelta(days=2))
    answers = {MONDAY + timedelta(days=1): Histogram(low=1, counts=(1, 0, 2, 3, 4))}
    daily = Daily.of(answers, days=days, worth=csat.worth)
    assert daily.n.tolist() == [0, 10]
    assert daily.worth.tolist() == [0, 700]  # seven answers of 4 and 5 at 100
    assert daily.bad.tolist() == [0, 3]
    other = Daily.of(answers, days=days, worth=csat.worth, lower_is_better=True)
    assert other.bad.tolist() == [0, 7]


def test_a_fall_is_told_with_when_it_began() -> None:
    share = np.concatenate([level(90), level(20, 0.5)])
    told = [drift for seed in range(20) for drift in seen(made_up(share, seed=seed)).drifts if drift.signalled >= 90]
    assert {drift.direction for drift in told} == {"down"}
    assert float(np.median([drift.signalled for drift in told])) <= 92
    assert float(np.median([drift.since for drift in told])) == 90
    assert float(np.median([drift.usual for drift in told])) == pytest.approx(80, abs=1)


def test_a_rise_is_told_as_a_rise() -> None:
    drift = next(one for one in seen(made_up(np.concatenate([level(90, 0.6), level(20, 0.85)]))).drifts)
    assert drift.direction == "up"


def test_a_fall_that_recovers_is_over() -> None:
    (drift,) = seen(made_up(np.concatenate([level(90), level(14, 0.5), level(40)]))).drifts
    assert not drift.stayed
    assert 104 <= drift.until <= 120


def test_a_fall_that_stays_is_told_once_and_is_usual_from_then_on() -> None:
    daily = made_up(np.concatenate([level(90), level(90, 0.5)]), seed=1)
    watched = seen(daily)
    (drift,) = watched.drifts
    assert drift.stayed
    assert drift.until == drift.signalled + 29
    last = watched.usual[-1]
    assert last is not None
    assert last.level == pytest.approx(50, abs=3)


def test_a_day_is_judged_by_the_days_before_it_only() -> None:
    daily = made_up(np.concatenate([level(90), level(30, 0.6)]))
    cut = yes_or_no((daily.worth[:100] / 100).astype(np.int64))
    told = [drift.signalled for drift in seen(daily).drifts if drift.signalled < 100]
    assert [drift.signalled for drift in seen(cut).drifts] == told


def test_a_weekly_rhythm_is_no_drift_and_a_weekday_is_told() -> None:
    share = np.tile([0.85] * 5 + [0.5] + [0.85], 30)
    daily = made_up(share, seed=3)
    assert not seen(daily).drifts
    assert not change_points(daily)
    pattern = weekday_pattern(daily)
    assert pattern is not None
    assert pattern.weekday == 5
    assert pattern.difference == pytest.approx(-35, abs=5)


def test_level_answers_have_no_weekday_and_no_change_of_level() -> None:
    for seed in range(20):
        daily = made_up(level(200), seed=seed)
        assert weekday_pattern(daily) is None
        assert not change_points(daily)


def test_one_terrible_day_is_a_spike_and_no_drift() -> None:
    good = np.random.default_rng(4).binomial(25, level(120))
    good[100] = 4
    daily = yes_or_no(good)
    watched = seen(daily)
    assert not watched.drifts
    (spike,) = spikes([daily], [watched])[0]
    assert (spike.day, spike.bad) == (100, 21)
    assert spike.expected == pytest.approx(5, abs=1)


def test_a_tail_is_nearly_binomial_where_much_is_known() -> None:
    # 2,500 earlier answers, 500 of them bad: 10 or more bad of 25 at 20 % has the chance .0173 (binomial); not knowing
    # the 20 % exactly makes it a little more.
    good = np.full(115, 20)
    good[114] = 15
    daily = yes_or_no(good)
    assert tails(daily, seen(daily))[114] == pytest.approx(0.0182, abs=0.001)


def test_the_more_touchpoints_are_watched_the_more_it_takes_to_stand_out() -> None:
    good = np.full(120, 20)
    good[110] = 12  # 13 bad or more of 25: .0004
    odd, level_one = yes_or_no(good), yes_or_no(np.full(120, 20))
    alone = spikes([odd], [seen(odd)])
    among_many = spikes([odd, *[level_one] * 60], [seen(odd), *[seen(level_one)] * 60])
    assert [len(alone[0]), len(among_many[0])] == [1, 0]


def test_changes_of_level_are_dated() -> None:
    daily = made_up(np.concatenate([level(150), level(60, 0.65), level(150)]), seed=1)
    found = change_points(daily)
    assert [point.first for point in found] == pytest.approx([150, 210], abs=5)
    assert [point.after for point in found] == [found[1].first, 360]


def test_nothing_is_usual_before_four_weeks_and_a_hundred_answers() -> None:
    daily = made_up(level(60))
    assert baseline(daily, np.arange(27)) is None
    assert baseline(daily, np.arange(28)) is not None
    assert baseline(made_up(level(60), n=2), np.arange(40)) is None


def test_days_without_answers_are_no_news() -> None:
    silent = yes_or_no(np.tile([19, 20, 21], 40))
    gap = Daily(
        days=silent.days,
        n=np.where(np.arange(120) % 5 == 0, 0, silent.n),
        worth=np.where(np.arange(120) % 5 == 0, 0, silent.worth),
        squares=np.where(np.arange(120) % 5 == 0, 0, silent.squares),
        bad=np.where(np.arange(120) % 5 == 0, 0, silent.bad),
        low=0,
        high=100,
    )
    assert not seen(gap).drifts
    assert not change_points(gap)
