"""What travels through the bot: a message in, a reply out. No platform, no database, no language is known here.

A reply holds lines by key with typed values, not sentences: it is said in a language at the very end (`bot.say`), so
the same stored answer can be said again in another language and its figures cannot drift.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal, NewType

from metrics.figures import Days, Figure, SourceAge

_ILLEGIBLE = re.compile("[\\0\ud800-\udfff]")

MessageId = NewType("MessageId", str)
PersonId = NewType("PersonId", str)
"""A person as a platform knows them: slack:U123, telegram:456, console:manager."""

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Slots = dict[str, Json]


class Openness(StrEnum):
    """Who can read what is said in a place."""

    PRIVATE = "private"
    """The asker alone."""
    PUBLIC = "public"
    """Colleagues."""
    SHARED = "shared"
    """People outside the organisation, or guests."""


def legible(text: str) -> str:
    """Give a text as every database and platform can hold it: half characters and zero bytes become U+FFFD."""
    return _ILLEGIBLE.sub("\N{REPLACEMENT CHARACTER}", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something is said. `thread` is the memory's key within the conversation."""

    platform: str
    conversation: str
    thread: str
    openness: Openness = Openness.PUBLIC

    def __post_init__(self) -> None:
        object.__setattr__(self, "thread", legible(self.thread))


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingMessage:
    """What somebody said, or the button they pressed (`text` is then the choice's value)."""

    id: MessageId
    place: Place
    sender: PersonId
    text: str
    sent_at: datetime
    reply_to: str | None = None
    """The platform's reference of the message it answers, where the platform says so."""
    pressed: bool = False
    """Whether a button was pressed rather than words typed."""
    language: str | None = None
    """What the platform says the sender speaks, where it says so: en, pl, zh-Hans."""
    edit_of: MessageId | None = None
    """The message whose words these replace, where somebody edited one."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", legible(self.text))


class Outcome(StrEnum):
    """How a turn ended."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    CONFIRM = "confirm"
    REFUSE = "refuse"
    NO_DATA = "no_data"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number as it is to be read: unit points, %, score, answers, or a currency code; `signed` shows + and -."""

    value: float
    unit: str = ""
    decimals: int = 0
    signed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence of the catalogue by key, with the values it needs."""

    key: str
    args: Mapping[str, "Value"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Several things said as a list: "a, b or c"."""

    items: tuple["Value", ...]
    style: Literal["and", "or"] = "and"


Value = str | int | Amount | date | datetime | Days | Line | Listing
"""str: said as it stands (names are never inflected); int: a count, which chooses the plural."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """A number worked out from what the asker gave, not measured. low and high: what their "about" allows."""

    name: str
    value: float
    unit: str
    definition: str
    low: float | None = None
    high: float | None = None
    n: int | None = None
    """Of how many, where it is a count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A sentence or two; `strong` is the answer itself, said first."""

    line: Line
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Columns with headings; each row as many cells."""

    columns: tuple[Line, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a customer, a verified stretch of the stored record `feedback_id`."""

    feedback_id: str
    text: str
    language: str | None
    given_at: datetime
    channel: str | None = None
    score: float | None = None
    scale_max: float | None = None
    """The top of the score's scale, so that 2 can be said as 2/10."""
    cut_before: bool = False
    """Whether the record has words before the quote; the ellipsis that says so stands outside it."""
    cut_after: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to press, or to name by its number, label or value. `slots` is what choosing it fills in."""

    label: Value
    value: str
    intent: str | None = None
    slots: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What may be chosen next: at most five, the best default first."""

    options: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passport:
    """What a number rests on, said under it: definition, period, count and the age of each source."""

    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPoint:
    """One value of a chart with its 95 % interval and count; value None: a gap, too few answers to score."""

    label: str
    """The group, or the stretch of time: 2026-11-20T09, 2026-11-20, 2026-W47, 2026-11, 2026-Q4."""
    value: float | None
    n: int
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSeries:
    """Values that belong together; `name` is empty where there is one series only."""

    points: tuple[ChartPoint, ...]
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartEvent:
    """Something the organisation did, at the point of that label."""

    name: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A result as it is seen. It holds the figures themselves, so that picture, drawing and table cannot differ.

    `finding` is what the picture shows, in one sentence: its alternative text.
    """

    kind: Literal["trend", "bars", "distribution"]
    title: Line
    finding: Line
    unit: str
    series: tuple[ChartSeries, ...]
    grain: str | None = None
    """hour, day, week, month, quarter or year, where it is a trend."""
    events: tuple[ChartEvent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that goes with the reply, by its name among the exports; `otherwise` is said where it cannot be sent."""

    name: str
    otherwise: Line


Block = Paragraph | Table | Quote | Choices | Passport | Chart | Attachment


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the bot says to one message, and everything a tool wants to know of it."""

    outcome: Outcome
    intent: str
    blocks: tuple[Block, ...]
    reason: str | None = None
    """Why it is no answer: out_of_scope, permission, pii_bulk, too_few_responses, not_available, ..."""
    slots: Slots = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    ambiguous: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    figures: tuple[Figure | Worked, ...] = ()
    sources: tuple[SourceAge, ...] = ()
    limited_to: tuple[str, ...] = ()
    """The units or touchpoints that rights narrowed the answer to; empty: not narrowed."""
    records: tuple[str, ...] = ()
    """The records listed, in order, so that "the second one" has a meaning: feedback:12, case:318."""
    understood_by: str = "offline"
    prompt: str | None = None

    @property
    def chart(self) -> Chart | None:
        """The chart among the blocks, if there is one."""
        return next((block for block in self.blocks if isinstance(block, Chart)), None)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes among the blocks."""
        return tuple(block for block in self.blocks if isinstance(block, Quote))

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Everything that may be chosen, in the order shown."""
        return tuple(option for block in self.blocks if isinstance(block, Choices) for option in block.options)
