"""Weights to known shares, against published examples and by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.analysis.raking import Cell, effective_n, rake

# The example of en.wikipedia.org/wiki/Iterative_proportional_fitting: a seed and the margins it is fitted to. The page
# prints the cells after three rounds, 0.05 short of where they stop; its first row is 64.61, 46.28, 35.42, 3.83.
SEED = ((40, 30, 20, 10), (35, 50, 100, 75), (30, 80, 70, 120), (20, 30, 40, 50))
ROWS, COLUMNS = (150, 300, 400, 150), (200, 300, 400, 100)
PRINTED = (
    (64.61, 46.28, 35.42, 3.83),
    (49.95, 68.15, 156.49, 25.37),
    (56.70, 144.40, 145.06, 53.76),
    (28.74, 41.18, 63.03, 17.03),
)


def test_raking_equals_the_published_example() -> None:
    counts: dict[Cell, float] = {
        (str(row), str(column)): float(SEED[row][column]) for row in range(4) for column in range(4)
    }
    targets = [{str(place): float(size) for place, size in enumerate(sizes)} for sizes in (ROWS, COLUMNS)]
    raked = rake(counts, targets, most=None)
    scale = sum(ROWS) / sum(counts.values())  # our weights are 1 on average, the example fits to a total of 1000
    for row in range(4):
        for column in range(4):
            cell = (str(row), str(column))
            assert raked.weights[cell] * counts[cell] * scale == pytest.approx(PRINTED[row][column], abs=0.06)
    assert raked.gap < 1e-9


def test_one_dimension_is_weighted_by_simple_division() -> None:
    # 30 of 40 are new, half of the customers are: weights .5 / .75 and .5 / .25.
    raked = rake({("new",): 30, ("old",): 10}, [{"new": 500, "old": 500}])
    assert raked.weights == {("new",): pytest.approx(2 / 3), ("old",): pytest.approx(2)}


def test_a_large_weight_is_cut_and_what_is_missed_is_told() -> None:
    # Two of 100 would stand for half with a weight of 25; cut to 5 they stand for 10, the others for 90 of 98 each.
    raked = rake({("new",): 98, ("old",): 2}, [{"new": 50, "old": 50}])
    assert raked.weights == {("new",): pytest.approx(90 / 98), ("old",): 5}
    assert raked.gap == pytest.approx(0.4)


def test_a_group_nobody_answered_from_is_left_out() -> None:
    raked = rake({("a",): 10, ("b",): 10}, [{"a": 20, "b": 20, "c": 60}])
    assert list(raked.weights.values()) == pytest.approx([1, 1])


def test_kish_counts_what_unequal_weights_are_worth() -> None:
    # Kish 1965, "Survey Sampling", 11.7: (sum w)^2 / sum w^2.
    # Two answers of weight 1 and two of weight 3: 8^2 / (1 + 1 + 9 + 9) = 3.2.
    assert effective_n({("a",): 1, ("b",): 3}, {("a",): 2, ("b",): 2}) == pytest.approx(3.2)


@given(st.lists(st.integers(1, 50), min_size=4, max_size=4), st.lists(st.integers(20, 80), min_size=2, max_size=2))
def test_weights_are_one_on_average_and_never_worth_more_than_the_answers(counts: list[int], sizes: list[int]) -> None:
    cells: dict[Cell, float] = dict(
        zip((("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")), (float(count) for count in counts), strict=True)
    )
    targets = [{"a": sizes[0], "b": 100 - sizes[0]}, {"x": sizes[1], "y": 100 - sizes[1]}]
    raked = rake(cells, [{name: float(size) for name, size in target.items()} for target in targets])
    total = sum(cells.values())
    assert sum(raked.weights[cell] * count for cell, count in cells.items()) == pytest.approx(total)
    assert effective_n(raked.weights, cells) <= total + 1e-6
