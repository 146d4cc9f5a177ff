"""Asks every question of a file in a throw-away demo company and counts how often it was understood."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.bench.judging import Judgement, judge
from bot.bench.question_rows import Question, thread_of
from bot.main import App
from bot.messages import IncomingMessage, Json, MessageId, Openness, PersonId, Place, Reply
from metrics.errors import UnknownPeriod
from metrics.figures import Days
from metrics.period_words import parse_period
from metrics.scores.intervals import wilson

USUAL_NOW = "2026-11-20T12:00+01:00"
WARSAW = ZoneInfo("Europe/Warsaw")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A figure of the evaluation: a share 0-1 with its 95 % interval, of `n`."""

    name: str
    value: float
    low: float
    high: float
    n: int


def ask_all(app: App, questions: Sequence[Question], *, now: datetime) -> list[Judgement]:
    """Ask each question at the end of its thread and judge the reply."""
    periods = _Periods(app, today=now.astimezone(WARSAW).date())
    return [
        judge(one, _ask(app, thread_of(one, list(questions)), now=now), days_of=periods.days_of) for one in questions
    ]


def _ask(app: App, thread: Sequence[Question], *, now: datetime) -> Reply:
    """Say a whole thread anew, so that one question's turn is not another's memory; give the last reply."""
    name = "eval:" + thread[-1].id
    reply: Reply | None = None
    for place, question in enumerate(thread):
        message = IncomingMessage(
            id=MessageId(f"console:{name}:{place}"),
            place=Place(platform="console", conversation="eval", thread=name, openness=Openness.PRIVATE),
            sender=PersonId(f"console:{question.role}"),
            text=question.text,
            sent_at=now,
        )
        turn = app.assistant.turn(message, now=now)
        app.commit(turn.writes)
        reply = turn.reply
    if reply is None:
        raise RuntimeError("the terminal always gets a reply")
    return reply


class _Periods:
    """Gives the days that a period names, so that two names of the same days are one period."""

    def __init__(self, app: App, *, today: date) -> None:
        self._event = app.sources.event_day
        self._today = today

    def days_of(self, value: Json) -> Json:
        """Give first and last day, or the value itself where it names no days."""
        if value == "all" or (isinstance(value, dict) and "since_event" in value):
            return value
        try:
            days: Days = parse_period(value, today=self._today, named_events=self._event).days
        except UnknownPeriod:
            return value
        return [days.first.isoformat(), days.end.isoformat()]


def shares(judgements: Sequence[Judgement]) -> list[Share]:
    """Count the figures: intents first, then slots, questions back and wrong answers, and intents per language."""
    answerable = [one for one in judgements if one.question.answerable]
    languages = sorted({one.question.language for one in judgements})
    found = [
        _share("intents", (one.right for one in judgements)),
        _counted("slots.precision", sum(one.hits for one in judgements), sum(one.found for one in judgements)),
        _counted("slots.recall", sum(one.hits for one in judgements), sum(one.expected for one in judgements)),
        _share("confidently_wrong", (one.confidently_wrong for one in judgements)),
        _share("offered", (one.offered for one in judgements)),
        _share("asked_back", (one.asked_back for one in answerable)),
        _share("clarify", (one.right for one in judgements if one.question.intent == "clarify")),
        _share("refuse", (one.right for one in judgements if one.question.intent == "refuse")),
    ]
    found += [
        _share(f"intents.{code}", (one.right for one in judgements if one.question.language == code))
        for code in languages
    ]
    found += [
        _counted(f"confusion.{expected}.{got}", count, sum(row.values()))
        for expected, row in confusion(judgements).items()
        for got, count in row.items()
    ]
    return [share for share in found if share is not None]


def confusion(judgements: Sequence[Judgement]) -> dict[str, Counter[str]]:
    """Count what became of questions to be answered, asked back about and refused."""
    table: dict[str, Counter[str]] = {"answer": Counter(), "clarify": Counter(), "refuse": Counter()}
    done = {"clarify": "clarify", "refuse": "refuse"}
    for one in judgements:
        expected = done.get(one.question.intent, "answer")
        table[expected][done.get(one.reply.outcome.value, "answer")] += 1
    return table


def _share(name: str, outcomes: Iterable[bool]) -> Share | None:
    listed = list(outcomes)
    return _counted(name, sum(listed), len(listed))


def _counted(name: str, hits: int, n: int) -> Share | None:
    if n == 0:
        return None
    interval = wilson(hits, n)
    return Share(name=name, value=hits / n, low=interval.low, high=interval.high, n=n)


def demo_home(folder: Path) -> dict[str, str]:
    """Name the environment of a throw-away home."""
    return {"CXBOT_HOME": str(folder)}
