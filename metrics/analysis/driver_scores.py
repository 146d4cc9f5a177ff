"""Touchpoint scores beside the overall score of the same respondent, as the driver analysis needs them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from metrics.figures import Days
from metrics.scope import Where
from metrics.scores.registry import Metric

Floats = NDArray[np.float64]
Pairing = Literal["row", "customer"]
"""Who is one respondent: an answered survey that scores several touchpoints, else a customer within the period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DriverScores:
    """`outcome`, shape (n,), and `scores`, shape (n, drivers): 0 worst to 1 best, nan where a respondent gave none.

    A score that was not applicable is none. `instrument` is what the touchpoints were scored on.
    """

    names: tuple[str, ...]
    scores: Floats
    outcome: Floats
    pairing: Pairing
    instrument: str

    @property
    def complete(self) -> NDArray[np.bool_]:
        """Which respondents scored every driver, shape (n,)."""
        return np.asarray(~np.isnan(self.scores).any(axis=1), dtype=np.bool_)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Scores as they are stored: who gave each, shape (n,), to which of `groups`, and how good it was, 0 to 1."""

    who: NDArray[np.int64]
    group: NDArray[np.int64]
    value: Floats


class DriverReader(Protocol):
    """Reads scores with the overall score of the same respondent."""

    def driver_scores(self, metric: Metric, *, days: Days, where: Where, by: str) -> DriverScores | None:
        """Pair them; None: nobody who answered the metric scored a touchpoint. `where` is in canonical names."""
        ...


def paired(
    overall: Given, given: Given, *, names: Sequence[str], pairing: Pairing, instrument: str
) -> DriverScores | None:
    """Put each respondent's scores beside their overall one; of several of a kind, the mean. None: nobody has both."""
    everybody, place = np.unique(overall.who, return_inverse=True)
    outcome = np.bincount(place, weights=overall.value) / np.bincount(place)
    at = np.searchsorted(everybody, given.who)
    ours = (at < len(everybody)) & (everybody[np.minimum(at, len(everybody) - 1)] == given.who)
    if not ours.any():
        return None
    cell = at[ours] * len(names) + given.group[ours]
    size = len(everybody) * len(names)
    count = np.bincount(cell, minlength=size).astype(np.float64)
    total = np.bincount(cell, weights=given.value[ours], minlength=size)
    means = np.divide(total, count, out=np.full(size, np.nan), where=count > 0).reshape(len(everybody), len(names))
    answered = ~np.isnan(means).all(axis=1)
    used = ~np.isnan(means).all(axis=0)
    return DriverScores(
        names=tuple(name for name, is_used in zip(names, used, strict=True) if is_used),
        scores=means[answered][:, used],
        outcome=outcome[answered],
        pairing=pairing,
        instrument=instrument,
    )
