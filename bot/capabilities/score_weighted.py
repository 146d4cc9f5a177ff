"""A score weighted to the customer base, beside the raw one."""

from dataclasses import replace

from bot.capabilities.ask import Ask
from bot.capabilities.score_slots import Asked, ScoreSlots, answered
from bot.capabilities.score_tables import cells, dimension_name
from bot.messages import Amount, Block, Json, Line, Listing, Paragraph, Passport, Reply, Table, Value
from bot.wording.figures import amount, headline, passport, subject
from metrics.analysis.weighting import WeightedScore, weighted
from metrics.figures import Figure
from metrics.scope import Where
from metrics.store.respondents import RespondentReader

MISSED = 0.01
"""The share of a group that large weights may miss unsaid."""


def weigh(ask: Ask, asked: Asked, *, slots: ScoreSlots, respondents: RespondentReader) -> Reply:
    """Answer with both scores side by side, what the weights are and what they cost."""
    query = replace(asked.query, by=None)
    result = slots.engine.value(query)
    by = _names(ask.understanding.slots["weight_by"])
    found = weighted(result.query, by=by, metric=slots.engine.metric(query.metric), respondents=respondents)
    blocks: list[Block] = [Paragraph(line=_headline(found, where=result.query.where), strong=True)]
    blocks.append(
        Table(
            columns=tuple(Line(key=f"column-{name}") for name in ("weights", "score", "interval", "n")),
            rows=((Line(key="weights-raw"), *cells(found.raw)), (Line(key="weights-weighted"), *cells(found.weighted))),
        )
    )
    blocks += _cost(found)
    blocks.append(Passport(line=passport(found.raw, where=result.query.where, sources=result.sources)))
    reply = answered(ask, blocks, figures=[found.weighted, found.raw, _effective(found)])
    return replace(reply, sources=result.sources)


def _headline(found: WeightedScore, *, where: Where) -> Line:
    if found.weighted.value is None or found.raw.value is None:
        return headline(found.raw, where=where)
    return Line(
        key="weighted-headline",
        args={
            "subject": subject(found.raw.name, found.raw.days, where=where),
            "by": Listing(items=tuple(dimension_name(name) for name in found.by)),
            "weighted": amount(found.weighted.value, found.weighted.unit),
            "raw": amount(found.raw.value, found.raw.unit),
        },
    )


def _cost(found: WeightedScore) -> list[Block]:
    args: dict[str, Value] = {
        "effective": Amount(value=found.effective_n),
        "n": found.raw.n,
        "low": Amount(value=found.lightest, decimals=2),
        "high": Amount(value=found.heaviest, decimals=2),
    }
    blocks: list[Block] = [Paragraph(line=Line(key="weighted-cost", args=args))]
    if found.gap > MISSED:
        blocks.append(Paragraph(line=Line(key="weighted-cut", args={"gap": amount(100 * found.gap, "%")})))
    if found.missing:
        blocks.append(Paragraph(line=Line(key="weighted-missing", args={"names": ", ".join(found.missing)})))
    return blocks


def _effective(found: WeightedScore) -> Figure:
    """Give Kish's effective n as a figure: what the weighted interval rests on."""
    return replace(
        found.raw, name=f"{found.raw.name}.effective_n", value=found.effective_n, low=None, high=None, unit="answers"
    )


def _names(value: Json) -> tuple[str, ...]:
    return tuple(str(name) for name in value) if isinstance(value, list) else (str(value),)
