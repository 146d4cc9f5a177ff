"""Asking a customer first: the question goes into the outbox, and its session is there when the answer comes."""

import re
from datetime import datetime

from bot.store.outbox import StoredOutbox, ToSay
from bot.store.survey_session import Session
from bot.store.surveys import open_session, touchpoint_named
from bot.surveys.desk import session_key
from bot.surveys.replies import question
from metrics.errors import UnknownGroup
from metrics.store.engine import Database, writing

RECIPIENT = re.compile(r"telegram:\d{1,15}")


class NoRecipient(ValueError):
    """Nobody can be asked at that address."""


def ask(
    database: Database,
    *,
    outbox: StoredOutbox,
    recipient: str,
    touchpoint: str,
    language: str,
    begun_by: str,
    now: datetime,
) -> Session:
    """Ask `recipient` (telegram:456) about a touchpoint; `begun_by` names this asking, and one asking is one question.

    Raises NoRecipient, and UnknownGroup for a touchpoint that there is not.
    """
    if not RECIPIENT.fullmatch(recipient):
        raise NoRecipient(recipient)
    with writing(database) as connection:
        found, nearest = touchpoint_named(connection, touchpoint)
        if found is None:
            raise UnknownGroup("touchpoint", touchpoint, nearest=nearest)
        session = Session(
            key=session_key(begun_by), chat=recipient, language=language, touchpoint=found.name, touchpoint_id=found.id
        )
        open_session(connection, session, at=now)
        asked = ToSay(
            key=f"survey:{session.key}",
            platform="telegram",
            conversation=recipient.removeprefix("telegram:"),
            thread=None,
            recipient=None,
            language=language,
            reply=question(session),
        )
        outbox.put(connection, asked)
    return session
