"""What was chosen once is taken again, said so, and can be changed; it is each person's own."""

from bot.cli.talk import Said, ask, reply_text
from bot.main import App
from bot.messages import Outcome
from tests.conftest import NOW

QUESTION = "CSAT for the Central store"


def say(app: App, text: str, *, thread: str, whom: str = "manager") -> Said:
    return ask(app, text, as_whom=whom, thread=thread, now=NOW)


def test_a_choice_is_taken_again_said_so_and_changed(demo: App) -> None:
    asked = say(demo, QUESTION, thread="one").reply
    assert (asked.outcome, [choice.value for choice in asked.choices]) == (
        Outcome.CLARIFY,
        ["Warszawa Centralna", "Central Park Wrocław"],
    )
    say(demo, "1", thread="one")
    again = say(demo, QUESTION, thread="two")
    assert again.reply.outcome is Outcome.ANSWER
    assert again.reply.slots["scope"] == {"store": "Warszawa Centralna"}
    assert "As last time: Warszawa Centralna." in reply_text(again)
    reopened = say(demo, "change", thread="two").reply
    assert (reopened.outcome, [choice.value for choice in reopened.choices]) == (
        Outcome.CLARIFY,
        ["Warszawa Centralna", "Central Park Wrocław"],
    )
    say(demo, "Central Park Wrocław", thread="two")
    assert say(demo, QUESTION, thread="three").reply.slots["scope"] == {"store": "Central Park Wrocław"}


def test_a_choice_is_nobody_elses(demo: App) -> None:
    say(demo, QUESTION, thread="one")
    say(demo, "1", thread="one")
    assert say(demo, QUESTION, thread="two", whom="analyst").reply.outcome is Outcome.CLARIFY


def test_a_question_that_was_answered_otherwise_is_not_a_choice(demo: App) -> None:
    say(demo, QUESTION, thread="one")
    say(demo, "NPS this month", thread="one")
    assert say(demo, QUESTION, thread="two").reply.outcome is Outcome.CLARIFY
