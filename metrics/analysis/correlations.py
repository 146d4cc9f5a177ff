"""Pearson's correlation of two sets of scores, with Fisher's interval and its p-value."""

from dataclasses import dataclass
from math import atanh, sqrt, tanh
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

_NORMAL = NormalDist()
FEWEST = 4
"""Fisher's interval divides by n - 3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correlation:
    """value, low and high: -1 to 1; None where there are too few pairs or one side never varies."""

    value: float | None
    low: float | None
    high: float | None
    p: float
    n: int


def correlate(scores: NDArray[np.float64], outcome: NDArray[np.float64], *, level: float = 0.95) -> Correlation:
    """Correlate two sides of equal length (Fisher 1921, Metron 1, for the interval)."""
    n = len(scores)
    if n < FEWEST or np.ptp(scores) == 0 or np.ptp(outcome) == 0:
        return Correlation(value=None, low=None, high=None, p=1.0, n=n)
    value = float(np.corrcoef(scores, outcome)[0, 1])
    turned = atanh(max(min(value, 1 - 1e-12), -1 + 1e-12))
    reach = _NORMAL.inv_cdf((1 + level) / 2) / sqrt(n - 3)
    p = 2 * (1 - _NORMAL.cdf(abs(turned) * sqrt(n - 3)))
    return Correlation(value=value, low=tanh(turned - reach), high=tanh(turned + reach), p=p, n=n)
