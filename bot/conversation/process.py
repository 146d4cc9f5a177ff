"""The loop that answers: claim a message, think about it in a thread, commit everything it came to at once."""

import asyncio
import logging
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.conversation.turn import Assistant, Turn
from bot.messages import IncomingMessage, Line, Outcome, Paragraph, Reply
from bot.ports import Clock
from bot.store.bell import heard
from bot.store.busy import StoreBusy
from bot.store.checkpoints import checkpoint
from bot.store.exchange import Exchange
from bot.store.inbox import Claimed, LeaseLost, StoredInbox
from bot.store.writes import Overtaken

LEASE = timedelta(seconds=9)
"""A dead worker's message is taken over within this; reliability.md asks for 10 s."""
ATTEMPTS = 3
LOOK_AGAIN_S = 0.5
"""How often a worker looks for messages that another process kept."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a worker works with."""

    inbox: StoredInbox
    exchange: Exchange
    assistant: Assistant
    clock: Clock
    threads: Executor
    """Where turns run: as many as there are workers, so that none waits for another."""


async def work(desk: Desk, *, worker: str, stop: asyncio.Event) -> None:
    """Answer messages until told to stop; the one in hand is finished first."""
    while not stop.is_set():
        ring = desk.inbox.bell.listen()
        try:
            claimed = await asyncio.to_thread(desk.inbox.claim, worker=worker, lease=LEASE)
            if claimed is None:
                await heard(ring, timeout_s=LOOK_AGAIN_S)
            else:
                await answer(desk, claimed)
        except StoreBusy as busy:  # whatever was claimed is claimed anew when its lease has run out
            log.warning("the store is busy: %s", busy)
            await asyncio.sleep(LOOK_AGAIN_S)


async def answer(desk: Desk, claimed: Claimed) -> None:
    """Answer one message, or give it back, or give it up when it has failed often enough.

    A worker that lost its claim stops there: whoever has it now answers.
    """
    if claimed.attempt > ATTEMPTS:
        await _give_up(desk, claimed, error="the process ended each time")
        return
    thinking = _think(desk, claimed)
    try:
        while not (await asyncio.wait({thinking}, timeout=LEASE.total_seconds() / 3))[0]:
            await asyncio.to_thread(desk.inbox.extend, claimed, lease=LEASE)
        failure = thinking.exception()
        if failure is None:
            await _settle(desk, claimed, thinking.result())
        elif claimed.attempt < ATTEMPTS:
            log.error("message %s failed, attempt %s", claimed.id, claimed.attempt, exc_info=failure)
            await asyncio.to_thread(desk.inbox.release, claimed)
        else:
            log.error("message %s failed for the last time", claimed.id, exc_info=failure)
            await _give_up(desk, claimed, error=type(failure).__name__)
    except Overtaken:  # what the answer rests on has changed meanwhile; whoever claims it next sees it as it is now
        log.warning("message %s is to be answered anew", claimed.id)
        await asyncio.to_thread(desk.inbox.release, claimed)
    except LeaseLost:
        log.warning("message %s was taken over by another worker", claimed.id)


def _think(desk: Desk, claimed: Claimed) -> asyncio.Future[Turn]:
    return asyncio.get_running_loop().run_in_executor(
        desk.threads, _turn, desk.assistant, claimed.message, desk.clock.now()
    )


def _turn(assistant: Assistant, message: IncomingMessage, now: datetime) -> Turn:
    return assistant.turn(message, now=now)


async def _settle(desk: Desk, claimed: Claimed, turn: Turn) -> None:
    checkpoint("answered")
    await asyncio.to_thread(
        desk.exchange.settle,
        claimed,
        writes=turn.writes,
        reply=turn.reply,
        language=turn.language,
        timezone=turn.timezone,
        recipient=turn.recipient,
    )
    checkpoint("committed")
    desk.inbox.bell.ring()


async def _give_up(desk: Desk, claimed: Claimed, *, error: str) -> None:
    incident = f"M-{claimed.id}"
    reply = Reply(
        outcome=Outcome.ERROR,
        intent="error",
        reason="gave_up",
        blocks=(Paragraph(line=Line(key="gave-up", args={"incident": incident}), strong=True),),
    )
    language = claimed.message.language or "en"
    try:
        await asyncio.to_thread(desk.exchange.give_up, claimed, error=error, reply=reply, language=language)
    except LeaseLost:
        log.warning("message %s was taken over by another worker", claimed.id)
    desk.inbox.bell.ring()
