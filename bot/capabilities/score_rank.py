"""Groups in order of their score; only those with enough answers, and "lowest" said only where it is sure."""

from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.enough import enough
from bot.capabilities.score_slots import ScoreSlots, answered
from bot.capabilities.score_tables import MOST_ROWS, cells, dimension_name
from bot.messages import Block, Choice, Choices, Json, Line, Paragraph, Passport, Table, Value
from bot.wording.figures import amount, passport, subject
from metrics.analysis.answers import Ranked, Ranking
from metrics.analysis.ports import Histograms


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRank:
    """Answers "which 5 stores have the lowest satisfaction this quarter?"."""

    slots: ScoreSlots
    histograms: Histograms

    def __call__(self, ask: Ask) -> Answer:
        """Answer with the groups in order, those with too few answers apart."""
        asked = self.slots.asked(ask)
        slots = ask.understanding.slots
        ranking = self.slots.engine.rank(
            replace(asked.query, by=asked.query.by or "touchpoint"),
            order="desc" if slots.get("order") == "desc" else "asc",
            limit=_count(slots.get("limit")),
            min_n=_count(slots.get("min_n")) or 0,
        )
        blocks: list[Block] = [Paragraph(line=_headline(ranking), strong=True), *_details(ranking)]
        choices: tuple[Choice, ...] = ()
        if not ranking.ranked:
            longer, choices = enough(
                ask, ranking.query, slots=self.slots, histograms=self.histograms, needed=ranking.needed
            )
            blocks.append(longer)
        blocks.append(Passport(line=passport(ranking.whole, where=ranking.query.where, sources=ranking.sources)))
        blocks += [Choices(options=choices)] if choices else []
        figures = [row.figure for row in ranking.ranked] or [ranking.whole]
        figures += [replace(row.against_rest, name=f"{row.figure.name}.against_rest") for row in ranking.ranked]
        return Answer(reply=replace(answered(ask, blocks, figures=figures), sources=ranking.sources))


def _count(value: Json) -> int | None:
    return value if isinstance(value, int) and value > 0 else None


def _headline(ranking: Ranking) -> Line:
    args: dict[str, Value] = {
        "subject": subject(ranking.query.metric, ranking.query.days, where=ranking.query.where),
        "by": dimension_name(ranking.query.by or ""),
        "needed": ranking.needed,
    }
    sure = tuple(row.name for row in ranking.ranked if row.apart and row.sure)
    if not ranking.ranked:
        return Line(key="rank-none", args=args)
    if not sure:
        return Line(key="rank-unsure", args=args)
    key = "rank-lowest" if ranking.order == "asc" else "rank-highest"
    return Line(key=key, args={**args, "names": ", ".join(sure)})


def _details(ranking: Ranking) -> list[Block]:
    by = ranking.query.by or ""
    blocks: list[Block] = []
    if ranking.ranked:
        columns = ("column-score", "column-interval", "column-n", "column-against-rest")
        rows = tuple((f"{row.place}. {row.name}", *cells(row.figure), _against(row)) for row in ranking.ranked)
        blocks.append(Table(columns=(dimension_name(by), *(Line(key=key) for key in columns)), rows=rows))
        blocks += _tied(ranking)
    few = (*ranking.directional, *ranking.suppressed)
    if few:
        names = ", ".join(f"{', '.join(figure.group.values())} ({figure.n})" for figure in few[:MOST_ROWS])
        args: dict[str, Value] = {"names": names, "needed": ranking.needed}
        blocks.append(Paragraph(line=Line(key="rank-too-few", args=args)))
    return blocks


def _tied(ranking: Ranking) -> list[Block]:
    """Say which groups the first cannot be told from."""
    first = ranking.ranked[0]
    if not first.tied_with:
        return []
    args: dict[str, Value] = {"first": first.name, "names": ", ".join(first.tied_with)}
    return [Paragraph(line=Line(key="rank-tied", args=args))]


def _against(row: Ranked) -> Value:
    change = row.against_rest
    if change.value is None or change.verdict is None:
        return ""
    verdict = Line(key=f"verdict-{change.verdict.value}")
    return Line(
        key="cell-against-rest", args={"change": amount(change.value, change.unit, signed=True), "verdict": verdict}
    )
