"""The difference of two scores, with its interval, and whether it is more than chance explains."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from metrics.analysis.multiplicity import standing
from metrics.figures import Figure, Quality, Verdict
from metrics.query import Comparison
from metrics.scores.histogram import Histogram
from metrics.scores.intervals import USUAL_LEVEL
from metrics.scores.registry import Metric
from metrics.scores.score import Interval

WORST_FIRST = (Quality.SUPPRESSED, Quality.DIRECTIONAL, Quality.PUBLISH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Counted answers with the figure they were read as."""

    answers: Histogram
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two sides, `share` of whose plain difference is what is asked.

    A part compared with the whole it lies in differs from it by the rest's share of its difference from the rest.
    """

    metric: Metric
    now: Histogram
    base: Histogram
    share: float = 1.0

    def at(self, level: float) -> Interval:
        """Give the interval of the difference at this confidence."""
        return self.metric.difference(self.now, self.base, level=level).scaled(self.share)

    def p_within(self, limit: float) -> bool:
        """Say whether the p-value of there being no difference is at most `limit`: the interval then leaves out zero.

        So a verdict by p-value and the printed interval can never contradict each other.
        """
        if not (self.now.total and self.base.total):
            return False
        interval = self.at(1 - limit)
        return not interval.low <= 0 <= interval.high


def compare(now: Side, base: Side, *, metric: Metric) -> Comparison:
    """Compare two sides that have no answer in common."""
    change = change_of(now.figure, base.figure, Difference(metric=metric, now=now.answers, base=base.answers))
    return Comparison(now=now.figure, base=base.figure, change=change, group=now.figure.group)


def compare_part(part: Side, whole: Side, *, metric: Metric, part_is_now: bool) -> Comparison:
    """Compare a part with the whole it lies in: with p of n answers outside it, part - whole is p/n of part - rest."""
    rest = whole.answers - part.answers
    share = rest.total / whole.answers.total if whole.answers.total else 0.0
    now, base = (part, whole) if part_is_now else (whole, part)
    inner, outer = (part.answers, rest) if part_is_now else (rest, part.answers)
    difference = Difference(metric=metric, now=inner, base=outer, share=share)
    change = change_of(now.figure, base.figure, difference)
    return Comparison(now=now.figure, base=base.figure, change=change, group=now.figure.group)


def change_of(now: Figure, base: Figure, difference: Difference) -> Figure:
    """Give the change now - base; its value is None, and it is undecided, where either side is suppressed."""
    quality = min(now.quality, base.quality, key=WORST_FIRST.index)
    blank = replace(
        now, name=f"{now.name}.change", value=None, low=None, high=None, quality=quality, verdict=Verdict.UNDECIDED
    )
    if now.value is None or base.value is None or not (difference.now.total and difference.base.total):
        return blank
    interval = difference.at(USUAL_LEVEL)
    value = now.value - base.value
    return replace(
        blank,
        value=value,
        low=interval.low,
        high=interval.high,
        verdict=verdict(interval, quality),
        detectable=value - interval.low if value > 0 else interval.high - value,
    )


def verdict(interval: Interval, quality: Quality) -> Verdict:
    """Real if zero lies outside the interval; else noise, unless there were too few answers to call it that."""
    if interval.low > 0 or interval.high < 0:
        return Verdict.REAL
    return Verdict.NOISE if quality is Quality.PUBLISH else Verdict.UNDECIDED


def together(changes: Sequence[Figure], differences: Sequence[Difference]) -> tuple[Figure, ...]:
    """Take back the verdicts that do not stand when all these comparisons are in one answer."""
    tested = [place for place, change in enumerate(changes) if change.value is not None]
    stands = standing([differences[place].p_within for place in tested])
    fallen = {place for place, stood in zip(tested, stands, strict=True) if not stood}
    return tuple(
        replace(change, verdict=_fallen(change)) if place in fallen and change.verdict is Verdict.REAL else change
        for place, change in enumerate(changes)
    )


def _fallen(change: Figure) -> Verdict:
    return Verdict.NOISE if change.quality is Quality.PUBLISH else Verdict.UNDECIDED
