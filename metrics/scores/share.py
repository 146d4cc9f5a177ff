"""A share: of all answers those on certain steps of the scale, in percent."""

from collections.abc import Sequence
from dataclasses import dataclass

from metrics.figures import Quality
from metrics.scores.histogram import Histogram
from metrics.scores.intervals import USUAL_LEVEL, mover, wilson
from metrics.scores.policy import SamplePolicy
from metrics.scores.score import Interval, Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """`hits[i]` says whether the i-th step of the scale counts. Intervals: Wilson, of a difference Newcombe."""

    hits: tuple[bool, ...]

    @classmethod
    def top(cls, boxes: int, *, steps: int) -> "Share":
        """Take the share of the `boxes` best of so many steps."""
        return cls(hits=(False,) * (steps - boxes) + (True,) * boxes)

    @property
    def worth(self) -> tuple[float, ...]:
        """What an answer on each step is worth: the share is the mean of these."""
        return tuple(100.0 if hit else 0.0 for hit in self.hits)

    def __call__(self, answers: Histogram, *, policy: SamplePolicy) -> Score:
        """Score a histogram, 0 to 100 %; n may be 0."""
        n = answers.total
        quality = policy.quality(n)
        if quality is Quality.SUPPRESSED or not n:
            return Score.suppressed(n)
        interval = self.interval(answers.counts, level=USUAL_LEVEL)
        return Score.of(self.value(answers.counts), interval, n=n, quality=quality)

    def value(self, counts: Sequence[float]) -> float:
        """Give the share of so many answers on each step, whole or weighted."""
        return 100 * self._hit(counts) / sum(counts)

    def interval(self, counts: Sequence[float], *, level: float) -> Interval:
        """Give the interval of that share (Wilson 1927)."""
        return wilson(self._hit(counts), sum(counts), level=level).scaled(100)

    def difference(self, now: Histogram, base: Histogram, *, level: float) -> Interval:
        """Give the interval of the difference in percentage points (Newcombe 1998, method 10)."""
        first, second = now.counts, base.counts
        return mover(
            self.value(first), self.interval(first, level=level), self.value(second), self.interval(second, level=level)
        )

    def _hit(self, counts: Sequence[float]) -> float:
        return sum(count for count, hit in zip(counts, self.hits, strict=True) if hit)
