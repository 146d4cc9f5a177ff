"""How much of what explains an overall score goes with each driver: Johnson's relative weights, by hand.

Johnson (2000), "A heuristic method for estimating the relative weight of predictor variables in multiple regression",
Multivariate Behavioral Research 35(1). A driver's weight is set against that of pure noise put beside the drivers
(Tonidandel, LeBreton and Johnson 2009, Psychological Methods 14(4)): one that cannot be told from it is undecided.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

BLOCKS = 1000
"""Rows are drawn again in at most so many random blocks: as wide an interval, and no slower for a million rows."""
DRAWS = 2000
_NOTHING = 1e-10
"""An eigenvalue below this is none: two drivers say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each driver is worth.

    `share` of what all explain together, 0 to 1, summing to 1; `draws` are the shares when the rows are drawn again,
    shape (draws, drivers); `told_apart` says whether it explains more than noise does.

    `explained` is the share of the outcome's variance that the drivers explain (R squared).
    """

    share: Floats
    draws: Floats
    told_apart: tuple[bool, ...]
    explained: float

    def interval(self, driver: int, *, level: float = 0.95) -> tuple[float, float]:
        """Give the percentile interval of a driver's share."""
        low, high = np.quantile(self.draws[:, driver], [(1 - level) / 2, (1 + level) / 2])
        return float(low), float(high)


def relative_weights(among: Floats, with_outcome: Floats) -> Floats:
    """Give each driver's part of R squared from the correlations among the drivers and those with the outcome.

    Shapes (..., k, k) and (..., k) to (..., k). The drivers are replaced by the uncorrelated variables nearest to
    them; what those explain is handed back by how much of each driver they hold.
    """
    values, vectors = np.linalg.eigh(among)
    roots = np.sqrt(np.where(values > _NOTHING, values, 0.0))
    inverse = np.divide(1.0, roots, out=np.zeros_like(roots), where=roots > 0)
    turned = np.swapaxes(vectors, -1, -2)
    loadings = (vectors * roots[..., None, :]) @ turned
    slopes = ((vectors * inverse[..., None, :]) @ turned) @ with_outcome[..., None]
    weights: Floats = ((loadings**2) @ (slopes**2))[..., 0]
    return weights


def weigh(drivers: Floats, outcome: Floats, *, rng: np.random.Generator, draws: int = DRAWS) -> Weights:
    """Weigh drivers, shape (n, k), every one of which varies and has a value on every row."""
    count = drivers.shape[1]
    rows = np.column_stack([np.ones(len(outcome)), drivers, rng.standard_normal(len(outcome)), outcome])
    blocks = _moments(rows, rng=rng)
    whole = _correlations(blocks.sum(axis=0))
    raw = _weights(whole, count)
    times = rng.multinomial(len(blocks), np.full(len(blocks), 1 / len(blocks)), size=draws).astype(np.float64)
    again = _correlations(np.tensordot(times, blocks, axes=1))
    redrawn = _weights(again, count)
    with_noise = _weights(again, count + 1)
    surplus = np.quantile(with_noise[:, :count] - with_noise[:, count:], 0.025 / count, axis=0)
    return Weights(
        share=raw / raw.sum(),
        draws=redrawn / redrawn.sum(axis=1, keepdims=True),
        told_apart=tuple(bool(low > 0) for low in surplus),
        explained=float(raw.sum()),
    )


def _weights(correlations: Floats, count: int) -> Floats:
    """Weigh the first `count` variables; the last is the outcome."""
    return relative_weights(correlations[..., :count, :count], correlations[..., :count, -1])


def _moments(rows: Floats, *, rng: np.random.Generator) -> Floats:
    """Sum the cross products of the rows of each random block, shape (blocks, k, k)."""
    centred = rows.copy()
    centred[:, 1:] -= rows[:, 1:].mean(axis=0)
    parts = np.array_split(rng.permutation(len(rows)), min(BLOCKS, len(rows)))
    return np.stack([centred[part].T @ centred[part] for part in parts])


def _correlations(moments: Floats) -> Floats:
    """Correlate all but the first variable, which is the constant one; what never varies goes with nothing."""
    n = moments[..., :1, :1]
    means = moments[..., 0, 1:] / n[..., 0]
    covariance = moments[..., 1:, 1:] / n - means[..., :, None] * means[..., None, :]
    spread = np.sqrt(np.maximum(np.diagonal(covariance, axis1=-2, axis2=-1), 0.0))
    scale = spread[..., :, None] * spread[..., None, :]
    found: Floats = np.divide(covariance, scale, out=np.zeros_like(covariance), where=scale > 0)
    return found
