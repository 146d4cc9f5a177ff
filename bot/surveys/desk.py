"""Where customers are served: a message in; what to say and what to store out."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from bot.messages import IncomingMessage, Reply
from bot.say import spoken
from bot.store.answers import Said, save_answer, save_said, was_said
from bot.store.survey_session import Session
from bot.store.surveys import Invited, invited, newest_open, open_session, save_session, sessions_of
from bot.store.writes import Write
from bot.surveys.machine import Moved, edited, knows, tapped, wrote
from bot.surveys.replies import button, question, reaction_reply, sentence
from knowledge.language import language_of
from knowledge.sentiment import sentiment
from metrics.ports import Redactor
from metrics.store.engine import Database, reading

START = "/start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What serving a customer came to."""

    reply: Reply | None
    language: str
    writes: tuple[Write, ...] = ()


class SurveyDesk:
    """Serves customers. It changes nothing itself: what it serves carries its writes."""

    def __init__(self, database: Database, *, redactor: Redactor, timezone: str) -> None:
        self._database = database
        self._redactor = redactor
        self._timezone = timezone

    def serve(self, message: IncomingMessage, *, now: datetime) -> Served:
        """Serve one message of a customer: a tap, a command, an edit, an answer, or something said unasked."""
        with reading(self._database) as connection:
            sessions = sessions_of(connection, message.sender)
        if message.pressed:
            return self._pressed(message, sessions, now=now)
        if message.edit_of is not None:
            return self._edited(message, sessions, now=now)
        if message.text.startswith("/"):
            return self._command(message, sessions, now=now)
        if not message.text.strip():
            return _told("survey-words-please", message)
        session = newest_open(sessions)
        if session is None:
            return self._unasked(message, at=message.sent_at, message_id=message.id)
        return self._moved(session, wrote(session, message=message.id, text=message.text, at=message.sent_at), now=now)

    def _pressed(self, message: IncomingMessage, sessions: tuple[Session, ...], *, now: datetime) -> Served:
        pressed = button(message.text)
        session = next((one for one in sessions if pressed is not None and one.key == pressed[0]), None)
        if pressed is None or session is None:
            return _told("survey-welcome", message)
        return self._moved(session, tapped(session, score=pressed[1], at=message.sent_at), now=now)

    def _edited(self, message: IncomingMessage, sessions: tuple[Session, ...], *, now: datetime) -> Served:
        of = str(message.edit_of)
        session = next((one for one in sessions if knows(one, of)), None)
        if session is not None:
            return self._moved(session, edited(session, message=of, text=message.text, at=message.sent_at), now=now)
        with reading(self._database) as connection:
            said_at = was_said(connection, of)
        if said_at is None:
            return Served(reply=None, language=_language(message))
        return replace(self._unasked(message, at=said_at, message_id=of), reply=None)

    def _command(self, message: IncomingMessage, sessions: tuple[Session, ...], *, now: datetime) -> Served:
        command, _, token = message.text.partition(" ")
        with reading(self._database) as connection:
            invitation = invited(connection, token.strip()) if command == START and token else None
        if invitation is None:
            return _told("survey-welcome", message)
        begun = next((one for one in sessions if one.invitation_id == invitation.id), None)
        if begun is not None:  # the link was opened again: the same question, and only one answer to it
            return Served(reply=question(begun), language=begun.language)
        if invitation.answered:
            return _told("survey-welcome", message)
        session = _session(message, invitation)
        return Served(
            reply=question(session),
            language=session.language,
            writes=(lambda connection: open_session(connection, session, at=now),),
        )

    def _moved(self, before: Session, moved: Moved, *, now: datetime) -> Served:
        session = moved.session
        reply = reaction_reply(session, moved.reaction)
        if session == before:
            return Served(reply=reply, language=session.language)
        return Served(
            reply=reply,
            language=session.language,
            writes=(
                lambda connection: save_session(connection, session, at=now),
                lambda connection: save_answer(
                    connection, session, at=now, timezone=self._timezone, redactor=self._redactor
                ),
            ),
        )

    def _unasked(self, message: IncomingMessage, *, at: datetime, message_id: str) -> Served:
        said = Said(
            chat=message.sender, message=message_id, text=message.text, at=at, language=language_of(message.text)
        )
        severe = sentiment(message.text).label == "negative"
        thanks = sentence("survey-said-sorry" if severe else "survey-said-thanks")
        return Served(
            reply=thanks,
            language=_language(message),
            writes=(lambda connection: save_said(connection, said, timezone=self._timezone, redactor=self._redactor),),
        )


def _session(message: IncomingMessage, invitation: Invited) -> Session:
    return Session(
        key=session_key(message.id),
        chat=message.sender,
        language=_language(message),
        touchpoint=invitation.touchpoint,
        touchpoint_id=invitation.touchpoint_id,
        invitation_id=invitation.id,
    )


def session_key(of: str) -> str:
    """Name a session after what began it, so that beginning it twice is beginning it once."""
    return hashlib.blake2b(of.encode(), digest_size=6).hexdigest()


def _told(key: str, message: IncomingMessage) -> Served:
    return Served(reply=sentence(key), language=_language(message))


def _language(message: IncomingMessage) -> str:
    """Speak the language of the words, where they tell, else the one the platform names."""
    told = language_of(message.text) if message.text and not message.pressed else None
    return spoken(message.language or "en") if told in {None, "other"} else spoken(str(told))
