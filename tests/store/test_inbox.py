"""What every inbox and outbox must do, shown on the stored ones."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.messages import IncomingMessage, Line, MessageId, Outcome, Paragraph, PersonId, Place, Reply
from bot.store.exchange import Exchange
from bot.store.inbox import LeaseLost, StoredInbox
from bot.store.outbox import StoredOutbox, ToSay
from metrics.store.engine import Database, writing

MIGRATIONS = Path(__file__).parents[2] / "bot" / "store" / "migrations"
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
LEASE = timedelta(seconds=9)
HELLO = Reply(outcome=Outcome.ANSWER, intent="help", blocks=(Paragraph(line=Line(key="quote", args={"text": "hi"})),))


@dataclass
class Watch:
    """A clock that is moved by hand."""

    at: datetime = NOON

    def now(self) -> datetime:
        return self.at

    def later(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@dataclass
class Office:
    """A database with its inbox, outbox and clock."""

    database: Database
    watch: Watch = field(default_factory=Watch)

    def __post_init__(self) -> None:
        self.inbox = StoredInbox(self.database, clock=self.watch)
        self.outbox = StoredOutbox(self.database, clock=self.watch)
        self.exchange = Exchange(self.database, inbox=self.inbox, outbox=self.outbox)

    def put(self, key: str, *, conversation: str = "C1", not_before: datetime | None = None) -> None:
        saying = ToSay(
            key=key,
            platform="slack",
            conversation=conversation,
            thread=None,
            recipient=None,
            language="en",
            reply=HELLO,
        )
        with writing(self.database) as connection:
            self.outbox.put(connection, saying, not_before=not_before)

    def due(self) -> str | None:
        claimed = self.outbox.claim(platform="slack", worker="s", lease=LEASE)
        return None if claimed is None else claimed.key


@pytest.fixture
def office(store: Database) -> Office:
    return Office(store)


def message(number: int, *, conversation: str = "C1") -> IncomingMessage:
    return IncomingMessage(
        id=MessageId(f"m{number}"),
        place=Place(platform="slack", conversation=conversation, thread="t"),
        sender=PersonId("slack:U1"),
        text=f"question {number}",
        sent_at=NOON,
    )


async def test_a_message_told_twice_is_one_message(office: Office) -> None:
    await office.inbox.keep(message(1))
    await office.inbox.keep(message(1))
    assert office.inbox.unfinished() == 1


async def test_many_messages_kept_at_once_are_all_there(office: Office) -> None:
    await asyncio.gather(*(office.inbox.keep(message(number)) for number in range(200)))
    assert office.inbox.unfinished() == 200


async def test_whoever_waits_hears_that_a_message_could_not_be_kept(office: Office) -> None:
    with writing(office.database) as connection:
        connection.exec_driver_sql("DROP TABLE inbox")
    results = await asyncio.gather(*(office.inbox.keep(message(n)) for n in range(3)), return_exceptions=True)
    assert all(isinstance(result, Exception) for result in results)


async def test_one_conversation_is_answered_in_order_and_one_at_a_time(office: Office) -> None:
    for number in (1, 2):
        await office.inbox.keep(message(number))
    first = office.inbox.claim(worker="a", lease=LEASE)
    assert first is not None
    assert first.message == message(1)
    assert office.inbox.claim(worker="b", lease=LEASE) is None
    office.exchange.settle(first, writes=(), reply=None, language="en", timezone="UTC", recipient=None)
    second = office.inbox.claim(worker="b", lease=LEASE)
    assert second is not None
    assert second.message == message(2)


async def test_two_conversations_are_answered_side_by_side(office: Office) -> None:
    await office.inbox.keep(message(1, conversation="C1"))
    await office.inbox.keep(message(2, conversation="C2"))
    assert office.inbox.claim(worker="a", lease=LEASE) is not None
    assert office.inbox.claim(worker="b", lease=LEASE) is not None


async def test_a_dead_workers_message_is_taken_over_and_the_dead_cannot_end_it(office: Office) -> None:
    await office.inbox.keep(message(1))
    lost = office.inbox.claim(worker="a", lease=LEASE)
    assert lost is not None
    office.watch.later(10)
    taken = office.inbox.claim(worker="b", lease=LEASE)
    assert taken is not None
    assert taken.attempt == 2
    with pytest.raises(LeaseLost):
        office.exchange.settle(lost, writes=(), reply=HELLO, language="en", timezone="UTC", recipient=None)
    assert office.outbox.unsent() == 0


async def test_a_worker_that_holds_on_is_not_taken_over(office: Office) -> None:
    await office.inbox.keep(message(1))
    claimed = office.inbox.claim(worker="a", lease=LEASE)
    assert claimed is not None
    office.watch.later(8)
    office.inbox.extend(claimed, lease=LEASE)
    office.watch.later(8)
    assert office.inbox.claim(worker="b", lease=LEASE) is None


async def test_a_write_that_fails_leaves_the_message_unanswered(office: Office) -> None:
    await office.inbox.keep(message(1))
    claimed = office.inbox.claim(worker="a", lease=LEASE)
    assert claimed is not None

    def fail(_connection: object) -> None:
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        office.exchange.settle(claimed, writes=(fail,), reply=HELLO, language="en", timezone="UTC", recipient=None)
    assert office.inbox.unfinished() == 1
    assert office.outbox.unsent() == 0


def test_the_same_key_is_said_once(office: Office) -> None:
    office.put("answer:1")
    office.put("answer:1")
    assert office.due() == "answer:1"
    office.watch.later(0.1)
    assert office.due() is None


def test_a_message_put_off_holds_up_its_own_conversation_only(office: Office) -> None:
    office.put("first", conversation="C1")
    office.put("second", conversation="C1")
    claimed = office.outbox.claim(platform="slack", worker="s", lease=LEASE)
    assert claimed is not None
    office.outbox.retry(claimed, not_before=NOON + timedelta(seconds=30), error="ratelimited")
    office.put("other", conversation="C2")
    assert office.due() == "other"
    assert office.due() is None
    office.watch.later(31)
    assert office.due() == "first"


def test_what_is_to_be_said_tomorrow_holds_up_nothing_today(office: Office) -> None:
    office.put("tomorrow", not_before=NOON + timedelta(days=1))
    office.put("today")
    assert office.due() == "today"


def test_a_dead_senders_message_is_taken_over_and_known_as_a_second_attempt(office: Office) -> None:
    office.put("answer:1")
    lost = office.outbox.claim(platform="slack", worker="s", lease=LEASE)
    office.watch.later(10)
    taken = office.outbox.claim(platform="slack", worker="t", lease=LEASE)
    assert lost is not None
    assert taken is not None
    assert taken.attempt == 2
    with pytest.raises(LeaseLost):
        office.outbox.sent(lost, sent_as="1.2")
    office.outbox.sent(taken, sent_as="1.2")
    assert office.outbox.unsent() == 0
