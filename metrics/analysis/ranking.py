"""Groups in order of their score: only those with enough answers, and "worst" only where that is sure."""

from collections.abc import Mapping
from dataclasses import dataclass

from metrics.analysis.answers import Order, Ranked
from metrics.analysis.changes import Difference, Side, change_of, together
from metrics.analysis.reading import read
from metrics.figures import Figure
from metrics.scores.histogram import Histogram
from metrics.scores.intervals import USUAL_LEVEL
from metrics.scores.policy import SamplePolicy
from metrics.scores.registry import Metric


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """What a ranking is made of: the groups good enough to rank, by name, and everybody's answers."""

    metric: Metric
    policy: SamplePolicy
    sides: Mapping[str, Side]
    everybody: Side

    def rest(self, name: str) -> Side:
        """Everybody but this group."""
        answers = self.everybody.answers - self.sides[name].answers
        days = self.everybody.figure.days
        return Side(answers=answers, figure=read(answers, metric=self.metric, days=days, policy=self.policy))


def ranked(contest: Contest, *, order: Order, limit: int | None) -> tuple[Ranked, ...]:
    """Order the groups by value, then by name; equal values share a place."""
    sign = 1 if order == "asc" else -1
    names = sorted(contest.sides, key=lambda name: (sign * _value(contest.sides[name].figure), name))
    values = [_value(contest.sides[name].figure) for name in names]
    rests = {name: contest.rest(name) for name in names}
    against = _against_rest(contest, rests)
    return tuple(
        Ranked(
            place=values.index(value) + 1,
            figure=contest.sides[name].figure,
            against_rest=change,
            apart=_apart(contest.sides[name].figure, rests[name].figure, order=order),
            tied_with=_tied_with(contest, name, names),
        )
        for name, value, change in list(zip(names, values, against, strict=True))[:limit]
    )


def _against_rest(contest: Contest, rests: Mapping[str, Side]) -> tuple[Figure, ...]:
    differences = [_difference(contest, contest.sides[name].answers, rest.answers) for name, rest in rests.items()]
    changes = [
        change_of(contest.sides[name].figure, rest.figure, difference)
        for (name, rest), difference in zip(rests.items(), differences, strict=True)
    ]
    return together(changes, differences)


def _apart(figure: Figure, rest: Figure, *, order: Order) -> bool:
    if figure.low is None or figure.high is None or rest.low is None or rest.high is None:
        return False
    return figure.high < rest.low if order == "asc" else figure.low > rest.high


def _tied_with(contest: Contest, name: str, names: list[str]) -> tuple[str, ...]:
    own = contest.sides[name].answers
    others = [other for other in names if other != name]
    return tuple(other for other in others if _ties(_difference(contest, own, contest.sides[other].answers)))


def _ties(difference: Difference) -> bool:
    interval = difference.at(USUAL_LEVEL)
    return interval.low <= 0 <= interval.high


def _difference(contest: Contest, now: Histogram, base: Histogram) -> Difference:
    return Difference(metric=contest.metric, now=now, base=base)


def _value(figure: Figure) -> float:
    if figure.value is None:
        raise ValueError("a suppressed figure has no rank")
    return figure.value
