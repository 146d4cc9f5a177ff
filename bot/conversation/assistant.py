"""One assistant for every platform: who is asking, what do they mean, may they, and the reply."""

import logging
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from bot.capabilities.ask import Answer, Ask
from bot.conversation.confirmation import Confirmations, decided
from bot.conversation.explain import explain
from bot.conversation.last_time import LastTime, noted, reopened
from bot.conversation.last_time import said as as_last_time
from bot.conversation.reading import as_read
from bot.conversation.registry import Registry
from bot.conversation.turn import Turn
from bot.conversation.whom_to_ask import WhomToAsk
from bot.messages import Choice, Choices, IncomingMessage, Line, Listing, Outcome, Paragraph, Place, Reply
from bot.people import Person
from bot.ports import Understanding
from bot.store.turns import Told, remember
from bot.understanding.before import Before
from metrics.errors import AskerCanFix, BadSourceData, NothingInPeriod

SAID_KEPT = 4_000
"""Characters of a message that the memory keeps: what people ask is shorter, and what they paste is not read again."""
NUMBER = 3
"""Digits from which a number is not that of a choice."""

log = logging.getLogger(__name__)


class Reader(Protocol):
    """Says what a text means."""

    def read(self, text: str, *, before: Before | None, asker: Person, now: datetime) -> Understanding:
        """Understand one text in the light of the turn before it."""
        ...

    def language_of(self, text: str) -> str | None:
        """Tell the language of a text; None where it does not show."""
        ...


class Assistant:
    """Answers messages of staff. It changes nothing itself: a turn carries its writes."""

    def __init__(
        self,
        *,
        registry: Registry,
        reader: Callable[[], Reader],
        person: Callable[[IncomingMessage], Person | None],
        told: Callable[[Place, datetime], list[Told]],
        confirmations: Confirmations,
        last_time: LastTime,
        whom_to_ask: WhomToAsk,
    ) -> None:
        self._registry = registry
        self._reader = reader
        self._person = person
        self._told = told
        self._confirmations = confirmations
        self._last_time = last_time
        self._whom_to_ask = whom_to_ask

    def turn(self, message: IncomingMessage, *, now: datetime) -> Turn:
        """Answer one message; never raises for what a person can say."""
        actor = self._person(message)
        if actor is None:
            return Turn(reply=_stranger(), recipient=message.sender)
        told = self._told(message.place, now)
        reader = self._reader()
        language = _language(message, actor=actor, reader=reader, last=told[0] if told else None)
        try:
            answer = self._answer(
                message, actor=actor, reader=reader, language=language, earlier=[one.reply for one in told], now=now
            )
        except Exception:
            incident = uuid.uuid4().hex[:8]
            log.exception("turn failed", extra={"incident": incident})
            answer = Answer(reply=_failed(incident))
        said_in = answer.language or language
        kept = _without_content(answer.reply) if answer.private else answer.reply
        memory = remember(
            message.place, person_key=actor.key, said=message.text[:SAID_KEPT], reply=kept, at=now, language=said_in
        )
        return Turn(
            reply=answer.reply,
            writes=(*answer.writes, memory),
            language=said_in,
            timezone=actor.timezone,
            recipient=message.sender if answer.private else None,
        )

    def _answer(
        self,
        message: IncomingMessage,
        *,
        actor: Person,
        reader: Reader,
        language: str,
        earlier: list[Reply],
        now: datetime,
    ) -> Answer:
        if not message.text.strip():
            return Answer(reply=_empty())
        said = decided(message, last=earlier[0] if earlier else None)
        if said is not None:
            return self._confirmations.settle(said, actor=actor, place=message.place, now=now)
        understood = reader.read(message.text, before=_before(earlier), asker=actor, now=now)
        asked = self._registry.checked(understood)
        anew = reopened(asked)
        understanding, recalled = (anew, ()) if anew else self._last_time.fill(asked, person_key=actor.key)
        ask = Ask(
            said=message.text,
            understanding=understanding,
            actor=actor,
            place=message.place,
            now=now,
            language=language,
            before=next((reply for reply in earlier if reply.outcome is not Outcome.ERROR), None),
        )
        try:
            answer = self._whom_to_ask.said(self._registry.capability(understanding)(ask), ask)
        except AskerCanFix as error:
            return Answer(reply=_explained(error, understanding))
        except BadSourceData as error:
            return Answer(
                reply=Reply(
                    outcome=Outcome.ERROR,
                    intent=understanding.intent,
                    blocks=(Paragraph(line=explain(error), strong=True),),
                    slots=understanding.slots,
                )
            )
        answer = as_last_time(answer, recalled, asked=asked)
        chosen = noted(understood, last=earlier[0] if earlier else None, person_key=actor.key, at=now)
        reply = as_read(answer.reply, understanding)
        return replace(answer, reply=reply, writes=(*answer.writes, *chosen))


