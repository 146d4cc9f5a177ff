"""Which intents a text may have, by the weights of the signs it shows."""

from collections.abc import Mapping
from dataclasses import dataclass

SURE = 2.0
"""The weight from which an intent counts as said."""
CLOSE = 0.35
"""Two intents that near in weight are not told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An intent, the weight of its signs, and how likely it is (0-1) by what was learned."""

    intent: str
    weight: float
    chance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sign:
    intent: str
    wanted: frozenset[str]
    unwanted: frozenset[str]
    weight: float


class Teller:
    """Weighs the signs of every intent; built once."""

    def __init__(self, signs: Mapping[str, Mapping[str, float]]) -> None:
        self._signs = [
            _Sign(
                intent=intent,
                wanted=frozenset(word for word in text.split() if not word.startswith("!")),
                unwanted=frozenset(word[1:] for word in text.split() if word.startswith("!")),
                weight=weight,
            )
            for intent, table in signs.items()
            for text, weight in table.items()
        ]

    def tell(self, features: frozenset[str]) -> list[Candidate]:
        """Candidates with any weight, the heaviest first."""
        weights: dict[str, float] = {}
        for sign in self._signs:
            if sign.wanted <= features and sign.unwanted.isdisjoint(features):
                weights[sign.intent] = weights.get(sign.intent, 0.0) + sign.weight
        found = [Candidate(intent=intent, weight=weight) for intent, weight in weights.items() if weight > 0]
        return sorted(found, key=lambda c: -c.weight)
