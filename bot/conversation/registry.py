"""Which capability answers which intent."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.capabilities.ask import Capability
from bot.capabilities.refuse import ask_back, not_available, refuse
from bot.ports import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """The capabilities by intent. What is understood and not built yet says so."""

    capabilities: Mapping[str, Capability]

    def capability(self, understanding: Understanding) -> Capability:
        """Choose what runs: a refusal, a question back, or the capability of the intent."""
        if understanding.intent == "refuse":
            return refuse
        if understanding.intent == "clarify" or understanding.missing or understanding.ambiguous:
            return ask_back
        return self.capabilities.get(understanding.intent, not_available)
