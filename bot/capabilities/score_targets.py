"""How far a score is from its touchpoint's target, said under the score."""

from collections.abc import Sequence
from dataclasses import replace

from bot.messages import Amount, Block, Line, Paragraph, Table, Value
from bot.wording.figures import DECIMALS, amount
from metrics.analysis.targets import Distance, Target, distances
from metrics.figures import Figure
from metrics.query import ScoreQuery
from metrics.scores.registry import Metric


def target_blocks(
    query: ScoreQuery, scores: Sequence[Figure], targets: Sequence[Target], *, metric: Metric
) -> tuple[list[Block], list[Figure]]:
    """Say the distances, as a sentence for one touchpoint and as a table for several; nothing where there is no target.

    `scores` are those of a breakdown by touchpoint, or the one of a single touchpoint; other cuts have no target.
    """
    found = distances(_of_touchpoints(query, scores), targets, lower_is_better=metric.lower_is_better)
    told = [one for one in found if one.gap.value is not None]
    if not told:
        return [], []
    figures = [one.gap for one in told]
    if query.by is None:
        return [Paragraph(line=_sentence(told[0]))], figures
    columns = ("dimension-touchpoint", "column-score", "column-target", "column-to-target", "column-verdict")
    rows = tuple(_row(one) for one in told)
    return [Table(columns=tuple(Line(key=key) for key in columns), rows=rows)], figures


def _of_touchpoints(query: ScoreQuery, scores: Sequence[Figure]) -> list[Figure]:
    if query.by == "touchpoint":
        return [score for score in scores if score.group]
    if query.by is None and set(query.where) == {"touchpoint"} and len(query.where["touchpoint"]) == 1:
        return [replace(score, group={"touchpoint": query.where["touchpoint"][0]}) for score in scores]
    return []


def _sentence(one: Distance) -> Line:
    args: dict[str, Value] = {
        "touchpoint": one.target.touchpoint,
        "target": _target(one),
        "gap": amount(one.gap.value or 0.0, one.gap.unit, signed=True),
    }
    return Line(key=f"target-{one.standing.value}", args=args)


def _row(one: Distance) -> tuple[Value, ...]:
    gap = amount(one.gap.value or 0.0, one.gap.unit, signed=True)
    score = amount(one.score.value or 0.0, one.score.unit)
    return one.target.touchpoint, score, _target(one), gap, Line(key=f"standing-{one.standing.value}")


def _target(one: Distance) -> Amount:
    shown = "%" if one.score.unit == "%" else ""
    return Amount(value=one.target.value, unit=shown, decimals=DECIMALS.get(one.score.unit, 1))
