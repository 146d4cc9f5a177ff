"""Which touchpoints go with a score, and which of them to improve first."""

from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.driver_tables import driver_blocks, priority_blocks
from bot.capabilities.score_slots import ScoreSlots, answered
from bot.messages import Block, Outcome, Reply
from metrics.analysis.drivers import DriverEngine, DriverResult
from metrics.analysis.engine import ScoreEngine
from metrics.analysis.priorities import Priority, placed
from metrics.errors import NothingInPeriod
from metrics.figures import Figure
from metrics.scores.registry import METRICS


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowDrivers:
    """Answers "which touchpoints drive NPS the most for new customers?"."""

    slots: ScoreSlots
    engine: DriverEngine

    def __call__(self, ask: Ask) -> Answer:
        """Answer with the drivers in order, and what cannot be told."""
        found = self.engine.drivers(self.slots.asked(ask).query)
        return Answer(reply=_reply(ask, found, driver_blocks(found), driver_figures(found)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowPriorities:
    """Answers "which of those should we fix first?"."""

    slots: ScoreSlots
    engine: DriverEngine

    def __call__(self, ask: Ask) -> Answer:
        """Answer with what matters and does badly, where both are sure."""
        found = self.engine.drivers(self.slots.asked(ask).query)
        priorities = prioritised(self.slots.engine, found)
        scores = [one.score for one in priorities if one.score is not None]
        figures = [*driver_figures(found), *scores]
        return Answer(reply=_reply(ask, found, priority_blocks(found, priorities), figures))


def prioritised(scores: ScoreEngine, found: DriverResult) -> tuple[Priority, ...]:
    """Place the drivers by how they do on the instrument they were scored on."""
    of_instrument = (known for known in METRICS.values() if known.instruments == (found.instrument,))
    metric = next(of_instrument, None)
    if metric is None or not found.drivers:
        return placed(found, None)
    try:
        return placed(found, scores.rank(replace(found.query, metric=metric.id), order="asc"))
    except NothingInPeriod:  # the scores are of customers asked about here, given elsewhere
        return placed(found, None)


def driver_figures(found: DriverResult) -> list[Figure]:
    """List what a tool wants: what is shown first, then the other, then how much is explained."""
    weights = [driver.weight for driver in found.drivers]
    correlations = [driver.correlation for driver in found.drivers]
    both = [*weights, *correlations] if found.shown == "weights" else [*correlations, *weights]
    return both if found.explained is None else [*both, found.explained]


def _reply(ask: Ask, found: DriverResult, blocks: list[Block], figures: list[Figure]) -> Reply:
    reply = replace(answered(ask, blocks, figures=figures), sources=found.sources)
    return reply if found.drivers else replace(reply, outcome=Outcome.NO_DATA, reason="too_few_responses")
