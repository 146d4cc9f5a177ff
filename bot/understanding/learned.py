"""How likely each intent is, learned from many written examples: the mean of two opinions.

One linear model goes by what the grammar heard, the other by the plain words; where they disagree the chance is low.
The weights are data (grammar/learned.json, made by `cxbot eval learn`); here they are only added up.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import exp
from typing import Any

from bot.understanding.telling import Candidate

MOST_WEIGHT = 6.0
"""Signs beyond this weight say no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linear:
    """Weights in hundredths by feature and intent, and what each intent starts with."""

    bias: tuple[float, ...]
    weights: Mapping[str, Sequence[int]]
    """Pairs in a row: place of the intent, weight, place, weight."""

    def chances(self, evidence: Mapping[str, float]) -> list[float]:
        """Give the chance of each intent."""
        scores = list(self.bias)
        for name, value in evidence.items():
            row = self.weights.get(name, ())
            for at in range(0, len(row), 2):
                scores[row[at]] += value * row[at + 1] / 100
        top = max(scores)
        powers = [exp(score - top) for score in scores]
        total = sum(powers)
        return [power / total for power in powers]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """Both models, over the same intents."""

    intents: tuple[str, ...]
    heard: Linear
    worded: Linear

    def chances(self, told: Sequence[Candidate], *, features: frozenset[str], words: frozenset[str]) -> list[Candidate]:
        """Every intent with its chance, the likeliest first; `told` are those that the signs speak for."""
        by_grammar = self.heard.chances(evidence(told, features=features))
        by_words = self.worded.chances(dict.fromkeys(words, 1.0))
        weights = {one.intent: one.weight for one in told}
        found = [
            Candidate(intent=intent, weight=weights.get(intent, 0.0), chance=(one + other) / 2)
            for intent, one, other in zip(self.intents, by_grammar, by_words, strict=True)
        ]
        return sorted(found, key=lambda one: -one.chance)


def evidence(told: Sequence[Candidate], *, features: frozenset[str]) -> dict[str, float]:
    """Give what the chances are judged by: everything heard, and the weights of the signs."""
    found = {f"c:{name}": 1.0 for name in features}
    found |= {f"r:{one.intent}": min(one.weight, MOST_WEIGHT) / 2 for one in told}
    found[f"best:{told[0].intent if told else '-'}"] = 1.0
    return found


def load_learned() -> Learned | None:
    """Read the weights that stand beside the grammar; None before they were learned for the first time."""
    file = files("bot.understanding").joinpath("grammar").joinpath("learned.json")
    if not file.is_file():
        return None
    data = json.loads(file.read_text(encoding="utf-8"))
    return Learned(intents=tuple(data["intents"]), heard=_linear(data["heard"]), worded=_linear(data["worded"]))


def _linear(data: Mapping[str, Any]) -> Linear:
    return Linear(bias=tuple(data["bias"]), weights=data["weights"])
