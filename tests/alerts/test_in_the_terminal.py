"""Bad feedback arrives, and whoever opens the terminal is told of it, in their language, once."""

import re

import pytest

from bot.cli.talk import ask, reply_text, waiting
from bot.main import App
from bot.store.reach import want_alerts
from knowledge.redaction import PatternRedactor
from metrics.records import FeedbackRecord, ScoreRecord
from metrics.store import directory
from metrics.store.engine import writing
from metrics.store.writer import Writer

FURIOUS = "Terrible! My parcel is lost, I want a refund and I will call my lawyer."


def complain(app: App, *, touchpoint: str, number: int = 1) -> None:
    with writing(app.engine) as connection:
        where, _ = directory.touchpoint(connection, name=touchpoint)
        record = FeedbackRecord(
            source_id=directory.known_source(connection, name="survey", kind="feedback", timezone="UTC"),
            external_id=f"angry-{number}",
            kind="survey",
            given_at=app.clock.now(),
            timezone="Europe/Warsaw",
            touchpoint_id=where,
            text=FURIOUS,
            language="en",
            scores=(ScoreRecord(instrument="csat", value=1, scale_min=1, scale_max=5),),
        )
        Writer(connection, redactor=PatternRedactor()).feedback([record])


def lines(text: str) -> list[str]:
    """Give a message's lines, without the numbers of records and the instants."""
    return [re.sub(r"\d{2,}", "N", line.strip()) for line in text.splitlines()]


@pytest.mark.parametrize(
    ("touchpoint", "whom", "headline", "case"),
    [
        ("lounge", "manager", "A customer needs someone now: lounge.", "Case N is open."),
        ("wypożyczalnia", "marta.nowak", "Klient potrzebuje kogoś teraz: wypożyczalnia.", "Sprawa N jest otwarta."),
        ("休息室", "li.na", "有 1 位客户现在就需要有人处理：休息室。", "已建立工单 N。"),
    ],
)
def test_the_terminal_tells_of_a_furious_customer_once(
    demo: App, touchpoint: str, whom: str, headline: str, case: str
) -> None:
    owner = demo.staff.named(whom)
    assert owner is not None
    with writing(demo.engine) as connection:
        directory.touchpoint(connection, name=touchpoint, owner=owner.name)
    complain(demo, touchpoint=touchpoint)
    (told,) = waiting(demo, as_whom=whom, thread="t")
    assert lines(told)[0] == headline
    assert case in lines(told)
    assert waiting(demo, as_whom=whom, thread="t") == ()


def test_in_the_thread_it_is_explained_and_called_no_issue(demo: App) -> None:
    boss = demo.staff.named("manager")
    assert boss is not None
    with writing(demo.engine) as connection:
        directory.touchpoint(connection, name="lounge", owner=boss.name)
        want_alerts(connection, person_key=boss.key, quiet_from=0, quiet_to=0, budget=5)
    complain(demo, touchpoint="lounge")
    waiting(demo, as_whom="manager", thread="t")
    why = reply_text(ask(demo, "why did I get this?", as_whom="manager", thread="t"))
    assert "one of the lowest scores" in why
    assert FURIOUS in why
    said = reply_text(ask(demo, "not an issue", as_whom="manager", thread="t"))
    assert said.startswith("Noted: not an issue.")
