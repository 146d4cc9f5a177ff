from datetime import UTC, datetime, timedelta

import pytest

from adapters.clock import FixedClock
from bot.messages import Line, Openness, Outcome, Paragraph, Place, Reply
from bot.people import Role
from bot.store.notify import Notices, notify
from bot.store.outbox import StoredOutbox
from bot.store.people import NewPerson, add_people
from bot.store.turns import last_told
from metrics.store.engine import Database, writing

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
TERMINAL = Place(platform="console", conversation="terminal", thread="t", openness=Openness.PRIVATE)
HELLO = Reply(
    outcome=Outcome.ANSWER,
    intent="alert",
    blocks=(Paragraph(line=Line(key="prompt-hello", args={"name": "Ola"})),),
    records=("alert:1",),
)


@pytest.fixture
def staffed(store: Database) -> Database:
    with writing(store) as connection:
        add_people(
            connection,
            [
                NewPerson(key="ola", name="Ola", role=Role.MANAGER, language="pl", handles=("telegram:7", "slack:U7")),
                NewPerson(key="jan", name="Jan", role=Role.MANAGER),
            ],
        )
    return store


def tell(store: Database, *, to: str, key: str = "alert:1", at: datetime = NOON) -> None:
    with writing(store) as connection:
        notify(connection, person_key=to, key=key, reply=HELLO, at=at)


def test_a_person_is_told_where_slack_knows_them_and_once(staffed: Database) -> None:
    tell(staffed, to="ola")
    tell(staffed, to="ola")
    outbox = StoredOutbox(staffed, clock=FixedClock(NOON))
    message = outbox.claim(platform="slack", worker="a", lease=timedelta(seconds=9))
    assert message is not None
    assert (message.recipient, message.language, message.reply) == ("slack:U7", "pl", HELLO)
    assert outbox.claim(platform="slack", worker="a", lease=timedelta(seconds=9)) is None
    outbox.sent(message, sent_as="D7:171.5")
    assert outbox.unsent() == 0
    there = Place(platform="slack", conversation="D7", thread="D7", openness=Openness.PRIVATE)
    under = Place(platform="slack", conversation="D7", thread="171.5", openness=Openness.PRIVATE)
    for place in (there, under):
        assert [told.reply.records for told in last_told(staffed, place, now=NOON)] == [("alert:1",)]


def test_the_terminal_shows_what_waits_once_and_remembers_it(staffed: Database) -> None:
    tell(staffed, to="jan")
    tell(staffed, to="jan", key="alert:2", at=NOON + timedelta(hours=9))
    notices = Notices(staffed)
    assert [one.reply for one in notices.take("jan", place=TERMINAL, now=NOON)] == [HELLO]
    assert notices.take("jan", place=TERMINAL, now=NOON) == ()
    assert [told.reply.records for told in last_told(staffed, TERMINAL, now=NOON)] == [("alert:1",)]
    assert StoredOutbox(staffed, clock=FixedClock(NOON + timedelta(days=1))).unsent() == 0


def test_what_waits_for_somebody_else_is_not_shown(staffed: Database) -> None:
    tell(staffed, to="ola")
    assert Notices(staffed).take("jan", place=TERMINAL, now=NOON) == ()
    assert len(Notices(staffed).take("ola", place=TERMINAL, now=NOON)) == 1
