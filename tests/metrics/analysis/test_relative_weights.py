"""Johnson's weights against worked truths: LMG (Shapley) on the same data, and what must hold by algebra."""

from itertools import combinations
from math import factorial

import numpy as np
import pytest
from numpy.typing import NDArray

from metrics.analysis.correlations import correlate
from metrics.analysis.relative_weights import relative_weights, weigh

Floats = NDArray[np.float64]


def r_squared(among: Floats, outcome: Floats, chosen: tuple[int, ...]) -> float:
    if not chosen:
        return 0.0
    part = np.ix_(chosen, chosen)
    return float(outcome[list(chosen)] @ np.linalg.solve(among[part], outcome[list(chosen)]))


def lmg(among: Floats, outcome: Floats) -> Floats:
    """Average what each adds to R squared over every order (Lindeman, Merenda and Gold 1980: the Shapley value)."""
    drivers = range(len(outcome))
    found = np.zeros(len(outcome))
    for driver in drivers:
        others = [other for other in drivers if other != driver]
        for size in range(len(others) + 1):
            weight = factorial(size) * factorial(len(others) - size) / factorial(len(others) + 1)
            for before in combinations(others, size):
                gained = r_squared(among, outcome, (*before, driver)) - r_squared(among, outcome, before)
                found[driver] += weight * gained
    return found


def test_two_drivers_weigh_what_lmg_says() -> None:
    # By hand, r1y = .6, r2y = .4, r12 = .5: R2 = (.36 + .16 - 2*.6*.4*.5) / (1 - .25) = .37333;
    # LMG of the first: (.36 + (.37333 - .16)) / 2 = .28667, of the second (.16 + (.37333 - .36)) / 2 = .08667.
    # With two drivers both methods are the same (Thomas, Zumbo, Kwan and Schweitzer 2014, MBR 49).
    among, outcome = np.array([[1.0, 0.5], [0.5, 1.0]]), np.array([0.6, 0.4])
    assert relative_weights(among, outcome) == pytest.approx([0.28667, 0.08667], abs=1e-5)
    assert lmg(among, outcome) == pytest.approx([0.28667, 0.08667], abs=1e-5)


def correlations(rows: Floats) -> Floats:
    return np.asarray(np.corrcoef(rows.T))


def made_up(rng: np.random.Generator, n: int = 4000) -> tuple[Floats, Floats]:
    mixed = rng.standard_normal((n, 5)) @ rng.normal(0.3, 0.6, (5, 5))
    return mixed, mixed @ np.array([0.6, 0.3, 0.0, -0.4, 0.2]) + rng.standard_normal(n)


@pytest.mark.parametrize("seed", range(5))
def test_many_drivers_weigh_about_what_lmg_says_on_the_same_data(seed: int) -> None:
    drivers, outcome = made_up(np.random.default_rng(seed))
    whole = correlations(np.column_stack([drivers, outcome]))
    ours, shapley = relative_weights(whole[:-1, :-1], whole[:-1, -1]), lmg(whole[:-1, :-1], whole[:-1, -1])
    assert ours.sum() == pytest.approx(shapley.sum())  # both share out R squared
    assert ours == pytest.approx(shapley, abs=0.1 * shapley.sum())


def test_uncorrelated_drivers_weigh_their_squared_correlation() -> None:
    assert relative_weights(np.eye(3), np.array([0.5, -0.3, 0.0])) == pytest.approx([0.25, 0.09, 0.0])


def test_a_driver_told_twice_shares_its_weight() -> None:
    rng = np.random.default_rng(1)
    one, other = rng.standard_normal((2, 500))
    outcome = one + other + rng.standard_normal(500)
    found = weigh(np.column_stack([one, one, other]), outcome, rng=rng)
    assert found.share[0] == pytest.approx(found.share[1])
    assert found.share.sum() == pytest.approx(1)


def test_a_driver_that_says_nothing_is_not_told_from_noise_and_one_that_does_is() -> None:
    rng = np.random.default_rng(2)
    drivers = rng.standard_normal((600, 3))
    outcome = drivers[:, 0] + 0.5 * drivers[:, 1] + rng.standard_normal(600)
    assert weigh(drivers, outcome, rng=rng).told_apart == (True, True, False)


@pytest.mark.parametrize("seeds", [40, pytest.param(100, marks=pytest.mark.torture)])
def test_noise_is_told_from_noise_no_more_often_than_it_should(seeds: int) -> None:
    told = 0
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        drivers = rng.standard_normal((120, 2))
        told += any(weigh(drivers, rng.standard_normal(120), rng=rng, draws=400).told_apart)
    assert told <= seeds / 10


@pytest.mark.parametrize("seeds", [40, pytest.param(120, marks=pytest.mark.torture)])
def test_the_interval_of_a_weight_holds_the_truth_as_often_as_it_says(seeds: int) -> None:
    # Two uncorrelated drivers with slopes 2 and 1: the truth is 4/5 and 1/5 of what they explain.
    held = 0
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        drivers = rng.standard_normal((300, 2))
        found = weigh(drivers, drivers @ np.array([2.0, 1.0]) + 2 * rng.standard_normal(300), rng=rng, draws=500)
        low, high = found.interval(0)
        held += low <= 0.8 <= high
    assert 0.88 * seeds <= held <= seeds


def test_rows_drawn_in_blocks_scatter_as_rows_drawn_one_by_one() -> None:
    drivers, outcome = made_up(np.random.default_rng(7))
    found = weigh(drivers, outcome, rng=np.random.default_rng(8))
    rng, one_by_one = np.random.default_rng(9), []
    for _ in range(300):
        rows = rng.integers(0, len(outcome), len(outcome))
        whole = correlations(np.column_stack([drivers[rows], outcome[rows]]))
        raw = relative_weights(whole[:-1, :-1], whole[:-1, -1])
        one_by_one.append(raw / raw.sum())
    assert found.draws.std(axis=0) == pytest.approx(np.std(one_by_one, axis=0), rel=0.2)


def test_a_correlation_with_its_interval_by_hand() -> None:
    # r of (1,2,3,4,5) and (2,1,4,3,5) is .8; atanh .8 = 1.0986, 1.96 / sqrt 2 = 1.3859: tanh of -.2873 and 2.4845.
    found = correlate(np.array([1.0, 2, 3, 4, 5]), np.array([2.0, 1, 4, 3, 5]))
    assert (found.value, found.low, found.high) == pytest.approx((0.8, -0.2797, 0.9862), abs=1e-4)


def test_a_side_that_never_varies_goes_with_nothing() -> None:
    assert correlate(np.ones(10), np.arange(10.0)).value is None
