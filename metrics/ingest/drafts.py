"""What a row says, before the store has been asked who and what its names stand for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from metrics.records import Attributes


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where it happened, by name; None: the row does not say."""

    touchpoint: str | None = None
    unit: str | None = None
    channel: str | None = None
    segment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreDraft:
    """An answer; `touchpoint` where it is not the feedback's own."""

    instrument: str
    value: float
    scale_min: float
    scale_max: float
    direction: str
    touchpoint: str | None


class FeedbackDraft(NamedTuple):
    """Feedback; `event` is the external id of the event it is linked to.

    A named tuple, because it is made in a third of the time, and files have millions of them.
    """

    external_id: str
    kind: str
    given_at: datetime
    place: Place
    event: str | None
    customer: str | None
    persona: str | None
    language: str | None
    text: str | None
    attributes: Attributes
    scores: tuple[ScoreDraft, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDraft:
    """Something that happened to a customer."""

    external_id: str
    kind: str
    happened_at: datetime
    place: Place
    customer: str | None
    value: float | None
    attributes: Attributes


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerDraft:
    """A row of a customer; rows with one `person` are one customer."""

    external_id: str
    person: str | None
    segment: str | None
    persona: str | None
    language: str | None
    unit: str | None
    since: datetime | None
    attributes: Attributes
    personal: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationDraft:
    """A survey sent; `moments` hold what happened to it, by the column it is stored in."""

    external_id: str
    instrument: str
    place: Place
    event: str | None
    customer: str | None
    token: str | None
    moments: Mapping[str, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitDraft:
    """A store, region or country; `parent` by name or external id."""

    external_id: str
    name: str
    kind: str
    parent: str | None
    timezone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchpointDraft:
    """A touchpoint with what is known of it: `words` and `measures` by the column they are stored in."""

    external_id: str
    name: str
    words: Mapping[str, str]
    measures: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedEventDraft:
    """Something the organisation did; `scope` is dimension to name."""

    external_id: str
    name: str
    kind: str | None
    happened_at: datetime
    scope: Mapping[str, str]


Draft = FeedbackDraft | EventDraft | CustomerDraft | InvitationDraft | UnitDraft | TouchpointDraft | NamedEventDraft
