"""A mean of answers, on their own scale, or on the scale turned round where a low answer is the good one."""

from collections.abc import Sequence
from dataclasses import dataclass

from metrics.figures import Quality
from metrics.scores.histogram import Histogram
from metrics.scores.intervals import USUAL_LEVEL, t_counts, welch
from metrics.scores.policy import SamplePolicy
from metrics.scores.score import Interval, Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Mean:
    """`turned`: an answer counts as `low + high - answer`, so that higher is better. Intervals: Student, Welch."""

    low: int
    high: int
    turned: bool = False

    @property
    def worth(self) -> tuple[float, ...]:
        """What an answer on each step is worth: the score is the mean of these."""
        steps = tuple(float(step) for step in range(self.low, self.high + 1))
        return steps[::-1] if self.turned else steps

    def __call__(self, answers: Histogram, *, policy: SamplePolicy) -> Score:
        """Average a histogram; n may be 0."""
        n = answers.total
        quality = policy.quality(n)
        if quality is Quality.SUPPRESSED or not n:
            return Score.suppressed(n)
        interval = self.interval(answers.counts, level=USUAL_LEVEL)
        return Score.of(self.value(answers.counts), interval, n=n, quality=quality)

    def value(self, counts: Sequence[float]) -> float:
        """Give the mean of so many answers on each step, whole or weighted."""
        counts = self._upwards(counts)
        return self.low + sum(step * count for step, count in enumerate(counts)) / sum(counts)

    def interval(self, counts: Sequence[float], *, level: float) -> Interval:
        """Give the interval of that mean (Student)."""
        return t_counts(self._upwards(counts), low=self.low, level=level)

    def difference(self, now: Histogram, base: Histogram, *, level: float) -> Interval:
        """Give the interval of the difference of the means (Welch 1947)."""
        return welch(self._good_up(now), self._good_up(base), level=level)

    def _upwards(self, counts: Sequence[float]) -> Sequence[float]:
        return counts[::-1] if self.turned else counts

    def _good_up(self, answers: Histogram) -> Histogram:
        return Histogram(low=answers.low, counts=answers.counts[::-1]) if self.turned else answers
