"""How a survey talks to a customer: short, warm, promising nothing."""

from bot.messages import Choice, Choices, Line, Outcome, Paragraph, Reply
from bot.store.survey_session import Session
from bot.surveys.machine import Reaction
from bot.surveys.typed import HIGHEST, LOWEST

HIGHEST_DETRACTOR, LOWEST_PROMOTER = 6, 9  # Reichheld 2003, "The One Number You Need to Grow"
INTENT = "survey"
BUTTON = "nps"


def reaction_reply(session: Session, reaction: Reaction) -> Reply | None:
    """Say what the reaction is; None where nothing is to be said."""
    match reaction:
        case Reaction.NOTHING:
            return None
        case Reaction.ASK_SCORE:
            return question(session)
        case Reaction.ASK_SCORE_AFTER_WORDS:
            return _reply(Line(key="survey-and-the-score"), keyboard=_keyboard(session.key))
        case Reaction.OFF_SCALE:
            return _reply(Line(key="survey-off-scale"), keyboard=_keyboard(session.key))
        case Reaction.ASK_REASON:
            return _reply(Line(key=f"survey-reason-{_mood(session)}", args=_score(session)))
        case Reaction.CHANGED:
            return _reply(Line(key="survey-changed", args=_score(session)))
        case Reaction.THANK:
            return _reply(Line(key=f"survey-thanks-{_mood(session)}"))


def question(session: Session) -> Reply:
    """Ask for the score, with a keyboard from 0 to 10."""
    if session.touchpoint is None:
        return _reply(Line(key="survey-question"), keyboard=_keyboard(session.key))
    line = Line(key="survey-question-about", args={"touchpoint": session.touchpoint})
    return _reply(line, keyboard=_keyboard(session.key))


def sentence(key: str) -> Reply:
    """Say one sentence of the catalogue."""
    return _reply(Line(key=key))


def button(value: str) -> tuple[str, int] | None:
    """Read a pressed button: the session's key and the score; None if it is none of a survey's."""
    kind, _, rest = value.partition(":")
    key, _, score = rest.partition(":")
    return (key, int(score)) if kind == BUTTON and score.isdecimal() else None


def _keyboard(key: str) -> Choices:
    scores = range(LOWEST, HIGHEST + 1)
    return Choices(options=tuple(Choice(label=str(score), value=f"{BUTTON}:{key}:{score}") for score in scores))


def _mood(session: Session) -> str:
    if session.score is None or HIGHEST_DETRACTOR < session.score < LOWEST_PROMOTER:
        return "neutral"
    return "sorry" if session.score <= HIGHEST_DETRACTOR else "glad"


def _score(session: Session) -> dict[str, str]:
    return {"score": str(session.score)}


def _reply(line: Line, *, keyboard: Choices | None = None) -> Reply:
    said = Paragraph(line=line)
    return Reply(outcome=Outcome.ANSWER, intent=INTENT, blocks=(said,) if keyboard is None else (said, keyboard))
