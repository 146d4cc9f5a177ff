"""NPS against hand calculations and the published method."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.figures import Quality
from metrics.scores.histogram import Histogram
from metrics.scores.nps import WORTH, nps, nps_difference
from metrics.scores.policy import EVERYTHING, USUAL


def answers(*scores: int) -> Histogram:
    return Histogram.of(scores, low=0, high=10)


def test_passives_count_in_the_base_but_not_the_score() -> None:
    assert nps(answers(10, 8, 8, 0), policy=EVERYTHING).value == 0


@pytest.mark.parametrize(("score", "points"), [(6, -100), (7, 0), (8, 0), (9, 100)])
def test_band_edges(score: int, points: float) -> None:
    assert nps(answers(score), policy=EVERYTHING).value == points


def test_interval_matches_a_hand_calculation() -> None:
    # 50 up, 50 down: each share is 50.75 / 103, so 1.96 * sqrt(0.98544 / 103) is 0.1917.
    result = nps(answers(*[10] * 50, *[0] * 50), policy=USUAL)
    assert (result.low, result.high) == pytest.approx((-19.17, 19.17), abs=0.01)


def test_interval_of_a_skewed_sample_is_the_adjusted_wald_of_rocks() -> None:
    # 30 promoters, 10 passives, 10 detractors: shares 30.75/53 = .580189 and 10.75/53 = .202830, centre .377358,
    # variance .783019 - .142400 = .640619; 1.959964 * sqrt(.640619 / 53) = .215483.
    result = nps(answers(*[10] * 30, *[8] * 10, *[0] * 10), policy=USUAL)
    assert result.value == 40
    assert (result.low, result.high) == pytest.approx((16.1875, 59.2841), abs=0.001)


def test_a_unanimous_handful_does_not_claim_certainty() -> None:
    result = nps(answers(*[9] * 5), policy=USUAL)
    assert result.quality is Quality.DIRECTIONAL
    assert result.low is not None
    assert result.low < 50


def test_four_answers_are_counted_but_not_scored() -> None:
    result = nps(answers(10, 10, 9, 9), policy=USUAL)
    assert (result.n, result.value, result.low, result.quality) == (4, None, None, Quality.SUPPRESSED)


def test_thirty_answers_are_enough_to_publish() -> None:
    assert nps(answers(*[9] * 29), policy=USUAL).quality is Quality.DIRECTIONAL
    assert nps(answers(*[9] * 30), policy=USUAL).quality is Quality.PUBLISH


def test_difference_joins_the_two_intervals_as_mover_says() -> None:
    # Both sides 50 up, 50 down, each -19.17 to 19.17 about 0: sqrt(2) * 19.17 = 27.11.
    side = answers(*[10] * 50, *[0] * 50)
    interval = nps_difference(side, side, level=0.95)
    assert (interval.low, interval.high) == pytest.approx((-19.1713 * sqrt(2), 19.1713 * sqrt(2)), abs=0.01)


@given(st.lists(st.integers(0, 10), min_size=1))
def test_nps_is_the_mean_of_what_its_answers_are_worth(scores: list[int]) -> None:
    counted = answers(*scores)
    assert nps(counted, policy=EVERYTHING).value == pytest.approx(counted.mean_worth(WORTH))
