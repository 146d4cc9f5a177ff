"""Means: Student and Welch against scipy and statsmodels."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

from metrics.analysis.changes import Difference
from metrics.scores.ces import ces
from metrics.scores.histogram import Histogram
from metrics.scores.intervals import t_mean, welch
from metrics.scores.policy import EVERYTHING, USUAL
from metrics.scores.registry import METRICS
from metrics.scores.stars import stars

SCORES = st.lists(st.integers(1, 7), min_size=3, max_size=60)


def counted(scores: list[int]) -> Histogram:
    return Histogram.of(scores, low=1, high=7)


def test_stars_are_the_mean() -> None:
    # (1 + 2 + 5 + 5 + 5) / 5 = 3.6; the variance is 15.2 / 4 = 3.8, t(4) is 2.776, 2.776 * sqrt(3.8 / 5) = 2.42,
    # and no interval leaves the scale: 1.18 to 5.
    result = stars(Histogram.of([1, 2, 5, 5, 5], low=1, high=5), policy=USUAL)
    assert result.value == pytest.approx(3.6)
    assert (result.low, result.high) == pytest.approx((1.18, 5.0), abs=0.005)


def test_effort_is_the_mean_and_higher_is_better() -> None:
    assert ces(counted([7, 7, 1]), policy=EVERYTHING).value == 5


def test_unanimous_answers_do_not_claim_certainty() -> None:
    # Thirty fives have the variance of thirty-one answers one of which is a 4: 1/31; t(29) = 2.0452,
    # 2.0452 * sqrt(1 / (31 * 30)) = 0.0671.
    result = stars(Histogram.of([5] * 30, low=1, high=5), policy=USUAL)
    assert result.low == pytest.approx(5 - 0.0671, abs=0.0001)


def test_a_single_answer_says_nothing_about_the_mean() -> None:
    interval = t_mean(counted([4]))
    assert (interval.low, interval.high) == (1, 7)


@given(SCORES)
def test_interval_of_a_mean_equals_scipy(scores: list[int]) -> None:
    assume(len(set(scores)) > 1)
    interval = t_mean(counted(scores))
    low, high = stats.t.interval(0.95, len(scores) - 1, loc=sum(scores) / len(scores), scale=stats.sem(scores))
    assert (interval.low, interval.high) == pytest.approx((max(low, 1), min(high, 7)), rel=1e-9)


@given(SCORES, SCORES)
def test_interval_of_a_difference_of_means_equals_statsmodels(now: list[int], base: list[int]) -> None:
    assume(len(set(now)) > 1)
    assume(len(set(base)) > 1)
    interval = welch(counted(now), counted(base))
    expected = CompareMeans(DescrStatsW(now), DescrStatsW(base)).tconfint_diff(usevar="unequal")
    assert (interval.low, interval.high) == pytest.approx(expected, rel=1e-9, abs=1e-9)


@given(SCORES, SCORES)
def test_a_verdict_by_p_value_is_that_of_the_interval(now: list[int], base: list[int]) -> None:
    assume(len(set(now)) > 1)
    assume(len(set(base)) > 1)
    expected = stats.ttest_ind(now, base, equal_var=False).pvalue
    assume(expected > 1e-9)
    difference = Difference(metric=METRICS["stars"], now=counted(now), base=counted(base))
    assert (difference.p_within(expected * 0.9999), difference.p_within(expected * 1.0001)) == (False, True)
