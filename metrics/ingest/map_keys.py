"""The keys an import map may hold, by section and kind; a wrong one is told with the nearest right one."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from rapidfuzz import fuzz, process

from metrics.errors import BadMap


class Kind(StrEnum):
    """What the rows of a file are."""

    FEEDBACK = "feedback"
    CUSTOMERS = "customers"
    EVENTS = "events"
    INVITATIONS = "invitations"
    UNITS = "units"
    TOUCHPOINTS = "touchpoints"
    NAMED_EVENTS = "named_events"


SECTIONS = ("source", "fields", "scores", "attributes", "derive", "scope")
SOURCE_KEYS = ("name", "kind", "timezone", "dates", "na", "decimal", "expected_every_s")
SCORE_KEYS = ("instrument", "score", "scale", "touchpoint", "na", "values")
SCALE_KEYS = ("min", "max", "direction")

PERSONAL = ("name", "email", "phone", "address", "birth_date", "telegram")
"""Fields of a customers map that go to the table of personal data."""

MOMENTS = ("sent_at", "delivered_at", "opened_at", "started_at", "answered_at", "opted_out_at")
"""What happens to an invitation, in order."""

_WHERE = ("touchpoint", "unit", "channel", "segment")
FIELDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.FEEDBACK: (
        "external_id", "link", "given_at", "text", *_WHERE, "kind", "language", "customer", "persona",
    ),
    Kind.CUSTOMERS: ("external_id", "person", "segment", "persona", "language", "unit", "since", *PERSONAL),
    Kind.EVENTS: ("external_id", "kind", "happened_at", "customer", *_WHERE, "value"),
    Kind.INVITATIONS: ("external_id", "link", "instrument", "customer", *_WHERE, "token", *MOMENTS),
    Kind.UNITS: ("external_id", "name", "kind", "parent", "timezone"),
    Kind.TOUCHPOINTS: (
        "external_id", "name", "channel", "owner", "team", "purpose", "expectation", "importance", "target_metric",
        "target",
    ),
    Kind.NAMED_EVENTS: ("external_id", "name", "kind", "happened_at"),
}  # fmt: skip
REQUIRED: Mapping[Kind, tuple[str, ...]] = {
    Kind.FEEDBACK: ("given_at",),
    Kind.CUSTOMERS: ("external_id",),
    Kind.EVENTS: ("kind", "happened_at"),
    Kind.INVITATIONS: ("instrument", "sent_at"),
    Kind.UNITS: ("name", "kind"),
    Kind.TOUCHPOINTS: ("name",),
    Kind.NAMED_EVENTS: ("name", "happened_at"),
}

INSTRUMENT_SCALES: Mapping[str, Mapping[str, Any]] = {
    "nps": {"min": 0, "max": 10},
    "csat": {"min": 1, "max": 5},
    "ces": {"min": 1, "max": 7},
}
"""The scales that need not be written."""

SIMILAR = 60
"""A key less alike than this is no guess worth making."""


def check_keys(table: Mapping[str, Any], *, allowed: Iterable[str], prefix: str) -> None:
    """Raise BadMap for the first key that is not allowed, with the nearest that are."""
    names = tuple(allowed)
    for key in table:
        if key not in names:
            raise BadMap(prefix + key, "unknown-key", nearest=nearest(key, names))


def nearest(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Give at most three of `names` that `name` may have meant, the likest first."""
    found = process.extract(name, list(names), scorer=fuzz.WRatio, limit=3, score_cutoff=SIMILAR)
    return tuple(match for match, _, _ in found)
