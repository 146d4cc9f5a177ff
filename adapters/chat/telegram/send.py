"""Telegram out: sends replies as plain text, and charts as pictures."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram import Bot, InputFile, LinkPreviewOptions, Message
from telegram.error import TelegramError

from adapters.chat.attachments import Files, attachments
from adapters.chat.pictures import pictures
from adapters.chat.telegram.failures import failure_of
from adapters.chat.telegram.render import TelegramMessage, render
from bot.ports import Charts, Outgoing, Picture
from bot.say import Say

CAPTION_LIMIT = 1_024  # core.telegram.org/bots/api#sendphoto
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

_Part = Picture | InputFile | TelegramMessage


@asynccontextmanager
async def telegram_bot(*, token: str, api_url: str) -> AsyncIterator[Bot]:
    """Open the bot; raises an AdapterError if Telegram does not let us in."""
    bot = Bot(token, base_url=f"{api_url.rstrip('/')}/bot")
    try:
        await bot.initialize()
    except TelegramError as error:
        await bot.shutdown()
        raise failure_of(error) from error
    try:
        yield bot
    finally:
        await bot.shutdown()


class TelegramChat:
    """Speaks on Telegram. A bot cannot read back what it said there, so a kill right after sending may say it twice."""

    platform = "telegram"

    def __init__(self, bot: Bot, *, charts: Charts | None = None, files: Files | None = None) -> None:
        self._bot = bot
        self._charts = charts
        self._files = files
        self._begun: dict[int, int] = {}
        """How many parts of a message arrived before it was put off, so that a retry goes on from there."""

    async def send(self, message: Outgoing) -> str:
        """Send the reply, in as many messages as it needs; gives the last one's id. What one may see goes to them."""
        say = Say(message.language, timezone=message.timezone)
        chat = message.conversation if message.recipient is None else message.recipient.removeprefix("telegram:")
        sent = chat
        drawn = await pictures(message.reply, charts=self._charts, say=say)
        texts = render(message.reply, say=say, outbox_id=message.id, pictured=[chart for chart, _ in drawn])
        parts: list[_Part] = [*(picture for _, picture in drawn), *texts]
        for file, content in await attachments(message.reply, files=self._files):
            lost = TelegramMessage(text=say.text(file.otherwise))
            parts.append(lost if content is None else InputFile(content, filename=file.name))
        for part in parts[self._begun.get(message.id, 0) :]:
            try:
                shown = await self._say(part, chat=int(chat))
            except TelegramError as error:
                raise failure_of(error) from error
            sent = f"{chat}:{shown.message_id}"
            self._begun[message.id] = self._begun.get(message.id, 0) + 1
        self._begun.pop(message.id, None)
        return sent

    async def _say(self, part: _Part, *, chat: int) -> Message:
        """Send a text, a file, or a picture with the sentence that says what it shows; it has no other place."""
        if isinstance(part, InputFile):
            return await self._bot.send_document(chat_id=chat, document=part)
        if isinstance(part, Picture):
            return await self._bot.send_photo(chat_id=chat, photo=part.png, caption=part.alt[:CAPTION_LIMIT])
        return await self._bot.send_message(
            chat_id=chat, text=part.text, reply_markup=part.keyboard, link_preview_options=NO_PREVIEW
        )
