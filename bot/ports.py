"""What the bot needs from the outside, as protocols."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from bot.messages import Chart, IncomingMessage, Reply, Slots
from bot.say import Say


class Clock(Protocol):
    """Knows what time it is."""

    def now(self) -> datetime:
        """Give the present instant, aware, in UTC."""
        ...


class Inbox(Protocol):
    """Keeps every message until it is answered."""

    async def keep(self, message: IncomingMessage) -> None:
        """Store the message durably; a message with an id already kept is no second message."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One message to send. `attempt` above 1: an earlier try may have arrived."""

    id: int
    key: str
    conversation: str
    thread: str | None
    recipient: str | None
    language: str
    reply: Reply
    attempt: int
    timezone: str = "UTC"
    """The zone in which its instants are said."""


class Chat(Protocol):
    """A platform that can be spoken to."""

    @property
    def platform(self) -> str:
        """Name the platform: slack, telegram."""
        ...

    async def send(self, message: Outgoing) -> str:
        """Send it and give the platform's reference; raises adapters.errors.SendFailed."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawn chart: PNG bytes, and the sentence that says what it shows to whoever cannot see it."""

    png: bytes
    alt: str


class Charts(Protocol):
    """Draws charts."""

    def draw(self, chart: Chart, *, say: Say) -> Picture:
        """Draw one in the language of `say`."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """What a message means: what is asked (`intent`), of what (`slots`), and what is not clear yet."""

    intent: str
    slots: Slots
    missing: tuple[str, ...] = ()
    ambiguous: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    confidence: float = 1.0
    reason: str | None = None
    """Why it is refused, where the intent is `refuse`."""
    understood_by: str = "offline"
    unread: Mapping[str, str] = field(default_factory=dict)
    """Words that could not be read, by what they stand for: scope, period, metric; `exclusion`: a name to leave out."""
    prompt: str | None = None
    """The prompt it was read with, as understand@1, where a language model read it."""
    fell_back: str | None = None
    """Why a language model was asked and did not read it: busy, late, unreachable, unusable, spent."""


class ModelFailed(Exception):
    """A language model gave nothing that can be used; the offline answer is given instead."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCall:
    """A tool that the model wants called. Its arguments are whatever the model wrote."""

    id: str
    name: str
    arguments: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelTurn:
    """One turn of a talk with a model. `answers` is the id of the call that a tool's turn answers."""

    role: Literal["system", "user", "model", "tool"]
    text: str
    calls: tuple[ModelCall, ...] = ()
    answers: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelReply:
    """What a model said and wants called, and the tokens it cost; tokens is None where the provider did not say."""

    text: str
    calls: tuple[ModelCall, ...] = ()
    tokens: int | None = None


class LanguageModel(Protocol):
    """A chat model of some provider."""

    @property
    def name(self) -> str:
        """Name it as provider:model."""
        ...

    def ask(
        self, turns: Sequence[ModelTurn], *, tools: Sequence[Mapping[str, object]], timeout_s: float, most_tokens: int
    ) -> ModelReply:
        """Give its next turn within the time; raises ModelFailed."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a long piece of work is; total is None while it is not known."""

    done: int
    total: int | None


OnProgress = Callable[[Progress], None]
