"""What a change is made of: more of some, or some doing better (Kitagawa 1955, JASA 50)."""

from collections.abc import Mapping
from dataclasses import dataclass

from metrics.scores.histogram import Histogram


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a group adds to a change, in the metric's unit: by its size (mix), by scoring otherwise (rate)."""

    mix: float
    rate: float


def mix_and_rate(
    now: Mapping[str, Histogram], base: Mapping[str, Histogram], *, worth: tuple[float, ...]
) -> dict[str, Part]:
    """Split the change of a mean exactly over groups that have no answer in common; neither side may be empty.

    With shares p, rates r and totals R, 1 now and 0 base: mix = (p1-p0)((r1+r0)/2 - (R1+R0)/2) and rate =
    (r1-r0)(p1+p0)/2. A group that stands on one side only scores there as it would have on the other: it is all mix.
    """
    total_now, total_base = _total(now, worth), _total(base, worth)
    middle = (total_now.rate + total_base.rate) / 2
    parts = {}
    for name in sorted(now.keys() | base.keys()):
        first, second = _side(now.get(name), total_now, worth), _side(base.get(name), total_base, worth)
        rate_now = first.rate if first.share else second.rate
        rate_base = second.rate if second.share else first.rate
        parts[name] = Part(
            mix=(first.share - second.share) * ((rate_now + rate_base) / 2 - middle),
            rate=(rate_now - rate_base) * (first.share + second.share) / 2,
        )
    return parts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    share: float
    rate: float
    n: int


def _total(groups: Mapping[str, Histogram], worth: tuple[float, ...]) -> _Side:
    n = sum(group.total for group in groups.values())
    gained = sum(group.mean_worth(worth) * group.total for group in groups.values() if group.total)
    return _Side(share=1.0, rate=gained / n, n=n)


def _side(answers: Histogram | None, total: _Side, worth: tuple[float, ...]) -> _Side:
    if answers is None or not answers.total:
        return _Side(share=0.0, rate=0.0, n=0)
    return _Side(share=answers.total / total.n, rate=answers.mean_worth(worth), n=answers.total)
