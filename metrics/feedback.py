"""Feedback as it is read: what is asked for, and the rows that come back. No database is known here."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from metrics.figures import Days
from metrics.scope import Where


class ScoreGroup(StrEnum):
    """A group of answers by how good they are."""

    DETRACTOR = "detractor"
    """0-6 of nps."""
    PASSIVE = "passive"
    """7-8 of nps."""
    PROMOTER = "promoter"
    """9-10 of nps."""
    DISSATISFIED = "dissatisfied"
    """A detractor, or the lower third of any other scale, or, without any score, words that are negative."""


class Sort(StrEnum):
    """Which rows come first; feedback without a score stands behind feedback with one."""

    NEWEST = "newest"
    SCORE_ASC = "score_asc"
    SCORE_DESC = "score_desc"


Sentiment = Literal["negative", "neutral", "positive"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackFilter:
    """Which feedback is wanted; everything that is said must hold.

    `min_score` and `max_score` are raw values, ends included, of one and the same score (of `instrument`, if named).
    `customer` is a customer's key.
    """

    where: Where = field(default_factory=dict)
    days: Days | None = None
    group: ScoreGroup | None = None
    instrument: str | None = None
    min_score: float | None = None
    max_score: float | None = None
    sentiment: Sentiment | None = None
    has_text: bool | None = None
    customer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenScore:
    """A score as it was given, on the scale beside it."""

    instrument: str
    value: float
    scale_min: float
    scale_max: float
    direction: str

    @property
    def position(self) -> float:
        """Where it lies on its scale: 0 the worst answer there is, 1 the best."""
        steps = self.scale_max - self.value if self.direction == "lower" else self.value - self.scale_min
        return steps / (self.scale_max - self.scale_min)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackRow:
    """One piece of feedback. `text` is the redacted copy; `score` the lowest of its scores by place on the scale."""

    id: int
    source: str
    external_id: str
    kind: str
    given_at: datetime
    day: date
    touchpoint: str | None
    unit: str | None
    channel: str | None
    segment: str | None
    language: str | None
    text: str | None
    score: GivenScore | None
    customer_key: str | None
