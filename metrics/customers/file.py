"""One customer's file: what the stores know of a person, as far as the asker may see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from metrics.feedback import FeedbackRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerMatch:
    """A customer that was looked for. `by` is key, identity or the field of personal data that matched."""

    key: str
    by: str
    segment: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerEvent:
    """Something the customer did, or that happened to them."""

    kind: str
    happened_at: datetime
    touchpoint: str | None
    unit: str | None
    channel: str | None
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastScore:
    """A score the customer gave. `touchpoint` is what it is about."""

    instrument: str
    value: float
    scale_min: float
    scale_max: float
    day: date
    touchpoint: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerFile:
    """A customer under their pseudonym, newest first in every list.

    `personal` holds name, email, phone ... and is empty unless the caller permitted it. `events`, `feedback` and
    `scores` are those that may be seen; the counts beside them say how many of those there are in all.
    """

    key: str
    personal: Mapping[str, str] = field(default_factory=dict)
    segment: str | None
    persona: str | None
    language: str | None
    home: str | None
    """The unit they belong to."""
    since: datetime | None
    consent: Mapping[str, bool] = field(default_factory=dict)
    languages: tuple[str, ...]
    """What they spoke to us, most often first."""
    events: tuple[CustomerEvent, ...]
    event_count: int
    feedback: tuple[FeedbackRow, ...]
    feedback_count: int
    scores: tuple[PastScore, ...]
