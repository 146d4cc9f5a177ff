"""What a query may look at: rights, and what was asked for.

`Scope` is what the asker may see; every reader of texts, customers and cases requires one. `Where` is what they asked
for: dimension to the canonical names wanted, as {"touchpoint": ("delivery",)}.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Where = Mapping[str, tuple[str, ...]]

DIMENSIONS = (
    "touchpoint", "channel", "segment", "unit", "store", "region", "country", "persona", "journey", "stage", "theme",
    "language", "source", "hour", "day", "weekday", "week", "month", "quarter", "year",
)  # fmt: skip
"""What scores can be cut by; `attr.NAME` besides. A `unit` is any store, region or country by name."""

ATTRIBUTE = "attr."


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The units and touchpoints whose records may be seen; None on either: no limit by it."""

    units: frozenset[int] | None = None
    touchpoints: frozenset[int] | None = None


EVERYTHING = Scope()
NOTHING = Scope(units=frozenset(), touchpoints=frozenset())
