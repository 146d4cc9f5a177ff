"""How far touchpoints are from their targets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from metrics.figures import Figure


class Standing(StrEnum):
    """Where a score stands to its target."""

    MET = "met"
    """Its whole interval lies at the target or beyond."""
    MISSED = "missed"
    """Its whole interval falls short."""
    OPEN = "open"
    """The target lies within its interval, or there are too few answers to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a touchpoint is to reach on a metric, in the metric's unit."""

    touchpoint: str
    metric: str
    value: float


class Targets(Protocol):
    """Knows the targets."""

    def targets(self, metric: str | None = None) -> tuple[Target, ...]:
        """Give the targets of all touchpoints, or those on a metric, by touchpoint."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """A touchpoint's score and what it lacks: `gap` is score minus target, with the score's interval."""

    target: Target
    score: Figure
    gap: Figure
    standing: Standing


def distances(
    scores: Sequence[Figure], targets: Sequence[Target], *, lower_is_better: bool = False
) -> tuple[Distance, ...]:
    """Set the scores of touchpoints against their targets, the furthest short first; those without a target are out."""
    wanted = {target.touchpoint: target for target in targets}
    found = [
        _distance(score, wanted[score.group["touchpoint"]], lower_is_better=lower_is_better)
        for score in scores
        if score.group.get("touchpoint") in wanted
    ]
    sign = -1 if lower_is_better else 1
    return tuple(sorted(found, key=lambda one: (one.gap.value is None, sign * (one.gap.value or 0.0))))


def _distance(score: Figure, target: Target, *, lower_is_better: bool) -> Distance:
    gap = replace(
        score,
        name=f"{score.name}.to_target",
        value=_less(score.value, target.value),
        low=_less(score.low, target.value),
        high=_less(score.high, target.value),
    )
    return Distance(target=target, score=score, gap=gap, standing=_standing(gap, lower_is_better=lower_is_better))


def _standing(gap: Figure, *, lower_is_better: bool) -> Standing:
    if gap.low is None or gap.high is None:
        return Standing.OPEN
    worst, best = (-gap.high, -gap.low) if lower_is_better else (gap.low, gap.high)
    if best < 0:
        return Standing.MISSED
    return Standing.MET if worst >= 0 else Standing.OPEN


def _less(value: float | None, target: float) -> float | None:
    return None if value is None else value - target
