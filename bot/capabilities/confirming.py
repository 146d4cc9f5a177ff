"""Changes are shown before they are made: a proposal with a button that holds for one person, ten minutes and once."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.capabilities.ask import Answer, Ask
from bot.messages import Block, Choice, Choices, Line, Outcome, Passport, Place, Reply, Slots
from bot.people import Person
from bot.store.pending import GOOD_FOR, propose_change

CONFIRM, CANCEL = "confirm:", "cancel:"
"""What the values of the two buttons begin with; the token follows. Platforms allow 64 bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Do:
    """A confirmed change: what, exactly, on whose word, where and when."""

    actor: Person
    action: str
    arguments: Slots
    place: Place
    now: datetime
    language: str


Doer = Callable[[Do], Answer]
"""Makes the change: asks `decide` anew, and gives what it comes to with its writes. A refusal is a reply too."""


def propose(ask: Ask, *, action: str, arguments: Slots, preview: tuple[Block, ...]) -> Answer:
    """Show a change and ask whether to make it; `action` names the doer, `arguments` are kept exactly as given.

    What is shown to the asker alone stays so if the caller says so of the answer (`private`).
    """
    token = secrets.token_hex(16)
    buttons = Choices(
        options=(
            Choice(label=Line(key="confirm-yes"), value=f"{CONFIRM}{token}", intent=ask.understanding.intent),
            Choice(label=Line(key="confirm-no"), value=f"{CANCEL}{token}", intent=ask.understanding.intent),
        )
    )
    until = Passport(line=Line(key="confirm-until", args={"at": ask.now + GOOD_FOR}))
    reply = Reply(
        outcome=Outcome.CONFIRM,
        intent=ask.understanding.intent,
        blocks=(*preview, until, buttons),
        slots=ask.understanding.slots,
    )
    kept = propose_change(
        token,
        person_key=ask.actor.key,
        action=action,
        arguments=arguments,
        place=ask.place,
        language=ask.language,
        at=ask.now,
    )
    return Answer(reply=reply, writes=(kept,))
