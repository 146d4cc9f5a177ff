"""Valid records, ready to be stored: what ingest makes of raw rows, and what surveys and the demo company write.

Ids are those of the store; whoever makes a record has looked them up. Days are set by the writer from the instant and
the zone, so that nobody else has to know whose midnight counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Literal, NamedTuple

Attributes = Mapping[str, str]
"""Declared attributes as text; truths are "true" and "false", an unknown one is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRecord:
    """One answer on an instrument. `touchpoint_id` where it differs from the feedback's own."""

    instrument: str
    value: float
    scale_min: float
    scale_max: float
    direction: Literal["higher", "lower"] = "higher"
    touchpoint_id: int | None = None


class FeedbackRecord(NamedTuple):
    """Something a customer said, with the scores it gave. `timezone` names the zone whose day counts.

    A named tuple, because it is made in a third of the time, and files have millions of them.
    """

    source_id: int
    external_id: str
    kind: Literal["survey", "review", "message", "call", "interview"]
    given_at: datetime
    timezone: str
    customer_id: int | None = None
    identity_id: int | None = None
    event_id: int | None = None
    touchpoint_id: int | None = None
    unit_id: int | None = None
    owner: str | None = None
    channel: str | None = None
    segment: str | None = None
    persona: str | None = None
    language: str | None = None
    text: str | None = None
    attributes: Attributes = MappingProxyType({})
    scores: tuple[ScoreRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    """Something a customer did, or that happened to them. `value` is money in the source's currency."""

    source_id: int
    external_id: str
    kind: str
    happened_at: datetime
    timezone: str
    customer_id: int | None = None
    identity_id: int | None = None
    touchpoint_id: int | None = None
    unit_id: int | None = None
    channel: str | None = None
    segment: str | None = None
    value: float | None = None
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What storing some records did."""

    new: int = 0
    same: int = 0
    changed: int = 0

    def __add__(self, other: "Written") -> "Written":
        return Written(new=self.new + other.new, same=self.same + other.same, changed=self.changed + other.changed)
