"""How often the interval of an NPS holds the truth: counted over every sample there can be, and over samples drawn."""

from collections import Counter
from math import comb

import numpy as np
import pytest

from metrics.scores.histogram import Histogram
from metrics.scores.nps import nps
from metrics.scores.policy import EVERYTHING

SIZES = (10, 30, 100)
SHARES = ((0.5, 0.2), (0.75, 0.08), (0.92, 0.02))
"""Promoters and detractors: an even, a good and a lopsided score."""
DRAWN = 20_000


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("shares", SHARES)
def test_the_interval_holds_the_truth_as_often_as_it_says(shares: tuple[float, float], n: int) -> None:
    chances = {
        (up, down): comb(n, up) * comb(n - up, down) * _power(shares, up, down, n)
        for up in range(n + 1)
        for down in range(n - up + 1)
    }
    assert sum(chances.values()) == pytest.approx(1)
    held = sum(chance for (up, down), chance in chances.items() if _holds(up, down, n, shares))
    assert 0.93 <= held <= 0.97


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("shares", SHARES)
def test_samples_drawn_say_the_same(shares: tuple[float, float], n: int) -> None:
    drawn = np.random.default_rng(1).multinomial(n, (*shares, 1 - sum(shares)), DRAWN)
    times = Counter((up, down) for up, down, _ in drawn.tolist())
    held = sum(count for (up, down), count in times.items() if _holds(up, down, n, shares))
    assert 0.93 <= held / DRAWN <= 0.97


def _power(shares: tuple[float, float], up: int, down: int, n: int) -> float:
    good, bad = shares
    return float(good**up * bad**down * (1 - good - bad) ** (n - up - down))


def _holds(up: int, down: int, n: int, shares: tuple[float, float]) -> bool:
    counts = (down, *(0,) * 6, n - up - down, 0, up, 0)  # detractors at 0, passives at 7, promoters at 9
    found = nps(Histogram(low=0, counts=counts), policy=EVERYTHING)
    assert found.low is not None
    assert found.high is not None
    return found.low <= 100 * (shares[0] - shares[1]) <= found.high
