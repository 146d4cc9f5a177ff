"""How answers spread over their scale, said in a line under a score."""

from collections.abc import Sequence

from bot.messages import Block, Line, Listing, Paragraph, Value
from bot.wording.figures import amount
from metrics.figures import Figure
from metrics.scores.net import Net
from metrics.scores.registry import Metric

MOST_STEPS = 7
"""A longer scale is said in bands, as a net score has them, or not at all; its figures hold every answer."""


def spread_blocks(metric: Metric, shares: Sequence[Figure]) -> list[Block]:
    """Say the share of each answer, or of the good, the middling and the bad ones of a net score."""
    told = [(figure.group["answer"], figure.value) for figure in shares if figure.value is not None]
    if not told:
        return []
    parts = _bands(metric.formula, told) if isinstance(metric.formula, Net) else told
    if len(parts) > MOST_STEPS:
        return []
    items = tuple(_part(answers, share) for answers, share in parts)
    return [Paragraph(line=Line(key="score-spread", args={"parts": Listing(items=items)}))]


def _bands(formula: Net, told: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """Add answers that count alike up: 0-6, 7-8, 9-10 of NPS."""
    found: list[tuple[str, float]] = []
    for side in (-1, 0, 1):
        own = [one for one, counts in zip(told, formula.sides, strict=True) if counts == side]
        if own:
            name = own[0][0] if len(own) == 1 else f"{own[0][0]}-{own[-1][0]}"
            found.append((name, sum(share for _, share in own)))
    return found


def _part(answers: str, share: float) -> Line:
    args: dict[str, Value] = {"answers": answers, "share": amount(share, "%")}
    return Line(key="score-spread-part", args=args)
