"""How the mood of a conversation turns: from its messages' feelings, first to last."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

MARKED = 0.3
"""How far from indifferent a message must be to show a mood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodTurn:
    """The mood became better or worse; `at` is the message (from 0) from which it was so to the end."""

    to: Literal["better", "worse"]
    at: int


def mood_turn(values: Sequence[float]) -> MoodTurn | None:
    """Say whether a conversation ends on the other side than it began; `values` are its messages' feelings, -1 to 1."""
    marked = [(at, value) for at, value in enumerate(values) if abs(value) >= MARKED]
    if len(marked) < 2 or (marked[0][1] > 0) == (marked[-1][1] > 0):
        return None
    better = marked[-1][1] > 0
    turned = len(marked) - 1
    while (marked[turned - 1][1] > 0) == better:
        turned -= 1
    return MoodTurn(to="better" if better else "worse", at=marked[turned][0])
