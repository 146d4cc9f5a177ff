"""How long it takes from feedback committed to its alert in the outbox, and to its message being sent."""

import asyncio
import tempfile
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from adapters.chat.deliver import deliver
from adapters.clock import SystemClock
from bot.bench.measured import Measured
from bot.jobs.alerting import watch_feedback
from bot.main import App, open_app
from bot.people import Role
from bot.ports import Outgoing
from bot.settings import Settings
from bot.store.bell import Bell
from bot.store.outbox import StoredOutbox
from bot.store.people import NewPerson, add_people
from knowledge.redaction import PatternRedactor
from metrics.records import FeedbackRecord, ScoreRecord
from metrics.store import directory
from metrics.store.engine import writing
from metrics.store.writer import Writer

TEXT = "Terrible! The parcel is lost, I want a refund and I will call my lawyer."
LONGEST_S = 10.0
QUANTILES = (0.5, 0.99)


@dataclass(slots=True, kw_only=True)
class _Chat:
    """A platform that takes every message at once, and notes when."""

    platform: str = "slack"
    sent: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, message: Outgoing) -> str:
        """Take it."""
        self.sent.set()
        return f"D1:{message.id}"


def measure(*, rows: int = 200) -> tuple[Measured, ...]:
    """Commit feedback of `rows` customers one after another, each about a touchpoint of its own; give p50 and p99."""
    with tempfile.TemporaryDirectory() as home:
        app = open_app(Settings(home=Path(home)))
        try:
            kept_ms, sent_ms = asyncio.run(_run(app, rows))
        finally:
            app.close()
    return tuple(
        Measured(name=f"{name}.p{100 * quantile:.0f}_ms", value=_quantile(values, quantile), unit="ms")
        for name, values in (("outbox", kept_ms), ("sent", sent_ms))
        for quantile in QUANTILES
    )


async def _run(app: App, rows: int) -> tuple[list[float], list[float]]:
    clock, bell, stop, chat = SystemClock(), Bell(), asyncio.Event(), _Chat()
    loop = asyncio.get_running_loop()
    looked = asyncio.Event()

    def look(*, now: datetime) -> bool:
        there_was = app.watch.look(now=now)
        if there_was:
            loop.call_soon_threadsafe(looked.set)
        return there_was

    outbox = StoredOutbox(app.engine, clock=clock)
    source = _people_and_source(app)
    kept_ms, sent_ms = [], []
    app.watch.look(now=clock.now())  # whatever is loaded at the first use is loaded
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(watch_feedback(look, clock=clock, bell=bell, stop=stop))
        tasks.create_task(deliver(chat, outbox=outbox, bell=bell, clock=clock, worker="bench", stop=stop))
        for number in range(rows):
            looked.clear()
            chat.sent.clear()
            await asyncio.to_thread(_commit, app, source, number, clock.now())
            committed = time.perf_counter()
            bell.ring()
            async with asyncio.timeout(LONGEST_S):
                await looked.wait()
                kept_ms.append(1000 * (time.perf_counter() - committed))
                await chat.sent.wait()
                sent_ms.append(1000 * (time.perf_counter() - committed))
        stop.set()
        bell.ring()
    return kept_ms, sent_ms


def _people_and_source(app: App) -> int:
    with writing(app.engine) as connection:
        add_people(connection, [NewPerson(key="boss", name="Boss", role=Role.MANAGER, handles=("slack:U1",))])
        return directory.source(connection, name="survey", kind="feedback", timezone="UTC")


def _commit(app: App, source: int, number: int, at: datetime) -> None:
    with writing(app.engine) as connection:
        touchpoint, _ = directory.touchpoint(connection, name=f"touchpoint {number}")
        record = FeedbackRecord(
            source_id=source,
            external_id=str(number),
            kind="survey",
            given_at=at,
            timezone="UTC",
            touchpoint_id=touchpoint,
            text=TEXT,
            language="en",
            scores=(ScoreRecord(instrument="csat", value=1.0, scale_min=1.0, scale_max=5.0),),
        )
        Writer(connection, redactor=PatternRedactor()).feedback([record])


def _quantile(values: list[float], quantile: float) -> float:
    return sorted(values)[min(int(quantile * len(values)), len(values) - 1)]
