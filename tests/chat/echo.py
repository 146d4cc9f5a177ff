"""An assistant that says back what it heard, and the loops that run it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from adapters.chat.deliver import deliver
from adapters.clock import SystemClock
from bot.conversation.process import Desk, work
from bot.conversation.turn import Assistant, Turn
from bot.main import MIGRATIONS
from bot.messages import Choice, Choices, IncomingMessage, Line, Outcome, Paragraph, Quote, Reply
from bot.ports import Chat
from bot.store.exchange import Exchange
from bot.store.inbox import StoredInbox
from bot.store.outbox import StoredOutbox
from metrics.store.engine import open_engine, sqlite_url
from metrics.store.migrate import upgrade


class Echo:
    """Says back what it heard, and offers to say more."""

    def turn(self, message: IncomingMessage, *, now: datetime) -> Turn:
        said = Paragraph(line=Line(key="quote", args={"text": message.text}), strong=True)
        more = Choices(options=(Choice(label="Poznań", value="store:poznan"),))
        return Turn(reply=Reply(outcome=Outcome.ANSWER, intent="echo", blocks=(said, more)))


class Talkative:
    """Answers at such length that a platform needs several messages."""

    def turn(self, message: IncomingMessage, *, now: datetime) -> Turn:
        words = " ".join(f"word{number}" for number in range(1_200))
        said = Quote(feedback_id="1", text=words, language="en", given_at=now)
        return Turn(reply=Reply(outcome=Outcome.ANSWER, intent="echo", blocks=(said,)))


@dataclass
class Stubborn:
    """Fails a number of times before it answers."""

    failures: int
    echo: Echo = field(default_factory=Echo)

    def turn(self, message: IncomingMessage, *, now: datetime) -> Turn:
        if self.failures:
            self.failures -= 1
            raise RuntimeError("cannot think now")
        return self.echo.turn(message, now=now)


@dataclass
class Home:
    """A database with an inbox and an outbox, and a way to run the loops over them."""

    engine: Engine
    clock: SystemClock = field(default_factory=SystemClock)

    def __post_init__(self) -> None:
        self.inbox = StoredInbox(self.engine, clock=self.clock)
        self.outbox = StoredOutbox(self.engine, clock=self.clock)

    @asynccontextmanager
    async def running(self, chat: Chat, *, assistant: Assistant) -> AsyncIterator[None]:
        """Run two workers and a sender meanwhile."""
        stop = asyncio.Event()
        with ThreadPoolExecutor(2) as threads:
            exchange = Exchange(self.engine, inbox=self.inbox, outbox=self.outbox)
            desk = Desk(inbox=self.inbox, exchange=exchange, assistant=assistant, clock=self.clock, threads=threads)
            async with asyncio.TaskGroup() as tasks:
                for name in ("a", "b"):
                    tasks.create_task(work(desk, worker=name, stop=stop))
                tasks.create_task(
                    deliver(chat, outbox=self.outbox, bell=self.inbox.bell, clock=self.clock, worker="s", stop=stop)
                )
                try:
                    yield
                finally:
                    stop.set()
                    self.inbox.bell.ring()


def new_home(path: Path) -> Home:
    """Make an empty home at `path`."""
    engine = open_engine(sqlite_url(path / "cxbot.db"))
    upgrade(engine, folders=MIGRATIONS)
    return Home(engine=engine)


async def until(happened: Callable[[], object], *, within_s: float = 15) -> None:
    """Wait until something has happened; raises TimeoutError."""
    async with asyncio.timeout(within_s):
        while not happened():  # noqa: ASYNC110 what is waited for is in another party
            await asyncio.sleep(0.01)
