"""One question to one customer, from asking to the last word, as a value."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any


class Step(StrEnum):
    """What the customer is being asked."""

    SCORE = "score"
    REASON = "reason"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Something the customer wrote, by the message that says it, so that an edit finds it again."""

    message: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Where a customer is in a survey. `key` names it in buttons; ids are those of the metrics store."""

    key: str
    chat: str
    """telegram:456"""
    language: str
    touchpoint: str | None = None
    touchpoint_id: int | None = None
    invitation_id: int | None = None
    step: Step = Step.SCORE
    score: int | None = None
    score_typed_in: str | None = None
    """The message that said the score, where it was typed."""
    words: tuple[Words, ...] = ()
    answered_at: datetime | None = None
    """The first answer; a change of mind later does not move the day it counts for."""

    @property
    def text(self) -> str | None:
        """Everything the customer wrote, in the order written."""
        return "\n".join(item.text for item in self.words) or None

    def with_words(self, words: Words) -> "Session":
        """Add words, or put them in the place of what the same message said before."""
        if all(item.message != words.message for item in self.words):
            return replace(self, words=(*self.words, words))
        return replace(self, words=tuple(words if item.message == words.message else item for item in self.words))


def session_to_json(session: Session) -> dict[str, Any]:
    """Write a session as JSON."""
    at = session.answered_at
    return asdict(session) | {"answered_at": None if at is None else at.isoformat()}


def session_from_json(data: Mapping[str, Any]) -> Session:
    """Read a session; what `session_to_json` wrote comes back equal."""
    at = data["answered_at"]
    return Session(
        **dict(data)
        | {
            "step": Step(data["step"]),
            "words": tuple(Words(**item) for item in data["words"]),
            "answered_at": None if at is None else datetime.fromisoformat(at),
        }
    )
