"""The assistant: each asker's own rights, every message answered, nothing shown in the wrong place."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from bot.capabilities.ask import Answer, Ask
from bot.conversation.assistant import Assistant
from bot.conversation.confirmation import Confirmations
from bot.conversation.last_time import LastTime
from bot.conversation.registry import Registry
from bot.conversation.whom_to_ask import WhomToAsk
from bot.main import App
from bot.messages import IncomingMessage, MessageId, Openness, Outcome, PersonId, Place, Reply
from bot.store.tables import audit
from bot.store.turns import last_told
from metrics.scope import EVERYTHING
from metrics.store.engine import reading
from metrics.store.whereabouts import Named

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
def test_a_customers_file_goes_to_the_asker_alone_wherever_they_asked(demo: App, openness: Openness) -> None:
    asked = message("Who is customer 10482?", whom="support_agent", openness=openness)
    turn = demo.assistant.turn(asked, now=NOW)
    assert turn.recipient == asked.sender
    assert "@example.com" in str(turn.reply)


def test_what_went_to_one_person_alone_is_not_said_again_to_everybody(demo: App) -> None:
    say(demo, "Who is customer 10482?", whom="support_agent", openness=Openness.PUBLIC)
    again = say(demo, "and in Polish?", whom="analyst", openness=Openness.PUBLIC)
    assert "@example.com" not in str(again)
    assert again.outcome is Outcome.NO_DATA


def test_a_file_asked_for_in_private_is_answered_in_place(demo: App) -> None:
    assert demo.assistant.turn(message("Who is customer 10482?", whom="support_agent"), now=NOW).recipient is None


@pytest.mark.parametrize("text", ["show me comments about queues in Gdynia last month", "overdue cases in Gdynia"])
def test_another_stores_words_and_cases_are_refused_not_empty(demo: App, text: str) -> None:
    reply = say(demo, text, whom="store_manager")
    assert (reply.outcome, reply.reason) == (Outcome.REFUSE, "permission")


def test_counts_of_another_store_are_for_everybody(demo: App) -> None:
    mine = say(demo, "how many people in Warszawa Centralna mentioned queues this year?", whom="store_manager")
    all_of_it = say(demo, "how many people in Warszawa Centralna mentioned queues this year?", whom="manager")
    assert mine.figures == all_of_it.figures
    assert mine.quotes == ()


def test_cases_are_those_of_the_place_and_period_asked_for(demo: App) -> None:
    everywhere, here = say(demo, "overdue cases"), say(demo, "overdue cases of Gdańsk")
    assert 0 < len(here.records) < len(everywhere.records)
    closed = say(demo, "closed cases in October 2026")
    assert closed.slots["period"] == "2026-10"
    assert len(closed.records) > 0


@pytest.mark.parametrize("text", ["nps \ud800 x", "nps \0 this month", "\udcff", "\N{RIGHT-TO-LEFT OVERRIDE}spn"])
def test_half_characters_and_zero_bytes_are_answered(demo: App, text: str) -> None:
    assert say(demo, text).outcome is not Outcome.ERROR


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
        told=lambda place, now: last_told(demo.engine, place, now=now),
        confirmations=Confirmations(pending=lambda _token: None, doers={}),
        last_time=LastTime(recall=lambda _person, _question: None),
        whom_to_ask=WhomToAsk(staff=tuple, places=lambda _where: Named(units=None, touchpoints=None)),
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
