"""Proposed changes: made once, by whom they were shown to, where, and within ten minutes; else a clear sentence."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import get_args

import pytest
from sqlalchemy import delete, select, update

from adapters.clock import FixedClock
from bot.capabilities.ask import Answer, Ask
from bot.capabilities.confirming import Do, propose
from bot.capabilities.refuse import refusal
from bot.conversation.assistant import Assistant
from bot.conversation.confirmation import Confirmations, Decided, Why
from bot.conversation.last_time import LastTime
from bot.conversation.registry import Registry
from bot.conversation.turn import Turn
from bot.conversation.whom_to_ask import WhomToAsk
from bot.main import App
from bot.messages import IncomingMessage, Line, MessageId, Openness, Outcome, Paragraph, PersonId, Place, Reply
from bot.say import LOCALES, Say
from bot.settings import Settings
from bot.store.facts import write_fact
from bot.store.pending import read_pending
from bot.store.tables import audit, fact, pending, turn
from bot.store.turns import last_told
from bot.store.writes import Overtaken
from metrics.store.engine import Database, reading, writing
from metrics.store.whereabouts import Named
from tests.conftest import NOW

PRIVATE = Place(platform="console", conversation="terminal", thread="one", openness=Openness.PRIVATE)
CHANNEL = Place(platform="slack", conversation="C1", thread="one", openness=Openness.PUBLIC)


def offer(ask: Ask) -> Answer:
    """Propose to write down how the question was put."""
    preview = (Paragraph(line=Line(key="help-headline"), strong=True),)
    return propose(ask, action="note", arguments={"text": ask.said}, preview=preview)


@dataclass(slots=True)
class Notes:
    """Writes the note; refuses whoever has lost the right meanwhile."""

    allowed: bool = True
    done: list[Do] = field(default_factory=list)

    def __call__(self, do: Do) -> Answer:
        if not self.allowed:
            return Answer(reply=refusal("note", key="refuse-permission", reason="permission"))
        self.done.append(do)
        reply = Reply(outcome=Outcome.ANSWER, intent="note", blocks=(Paragraph(line=Line(key="try-help")),))
        text = str(do.arguments["text"])
        return Answer(reply=reply, writes=(lambda connection: write_fact(connection, key="note", value=text),))


@dataclass(kw_only=True)
class Desk:
    """A conversation with a bot that can do one thing: note what was said."""

    app: App
    notes: Notes = field(default_factory=Notes)

    def turn(
        self, text: str, *, whom: str = "manager", place: Place = PRIVATE, now: datetime = NOW, pressed: bool = False
    ) -> Turn:
        assistant = Assistant(
            registry=Registry(capabilities={"help": offer}),
            reader=lambda: self.app.understanding,
            person=self.app.person,
            told=lambda place, now: last_told(self.app.engine, place, now=now),
            confirmations=Confirmations(
                pending=lambda token: read_pending(self.app.engine, token), doers={"note": self.notes}
            ),
            last_time=LastTime(recall=lambda _person, _question: None),
            whom_to_ask=WhomToAsk(staff=tuple, places=lambda _where: Named(units=None, touchpoints=None)),
        )
        return assistant.turn(
            IncomingMessage(
                id=MessageId("m"), place=place, sender=PersonId(f"console:{whom}"), text=text, sent_at=now,
                pressed=pressed,
            ),
            now=now,
        )  # fmt: skip

    def say(
        self, text: str, *, whom: str = "manager", place: Place = PRIVATE, now: datetime = NOW, pressed: bool = False
    ) -> Reply:
        turn = self.turn(text, whom=whom, place=place, now=now, pressed=pressed)
        self.app.commit(turn.writes)
        assert turn.reply is not None
        return turn.reply

    @property
    def noted(self) -> str | None:
        with reading(self.app.engine) as connection:
            return connection.execute(select(fact.c.value).where(fact.c.key == "note")).scalar_one_or_none()

    @property
    def audited(self) -> list[tuple[str, str, str]]:
        with reading(self.app.engine) as connection:
            rows = connection.execute(select(audit.c.actor, audit.c.action, audit.c.result).order_by(audit.c.id))
            return [(row.actor, row.action, row.result) for row in rows]


@pytest.fixture(scope="module")
def app(module_store: Database, tmp_path_factory: pytest.TempPathFactory) -> App:
    """Open a home without data or people: in it a role is somebody."""
    return App(settings=Settings(home=tmp_path_factory.mktemp("home")), clock=FixedClock(NOW), engine=module_store)


@pytest.fixture
def desk(app: App) -> Desk:
    with writing(app.engine) as connection:
        for table in (pending, audit, fact, turn):
            connection.execute(delete(table))
    return Desk(app=app)


def button(reply: Reply, at: int = 0) -> str:
    return reply.choices[at].value


def test_a_proposal_changes_nothing_and_offers_yes_and_no(desk: Desk) -> None:
    reply = desk.say("what can you do?")
    assert reply.outcome is Outcome.CONFIRM
    assert [option.value.partition(":")[0] for option in reply.choices] == ["confirm", "cancel"]
    assert all(len(option.value.encode()) <= 64 for option in reply.choices)  # core.telegram.org/bots/api
    assert desk.noted is None


@pytest.mark.parametrize(
    "said",
    ["yes", "Yes!", "1", "[1]", "OK", "confirm", "tak", "Potwierdź", "potwierdz", "是", "确认", "確認", "好的。"],
)
def test_right_after_it_a_word_a_number_or_the_label_confirms(desk: Desk, said: str) -> None:
    desk.say("what can you do?")
    assert desk.say(said).outcome is Outcome.ANSWER
    assert desk.noted == "what can you do?"
    assert len(desk.audited) == 1
    assert desk.audited[0][1:] == ("note", "done")


@pytest.mark.parametrize("said", ["no", "2", "nie", "Anuluj", "取消", "不用了", "cancel."])
def test_no_in_any_language_cancels_and_cannot_be_confirmed_after(desk: Desk, said: str) -> None:
    proposed = desk.say("what can you do?")
    assert desk.say(said).outcome is Outcome.ANSWER
    assert desk.say(button(proposed)).reason == "cancelled"
    assert desk.noted is None


def test_a_button_holds_when_something_else_was_said_meanwhile_but_a_word_does_not(desk: Desk) -> None:
    proposed = desk.say("what can you do?")
    desk.say("What is our NPS this month?")
    desk.say("yes")
    assert desk.noted is None
    assert desk.say(button(proposed), pressed=True).outcome is Outcome.ANSWER
    assert desk.noted == "what can you do?"


def test_the_answer_to_a_button_is_in_the_language_of_the_proposal(desk: Desk) -> None:
    proposed = desk.say("co potrafisz?")
    assert desk.turn(button(proposed), pressed=True).language == "pl"


def test_a_second_click_does_nothing_and_says_so(desk: Desk) -> None:
    proposed = desk.say("what can you do?")
    desk.say(button(proposed), pressed=True)
    again = desk.say(button(proposed), pressed=True)
    assert (again.outcome, again.reason) == (Outcome.REFUSE, "done")
    assert len(desk.notes.done) == 1


def test_two_clicks_at_once_make_one_change(desk: Desk) -> None:
    proposed = desk.say("what can you do?")
    one, two = desk.turn(button(proposed)), desk.turn(button(proposed))
    desk.app.commit(one.writes)
    with pytest.raises(Overtaken):
        desk.app.commit(two.writes)
    assert len(desk.audited) == 1
    assert desk.say(button(proposed)).reason == "done"


@pytest.mark.parametrize("in_words", [True, False])
def test_somebody_else_cannot_confirm_whatever_their_role(desk: Desk, in_words: bool) -> None:
    proposed = desk.say("what can you do?", whom="store_manager", place=CHANNEL)
    reply = desk.say("yes" if in_words else button(proposed), whom="admin", place=CHANNEL)
    assert (reply.outcome, reply.reason) == (Outcome.REFUSE, "permission")
    assert desk.noted is None
    assert desk.audited == [("admin", "note", "not other-person")]
    assert desk.say(button(proposed), whom="store_manager", place=CHANNEL).outcome is Outcome.ANSWER


def test_it_can_be_confirmed_for_ten_minutes_and_not_longer(desk: Desk) -> None:
    proposed = desk.say("what can you do?")
    late = desk.say(button(proposed), now=NOW + timedelta(minutes=10))
    assert (late.outcome, late.reason) == (Outcome.REFUSE, "late")
    assert desk.say(button(proposed), now=NOW + timedelta(minutes=9, seconds=59)).outcome is Outcome.ANSWER


@pytest.mark.parametrize("token", ["0" * 32, "", "x" * 500, "'; DROP TABLE pending; --", "\N{RIGHT-TO-LEFT OVERRIDE}"])
def test_a_forged_button_finds_nothing(desk: Desk, token: str) -> None:
    desk.say("what can you do?")
    reply = desk.say(f"confirm:{token}", pressed=True)
    assert (reply.outcome, reply.reason) == (Outcome.REFUSE, "unknown")


def test_it_is_confirmed_where_it_was_shown_or_in_private(desk: Desk) -> None:
    proposed = desk.say("what can you do?", place=CHANNEL)
    elsewhere = desk.say(button(proposed), place=replace(CHANNEL, conversation="C2"))
    assert elsewhere.reason == "elsewhere"
    assert desk.say(button(proposed), place=PRIVATE).reason == "elsewhere"  # another platform
    message = Place(platform="slack", conversation="D1", thread="two", openness=Openness.PRIVATE)
    assert desk.say(button(proposed), place=message).outcome is Outcome.ANSWER


def test_a_newer_proposal_takes_the_place_of_the_one_before(desk: Desk) -> None:
    first, second = desk.say("what can you do?"), desk.say("help")
    assert desk.say(button(first)).reason == "replaced"
    assert desk.say(button(second)).outcome is Outcome.ANSWER
    assert desk.noted == "help"


def test_arguments_changed_in_the_store_are_not_what_was_confirmed(desk: Desk) -> None:
    proposed = desk.say("what can you do?")
    with writing(desk.app.engine) as connection:
        connection.execute(update(pending).values(arguments={"text": "something else"}))
    assert desk.say(button(proposed)).reason == "unknown"
    assert desk.noted is None


def test_rights_are_asked_for_again_at_the_click(desk: Desk) -> None:
    proposed = desk.say("what can you do?")
    desk.notes.allowed = False
    assert desk.say(button(proposed)).reason == "permission"
    desk.notes.allowed = True
    assert desk.say(button(proposed)).reason == "ended"
    assert [result for _, _, result in desk.audited] == ["refuse", "not ended"]
    assert desk.noted is None


def test_what_no_doer_makes_is_said_to_be_impossible(desk: Desk) -> None:
    proposed = desk.say("what can you do?")
    nobody = Confirmations(pending=lambda token: read_pending(desk.app.engine, token), doers={})
    manager = desk.app.staff.named("manager")
    assert manager is not None
    said = Decided(yes=True, token=button(proposed).removeprefix("confirm:"))
    assert nobody.settle(said, actor=manager, place=PRIVATE, now=NOW).reply.reason == "not_available"


@pytest.mark.parametrize("language", LOCALES)
def test_every_reason_not_to_do_it_is_a_sentence_in_every_language(language: str) -> None:
    for why in get_args(Why):
        assert len(Say(language).text(Line(key=f"confirm-not-{why}"))) > 12
