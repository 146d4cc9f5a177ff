"""Which capability answers which intent."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.capabilities.ask import Capability
from bot.capabilities.refuse import ask_back, not_available, refuse
from bot.ports import Understanding

NEEDED: Mapping[str, tuple[str, ...]] = {
    "metric_value": ("metric",),
    "metric_compare": ("metric",),
    "rank": ("metric", "by"),
    "define_metric": ("metric",),
    "customer_file": ("customer",),
    "feedback_count": ("query",),
}
"""The slots without which an intent cannot be answered; whoever leaves one out is asked for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """The capabilities by intent. What is understood and not built yet says so."""

    capabilities: Mapping[str, Capability]

    def checked(self, understanding: Understanding) -> Understanding:
        """Add to what is missing the slots that the intent cannot do without."""
        lacking = tuple(
            slot
            for slot in NEEDED.get(understanding.intent, ())
            if slot not in understanding.slots and slot not in {*understanding.missing, *understanding.ambiguous}
        )
        return replace(understanding, missing=(*understanding.missing, *lacking)) if lacking else understanding

    def capability(self, understanding: Understanding) -> Capability:
        """Choose what runs: a refusal, a question back, or the capability of the intent."""
        if understanding.intent == "refuse":
            return refuse
        if understanding.intent == "clarify" or understanding.missing or understanding.ambiguous:
            return ask_back
        return self.capabilities.get(understanding.intent, not_available)