def _language(message: IncomingMessage, *, actor: Person, reader: Reader, last: Told | None) -> str:
    """Choose the language to answer in: a choice is answered in the language it was offered in."""
    number = message.text.strip().isdigit() and len(message.text) < NUMBER
    if last is not None and last.language is not None and (message.pressed or number):
        return last.language
    return reader.language_of(message.text) or actor.language


def _before(replies: list[Reply]) -> Before | None:
    """Chain the remembered replies, the newest outermost; a failed turn is as if it had not been."""
    before = None
    for reply in reversed(replies):
        if reply.outcome is Outcome.ERROR:
            continue
        before = Before(
            intent=reply.intent,
            slots=reply.slots,
            outcome=reply.outcome.value,
            missing=reply.missing,
            ambiguous=reply.ambiguous,
            choices=reply.choices,
            records=reply.records,
            earlier=before,
        )
    return before


def _explained(error: AskerCanFix, understanding: Understanding) -> Reply:
    """Say what is wrong and offer the nearest names as choices."""
    blocks: list[Paragraph | Choices] = [
        Paragraph(line=_nothing_there(error, understanding) or explain(error), strong=True)
    ]
    dimension = getattr(error, "dimension", "metric")
    nearest = getattr(error, "nearest", None)
    options: tuple[str, ...] = nearest if isinstance(nearest, tuple) else ()
    if options:
        blocks.append(
            Choices(
                options=tuple(
                    Choice(label=name, value=name, intent=understanding.intent, slots={dimension: name})
                    for name in options[:5]
                )
            )
        )
    return Reply(
        outcome=Outcome.NO_DATA if isinstance(error, NothingInPeriod) else Outcome.CLARIFY,
        intent=understanding.intent,
        blocks=tuple(blocks),
        reason="no_data" if isinstance(error, NothingInPeriod) else None,
        slots=understanding.slots,
        missing=() if options or isinstance(error, NothingInPeriod) else (dimension,),
        ambiguous={dimension: options} if options else {},
    )


def _nothing_there(error: AskerCanFix, understanding: Understanding) -> Line | None:
    """Say that there never was an answer to what was narrowed, which is not to say that there are none at all."""
    scope = understanding.slots.get("scope")
    if not isinstance(error, NothingInPeriod) or error.nearest is not None or not isinstance(scope, dict) or not scope:
        return None
    names = Listing(items=tuple(str(name) for name in scope.values()))
    return Line(key="error-nothing-there", args={"names": names})


def _without_content(reply: Reply) -> Reply:
    """Keep of what went to one person alone only what a yes or a no needs."""
    proposal = reply.outcome is Outcome.CONFIRM
    blocks = tuple(block for block in reply.blocks if isinstance(block, Choices)) if proposal else ()
    return replace(reply, blocks=blocks, figures=())


def _stranger() -> Reply:
    return _sentence("refuse-stranger", outcome=Outcome.REFUSE, intent="refuse", reason="permission")


def _empty() -> Reply:
    return _sentence("error-empty", outcome=Outcome.CLARIFY, intent="clarify", missing=("question",))


def _failed(incident: str) -> Reply:
    return Reply(
        outcome=Outcome.ERROR,
        intent="error",
        blocks=(Paragraph(line=Line(key="error-incident", args={"incident": incident}), strong=True),),
        reason="incident",
    )


def _sentence(
    key: str, *, outcome: Outcome, intent: str, reason: str | None = None, missing: tuple[str, ...] = ()
) -> Reply:
    return Reply(
        outcome=outcome,
        intent=intent,
        blocks=(Paragraph(line=Line(key=key), strong=True),),
        reason=reason,
        missing=missing,
    )
