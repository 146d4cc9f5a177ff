"""Counting answers."""

from statistics import mean, variance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.errors import OutOfScale
from metrics.scores.histogram import Histogram, summed

SCORES = st.lists(st.integers(1, 5), min_size=2, max_size=50)


@pytest.mark.parametrize("score", [0, 6, 4.5, -1])
def test_an_answer_off_the_scale_is_refused(score: float) -> None:
    with pytest.raises(OutOfScale):
        Histogram.of([score], low=1, high=5)


def test_edges_of_a_band_belong_to_it() -> None:
    counted = Histogram.of([1, 2, 3, 4, 5], low=1, high=5)
    assert (counted.at_least(4), counted.at_most(2), counted.at_least(0), counted.at_most(9)) == (2, 2, 5, 5)


def test_scales_do_not_mix() -> None:
    with pytest.raises(ValueError, match="different scales"):
        Histogram.empty(low=1, high=5) + Histogram.empty(low=0, high=4)
    with pytest.raises(ValueError, match="different scales"):
        summed([Histogram.empty(low=1, high=5)], low=1, high=7)


def test_what_is_no_part_cannot_be_taken_away() -> None:
    with pytest.raises(ValueError, match="not a part"):
        Histogram.of([1], low=1, high=5) - Histogram.of([2], low=1, high=5)


@given(SCORES)
def test_mean_and_variance_are_those_of_the_answers(scores: list[int]) -> None:
    counted = Histogram.of(scores, low=1, high=5)
    assert counted.mean == pytest.approx(mean(scores))
    assert counted.variance == pytest.approx(variance(scores))


@given(SCORES, SCORES)
def test_parts_add_up_to_the_whole_in_any_order(one: list[int], other: list[int]) -> None:
    first, second = Histogram.of(one, low=1, high=5), Histogram.of(other, low=1, high=5)
    together = Histogram.of([*other, *one], low=1, high=5)
    assert first + second == together == second + first == summed([first, second], low=1, high=5)
    assert together - first == second
