"""Whole loops as golden conversations, with the customer and with time.

Besides the lines of `test_transcripts`: `customer telegram:9001 en` names who speaks by `»` lines, `press` presses the
button of that label under what was last said to them, `«` is a line said to them, `!` one that waits for the person
`as`. A later `now` moves the clock: timers that are due are handled, and what came in is looked at. `make bless` writes
the `<`, `«` and `!` lines anew.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from adapters.chat.console import plain_text
from adapters.clock import FixedClock
from bot.cases.timing import CaseDue, CaseReask
from bot.cli.talk import Said, ask, reply_text
from bot.main import App
from bot.messages import IncomingMessage, MessageId, Openness, PersonId, Place, Reply
from bot.say import Say
from bot.serving import reception
from bot.store.case_timers import DUE, REASK
from bot.store.notify import Notices
from bot.store.outbox import StoredOutbox
from bot.store.timers import Handler, StoredTimers
from tests.conftest import NOW
from tests.transcripts.test_transcripts import BLESS, understood

HERE = Path(__file__).parent / "loops"
KEY = re.compile(r"tg-[0-9a-f]{10}")
"""The pseudonym of a customer who is new is drawn."""


@dataclass(slots=True, kw_only=True)
class Loop:
    """A home with its people, one customer and the time."""

    app: App
    thread: str
    now: datetime
    whom: str = "manager"
    customer: str = ""
    language: str = "en"
    staff_said: Said | None = None
    to_customer: list[tuple[Reply, str]] = field(default_factory=list)
    numbers: "count[int]" = field(default_factory=count)

    def move(self, to: datetime) -> None:
        """Let time pass: whatever falls due on the way is done as of then."""
        timers = StoredTimers(self.app.engine, clock=FixedClock(to))
        handlers: dict[str, Handler] = {DUE: CaseDue(self.app.engine, self.app.case_rules),
                    REASK: CaseReask(self.app.engine, self.app.case_rules)}  # fmt: skip
        while True:
            timer = timers.claim(kinds=handlers, worker="test", lease=timedelta(seconds=9), now=to)
            if timer is None:
                break
            timers.finish(timer, writes=handlers[timer.kind](timer, max(timer.due_at, self.now)))
        self.now = to

    def customer_says(self, text: str, *, pressed: bool = False) -> None:
        """Let the customer write, or press a button, and what came in be looked at."""
        chat = self.customer.partition(":")[2]
        message = IncomingMessage(
            id=MessageId(f"{self.customer}:{self.thread}:{next(self.numbers)}"),
            place=Place(platform="telegram", conversation=chat, thread=chat, openness=Openness.PRIVATE),
            sender=PersonId(self.customer),
            text=text,
            sent_at=self.now.astimezone(UTC),
            pressed=pressed,
            language=self.language,
        )
        turn = reception(self.app).turn(message, now=self.now.astimezone(UTC))
        self.app.commit(turn.writes)
        if turn.reply is not None:
            self.to_customer.append((turn.reply, turn.language))
        while self.app.watch.look(now=self.now.astimezone(UTC)):
            pass

    def press(self, label: str) -> None:
        """Press the button of that label under what was said to the customer last."""
        for reply, language in reversed(self.to_customer):
            for choice in reply.choices:
                if Say(language).text(choice.label) == label:
                    self.customer_says(choice.value, pressed=True)
                    return
        raise AssertionError(f"there is no button {label}")

    def customer_hears(self) -> str:
        """Give what was said to the customer last, the outbox included."""
        outbox = StoredOutbox(self.app.engine, clock=FixedClock(self.now.astimezone(UTC)))
        while sent := outbox.claim(platform="telegram", worker="test", lease=timedelta(seconds=9)):
            outbox.sent(sent, sent_as="1")
            if sent.conversation == self.customer.partition(":")[2]:
                self.to_customer.append((sent.reply, sent.language))
        reply, language = self.to_customer[-1]
        return " / ".join(plain_text(reply, Say(language)).splitlines())

    def person_hears(self) -> str:
        """Give the first line of the newest notice that waits for the person; it becomes a turn of their thread."""
        person = self.app.staff.named(self.whom)
        assert person is not None
        place = Place(platform="console", conversation="terminal", thread=self.thread, openness=Openness.PRIVATE)
        waiting = Notices(self.app.engine).take(person.key, place=place, now=self.now.astimezone(UTC))
        assert waiting, f"nothing waits for {person.name}"
        newest = waiting[-1]
        return plain_text(newest.reply, Say(newest.language, timezone=newest.timezone)).splitlines()[0]


def happened(loop: Loop, mark: str, rest: str) -> str | None:
    """Do what a line says; of a line that the bot says, give what it said."""
    match mark:
        case "as":
            loop.whom = rest
        case "now":
            loop.move(datetime.fromisoformat(rest))
        case "customer":
            loop.customer, _, loop.language = rest.partition(" ")
        case "»":
            loop.customer_says(rest)
        case "press":
            loop.press(rest)
        case ">":
            loop.staff_said = ask(loop.app, rest, as_whom=loop.whom, thread=loop.thread, now=loop.now)
        case "<" | "«" | "!":
            return said(loop, mark)
    return None


def said(loop: Loop, mark: str) -> str:
    """Give the first line of what the bot said, and to whom the mark says."""
    if mark == "«":
        return loop.customer_hears()
    if mark == "!":
        return loop.person_hears()
    assert loop.staff_said is not None
    return reply_text(loop.staff_said).splitlines()[0]


@pytest.mark.parametrize("path", sorted(HERE.glob("*.md")), ids=lambda path: path.stem)
def test_the_loop_goes_as_written(path: Path, demo: App) -> None:
    loop = Loop(app=demo, thread=path.stem, now=NOW)
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        mark, _, rest = line.partition(" ")
        if mark == "=":
            assert loop.staff_said is not None
            assert understood(loop.staff_said) == rest.strip()
            continue
        told = happened(loop, mark, rest.strip())
        told = KEY.sub("tg-…", told) if told is not None else None
        if told is not None and BLESS:
            lines[number] = f"{mark} {told}"
        elif told is not None:
            assert told == rest.strip(), f"line {number + 1}"
    if BLESS:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
