"""Which dimension explains a change: the one over which its parts differ most, beyond what chance makes them differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import erfc, sqrt

from metrics.analysis.multiplicity import benjamini_hochberg
from metrics.analysis.part_errors import Moments, Slopes, mix_slopes, standard_error
from metrics.scores.histogram import Histogram

CANDIDATES = ("touchpoint", "segment", "channel", "region", "store", "country", "persona", "language", "source")
"""The dimensions tried where none was named."""

ENOUGH = 30
"""Answers on each side from which a group's own change is set against that of the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A dimension tried as the explanation.

    `explained`: by how many units of the metric it moves the whole (mix) and its groups apart (rate), less what chance
    would; 0 where every group changed alike. `p`: how easily chance alone would look like this.
    """

    dimension: str
    explained: float
    p: float
    stands: bool
    """Whether it stands when all tried dimensions are tested together (Benjamini-Hochberg)."""


def tried(
    dimensions: Mapping[str, tuple[Mapping[str, Histogram], Mapping[str, Histogram]]], *, worth: tuple[float, ...]
) -> tuple[Tried, ...]:
    """Try the dimensions, each with its groups now and before; the one that explains most first."""
    found = [_try(name, Moments.of(now, worth), Moments.of(base, worth)) for name, (now, base) in dimensions.items()]
    stands = benjamini_hochberg([one.p for one in found])
    judged = [
        Tried(dimension=one.dimension, explained=one.explained, p=one.p, stands=stood and one.explained > 0)
        for one, stood in zip(found, stands, strict=True)
    ]
    return tuple(sorted(judged, key=lambda one: (not one.stands, -one.explained, one.dimension)))


def _try(dimension: str, now: Moments, base: Moments) -> Tried:
    mix, mix_error = _total_mix(now, base)
    apart, apart_by_chance, apart_p = _apart(now, base)
    mix_p = erfc(abs(mix) / mix_error / sqrt(2)) if mix_error else 1.0
    explained = sqrt(max(mix**2 - mix_error**2, 0.0) + max(apart - apart_by_chance, 0.0))
    return Tried(dimension=dimension, explained=explained, p=min(1.0, 2 * min(mix_p, apart_p)), stands=False)


def _total_mix(now: Moments, base: Moments) -> tuple[float, float]:
    """Give the mix effect of all groups together and its standard error."""
    slopes = [mix_slopes(now, base, name) for name in sorted(now.groups.keys() | base.groups.keys())]
    error = standard_error(now, base, (Slopes.summed(a for a, _ in slopes), Slopes.summed(b for _, b in slopes)))
    within = sum(
        (now.groups[name].rate - base.groups[name].rate) * (now.groups[name].share + base.groups[name].share) / 2
        for name in now.groups.keys() & base.groups.keys()
    )
    return now.rate - base.rate - within, error


def _apart(now: Moments, base: Moments) -> tuple[float, float, float]:
    """Say how far the groups' own changes lie apart (mean square), how far by chance, and the p-value of Cochran's Q.

    Cochran 1954, Biometrics 10: the squared distances from the common change in units of their variances are
    chi-squared with one degree of freedom less than there are groups.
    """
    from scipy.special import chdtrc  # noqa: PLC0415 only a "why" needs it, and scipy takes a tenth of a second

    names = [name for name in now.groups.keys() & base.groups.keys() if _enough(now, base, name)]
    if len(names) < 2:
        return 0.0, 0.0, 1.0
    moved = [now.groups[name].rate - base.groups[name].rate for name in names]
    chance = [_variance(now, name) + _variance(base, name) for name in names]
    sizes = [(now.groups[name].share + base.groups[name].share) / 2 for name in names]
    common = _weighted(moved, [1 / one for one in chance])
    q = sum((move - common) ** 2 / one for move, one in zip(moved, chance, strict=True))
    usual = _weighted(moved, sizes)
    whole = sum(sizes)
    apart = sum(size * (move - usual) ** 2 for size, move in zip(sizes, moved, strict=True))
    by_chance = sum(size * (1 - size / whole) * one for size, one in zip(sizes, chance, strict=True))
    return apart, by_chance, float(chdtrc(len(names) - 1, q))


def _enough(now: Moments, base: Moments, name: str) -> bool:
    return min(now.groups[name].n, base.groups[name].n) >= ENOUGH


def _variance(side: Moments, name: str) -> float:
    return side.groups[name].variance / side.groups[name].n


def _weighted(values: Sequence[float], weights: Sequence[float]) -> float:
    return sum(value * weight for value, weight in zip(values, weights, strict=True)) / sum(weights)
