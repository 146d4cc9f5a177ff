"""What a formula makes of a histogram."""

from dataclasses import dataclass

from metrics.figures import Quality


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The ends of an interval, low <= high."""

    low: float
    high: float

    def scaled(self, factor: float) -> "Interval":
        """Give the same in another unit; `factor` is positive."""
        return Interval(low=self.low * factor, high=self.high * factor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """value, low and high: unrounded, in the metric's unit; [low, high] is the 95 % interval.

    All three are None when quality is SUPPRESSED; low and high also of a count, which is no estimate.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    n: int
    quality: Quality

    @classmethod
    def of(cls, value: float, interval: Interval, *, n: int, quality: Quality) -> "Score":
        """Put a value and its interval together."""
        return cls(value=value, low=interval.low, high=interval.high, n=n, quality=quality)

    @classmethod
    def suppressed(cls, n: int) -> "Score":
        """Too few answers to say more than how many."""
        return cls(value=None, n=n, quality=Quality.SUPPRESSED)
