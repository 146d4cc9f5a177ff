"""How many customers are behind a score, and what it would be without the one who answered most."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Engine, func, select

from metrics.figures import Days
from metrics.scope import Where
from metrics.scores.histogram import Histogram, summed
from metrics.scores.registry import Metric
from metrics.store.counting import in_days, is_wanted
from metrics.store.facts import counting
from metrics.store.reader import wanted_in
from metrics.store.snapshot import snapshot
from metrics.store.tables import feedback, score


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """Who answered: how many different customers, and all answers but those of the one who answered most.

    An answer of nobody known counts as a customer of its own.
    """

    customers: int
    without_busiest: Histogram


class CrowdReader:
    """Looks at who is behind scores that read answers."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def crowd(self, metric: Metric, *, days: Days, where: Where) -> Crowd:
        """Count who answered in some days; `where` is in canonical names."""
        who = func.coalesce(feedback.c.customer_id, -feedback.c.id)
        with snapshot(self._engine) as at:
            wanted = wanted_in(at.dimensions(days), where)
            rows = at.connection.execute(
                select(who.label("who"), score.c.value, func.count())
                .select_from(score.join(feedback, feedback.c.id == score.c.feedback_id))
                .where(*counting(metric), *in_days(score.c.day, days))
                .where(*(is_wanted(name, raw, score) for name, raw in wanted.items()))
                .group_by(who, score.c.value)
            )
            answers = [(int(who), float(value), int(times)) for who, value, times in rows]
        answered: Counter[int] = Counter()
        for person, _, times in answers:
            answered[person] += times
        busiest = max(answered, key=lambda person: (answered[person], person), default=None)
        rest = ((value, times) for person, value, times in answers if person != busiest)
        return Crowd(customers=len(answered), without_busiest=_counted(metric, rest))


def _counted(metric: Metric, answers: Iterable[tuple[float, int]]) -> Histogram:
    steps = ([value] * times for value, times in answers if value == int(value) and metric.low <= value <= metric.high)
    parts = (Histogram.of(some, low=metric.low, high=metric.high) for some in steps)
    return summed(parts, low=metric.low, high=metric.high)
