"""How sure the parts of a change are: standard errors of mix and rate effects by the delta method.

Each side is one sample of answers; which group an answer falls in is as much up to chance as its score. With an
answer's influence on a share p_g (it is in the group or not, less p_g), on a rate r_g (its score less r_g, divided by
p_g) and on the total R (its score less R), the variance of any smooth function of them is the mean square of the
influences weighted by its derivatives, over n (Wasserman 2006, "All of Nonparametric Statistics", 2.3).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from metrics.scores.histogram import Histogram


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMoments:
    """A group on one side: its share of the answers, their mean and their variance in the metric's unit."""

    n: int
    share: float
    rate: float
    variance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """One side of a change."""

    n: int
    rate: float
    groups: Mapping[str, GroupMoments]
    variance: float
    """Of a single answer: between the groups and within them."""

    @classmethod
    def of(cls, groups: Mapping[str, Histogram], worth: tuple[float, ...]) -> "Moments":
        """Take the moments of counted answers; there must be some."""
        n = sum(group.total for group in groups.values())
        found = {name: _moments(answers, n, worth) for name, answers in groups.items() if answers.total}
        rate = sum(one.share * one.rate for one in found.values())
        variance = sum(one.share * ((one.rate - rate) ** 2 + one.variance) for one in found.values())
        return cls(n=n, rate=rate, groups=found, variance=variance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slopes:
    """How fast an effect moves with each share, each rate and the total of one side."""

    share: Mapping[str, float]
    rate: Mapping[str, float]
    total: float

    @classmethod
    def summed(cls, parts: Iterable["Slopes"]) -> "Slopes":
        """Give the slopes of the sum of several effects."""
        share: dict[str, float] = {}
        rate: dict[str, float] = {}
        total = 0.0
        for part in parts:
            total += part.total
            for name, slope in part.share.items():
                share[name] = share.get(name, 0.0) + slope
            for name, slope in part.rate.items():
                rate[name] = rate.get(name, 0.0) + slope
        return cls(share=share, rate=rate, total=total)


def standard_error(now: Moments, base: Moments, slopes: tuple[Slopes, Slopes]) -> float:
    """Give the standard error of an effect with these slopes on either side."""
    return sqrt(_variance(now, slopes[0]) + _variance(base, slopes[1]))


def mix_slopes(now: Moments, base: Moments, name: str) -> tuple[Slopes, Slopes]:
    """Give the slopes of a group's mix effect, (p1-p0)((r1+r0)/2 - (R1+R0)/2)."""
    first, second = _sides(now, base, name)
    moved = first.share - second.share
    away = (first.rate + second.rate) / 2 - (now.rate + base.rate) / 2
    both = name in now.groups and name in base.groups
    pull = moved / 2 if both else moved  # on one side only, its rate there stands for both
    return (
        Slopes(share={name: away}, rate={name: pull}, total=-moved / 2),
        Slopes(share={name: -away}, rate={name: pull}, total=-moved / 2),
    )


def rate_slopes(now: Moments, base: Moments, name: str) -> tuple[Slopes, Slopes]:
    """Give the slopes of a group's rate effect, (r1-r0)(p1+p0)/2."""
    first, second = _sides(now, base, name)
    moved, size = (first.rate - second.rate) / 2, (first.share + second.share) / 2
    if name not in now.groups or name not in base.groups:
        moved = size = 0.0
    return (
        Slopes(share={name: moved}, rate={name: size}, total=0.0),
        Slopes(share={name: moved}, rate={name: -size}, total=0.0),
    )


def _variance(side: Moments, slopes: Slopes) -> float:
    """Add up what the sloped groups change about the variance that the total's slope alone would have."""
    shares = {name: slope for name, slope in slopes.share.items() if name in side.groups}
    usual = sum(slope * side.groups[name].share for name, slope in shares.items())
    squares = slopes.total**2 * side.variance + usual**2
    for name in shares.keys() | (slopes.rate.keys() & side.groups.keys()):
        group = side.groups[name]
        alone = slopes.total * (group.rate - side.rate) - usual
        within = slopes.rate.get(name, 0.0) / group.share + slopes.total
        squares += group.share * ((alone + shares.get(name, 0.0)) ** 2 - alone**2)
        squares += group.share * (within**2 - slopes.total**2) * group.variance
    return max(squares, 0.0) / side.n


def _sides(now: Moments, base: Moments, name: str) -> tuple[GroupMoments, GroupMoments]:
    first, second = now.groups.get(name), base.groups.get(name)
    known = first or second
    if known is None:
        raise ValueError("a group that stands on neither side has no part")
    absent = GroupMoments(n=0, share=0.0, rate=known.rate, variance=0.0)
    return first or absent, second or absent


def _moments(answers: Histogram, n: int, worth: tuple[float, ...]) -> GroupMoments:
    rate = answers.mean_worth(worth)
    squares = sum(count * (value - rate) ** 2 for count, value in zip(answers.counts, worth, strict=True))
    spread = max(worth) - min(worth)
    floor = spread**2 / (4 * (answers.total + 1))  # unanimous answers are not certain ones
    variance = max(squares / answers.total, floor)
    return GroupMoments(n=answers.total, share=answers.total / n, rate=rate, variance=variance)
