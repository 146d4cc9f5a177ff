"""The assistant: each asker's own rights, every message answered, nothing shown in the wrong place."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from bot.capabilities.ask import Answer, Ask
from bot.conversation.assistant import Assistant
from bot.conversation.registry import Registry
from bot.main import App
from bot.messages import IncomingMessage, MessageId, Openness, Outcome, PersonId, Place, Reply
from bot.store.tables import audit
from bot.store.turns import last_replies
from metrics.scope import EVERYTHING
from metrics.store.engine import reading

NOW = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)


def message(text: str, *, whom: str = "manager", openness: Openness = Openness.PRIVATE) -> IncomingMessage:
    place = Place(platform="console", conversation="test", thread="one", openness=openness)
    return IncomingMessage(
        id=MessageId(f"m:{text}"), place=place, sender=PersonId(f"console:{whom}"), text=text, sent_at=NOW
    )


def say(app: App, text: str, *, whom: str = "manager", openness: Openness = Openness.PRIVATE) -> Reply:
    turn = app.assistant.turn(message(text, whom=whom, openness=openness), now=NOW)
    app.commit(turn.writes)
    assert turn.reply is not None
    return turn.reply


def test_a_colleague_may_follow_up_in_the_thread_with_their_own_rights(demo: App) -> None:
    say(demo, "show me the worst comments this month")
    reply = say(demo, "and last month?", whom="store_manager")
    assert reply.intent == "feedback_search"
    assert reply.limited_to == ("Gdańsk",)


def test_a_store_manager_sees_no_comment_of_another_store(demo: App) -> None:
    reply = say(demo, "show me the worst comments of the last 90 days", whom="store_manager")
    manager = demo.staff.named("store_manager")
    assert manager is not None
    assert reply.quotes
    rows = demo.feedback.get([int(quote.feedback_id) for quote in reply.quotes], within=EVERYTHING)
    assert {row.unit for row in rows} == {"Gdańsk"}


@pytest.mark.parametrize("openness", [Openness.PUBLIC, Openness.SHARED])
def test_a_customers_name_is_shown_in_private_only(demo: App, openness: Openness) -> None:
    private = str(say(demo, "Who is customer 10482?", whom="support_agent"))
    shared = str(say(demo, "Who is customer 10482?", whom="support_agent", openness=openness))
    assert "@example.com" in private
    assert "@example.com" not in shared


def test_reading_a_customers_file_is_audited(demo: App) -> None:
    say(demo, "Who is customer 10482?", whom="support_agent")
    with reading(demo.engine) as connection:
        rows = connection.execute(select(audit.c.action, audit.c.object)).all()
        count = connection.scalar(select(func.count()).select_from(audit))
    assert (count, rows[0].action, rows[0].object) == (1, "read_customer", "customer:10482")


def test_an_analyst_is_refused_a_customer_and_told_so(demo: App) -> None:
    reply = say(demo, "Who is customer 10482?", whom="analyst")
    assert (reply.outcome, reply.reason) == (Outcome.REFUSE, "permission")


def test_a_stranger_is_told_how_to_become_known(demo: App) -> None:
    stranger = replace(message("NPS this month?"), sender=PersonId("slack:U0"))
    turn = demo.assistant.turn(stranger, now=NOW)
    assert turn.reply is not None
    assert (turn.reply.outcome, turn.recipient) == (Outcome.REFUSE, "slack:U0")


def test_a_failure_of_ours_is_an_incident_and_never_an_exception(demo: App) -> None:
    def broken(ask: Ask) -> Answer:
        raise RuntimeError("the disk is on fire")

    assistant = Assistant(
        registry=Registry(capabilities={"help": broken}),
        reader=lambda: demo.understanding,
        person=demo.person,
        replies=lambda place, now: last_replies(demo.engine, place, now=now),
    )
    turn = assistant.turn(message("what can you do?"), now=NOW)
    assert turn.reply is not None
    assert turn.reply.outcome is Outcome.ERROR
    assert "fire" not in str(turn.reply)


def test_saying_it_again_in_another_language_keeps_the_figures(demo: App) -> None:
    first = say(demo, "What is our NPS this month?")
    turn = demo.assistant.turn(message("and in Polish?"), now=NOW)
    assert turn.reply is not None
    assert turn.language == "pl"
    assert turn.reply.figures == first.figures


def test_an_empty_home_says_what_to_do(empty: App) -> None:
    reply = say(empty, "What is our NPS this month?", whom="admin")
    assert (reply.outcome, reply.reason) == (Outcome.NO_DATA, "no_data")
