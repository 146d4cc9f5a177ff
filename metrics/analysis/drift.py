"""Has a score moved for good? An exponentially weighted average of how far each day lies from what is usual.

EWMA with lambda 0.2 and limits of 3 standard errors (Roberts 1959, Technometrics 1; Lucas and Saccucci 1990,
Technometrics 32(1)), on residuals standardised by a baseline that knows the weekday. Walking
forward, a day is judged by the days before it only.
"""

from dataclasses import dataclass, field, replace
from math import sqrt
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from metrics.analysis.baseline import CAP, Baseline, baseline
from metrics.analysis.daily import Daily

LAMBDA, LIMIT = 0.2, 3.0
REMEMBERED_DAYS = 182
"""A baseline goes back half a year at most."""
LAG_DAYS = 14
"""The last days are not yet usual: a slow change must not hide itself in the baseline."""
ADOPTED_AFTER_DAYS = 28
"""A level that has held so long after its signal is the usual one from then on."""
OVER = 1 / 3
"""A drift is over when the average is back within this part of its limits: no flicker at the limit."""
FARTHEST = 1.5
"""The average goes no further than this many limits, so that a score that recovers is soon seen to."""
STEP_ANSWERS = 5
"""Days with fewer answers are judged together with the days after them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """A score that moved. Indexes into the series: seen on `signalled`, begun about `since`, told of `until`.

    `until` is exclusive: where it went back, became the usual level (`stayed`), or the series ends.
    """

    signalled: int
    since: int
    until: int
    stayed: bool
    direction: Literal["up", "down"]
    usual: float
    """The level before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A series watched: its drifts in time, and what was usual on each day (None: not known yet)."""

    drifts: tuple[Drift, ...]
    usual: tuple[Baseline | None, ...]


def watch(daily: Daily) -> Watched:
    """Walk through the series and tell each drift when it can first be seen."""
    walk = _Walk(daily=daily)
    for index in range(daily.days.count):
        walk.step(index)
    return Watched(drifts=tuple(walk.drifts), usual=tuple(walk.usual))


@dataclass(slots=True, kw_only=True)
class _Average:
    """The average of the residuals so far; its sign has held since day `since`, with these residuals by first day."""

    value: float = 0.0
    steps: int = 0
    since: int = 0
    run: list[tuple[int, float]] = field(default_factory=list)

    def add(self, z: float, *, index: int) -> None:
        """Add a residual; where the average changes its sign, a drift could begin."""
        before = self.value
        self.steps += 1
        farthest = FARTHEST * self.limit
        self.value = _within(LAMBDA * _within(z, CAP) + (1 - LAMBDA) * before, farthest)
        if before * self.value <= 0:
            self.since = index
            self.run = []
        self.run.append((index, _within(z, CAP)))

    @property
    def begun(self) -> int:
        """The day from which on the residuals differ most from nothing: when it likely began.

        The maximum likelihood estimate of a step (Samuel, Pignatiello and Calvin 1998, Quality Engineering 10(3)).
        """
        days, z = zip(*self.run, strict=True)
        sums = np.cumsum(z[::-1])[::-1]
        return int(days[int(np.argmax(sums**2 / np.arange(len(z), 0, -1)))])

    @property
    def limit(self) -> float:
        """How far it may lie from nothing by chance."""
        return LIMIT * sqrt(LAMBDA / (2 - LAMBDA) * (1 - (1 - LAMBDA) ** (2 * self.steps)))


@dataclass(slots=True, kw_only=True)
class _Walk:
    daily: Daily
    drifts: list[Drift] = field(default_factory=list)
    usual: list[Baseline | None] = field(default_factory=list)
    average: _Average = field(default_factory=_Average)
    counted_from: int = 0
    """The baseline holds no day before this one."""
    pending: int = 0
    """The first day not judged yet."""
    held: Baseline | None = None
    """What was usual when the drift began that is going on."""
    told: int = -1
    """Since when the average had its sign that the last drift was told of."""
    odd: list[int] = field(default_factory=list)
    """Days of past drifts, which are not usual."""

    def step(self, index: int) -> None:
        """Judge a day."""
        usual = self.held or baseline(self.daily, self._usual_days(index))
        self.usual.append(usual)
        if usual is None:
            self.pending = index + 1
            return
        if self.daily.n[self.pending : index + 1].sum() < STEP_ANSWERS:
            return
        z = _residual(self.daily, usual, self.pending, index + 1)
        self.average.add(z, index=self.pending)
        self.pending = index + 1
        if self.held is not None:
            self._go_on(index)
        if self.held is None:
            self._look(index, usual)

    def _usual_days(self, index: int) -> NDArray[np.int64]:
        first = max(self.counted_from, index - LAG_DAYS - REMEMBERED_DAYS)
        days = np.arange(first, max(index - LAG_DAYS, first))
        return np.setdiff1d(days, np.array(self.odd, dtype=np.int64)) if self.odd else days

    def _look(self, index: int, usual: Baseline) -> None:
        """See whether a drift can be told from chance."""
        if abs(self.average.value) <= self.average.limit:
            return
        direction: Literal["up", "down"] = "up" if self.average.value > 0 else "down"
        self.held = usual
        if self.told == self.average.since:  # the same drift again: it never was back at nothing
            self.drifts[-1] = replace(self.drifts[-1], until=self.daily.days.count, stayed=True)
            return
        self.told = self.average.since
        self.drifts.append(
            Drift(
                signalled=index,
                since=self.average.begun,
                until=self.daily.days.count,
                stayed=True,
                direction=direction,
                usual=usual.level,
            )
        )

    def _go_on(self, index: int) -> None:
        """See whether the drift is over, or has become what is usual."""
        drift = self.drifts[-1]
        outward = self.average.value if drift.direction == "up" else -self.average.value
        if outward < OVER * self.average.limit:
            self.drifts[-1] = replace(drift, until=index + 1, stayed=False)
            self.odd += range(drift.since, index + 1)
            self.held = None
        elif index - drift.signalled >= ADOPTED_AFTER_DAYS:
            self.drifts[-1] = replace(drift, until=index + 1)
            self.counted_from = drift.since
            self.average = _Average(since=index + 1)
            self.told = -1
            self.held = None


def _within(value: float, limit: float) -> float:
    return max(-limit, min(limit, value))


def _residual(daily: Daily, usual: Baseline, first: int, end: int) -> float:
    """Say how many standard errors some days lie from what is usual."""
    n = daily.n[first:end]
    expected = usual.level + usual.by_weekday[daily.weekdays[first:end]]
    total = float(n.sum())
    surplus = float((daily.worth[first:end] - n * expected).sum())
    return surplus / (usual.spread * sqrt(total * usual.dispersion))
