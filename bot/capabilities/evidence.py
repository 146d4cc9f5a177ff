"""What an answer rests on, how fresh the data is, and the same answer in another language."""

import shlex
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.query import where_of
from bot.messages import Block, Line, Outcome, Paragraph, Passport, Reply, Slots, Table, Value
from bot.people import Person
from bot.say import LOCALES, spoken
from bot.wording.figures import source_line
from metrics.figures import Figure
from metrics.folding import fold
from metrics.store.sources import SourceBook

SPREAD = ".answers"
"""How the names of figures end that say how answers spread; a score's evidence is told without them."""


def show_evidence(ask: Ask) -> Answer:
    """Say again what the last answer rests on: definition, period, count, filters, sources."""
    before = ask.before
    figures = [figure for figure in before.figures if isinstance(figure, Figure)] if before else []
    if before is None or not (figures or before.quotes):
        return Answer(
            reply=_reply(ask, [Paragraph(line=Line(key="evidence-none"), strong=True)], outcome=Outcome.NO_DATA)
        )
    blocks: list[Block] = [Paragraph(line=Line(key="evidence-headline"), strong=True)]
    blocks += [block for block in before.blocks if isinstance(block, Passport)]
    if figures:
        blocks.append(_figures([figure for figure in figures if not figure.name.endswith(SPREAD)]))
    if before.records:
        blocks.append(Paragraph(line=Line(key="evidence-records", args={"ids": ", ".join(before.records)})))
    blocks.append(Paragraph(line=Line(key="evidence-query", args={"query": _query(before)})))
    if figures:
        command = _command(before.slots, figures[0], ask.actor)
        blocks.append(Paragraph(line=Line(key="evidence-command", args={"command": command})))
    reply = _reply(ask, blocks)
    return Answer(reply=replace(reply, figures=before.figures, sources=before.sources))


def _figures(figures: list[Figure]) -> Table:
    columns = ("figure", "group", "n", "definition", "period")
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (figure.name, ", ".join(figure.group.values()), figure.n, figure.definition, figure.days) for figure in figures
    )
    return Table(columns=tuple(Line(key=f"column-{name}") for name in columns), rows=rows)


def _query(reply: Reply) -> str:
    return " ".join([reply.intent, *(f"{name}={value}" for name, value in reply.slots.items())])


def _command(slots: Slots, figure: Figure, actor: Person) -> str:
    """Write the command line that computes the figure again, over the days it was computed over."""
    metric, _, _ = figure.definition.partition("@")
    last = figure.days.end - timedelta(days=1)
    words = ["cxbot", "score", metric, "--period", f"{figure.days.first.isoformat()} to {last.isoformat()}"]
    for dimension, names in where_of(slots, actor).items():
        words += [part for name in names for part in ("--where", f"{dimension}={name}")]
    by = slots.get("by")
    return shlex.join([*words, *(("--by", by) if isinstance(by, str) else ())])


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFreshness:
    """Answers "how fresh is the POS data?"."""

    sources: SourceBook

    def __call__(self, ask: Ask) -> Answer:
        """Answer with the age of the source asked for, or of all."""
        ages = self.sources.ages(now=ask.now)
        asked = ask.understanding.slots.get("source")
        if asked:
            ages = tuple(age for age in ages if fold(age.name) == fold(str(asked))) or ages
        if not ages:
            return Answer(reply=_reply(ask, [Paragraph(line=Line(key="error-no-data"))], outcome=Outcome.NO_DATA))
        late = any(age.late for age in ages)
        blocks: list[Block] = [Paragraph(line=source_line(age), strong=len(ages) == 1) for age in ages]
        if late:
            blocks.append(Paragraph(line=Line(key="freshness-late")))
        return Answer(reply=replace(_reply(ask, blocks), sources=ages))


def say_again(ask: Ask) -> Answer:
    """Give the last answer again; the assistant says it in the language asked for."""
    if ask.before is None or not ask.before.blocks:  # what went to one person alone is not said again to all
        return Answer(
            reply=_reply(ask, [Paragraph(line=Line(key="evidence-none"), strong=True)], outcome=Outcome.NO_DATA)
        )
    language = str(ask.understanding.slots.get("language", ask.language))
    known = language in LOCALES or language.split("-", maxsplit=1)[0] in {name.split("-")[0] for name in LOCALES}
    if not known:
        return Answer(reply=_reply(ask, [Paragraph(line=Line(key="language-unknown"))], outcome=Outcome.NO_DATA))
    return Answer(
        reply=replace(ask.before, intent="translate_last", slots=ask.understanding.slots), language=spoken(language)
    )


def _reply(ask: Ask, blocks: list[Block], *, outcome: Outcome = Outcome.ANSWER) -> Reply:
    understanding = ask.understanding
    return Reply(outcome=outcome, intent=understanding.intent, blocks=tuple(blocks), slots=understanding.slots)
