"""What `cxbot score` prints: figures for tools, a table for people."""

from dataclasses import dataclass, replace
from typing import Any

from adapters.chat.console import plain_text
from bot.capabilities.score_explain import arithmetic
from bot.capabilities.score_tables import changes_table, figures_table
from bot.cli.figure_json import figure_json, source_json
from bot.messages import Block, Outcome, Paragraph, Passport, Reply
from bot.say import Say
from bot.wording.figures import finished_line, headline, passport, verdict_line
from metrics.analysis.answers import CompareResult, Explanation
from metrics.analysis.engine import ScoreEngine
from metrics.figures import Days, Figure
from metrics.query import ScoreQuery, ScoreResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A score question from the command line; `base` are the days to compare with, `fair` those compared with them."""

    query: ScoreQuery
    fair: Days
    base: Days | None
    explain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The answers to one `cxbot score`."""

    value: ScoreResult
    compared: CompareResult | None
    explained: Explanation | None


def reported(engine: ScoreEngine, asked: Asked) -> Report:
    """Ask the engine."""
    compared = replace(asked.query, days=asked.fair)
    return Report(
        value=engine.value(asked.query),
        compared=None if asked.base is None else engine.compare(compared, base=asked.base),
        explained=engine.explain(compared, base=asked.base) if asked.explain and asked.base is not None else None,
    )


def report_json(report: Report) -> dict[str, Any]:
    """Write it as tools read it: what was asked for first, so with a breakdown the groups, then the whole."""
    say = Say("en")
    return {
        "figures": [figure_json(figure, say=say) for figure in _figures(report)],
        "sources": [source_json(source) for source in report.value.sources],
    }


def report_text(report: Report, *, timezone: str) -> str:
    """Write it as a person in that zone reads it."""
    reply = Reply(outcome=Outcome.ANSWER, intent="metric_value", blocks=tuple(_blocks(report)))
    return plain_text(reply, Say("en", timezone=timezone))


def _figures(report: Report) -> list[Figure]:
    figures = [*report.value.groups, report.value.whole]
    if report.compared is not None:
        figures += [report.compared.whole.change, *(pair.change for pair in report.compared.groups)]
    if report.explained is not None:
        effects = (report.explained.total, *report.explained.parts)
        figures += [figure for effect in effects for figure in (effect.mix, effect.rate)]
    return figures


def _blocks(report: Report) -> list[Block]:
    query, whole = report.value.query, report.value.whole
    blocks: list[Block] = [Paragraph(line=headline(whole, where=query.where), strong=True)]
    if report.compared is not None:
        pair = report.compared.whole
        if pair.now.days != query.days:
            blocks.append(Paragraph(line=finished_line(pair.now)))
        blocks.append(Paragraph(line=verdict_line(pair.change, base=pair.base)))
    if query.by is not None:
        compared = report.compared
        table = figures_table(report.value.groups, query.by) if compared is None else changes_table(compared, query.by)
        blocks.append(table)
    if report.explained is not None:
        blocks += arithmetic(report.explained)
    return [*blocks, Passport(line=passport(whole, where=query.where, sources=report.value.sources))]
