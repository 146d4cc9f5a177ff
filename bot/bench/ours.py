"""The four questions asked of the score engine, as everyone who asks it does.

The second has two dimensions, and is asked of the reader under the engine.
"""

from datetime import UTC, date, datetime

from bot.bench.peers import CHANNEL, SEGMENT, TOUCHPOINT, Answer
from bot.bench.responses import DAYS, touchpoint_name
from metrics.analysis.engine import ScoreEngine
from metrics.query import ScoreQuery
from metrics.scope import Where
from metrics.scores.policy import SamplePolicy
from metrics.scores.registry import METRICS
from metrics.store.engine import Database
from metrics.store.reader import HistogramReader

AFTERWARDS = datetime(2026, 12, 1, tzinfo=UTC)
ANY_NUMBER = SamplePolicy(show_from=1, publish_from=1)
"""The peers show a score of however few answers."""

AT_ONE: Where = {"touchpoint": (touchpoint_name(TOUCHPOINT),)}
WHERE: dict[str, Where] = {
    "q1": AT_ONE,
    "q3": AT_ONE,
    "q4": {**AT_ONE, "channel": (CHANNEL,), "segment": (SEGMENT,)},
}


class Ours:
    """The score engine over a store."""

    def __init__(self, engine: Database, *, scan: bool = False) -> None:
        self._reader = HistogramReader(engine, scan=scan)
        self._scores = ScoreEngine(self._reader, now=lambda: AFTERWARDS, policy=ANY_NUMBER)

    def ask(self, question: str) -> Answer:
        """Answer one of the questions, with the names that people know things by as keys."""
        if question == "q2":
            metric = METRICS["nps"]
            cells = self._reader.histograms(metric, days=DAYS, where={}, by=("touchpoint", "day"))
            return {key: (answers.total, answers.mean_worth(metric.worth or ())) for key, answers in cells.items()}
        by = "unit" if question == "q3" else None
        result = self._scores.value(ScoreQuery(metric="nps", days=DAYS, where=WHERE[question], by=by))
        if by is None:
            return {(): (result.whole.n, result.whole.value or 0.0)}
        return {(figure.group[by],): (figure.n, figure.value or 0.0) for figure in result.groups}


def as_stored(question: str, answer: Answer) -> Answer:
    """Give our answer under the keys of the peers: ids, and days as ordinals."""
    match question:
        case "q2":
            return {(_id(name), date.fromisoformat(day).toordinal()): found for (name, day), found in answer.items()}
        case "q3":
            return {(_id(name),): found for (name,), found in answer.items()}
        case _:
            return answer


def _id(name: str) -> int:
    return int(name.rpartition(" ")[2])
