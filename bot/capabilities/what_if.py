"""What a score would be if the bad answers about something were fewer, or more."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.score_slots import ScoreSlots, answered
from bot.messages import Amount, Block, Json, Line, Paragraph, Passport, Value, Worked
from bot.wording.figures import amount, passport, subject
from metrics.analysis.ports import Histograms
from metrics.analysis.what_if import WhatIf, what_if
from metrics.errors import UnknownGroup
from metrics.query import ScoreQuery
from metrics.scope import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowWhatIf:
    """Answers "what would NPS be if we halved delivery complaints?"."""

    slots: ScoreSlots
    histograms: Histograms

    def __call__(self, ask: Ask) -> Answer:
        """Answer with the score worked through, what it is now, and the assumption."""
        asked = self.slots.asked(ask)
        change = ask.understanding.slots.get("change")
        given = change if isinstance(change, Mapping) else {}
        part, fallen_back = self._part(given)
        factor = _factor(given.get("factor"))
        query = replace(asked.query, by=None)
        metric = self.slots.engine.metric(query.metric)
        found = what_if(query, part=part, factor=factor, metric=metric, histograms=self.histograms)
        result = self.slots.engine.value(query)
        blocks: list[Block] = [Paragraph(line=_headline(found, part, factor, query), strong=True)]
        if fallen_back:
            blocks.append(Paragraph(line=Line(key="what-if-touchpoint", args={"name": _name(part)})))
        blocks.append(Paragraph(line=_assumption(found, factor)))
        blocks.append(Passport(line=passport(result.whole, where=result.query.where, sources=result.sources)))
        figure = Worked(
            name=f"{metric.id}.what_if", value=found.value, low=found.low, high=found.high, unit=metric.unit,
            definition=metric.definition,
        )  # fmt: skip
        reply = answered(ask, blocks, figures=[])
        return Answer(reply=replace(reply, figures=(figure, result.whole), sources=result.sources))

    def _part(self, change: Mapping[str, Json]) -> tuple[Where, bool]:
        """Find the theme that is named, or the touchpoint of that name; raises UnknownGroup."""
        if "touchpoint" in change:
            return self.histograms.canonical({"touchpoint": (str(change["touchpoint"]),)}), False
        name = str(change.get("theme", ""))
        try:
            return self.histograms.canonical({"theme": (name,)}), False
        except UnknownGroup:
            return self.histograms.canonical({"touchpoint": (name,)}), True


def _headline(found: WhatIf, part: Where, factor: float, query: ScoreQuery) -> Line:
    now = found.now
    if now.value is None:
        return Line(
            key="score-suppressed", args={"subject": subject(now.name, now.days, where=query.where), "n": now.n}
        )
    args: dict[str, Value] = {
        "subject": subject(now.name, now.days, where=query.where),
        "name": _name(part),
        "factor": Amount(value=100 * factor, unit="%"),
        "value": amount(found.value, now.unit),
        "now": amount(now.value, now.unit),
        "bad": found.bad,
        "part": found.part,
    }
    return Line(key="what-if-headline", args=args)


def _assumption(found: WhatIf, factor: float) -> Line:
    low, high = amount(found.low, found.now.unit), amount(found.high, found.now.unit)
    key = "what-if-fewer" if factor <= 1 else "what-if-more"
    return Line(key=key, args={"low": low, "high": high})


def _name(part: Where) -> str:
    return ", ".join(name for names in part.values() for name in names)


def _factor(value: Json) -> float:
    return float(value) if isinstance(value, int | float) and value >= 0 else 1.0
