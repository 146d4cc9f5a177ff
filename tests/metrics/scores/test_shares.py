"""Shares: Wilson and Newcombe against published examples and statsmodels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from metrics.figures import Quality
from metrics.scores.csat import csat, csat_difference
from metrics.scores.histogram import Histogram
from metrics.scores.intervals import mover, wilson
from metrics.scores.policy import EVERYTHING, USUAL


def test_csat_is_the_share_of_fours_and_fives() -> None:
    assert csat(Histogram.of([5, 4, 3, 1], low=1, high=5), policy=EVERYTHING).value == 50


def test_csat_of_four_answers_is_suppressed() -> None:
    result = csat(Histogram.of([5, 4, 3, 1], low=1, high=5), policy=USUAL)
    assert (result.value, result.quality, result.n) == (None, Quality.SUPPRESSED, 4)


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    # Newcombe 1998, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, table I.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_gives_the_published_intervals(hits: int, n: int, low: float, high: float) -> None:
    interval = wilson(hits, n)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=0.00005)


def test_newcombe_gives_the_published_interval() -> None:
    # Newcombe 1998, "Interval estimation for the difference between independent proportions", Statistics in
    # Medicine 17, table II, method 10: 56/70 - 48/80 is .0524 to .3339.
    interval = mover(56 / 70, wilson(56, 70), 48 / 80, wilson(48, 80))
    assert (interval.low, interval.high) == pytest.approx((0.0524, 0.3339), abs=0.00005)


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_equals_statsmodels(share: tuple[int, int]) -> None:
    hits, n = share
    interval = wilson(hits, n)
    assert (interval.low, interval.high) == pytest.approx(proportion_confint(hits, n, method="wilson"), abs=1e-12)


@given(*[st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))] * 2)
def test_newcombe_equals_statsmodels(now: tuple[int, int], base: tuple[int, int]) -> None:
    interval = csat_difference(_shares(*now), _shares(*base), level=0.95)
    expected = confint_proportions_2indep(*now, *base, compare="diff", method="newcomb")
    assert (interval.low / 100, interval.high / 100) == pytest.approx(expected, abs=1e-9)


def _shares(hits: int, n: int) -> Histogram:
    return Histogram(low=1, counts=(n - hits, 0, 0, 0, hits))
