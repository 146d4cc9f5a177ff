"""How often signals are false, and how soon a true fall is seen: answers made up, with the truth known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from metrics.analysis.daily import Daily
from metrics.analysis.drift import watch
from metrics.analysis.spikes import spikes
from metrics.figures import Days

TOUCHPOINTS, ANSWERS_A_DAY = 40, 25
USUAL, FALLEN = 0.80, 0.70
HISTORY_DAYS, DAYS = 90, 90
"""What is known before the days that are watched, and how many those are."""
LATEST_DAYS = 60
"""A fall that is not seen by then counts as seen on the day after."""
FALLS_A_COMPANY = 40
Z_95 = 1.96
_FIRST = date(2026, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One figure of a bench; [low, high] is the 95 % interval."""

    name: str
    value: float
    low: float
    high: float
    unit: str


def measure(*, companies: int = 10, seed: int = 0) -> tuple[Measured, ...]:
    """Watch `companies` times 40 touchpoints that do not change, and 40 that fall for each company.

    Every drift and every spike counts as an alarm. A fall counts as seen by its drift only, the day of the fall being
    day 1; a drift that was told before the fall, and still is, counts as not seeing it.
    """
    rng = np.random.default_rng(seed)
    alarms = [_false_alarms(rng) for _ in range(companies)]
    days = [_days_to_detect(rng) for _ in range(companies * FALLS_A_COMPANY)]
    drifts, days_spiked = (sum(counts) for counts in zip(*alarms, strict=True))
    return (
        _a_day("false_alarms_per_day", drifts + days_spiked, companies * DAYS),
        _median("median_days_to_detect", days),
        _a_day("false_drifts_per_day", drifts, companies * DAYS),
        _a_day("false_spikes_per_day", days_spiked, companies * DAYS),
    )


def _false_alarms(rng: np.random.Generator) -> tuple[int, int]:
    """Count the drifts and the spikes of a company where nothing happens."""
    share = np.full(HISTORY_DAYS + DAYS, USUAL)
    series = [_answers(share, rng) for _ in range(TOUCHPOINTS)]
    watched = [watch(daily) for daily in series]
    drifts = sum(drift.signalled >= HISTORY_DAYS for one in watched for drift in one.drifts)
    return drifts, sum(spike.day >= HISTORY_DAYS for one in spikes(series, watched) for spike in one)


def _days_to_detect(rng: np.random.Generator) -> int:
    """Count the days until a fall is told."""
    share = np.full(HISTORY_DAYS + LATEST_DAYS, USUAL)
    share[HISTORY_DAYS:] = FALLEN
    drifts = watch(_answers(share, rng)).drifts
    told = (drift.signalled - HISTORY_DAYS + 1 for drift in drifts if drift.direction == "down")
    return next((days for days in told if days > 0), LATEST_DAYS + 1)


def _answers(share: NDArray[np.float64], rng: np.random.Generator) -> Daily:
    """Make up yes or no answers, worth 100 and 0."""
    n = np.full(len(share), float(ANSWERS_A_DAY))
    good = rng.binomial(ANSWERS_A_DAY, share).astype(np.float64)
    days = Days(first=_FIRST, end=_FIRST + timedelta(days=len(share)))
    return Daily(days=days, n=n, worth=100 * good, squares=100**2 * good, bad=n - good, low=0.0, high=100.0)


def _a_day(name: str, count: int, days: int) -> Measured:
    """Give a rate with the interval of a Poisson count (square-root transformed)."""
    low, high = ((max(sqrt(count + more) + side * Z_95 / 2, 0.0)) ** 2 for more, side in ((0, -1), (1, 1)))
    return Measured(name=name, value=count / days, low=low / days, high=high / days, unit="1/day")


def _median(name: str, days: Sequence[int]) -> Measured:
    """Give a median with the interval that its order statistics give."""
    ordered = sorted(days)
    reach = Z_95 * sqrt(len(ordered)) / 2
    low = ordered[max(int(len(ordered) / 2 - reach), 0)]
    high = ordered[min(int(len(ordered) / 2 + reach) + 1, len(ordered) - 1)]
    return Measured(name=name, value=float(np.median(ordered)), low=float(low), high=float(high), unit="days")
