"""A net share: the answers on the good steps less those on the bad ones, in points of a hundred."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

from metrics.figures import Quality
from metrics.scores.histogram import Histogram
from metrics.scores.intervals import USUAL_LEVEL, adjusted_wald_ends, adjusted_wald_net, mover
from metrics.scores.policy import SamplePolicy
from metrics.scores.score import Interval, Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Net:
    """`sides[i]` is 1 where the i-th step is good, -1 where it is bad, 0 between. Intervals: adjusted Wald."""

    sides: tuple[int, ...]

    @property
    def worth(self) -> tuple[float, ...]:
        """What an answer on each step is worth: the net share is the mean of these."""
        return tuple(100.0 * side for side in self.sides)

    def __call__(self, answers: Histogram, *, policy: SamplePolicy) -> Score:
        """Score a histogram, -100 to +100 points; n may be 0."""
        n = answers.total
        quality = policy.quality(n)
        if quality is Quality.SUPPRESSED or not n:
            return Score.suppressed(n)
        up, down = self._on(answers.counts, 1), self._on(answers.counts, -1)
        low, high = adjusted_wald_ends(up, down, n, level=USUAL_LEVEL)
        return Score(value=100 * (up - down) / n, low=100 * low, high=100 * high, n=n, quality=quality)

    def value(self, counts: Sequence[float]) -> float:
        """Give the net share of so many answers on each step, whole or weighted."""
        return 100 * (self._on(counts, 1) - self._on(counts, -1)) / sum(counts)

    def interval(self, counts: Sequence[float], *, level: float) -> Interval:
        """Give the interval of that net share (Rocks 2016)."""
        return adjusted_wald_net(self._on(counts, 1), self._on(counts, -1), sum(counts), level=level).scaled(100)

    def difference(self, now: Histogram, base: Histogram, *, level: float) -> Interval:
        """Give the interval of the difference in points, from the adjusted Wald interval of each side."""
        first, second = now.counts, base.counts
        return mover(
            self.value(first), self.interval(first, level=level), self.value(second), self.interval(second, level=level)
        )

    def _on(self, counts: Sequence[float], side: int) -> float:
        places = _places(self.sides, side)
        return sum(counts[places] if isinstance(places, slice) else compress(counts, places))


@lru_cache(maxsize=200)
def _places(sides: tuple[int, ...], side: int) -> slice | tuple[bool, ...]:
    """Say where the steps of a side are: together, as on every usual scale, or here and there."""
    places = [place for place, own in enumerate(sides) if own == side]
    if places and places[-1] - places[0] + 1 == len(places):
        return slice(places[0], places[-1] + 1)
    return tuple(own == side for own in sides)
