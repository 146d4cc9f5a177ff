"""Answers by quota: each cell gets exactly its share of every score, so that only what is planted moves a score.

Within a cell the pleased get the high scores. Chance still decides how a cell's answers fall on stores, channels and
people, so whatever is not a cell varies as real answers do.
"""

from collections.abc import Sequence

import numpy as np

Shares = Sequence[float] | np.ndarray

_DETRACTORS = np.array([0.08, 0.06, 0.10, 0.14, 0.16, 0.22, 0.24])
_PASSIVES = 0.26


def nps_shares(points: float) -> Shares:
    """Give the shares of the answers 0 to 10 whose NPS is `points`."""
    detractors = (1 - _PASSIVES - points / 100) / 2
    promoters = detractors + points / 100
    return [*(detractors * _DETRACTORS), 0.4 * _PASSIVES, 0.6 * _PASSIVES, 0.5 * promoters, 0.5 * promoters]


def csat_shares(top_two: float) -> Shares:
    """Give the shares of the answers 1 to 5 of which 4 and 5 make up `top_two`."""
    rest = 1 - top_two
    return [0.28 * rest, 0.27 * rest, 0.45 * rest, 0.42 * top_two, 0.58 * top_two]


def ces_shares(top_two: float) -> Shares:
    """Give the shares of the answers 1 to 7, the pleased ones at the top."""
    rest = 1 - top_two
    return [0.12 * rest, 0.14 * rest, 0.18 * rest, 0.24 * rest, 0.32 * rest, 0.5 * top_two, 0.5 * top_two]


def counts(shares: Shares, total: int) -> np.ndarray:
    """Share `total` out in whole answers by the largest remainders."""
    exact = np.asarray(shares) * total
    whole: np.ndarray = np.floor(exact).astype(int)
    short = total - int(whole.sum())
    whole[np.argsort(whole - exact, kind="stable")[:short]] += 1
    return whole


def answer(pleased: np.ndarray, *, shares: Shares, lowest: int) -> np.ndarray:
    """Score each of a cell's answers, shape (n,): by quota, the more pleased the higher."""
    scores = np.repeat(np.arange(len(shares)) + lowest, counts(shares, len(pleased)))
    result = np.empty(len(pleased), dtype=int)
    result[np.argsort(pleased, kind="stable")] = scores
    return result


def cells(*keys: np.ndarray) -> list[np.ndarray]:
    """Group rows by the keys: the row numbers of each cell, cells in the order of their keys."""
    order = np.lexsort(keys[::-1])
    stacked = np.stack([key[order] for key in keys])
    starts = np.flatnonzero(np.any(stacked[:, 1:] != stacked[:, :-1], axis=0)) + 1
    return np.split(order, starts) if len(order) else []
