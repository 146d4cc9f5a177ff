"""What to improve first: how much a touchpoint goes with the overall score against how well it does.

Importance-performance analysis (Martilla and James 1977, Journal of Marketing 41(1)), placed only where it is sure: a
touchpoint whose weight is told from the average weight, and whose score is told from the rest's. Else: undecided.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import atanh, sqrt, tanh
from statistics import NormalDist

from metrics.analysis.answers import Ranking
from metrics.analysis.drivers import Driver, DriverResult
from metrics.figures import Figure, Verdict

WRONG = 0.05
"""How often one of all touchpoints may be placed wrongly on importance."""
_NORMAL = NormalDist()


class Placement(StrEnum):
    """Where a touchpoint stands."""

    FIX_FIRST = "fix_first"
    """It matters more than most and does worse than the rest."""
    KEEP_UP = "keep_up"
    """It matters more than most and does better."""
    WATCH = "watch"
    """It does worse than the rest and matters less than most."""
    FINE = "fine"
    """It does better and matters less."""
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Priority:
    """One touchpoint placed. `score` is how it does (None: not scored on its own), `against_rest` its difference."""

    driver: Driver
    score: Figure | None
    against_rest: Figure | None
    matters: bool | None
    """Whether it goes with the overall score more than the average driver; None: cannot be told."""
    does_well: bool | None
    """Whether it does better than the rest; None: cannot be told."""

    @property
    def placement(self) -> Placement:
        """Where it stands; undecided unless both sides are sure."""
        match self.matters, self.does_well:
            case True, False:
                return Placement.FIX_FIRST
            case True, True:
                return Placement.KEEP_UP
            case False, False:
                return Placement.WATCH
            case False, True:
                return Placement.FINE
            case _:
                return Placement.UNDECIDED


def placed(found: DriverResult, ranking: Ranking | None) -> tuple[Priority, ...]:
    """Place every driver, what should be fixed first in front; `ranking` is of the drivers' own scores."""
    average = _average(found)
    rows = {} if ranking is None else {row.name: row for row in ranking.ranked}
    thin = {} if ranking is None else _by_name(ranking.directional)
    places = [
        Priority(
            driver=driver,
            score=rows[driver.name].figure if driver.name in rows else thin.get(driver.name),
            against_rest=rows[driver.name].against_rest if driver.name in rows else None,
            matters=_matters(driver, found, average),
            does_well=_does_well(rows[driver.name].against_rest) if driver.name in rows else None,
        )
        for driver in found.drivers
    ]
    order = list(Placement)
    return tuple(sorted(places, key=lambda one: order.index(one.placement)))


def _by_name(figures: tuple[Figure, ...]) -> Mapping[str, Figure]:
    return {next(iter(figure.group.values())): figure for figure in figures}


def _average(found: DriverResult) -> float:
    if found.shown == "weights":
        return 100 / len(found.drivers)
    known = [abs(driver.correlation.value) for driver in found.drivers if driver.correlation.value is not None]
    return sum(known) / len(known) if known else 0.0


def _matters(driver: Driver, found: DriverResult, average: float) -> bool | None:
    """Say whether its interval, widened for how many drivers there are, lies beyond the average one."""
    interval = _weight(driver, found) if found.shown == "weights" else _correlation(driver.correlation, found)
    if interval is None or interval[0] <= average <= interval[1]:
        return None
    return interval[0] > average


def _weight(driver: Driver, found: DriverResult) -> tuple[float, float] | None:
    figure = driver.weight
    if figure.value is None or figure.low is None or figure.high is None or figure.verdict is not Verdict.REAL:
        return None
    wider = _wider(found)
    return figure.value - wider * (figure.value - figure.low), figure.value + wider * (figure.high - figure.value)


def _correlation(figure: Figure, found: DriverResult) -> tuple[float, float] | None:
    """Take the interval of its size, whichever way it goes."""
    if figure.value is None or figure.verdict is not Verdict.REAL:
        return None
    reach = _wider(found) * _NORMAL.inv_cdf(0.975) / sqrt(figure.n - 3)
    turned = atanh(min(abs(figure.value), 1 - 1e-12))
    return tanh(turned - reach), tanh(turned + reach)


def _wider(found: DriverResult) -> float:
    """Say by how much to stretch a 95 % interval so that all of them hold together (Bonferroni)."""
    return _NORMAL.inv_cdf(1 - WRONG / (2 * len(found.drivers))) / _NORMAL.inv_cdf(0.975)


def _does_well(change: Figure) -> bool | None:
    if change.value is None or change.verdict is not Verdict.REAL:
        return None
    return change.value > 0
