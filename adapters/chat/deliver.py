"""The loop that speaks: claim what is to be said on a platform, send it, record it or put it off."""

import asyncio
import logging
from contextlib import suppress
from datetime import timedelta

from adapters.errors import NotAuthorised, SendFailed
from bot.ports import Chat, Clock, Outgoing
from bot.store.bell import Bell, heard
from bot.store.busy import StoreBusy
from bot.store.checkpoints import checkpoint
from bot.store.inbox import LeaseLost
from bot.store.outbox import StoredOutbox

LEASE = timedelta(seconds=9)
"""A dead sender's message is taken over within this; a slow call holds on to its own."""
ATTEMPTS = 10
LONGEST_WAIT_S = 300.0
RECORDING_TRIES = 20
LOOK_AGAIN_S = 0.5

log = logging.getLogger(__name__)


async def deliver(
    chat: Chat, *, outbox: StoredOutbox, bell: Bell, clock: Clock, worker: str, stop: asyncio.Event
) -> None:
    """Send what is due on the chat's platform until told to stop, or until the platform refuses our token."""
    while not stop.is_set():
        ring = bell.listen()
        try:
            message = await asyncio.to_thread(outbox.claim, platform=chat.platform, worker=worker, lease=LEASE)
        except StoreBusy:
            message = None
        if message is None:
            await heard(ring, timeout_s=LOOK_AGAIN_S)
            continue
        try:
            await _send(chat, message, outbox=outbox, clock=clock)
        except LeaseLost:
            log.warning("outbox row %s was taken over by another sender", message.id)
        except StoreBusy:
            log.warning("how outbox row %s went could not be recorded", message.id)
        except NotAuthorised as refused:  # no further call: what waits is sent after a start with a good token
            log.critical("%s refuses our token: %s", refused.platform, refused.problem)
            await asyncio.to_thread(outbox.retry, message, not_before=clock.now(), error=refused.problem)
            return


async def _send(chat: Chat, message: Outgoing, *, outbox: StoredOutbox, clock: Clock) -> None:
    if message.attempt > ATTEMPTS:
        await asyncio.to_thread(outbox.dead, message, error="too many attempts")
        return
    try:
        sent_as = await _held(chat, message, outbox=outbox)
    except SendFailed as failure:
        log.warning("outbox row %s was not sent on attempt %s: %s", message.id, message.attempt, failure.problem)
        if failure.permanent or message.attempt == ATTEMPTS:
            await asyncio.to_thread(outbox.dead, message, error=failure.problem)
            return
        wait = timedelta(seconds=_wait_s(failure, message.attempt))
        await asyncio.to_thread(outbox.retry, message, not_before=clock.now() + wait, error=failure.problem)
    except (LookupError, TypeError, ValueError):  # a reply that cannot be said must not hold up all the others
        log.exception("outbox row %s cannot be said", message.id)
        await asyncio.to_thread(outbox.dead, message, error="cannot be said")
    else:
        checkpoint("sent")
        await _record(message, sent_as, outbox=outbox)


async def _record(message: Outgoing, sent_as: str, *, outbox: StoredOutbox) -> None:
    """Record that it was sent, waiting for a busy store: what is not recorded is sent again."""
    for _ in range(RECORDING_TRIES - 1):
        with suppress(StoreBusy):
            await asyncio.to_thread(outbox.sent, message, sent_as=sent_as)
            return
        await asyncio.sleep(LOOK_AGAIN_S)
    await asyncio.to_thread(outbox.sent, message, sent_as=sent_as)


async def _held(chat: Chat, message: Outgoing, *, outbox: StoredOutbox) -> str:
    """Send, and hold the claim as long as that takes."""
    sending = asyncio.ensure_future(chat.send(message))
    try:
        while not (await asyncio.wait({sending}, timeout=LEASE.total_seconds() / 3))[0]:
            await asyncio.to_thread(outbox.extend, message, lease=LEASE)
    finally:
        sending.cancel()
    return sending.result()


def _wait_s(failure: SendFailed, attempt: int) -> float:
    if failure.retry_after_s is not None:
        return failure.retry_after_s
    return min(LONGEST_WAIT_S, 0.5 * 2.0**attempt)
