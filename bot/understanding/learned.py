"""How likely each intent is, learned from many written examples: a linear model over what was heard.

The weights are data (grammar/learned.json, made by `cxbot eval learn`); here they are only added up.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import exp

from bot.understanding.telling import Candidate

MOST_WEIGHT = 6.0
"""Signs beyond this weight say no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """Weights by feature and intent, and what each intent starts with."""

    intents: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, Sequence[tuple[int, float]]]

    def chances(self, told: Sequence[Candidate], *, features: frozenset[str]) -> list[Candidate]:
        """Every intent with its chance, the likeliest first; `told` are those that the signs speak for."""
        scores = list(self.bias)
        for name, value in evidence(told, features=features).items():
            for intent, weight in self.weights.get(name, ()):
                scores[intent] += value * weight
        top = max(scores)
        powers = [exp(score - top) for score in scores]
        total = sum(powers)
        weights = {one.intent: one.weight for one in told}
        found = [
            Candidate(intent=intent, weight=weights.get(intent, 0.0), chance=power / total)
            for intent, power in zip(self.intents, powers, strict=True)
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
    return Learned(
        intents=tuple(data["intents"]),
        bias=tuple(data["bias"]),
        weights={name: [(int(at), weight) for at, weight in row.items()] for name, row in data["weights"].items()},
    )
