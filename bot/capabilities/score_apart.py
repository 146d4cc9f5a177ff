"""Answers to the same question on another scale: kept apart from a score, and said under it."""

from bot.messages import Block, Line, Listing, Paragraph
from bot.wording.figures import metric_name
from metrics.analysis.ports import Histograms
from metrics.query import ScoreQuery
from metrics.scores.registry import METRICS, Metric


def apart_blocks(query: ScoreQuery, metric: Metric, histograms: Histograms) -> list[Block]:
    """Say how many answers of each variant are not counted; nothing where there is none. `where` is canonical."""
    variants = [known for known in METRICS.values() if known.is_variant_of(metric)]
    found = [(known, _count(query, known, histograms)) for known in variants if histograms.span(known) is not None]
    items = tuple(
        Line(key="score-apart-part", args={"metric": metric_name(known.id), "n": n}) for known, n in found if n
    )
    return [Paragraph(line=Line(key="score-apart", args={"others": Listing(items=items)}))] if items else []


def _count(query: ScoreQuery, metric: Metric, histograms: Histograms) -> int:
    return histograms.histograms(metric, days=query.days, where=query.where).get((), metric.nothing).total
