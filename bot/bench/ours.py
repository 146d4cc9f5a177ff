"""The four questions asked of the score engine, as `cxbot score` and the conversation ask it.

Each goes from a typed question to a typed answer: names are looked up, the answers counted, every score gets its
interval, and the sources are named with their age.
"""

from datetime import UTC, date, datetime

from bot.bench.peers import CHANNEL, SEGMENT, TOUCHPOINT, Answer
from bot.bench.responses import DAYS, touchpoint_name
from metrics.analysis.engine import ScoreEngine
from metrics.analysis.grids import ScoreGrid
from metrics.query import ScoreQuery, ScoreResult
from metrics.scope import Where
from metrics.scores.policy import SamplePolicy
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
        self._scores = ScoreEngine(HistogramReader(engine, scan=scan), now=lambda: AFTERWARDS, policy=ANY_NUMBER)

    def ask(self, question: str) -> Answer:
        """Answer one of the questions under the keys of the peers."""
        return as_stored(self.answer(question))

    def answer(self, question: str) -> ScoreResult | ScoreGrid:
        """Answer one of the questions, as it is timed."""
        if question == "q2":
            return self._scores.grid(ScoreQuery(metric="nps", days=DAYS, by="touchpoint"), over="day")
        by = "unit" if question == "q3" else None
        return self._scores.value(ScoreQuery(metric="nps", days=DAYS, where=WHERE[question], by=by))


def as_stored(answer: ScoreResult | ScoreGrid) -> Answer:
    """Give our answer under the keys of the peers: ids, and days as ordinals."""
    if isinstance(answer, ScoreGrid):
        cells = ((figure.group["touchpoint"], figure.group["day"], figure) for figure in answer.figures())
        return {
            (_id(name), date.fromisoformat(day).toordinal()): (figure.n, figure.value or 0.0)
            for name, day, figure in cells
        }
    if answer.query.by is None:
        return {(): (answer.whole.n, answer.whole.value or 0.0)}
    return {(_id(figure.group[answer.query.by]),): (figure.n, figure.value or 0.0) for figure in answer.groups}


def _id(name: str) -> int:
    return int(name.rpartition(" ")[2])
