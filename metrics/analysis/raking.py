"""Weights that make those who answered look like those who could have (Deming and Stephan 1940, Ann. Math. Stat. 11).

Each dimension in turn, the weights of every group are scaled until its share is the wanted one, again and again until
nothing moves. A weight above `most` times the average is cut to that in every round (as DeBell and Krosnick 2009,
"Computing Weights for American National Election Study Survey Data", cap theirs at 5): a few people must not speak for
everybody, and the shares that are then missed are told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MOST = 5.0
"""The largest weight, in averages."""
_STILL = 1e-10
_ROUNDS = 1_000

Cell = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Raked:
    """The weight of an answer in each cell, 1 on average; `gap` is the largest share still missed, 0 to 1."""

    weights: Mapping[Cell, float]
    gap: float


def rake(counts: Mapping[Cell, float], targets: Sequence[Mapping[str, float]], *, most: float | None = MOST) -> Raked:
    """Weigh cells of `counts` answers so that each place of the cell has the shares of its target.

    A target's groups that nobody answered in are left out and the others made up for; a cell whose group has no target
    keeps out of it. `most` None: no weight is cut.
    """
    wanted = [_shares(target, {cell[place] for cell in counts}) for place, target in enumerate(targets)]
    weights = dict.fromkeys(counts, 1.0)
    total = sum(counts.values())
    for _ in range(_ROUNDS):
        before = weights
        for place, target in enumerate(wanted):
            weights = _scaled(weights, counts, place=place, target=target, total=total)
        if most is not None:
            weights = _cut(weights, counts, most=most, total=total)
        if max(abs(weights[cell] - before[cell]) for cell in weights) < _STILL:
            break
    return Raked(weights=weights, gap=_gap(weights, counts, wanted, total))


def effective_n(weights: Mapping[Cell, float], counts: Mapping[Cell, float]) -> float:
    """Say how many equal answers these weighted ones are worth: (sum w)^2 / sum w^2 (Kish 1965, "Survey Sampling")."""
    first = sum(weights[cell] * count for cell, count in counts.items())
    second = sum(weights[cell] ** 2 * count for cell, count in counts.items())
    return first**2 / second


def _shares(target: Mapping[str, float], present: set[str]) -> dict[str, float]:
    total = sum(size for name, size in target.items() if name in present)
    return {name: size / total for name, size in target.items() if name in present and size}


def _scaled(
    weights: Mapping[Cell, float],
    counts: Mapping[Cell, float],
    *,
    place: int,
    target: Mapping[str, float],
    total: float,
) -> dict[Cell, float]:
    held = _held(weights, counts, place)
    kept = total - sum(size for name, size in held.items() if name not in target)
    factors = {name: kept * share / held[name] for name, share in target.items()}
    return {cell: weight * factors.get(cell[place], 1.0) for cell, weight in weights.items()}


def _cut(
    weights: Mapping[Cell, float], counts: Mapping[Cell, float], *, most: float, total: float
) -> dict[Cell, float]:
    """Cut what is above `most`; the others make up for it alike, which may lift the next above it."""
    cut: set[Cell] = set()
    found = dict(weights)
    while above := {cell for cell, weight in found.items() if weight > most and cell not in cut}:
        cut |= above
        free = sum(weights[cell] * count for cell, count in counts.items() if cell not in cut)
        if not free:
            return found
        factor = (total - most * sum(counts[cell] for cell in cut)) / free
        found = {cell: most if cell in cut else weight * factor for cell, weight in weights.items()}
    return found


def _held(weights: Mapping[Cell, float], counts: Mapping[Cell, float], place: int) -> dict[str, float]:
    held: dict[str, float] = {}
    for cell, weight in weights.items():
        held[cell[place]] = held.get(cell[place], 0.0) + weight * counts[cell]
    return held


def _gap(
    weights: Mapping[Cell, float], counts: Mapping[Cell, float], wanted: Sequence[Mapping[str, float]], total: float
) -> float:
    gaps = [0.0]
    for place, target in enumerate(wanted):
        held = _held(weights, counts, place)
        kept = sum(size for name, size in held.items() if name in target) or total
        gaps += [abs(held[name] / kept - share) for name, share in target.items()]
    return max(gaps)
