"""The loop that keeps time: claim a timer that is due, ask its handler what it changes, commit that with its end."""

import asyncio
import logging
from collections.abc import Mapping
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from bot.ports import Clock
from bot.store.bell import Bell, heard
from bot.store.busy import StoreBusy
from bot.store.checkpoints import checkpoint
from bot.store.inbox import LeaseLost
from bot.store.timers import Handler, StoredTimers, Timer
from bot.store.writes import Overtaken

LEASE = timedelta(seconds=9)
"""A dead worker's timer is taken over within this; reliability.md asks for 10 s."""
WAITS = (timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1))
"""How long a timer waits after each failure; after the last it is dead."""
LASTING = frozenset({"digest", "nightly", "rule_check", "texts"})
"""Kinds whose handler sets the next one: they are never given up, but tried every hour."""
LOOK_AGAIN_S = 0.5
"""How often it is looked for timers that are due."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeDesk:
    """What a worker keeps time with. `clock` says what is due and as of when handlers work."""

    timers: StoredTimers
    handlers: Mapping[str, Handler]
    """By kind; timers of other kinds are left to processes that know them."""
    clock: Clock
    bell: Bell
    """Rung after each commit, for whatever the handler put into the outbox."""
    threads: Executor
    lease: timedelta = LEASE
    drains: bool = True
    """Whether what is in hand is finished before stopping; else it is given back, and its thread left behind."""


async def keep_time(desk: TimeDesk, *, worker: str, stop: asyncio.Event) -> None:
    """Handle timers as they fall due until told to stop."""
    while not stop.is_set():
        ring = desk.bell.listen()
        try:
            if not await handle_next(desk, worker=worker, stop=stop):
                await heard(ring, timeout_s=LOOK_AGAIN_S)
        except StoreBusy as busy:  # whatever was claimed is claimed anew when its lease has run out
            log.warning("timers wait: the store is busy (%s)", busy)
            await asyncio.sleep(LOOK_AGAIN_S)


async def handle_next(desk: TimeDesk, *, worker: str, stop: asyncio.Event | None = None) -> bool:
    """Handle the timer that is due longest; False: none was."""
    claim = asyncio.to_thread(
        desk.timers.claim, kinds=desk.handlers.keys(), worker=worker, lease=desk.lease, now=desk.clock.now()
    )
    timer = await claim
    if timer is None:
        return False
    checkpoint("timer-claimed")
    try:
        await _handle(desk, timer, stop=stop or asyncio.Event())
    except LeaseLost:
        log.warning("timer %s was taken over, set anew or cancelled", timer.key)
    return True


async def _handle(desk: TimeDesk, timer: Timer, *, stop: asyncio.Event) -> None:
    if timer.attempt > len(WAITS) + 1 and timer.kind not in LASTING:
        await asyncio.to_thread(desk.timers.bury, timer, error="the process ended each time")
        return
    handling = asyncio.get_running_loop().run_in_executor(desk.threads, _handle_now, desk, timer)
    while not (await asyncio.wait({handling}, timeout=desk.lease.total_seconds() / 3))[0]:
        if stop.is_set() and not desk.drains:
            await asyncio.to_thread(desk.timers.give_back, timer)
            return
        with suppress(LeaseLost, StoreBusy):  # then the end is refused too, or it is tried again
            await asyncio.to_thread(desk.timers.extend, timer, lease=desk.lease)
    match handling.exception():
        case None:
            desk.bell.ring()
        case Overtaken():  # what the handler saw has changed meanwhile; the next one sees it as it is now
            wait = timedelta(0) if timer.attempt <= len(WAITS) else WAITS[0]
            await asyncio.to_thread(desk.timers.put_off, timer, until=desk.clock.now() + wait, error="Overtaken")
        case LeaseLost() | StoreBusy() as lost:
            raise lost
        case failure:
            await _failed(desk, timer, failure=failure)


def _handle_now(desk: TimeDesk, timer: Timer) -> None:
    writes = desk.handlers[timer.kind](timer, desk.clock.now())
    checkpoint("timer-handled")
    desk.timers.finish(timer, writes=writes)
    checkpoint("timer-committed")


async def _failed(desk: TimeDesk, timer: Timer, *, failure: BaseException) -> None:
    log.error("timer %s failed, attempt %s", timer.key, timer.attempt, exc_info=failure)
    error = type(failure).__name__
    if timer.attempt > len(WAITS) and timer.kind not in LASTING:
        await asyncio.to_thread(desk.timers.bury, timer, error=error)
    else:
        until = desk.clock.now() + WAITS[min(timer.attempt, len(WAITS)) - 1]
        await asyncio.to_thread(desk.timers.put_off, timer, until=until, error=error)
