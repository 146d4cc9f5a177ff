"""A change explained over one dimension, as figures."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from metrics.analysis.answers import Effect
from metrics.analysis.mix_rate import Part, mix_and_rate
from metrics.analysis.part_errors import Moments, Slopes, mix_slopes, rate_slopes, standard_error
from metrics.figures import Figure, Quality
from metrics.query import Comparison
from metrics.scores.histogram import Histogram
from metrics.scores.policy import SamplePolicy

Z_95 = 1.96
SidedSlopes = tuple[Slopes, Slopes]
OTHERS = "(other)"
"""The groups too small to be shown alone, together."""


def effects(
    change: Comparison,
    now: Mapping[str, Histogram],
    base: Mapping[str, Histogram],
    *,
    worth: tuple[float, ...],
    dimension: str,
    policy: SamplePolicy,
) -> tuple[Effect, tuple[Effect, ...]]:
    """Give the total mix and rate and those of each group, the group that explains most first."""
    small = {name for name in now.keys() | base.keys() if not _shown(now.get(name), base.get(name), policy)}
    now, base = _pooled(now, small), _pooled(base, small)
    parts = mix_and_rate(now, base, worth=worth)
    total = Part(mix=sum(part.mix for part in parts.values()), rate=sum(part.rate for part in parts.values()))
    sides = Moments.of(now, worth), Moments.of(base, worth)
    slopes = {name: (mix_slopes(*sides, name), rate_slopes(*sides, name)) for name in parts}
    figures = [
        _effect(
            change,
            part,
            reach=_reach(sides, slopes[name]),
            group={dimension: name},
            n=_n(now.get(name)),
            hidden=_n(now.get(name), base.get(name)) < policy.show_from,
        )
        for name, part in sorted(parts.items(), key=lambda item: -abs(item[1].mix) - abs(item[1].rate))
    ]
    all_mix, all_rate = ([one[which] for one in slopes.values()] for which in (0, 1))
    reach = _reach(sides, (_summed(all_mix), _summed(all_rate)))
    return _effect(change, total, reach=reach, group={}, n=change.now.n, hidden=False), tuple(figures)


def is_reversal(
    change: Comparison, now: Mapping[str, Histogram], base: Mapping[str, Histogram], *, worth: tuple[float, ...]
) -> bool:
    """Say whether every group that stands on both sides moved against the whole (Simpson's paradox)."""
    moves = [
        now[name].mean_worth(worth) - base[name].mean_worth(worth)
        for name in now.keys() & base.keys()
        if now[name].total and base[name].total
    ]
    whole = change.change.value
    return whole is not None and len(moves) > 1 and all(move * whole < 0 for move in moves)


def _shown(now: Histogram | None, base: Histogram | None, policy: SamplePolicy) -> bool:
    return all(_n(side) >= policy.show_from for side in (now, base) if _n(side))


def _pooled(groups: Mapping[str, Histogram], small: set[str]) -> dict[str, Histogram]:
    kept = {name: answers for name, answers in groups.items() if name not in small}
    for name in small & groups.keys():
        kept[OTHERS] = kept[OTHERS] + groups[name] if OTHERS in kept else groups[name]
    return kept


def _n(*sides: Histogram | None) -> int:
    """Count the fewest answers on a side that has any."""
    return min((side.total for side in sides if side is not None and side.total), default=0)


def _reach(sides: tuple[Moments, Moments], slopes: tuple[SidedSlopes, SidedSlopes]) -> Part:
    """Say how far the 95 % interval of a mix and of a rate effect reaches to either side."""
    return Part(mix=Z_95 * standard_error(*sides, slopes[0]), rate=Z_95 * standard_error(*sides, slopes[1]))


def _summed(slopes: Sequence[SidedSlopes]) -> SidedSlopes:
    return Slopes.summed(now for now, _ in slopes), Slopes.summed(base for _, base in slopes)


def _effect(change: Comparison, part: Part, *, reach: Part, group: Mapping[str, str], n: int, hidden: bool) -> Effect:
    blank = replace(change.change, low=None, high=None, verdict=None, detectable=None, group=group, n=n)
    name = change.now.name
    if hidden:
        blank = replace(blank, value=None, quality=Quality.SUPPRESSED)
        return Effect(mix=replace(blank, name=f"{name}.mix"), rate=replace(blank, name=f"{name}.rate"))
    return Effect(
        mix=_figure(blank, name=f"{name}.mix", value=part.mix, reach=reach.mix),
        rate=_figure(blank, name=f"{name}.rate", value=part.rate, reach=reach.rate),
    )


def _figure(blank: Figure, *, name: str, value: float, reach: float) -> Figure:
    return replace(blank, name=name, value=value, low=value - reach, high=value + reach)
