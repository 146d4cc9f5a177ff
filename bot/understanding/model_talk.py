"""One talk with a language model about one question, within its limits: calls, time, tokens and repetition."""

import json
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from bot.ports import LanguageModel, ModelCall, ModelFailed, ModelReply, ModelTurn
from knowledge.script import HAN

MOST_SAME = 2
"""How often a model may want the same tool called with the same arguments."""
LETTERS_PER_TOKEN = 3.0
"""A low estimate, so that a cap is passed on paper before it is passed in money; a Chinese character is a token."""


class Purse(Protocol):
    """Knows what may still be spent."""

    def reserve(self, person_key: str, *, day: date, tokens: int) -> bool:
        """Set tokens aside, or say that a cap is reached."""
        ...

    def settle(self, person_key: str, *, day: date, reserved: int, used: int) -> None:
        """Replace what was set aside by what was used."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one talk may take."""

    calls: int
    seconds: float
    tokens: int
    answer_tokens: int = 800
    """Of one call."""


@dataclass(slots=True, kw_only=True)
class ModelTalk:
    """A talk under way."""

    model: LanguageModel
    purse: Purse
    limits: Limits
    person_key: str
    day: date
    monotonic: Callable[[], float] = time.monotonic
    _ends: float = field(init=False)
    _calls: int = field(init=False, default=0)
    _tokens: int = field(init=False, default=0)
    _wanted: Counter[str] = field(init=False, default_factory=Counter)

    def __post_init__(self) -> None:
        self._ends = self.monotonic() + self.limits.seconds

    def ask(self, turns: Sequence[ModelTurn], *, tools: Sequence[Mapping[str, object]]) -> ModelReply:
        """Ask for the next turn; raises ModelFailed when a limit is reached, before anything is sent."""
        left_s = self._ends - self.monotonic()
        if self._calls >= self.limits.calls or left_s <= 0:
            raise ModelFailed("late")
        reserved = estimate("".join(turn.text for turn in turns) + json.dumps(list(tools))) + self.limits.answer_tokens
        if self._tokens + reserved > self.limits.tokens:
            raise ModelFailed("spent")
        if not self.purse.reserve(self.person_key, day=self.day, tokens=reserved):
            raise ModelFailed("spent")
        self._calls += 1
        used = reserved  # a call that failed may have been counted by the provider
        try:
            reply = self.model.ask(turns, tools=tools, timeout_s=left_s, most_tokens=self.limits.answer_tokens)
            used = reserved if reply.tokens is None else reply.tokens
        finally:
            self._tokens += used
            self.purse.settle(self.person_key, day=self.day, reserved=reserved, used=used)
        self._must_not_repeat(reply.calls)
        return reply

    def _must_not_repeat(self, calls: Sequence[ModelCall]) -> None:
        for call in calls:
            wanted = f"{call.name} {json.dumps(dict(call.arguments), sort_keys=True, default=str)}"
            self._wanted[wanted] += 1
            if self._wanted[wanted] > MOST_SAME:
                raise ModelFailed("unusable")


def estimate(text: str) -> int:
    """Estimate how many tokens a text is, rather too many than too few."""
    han = len(HAN.findall(text))
    return han + round((len(text) - han) / LETTERS_PER_TOKEN) + 1
