"""Telegram in. Nothing past this package knows what an update is.

The loop is ours because the library's own confirms a batch once it is in memory. Here the next call, which confirms the
batch before it, is made only after everything in that batch is in the inbox.
"""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from adapters.chat.chosen import Chosen
from adapters.chat.telegram.failures import seconds
from adapters.chat.telegram.parse import parse, parse_press
from adapters.errors import NotAuthorised
from bot.messages import IncomingMessage
from bot.ports import Clock, Inbox
from bot.store.busy import StoreBusy
from bot.store.checkpoints import checkpoint

WANTED = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY)
STEP_BACK_S = 3.0

log = logging.getLogger(__name__)


class Listener:
    """Hears Telegram by asking for updates."""

    def __init__(self, bot: Bot, *, inbox: Inbox, outbox: Chosen, clock: Clock, poll_s: int = 25) -> None:
        self._bot = bot
        self._inbox = inbox
        self._outbox = outbox
        self._clock = clock
        self._poll_s = poll_s

    async def listen(self, *, stop: asyncio.Event) -> None:
        """Hear until told to stop; raises NotAuthorised. A call under way is dropped: Telegram tells it again."""
        hearing = asyncio.create_task(self._hear())
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({hearing, stopping}, return_when=asyncio.FIRST_COMPLETED)
        for task in (hearing, stopping):
            task.cancel()
        with suppress(asyncio.CancelledError):
            await hearing

    async def _hear(self) -> None:
        offset: int | None = None
        while True:
            try:
                updates = await self._bot.get_updates(offset=offset, timeout=self._poll_s, allowed_updates=list(WANTED))
            except InvalidToken as error:
                raise NotAuthorised("telegram", error.message) from error
            except RetryAfter as error:
                await asyncio.sleep(seconds(error.retry_after))
                continue
            except (NetworkError, Conflict) as error:
                log.warning("no updates from Telegram: %s", type(error).__name__)
                await asyncio.sleep(STEP_BACK_S)
                continue
            if offset is not None:
                checkpoint("acked")
            if updates:
                offset = await self._kept(updates) or offset

    async def _kept(self, updates: Sequence[Update]) -> int | None:
        """Keep a batch; None if the store could not take it now, so that Telegram tells it again."""
        try:
            return await self._keep(updates)
        except StoreBusy as busy:
            log.warning("the store is busy, the offset stays: %s", busy)
            await asyncio.sleep(STEP_BACK_S)
            return None

    async def _keep(self, updates: Sequence[Update]) -> int:
        """Keep a batch in one transaction, then confirm the buttons; gives the offset that confirms the batch."""
        checkpoint("received")
        heard = [await self._read(update) for update in updates]
        await asyncio.gather(*(self._inbox.keep(message) for message in heard if message is not None))
        checkpoint("kept")
        pressed = [update.callback_query.id for update in updates if update.callback_query is not None]
        answers = await asyncio.gather(
            *(self._bot.answer_callback_query(id_) for id_ in pressed), return_exceptions=True
        )
        for answer in answers:  # too late for an answer is only a button that stays grey a little longer
            if isinstance(answer, BaseException) and not isinstance(answer, TelegramError):
                raise answer
        return max(update.update_id for update in updates) + 1

    async def _read(self, update: Update) -> IncomingMessage | None:
        if update.callback_query is None:
            return parse(update, bot_name=self._bot.username)
        press = parse_press(update.callback_query, now=self._clock.now())
        if press is None:
            return None
        said = press.message
        value = await asyncio.to_thread(
            self._outbox.chosen,
            press.outbox_id,
            press.position,
            conversation=said.place.conversation,
            sender=said.sender,
        )
        return None if value is None else replace(said, text=value)
