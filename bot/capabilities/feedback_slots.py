"""What was asked about feedback, as a typed filter."""

from collections.abc import Mapping

from bot.capabilities.query import where_of
from bot.messages import Json, Line, Listing, Slots, Value
from bot.people import Person
from metrics.feedback import FeedbackFilter, ScoreGroup, Sentiment, Sort
from metrics.figures import Days

USUAL_QUOTES, MOST_QUOTES = 5, 20
GROUPS = {group.value: group for group in ScoreGroup}
SENTIMENTS: Mapping[str, Sentiment] = {"negative": "negative", "neutral": "neutral", "positive": "positive"}


def feedback_filter(slots: Slots, actor: Person, *, days: Days) -> FeedbackFilter:
    """Read scope and filters; only feedback with words can be quoted."""
    filters = slots.get("filters")
    given: Mapping[str, Json] = filters if isinstance(filters, dict) else {}
    group = GROUPS.get(str(given.get("group", "")))
    where = dict(where_of(slots, actor))
    if given.get("language"):
        where["language"] = (str(given["language"]),)
    sentiment = SENTIMENTS.get(str(given.get("sentiment", "")))
    return FeedbackFilter(
        where=where,
        days=days,
        group=ScoreGroup.DISSATISFIED if group is None and sentiment == "negative" else group,
        sentiment=None if sentiment == "negative" else sentiment,
        instrument="nps" if group in {ScoreGroup.DETRACTOR, ScoreGroup.PASSIVE, ScoreGroup.PROMOTER} else None,
        min_score=_number(given.get("min_score")),
        max_score=_number(given.get("max_score")),
        has_text=True,
    )


def where_said(wanted: FeedbackFilter, limited: tuple[str, ...]) -> Value:
    """Name what the feedback is narrowed to."""
    names = tuple(name for values in wanted.where.values() for name in values) or limited
    return Listing(items=names) if names else Line(key="passport-everything")


def sort_of(slots: Slots) -> Sort | None:
    """Read the order that was asked for; None: none was."""
    wanted = str(slots.get("sort", ""))
    return Sort(wanted) if wanted in set(Sort) else None


def limit_of(slots: Slots) -> int:
    """Read how many were asked for."""
    limit = slots.get("limit")
    return min(limit, MOST_QUOTES) if isinstance(limit, int) and limit > 0 else USUAL_QUOTES


def _number(value: Json) -> float | None:
    return float(value) if isinstance(value, int | float) else None
