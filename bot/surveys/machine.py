"""The survey as a state machine: a session and what the customer did give the next session and how to react. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.store.survey_session import Session, Step, Words
from bot.surveys.typed import OffScale, typed_score


class Reaction(StrEnum):
    """How to react, to be put into words elsewhere."""

    ASK_SCORE = "ask_score"
    ASK_SCORE_AFTER_WORDS = "ask_score_after_words"
    OFF_SCALE = "off_scale"
    ASK_REASON = "ask_reason"
    CHANGED = "changed"
    """The score was changed while the reason is still asked for, or after the end."""
    THANK = "thank"
    NOTHING = "nothing"
    """The same again, or a quiet correction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The session afterwards, and the reaction. An unchanged session is the same value."""

    session: Session
    reaction: Reaction


def tapped(session: Session, *, score: int, at: datetime) -> Moved:
    """Take a score 0 to 10 from the keyboard: at first, again, or after words that came before it."""
    if score == session.score:
        return Moved(session=session, reaction=Reaction.NOTHING)
    scored = replace(session, score=score, score_typed_in=None, answered_at=session.answered_at or at)
    if session.step is not Step.SCORE:
        return Moved(session=scored, reaction=Reaction.CHANGED)
    if session.words:
        return Moved(session=replace(scored, step=Step.DONE), reaction=Reaction.THANK)
    return Moved(session=replace(scored, step=Step.REASON), reaction=Reaction.ASK_REASON)


def wrote(session: Session, *, message: str, text: str, at: datetime) -> Moved:
    """Take words. A number is a score only while the score is what was asked for."""
    if session.step is Step.SCORE:
        typed = typed_score(text)
        if isinstance(typed, OffScale):
            return Moved(session=session, reaction=Reaction.OFF_SCALE)
        if typed is not None:
            moved = tapped(session, score=typed, at=at)
            return replace(moved, session=replace(moved.session, score_typed_in=message))
    said = replace(session.with_words(Words(message=message, text=text)), answered_at=session.answered_at or at)
    if session.step is Step.SCORE:
        return Moved(session=said, reaction=Reaction.ASK_SCORE_AFTER_WORDS)
    return Moved(session=replace(said, step=Step.DONE), reaction=Reaction.THANK)


def edited(session: Session, *, message: str, text: str, at: datetime) -> Moved:
    """Take an edit of an earlier message; words and a typed score follow it, whatever the step."""
    typed = typed_score(text)
    if message == session.score_typed_in:
        if not isinstance(typed, int):
            return Moved(session=session, reaction=Reaction.OFF_SCALE)
        changed = tapped(session, score=typed, at=at)
        return replace(changed, session=replace(changed.session, score_typed_in=message))
    if any(item.message == message for item in session.words):
        said = session.with_words(Words(message=message, text=text))
        return Moved(session=said, reaction=Reaction.NOTHING)
    return Moved(session=session, reaction=Reaction.NOTHING)


def knows(session: Session, message: str) -> bool:
    """Say whether a message is part of this session's answer."""
    return message == session.score_typed_in or any(item.message == message for item in session.words)
