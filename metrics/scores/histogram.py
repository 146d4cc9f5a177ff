"""Answers on a scale, counted: all that any score needs to know of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from metrics.errors import OutOfScale


@dataclass(frozen=True, slots=True, kw_only=True)
class Histogram:
    """How many answers each step of a scale got: `counts[i]` at the score `low + i`. It can only hold valid answers."""

    low: int
    counts: tuple[int, ...]

    @classmethod
    def of(cls, scores: Iterable[float], *, low: int, high: int) -> "Histogram":
        """Count the scores; raises OutOfScale for one that is no step of the scale."""
        counts = [0] * (high - low + 1)
        for score in scores:
            step = score - low
            if step != int(step) or not low <= score <= high:
                raise OutOfScale(score, instrument=f"{low}-{high}")
            counts[int(step)] += 1
        return cls(low=low, counts=tuple(counts))

    @classmethod
    def empty(cls, *, low: int, high: int) -> "Histogram":
        """Nobody has answered yet."""
        return cls(low=low, counts=(0,) * (high - low + 1))

    @property
    def high(self) -> int:
        """The scale's maximum."""
        return self.low + len(self.counts) - 1

    @property
    def total(self) -> int:
        """How many answers."""
        return sum(self.counts)

    def at_least(self, score: int) -> int:
        """Count the answers of `score` and above."""
        return sum(self.counts[max(score - self.low, 0) :])

    def at_most(self, score: int) -> int:
        """Count the answers of `score` and below."""
        return sum(self.counts[: max(score - self.low + 1, 0)])

    @property
    def mean(self) -> float:
        """The mean score; there must be an answer."""
        return self.low + sum(step * count for step, count in enumerate(self.counts)) / self.total

    @property
    def variance(self) -> float:
        """The sample variance (n - 1); there must be two answers."""
        n = self.total
        first = sum(step * count for step, count in enumerate(self.counts))
        second = sum(step * step * count for step, count in enumerate(self.counts))
        return (second - first * first / n) / (n - 1)

    def mean_worth(self, worth: tuple[float, ...]) -> float:
        """Average over the answers what each step is worth; NPS is that of -100, 0 and +100."""
        return sum(count * value for count, value in zip(self.counts, worth, strict=True)) / self.total

    def __add__(self, other: "Histogram") -> "Histogram":
        self._must_fit(other)
        return Histogram(low=self.low, counts=tuple(a + b for a, b in zip(self.counts, other.counts, strict=True)))

    def __sub__(self, part: "Histogram") -> "Histogram":
        """Take `part` away, which must be contained."""
        self._must_fit(part)
        counts = tuple(a - b for a, b in zip(self.counts, part.counts, strict=True))
        if min(counts) < 0:
            raise ValueError("not a part of it")
        return Histogram(low=self.low, counts=counts)

    def _must_fit(self, other: "Histogram") -> None:
        if (self.low, len(self.counts)) != (other.low, len(other.counts)):
            raise ValueError("histograms of different scales do not mix")


def summed(parts: Iterable[Histogram], *, low: int, high: int) -> Histogram:
    """Add them up; none at all is an empty histogram of the scale."""
    nothing, them = (0,) * (high - low + 1), tuple(parts)
    if any(part.low != low or len(part.counts) != len(nothing) for part in them):
        raise ValueError("histograms of different scales do not mix")
    return Histogram(low=low, counts=tuple(map(sum, zip(nothing, *(part.counts for part in them), strict=True))))
