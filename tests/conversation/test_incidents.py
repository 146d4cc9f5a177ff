"""Whatever breaks, people read a sentence of the catalogue with a reference, never an exception."""

import builtins
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import exc

from adapters.chat.console import plain_text
from bot.capabilities.ask import Answer, Ask
from bot.conversation.assistant import Assistant
from bot.conversation.confirmation import Confirmations
from bot.conversation.last_time import LastTime
from bot.conversation.registry import Registry
from bot.conversation.whom_to_ask import WhomToAsk
from bot.messages import IncomingMessage, MessageId, Openness, Outcome, PersonId, Place
from bot.people import Person, Role
from bot.ports import Understanding
from bot.say import Say
from bot.understanding.before import Before
from metrics.store.whereabouts import Named

NOW = datetime(2026, 11, 20, 11, tzinfo=UTC)
SECRET = "xoxb-1 /srv/cxbot.db anna@example.com SELECT"
ELSEWHERE = (
    sqlite3.OperationalError, sqlite3.IntegrityError, sqlite3.DatabaseError, sqlite3.ProgrammingError,
    exc.InvalidRequestError, exc.NoResultFound, exc.MultipleResultsFound, exc.TimeoutError, exc.ArgumentError,
)  # fmt: skip


def failures() -> Iterator[Exception]:
    """Make one of every exception that takes a sentence."""
    kinds = [kind for kind in vars(builtins).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    for kind in dict.fromkeys((*kinds, *ELSEWHERE)):
        try:
            yield kind(SECRET)
        except TypeError:  # takes more than a sentence
            continue


class Words:
    """Reads every text as a cry for help."""

    def read(self, text: str, *, before: Before | None, asker: Person, now: datetime) -> Understanding:
        return Understanding(intent="help", slots={})

    def language_of(self, text: str) -> str | None:
        return text


def shown(failure: Exception, *, language: str) -> tuple[Outcome, str]:
    def broken(ask: Ask) -> Answer:
        raise failure

    assistant = Assistant(
        registry=Registry(capabilities={"help": broken}),
        reader=Words,
        person=lambda _: Person(key="ann", name="Ann", role=Role.ADMIN),
        told=lambda _place, _now: [],
        confirmations=Confirmations(pending=lambda _token: None, doers={}),
        last_time=LastTime(recall=lambda _person, _question: None),
        whom_to_ask=WhomToAsk(staff=tuple, places=lambda _where: Named(units=None, touchpoints=None)),
    )
    place = Place(platform="console", conversation="c", thread="t", openness=Openness.PRIVATE)
    message = IncomingMessage(
        id=MessageId("1"), place=place, sender=PersonId("console:ann"), text=language, sent_at=NOW
    )
    turn = assistant.turn(message, now=NOW)
    assert turn.reply is not None
    return turn.reply.outcome, plain_text(turn.reply, Say(turn.language)) + str(turn.reply)


@pytest.mark.parametrize("language", ["en", "pl", "zh-Hans"])
def test_fifty_failures_are_told_by_a_reference_alone(language: str) -> None:
    forced = list(failures())
    assert len(forced) >= 50
    references = set()
    for failure in forced:
        outcome, text = shown(failure, language=language)
        assert outcome is Outcome.ERROR
        assert not any(word in text for word in (*SECRET.split(), type(failure).__name__, "Traceback"))
        references.add(text)
    assert len(references) == len(forced)  # each has a reference of its own
