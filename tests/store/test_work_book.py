from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import select

from adapters.clock import FixedClock
from bot.messages import IncomingMessage, Line, MessageId, Outcome, Paragraph, PersonId, Place, Reply
from bot.store.commit import commit
from bot.store.exchange import Exchange
from bot.store.inbox import Claimed, LeaseLost, StoredInbox
from bot.store.outbox import StoredOutbox
from bot.store.tables import outbox
from bot.store.timers import StoredTimers, Timer, set_timer
from bot.store.work_book import WorkBook
from metrics.store.engine import Database, reading

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
LEASE = timedelta(seconds=9)
CLOCK = FixedClock(NOON)
OPEN = ("waiting", "claimed", "dead")


def claim(store: Database) -> Timer | None:
    return StoredTimers(store, clock=CLOCK).claim(kinds=("case_due",), worker="a", lease=LEASE, now=NOON)


def claimed(store: Database) -> Timer:
    held = claim(store)
    assert held is not None
    return held


def dead_timer(store: Database) -> None:
    commit(store, [partial(set_timer, key="case:318", kind="case_due", due_at=NOON, payload={"case": 318})])
    StoredTimers(store, clock=CLOCK).bury(claimed(store), error="ValueError")


async def keep(inbox: StoredInbox) -> Claimed:
    await inbox.keep(
        IncomingMessage(
            id=MessageId("slack:1"),
            sender=PersonId("slack:U1"),
            place=Place(platform="slack", conversation="C1", thread="1"),
            text="What is our NPS?",
            sent_at=NOON,
        )
    )
    found = inbox.claim(worker="a", lease=LEASE)
    assert found is not None
    return found


def reply(key: str) -> Reply:
    return Reply(outcome=Outcome.ANSWER, intent="help", blocks=(Paragraph(line=Line(key=key)),))


def test_what_gave_up_is_listed_with_its_reason(store: Database) -> None:
    dead_timer(store)
    book = WorkBook(store)
    (work,) = book.listed(states=OPEN, kind=None, limit=9)
    assert (work.id, work.kind, work.state, work.error) == ("case:318", "case_due", "dead", "ValueError")
    assert (work.details, work.attempts, book.dead()) == ({"case": 318}, 1, 1)
    assert book.listed(states=("waiting",), kind=None, limit=9) == ()
    assert book.listed(states=OPEN, kind="digest", limit=9) == ()


def test_a_dead_timer_is_retried_as_if_it_had_never_failed(store: Database) -> None:
    dead_timer(store)
    assert WorkBook(store).retry("case:318", now=NOON)
    assert claimed(store).attempt == 1


def test_a_cancelled_timer_is_lost_to_whoever_handles_it(store: Database) -> None:
    dead_timer(store)
    book = WorkBook(store)
    book.retry("case:318", now=NOON)
    held = claimed(store)
    assert book.drop("case:318")
    with pytest.raises(LeaseLost):
        StoredTimers(store, clock=CLOCK).finish(held, writes=())
    assert claim(store) is None
    assert not book.drop("case:318")


def test_work_that_is_not_there_or_done_is_neither_retried_nor_dropped(store: Database) -> None:
    dead_timer(store)
    book = WorkBook(store)
    book.retry("case:318", now=NOON)
    StoredTimers(store, clock=CLOCK).finish(claimed(store), writes=())
    for name in ("case:318", "case:999", "inbox:7", "outbox:7", "inbox:x"):
        assert not book.retry(name, now=NOON)
        assert not book.drop(name)


async def test_a_message_that_gave_up_is_answered_anew(store: Database) -> None:
    inbox, sent = StoredInbox(store, clock=CLOCK), StoredOutbox(store, clock=CLOCK)
    exchange, book = Exchange(store, inbox=inbox, outbox=sent), WorkBook(store)
    message = await keep(inbox)
    exchange.give_up(message, error="KeyError", reply=reply("gave-up"), language="en")
    name = f"inbox:{message.id}"
    assert [(work.id, work.error) for work in book.listed(states=OPEN, kind=None, limit=9)] == [(name, "KeyError")]
    assert book.retry(name, now=NOON)
    again = inbox.claim(worker="b", lease=LEASE)
    assert again is not None
    exchange.settle(again, writes=(), reply=reply("help-title"), language="en", timezone="UTC", recipient=None)
    with reading(store) as connection:
        bodies = connection.execute(select(outbox.c.body).order_by(outbox.c.id)).scalars()
        keys = [body["reply"]["blocks"][0]["line"]["key"] for body in bodies]
    assert keys == ["gave-up", "help-title"]


async def test_an_answer_that_could_not_be_sent_is_sent_again_or_dropped(store: Database) -> None:
    inbox, sent = StoredInbox(store, clock=CLOCK), StoredOutbox(store, clock=CLOCK)
    message = await keep(inbox)
    exchange, book = Exchange(store, inbox=inbox, outbox=sent), WorkBook(store)
    exchange.settle(message, writes=(), reply=reply("help-title"), language="en", timezone="UTC", recipient=None)

    def fail() -> str:
        going = sent.claim(platform="slack", worker="a", lease=LEASE)
        assert going is not None
        sent.dead(going, error="channel_not_found")
        return f"outbox:{going.id}"

    assert book.retry(fail(), now=NOON)
    name = fail()
    found = book.find(name)
    assert found is not None
    assert (found.error, found.details) == ("channel_not_found", {"conversation": "C1"})
    assert book.drop(name)
    assert (book.dead(), sent.unsent()) == (0, 0)
    assert not book.retry(name, now=NOON)
