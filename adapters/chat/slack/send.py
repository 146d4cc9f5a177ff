"""Slack out: posts replies in their threads, and looks before it posts again."""

import hashlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.chat.attachments import Files, attachments
from adapters.chat.pictures import pictures
from adapters.chat.slack.failures import failure_of
from adapters.chat.slack.render import SlackMessage, drawn, render, said
from adapters.errors import SendFailed, Unsure
from bot.ports import Charts, Outgoing
from bot.say import Say

EVENT_TYPE = "cxbot_reply"
ALT_LIMIT = 1_000  # characters of alternative text: docs.slack.dev/reference/methods/files.getUploadURLExternal
TITLE_LIMIT = 200
TIMEOUT_S = 15
PAGE = 200

log = logging.getLogger(__name__)


@asynccontextmanager
async def slack_client(*, token: str, api_url: str) -> AsyncIterator[AsyncWebClient]:
    """Open the one client, over one session. It never repeats a call by itself: only we know what may be repeated."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=TIMEOUT_S)) as session:
        yield AsyncWebClient(token=token, base_url=api_url, session=session, retry_handlers=[])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Upload:
    name: str
    content: bytes
    title: str
    alt: str | None = None


class SlackChat:
    """Speaks on Slack."""

    platform = "slack"

    def __init__(self, client: AsyncWebClient, *, charts: Charts | None = None, files: Files | None = None) -> None:
        self._client = client
        self._charts = charts
        self._files = files

    async def send(self, message: Outgoing) -> str:
        """Post the reply, in as many messages as it needs; gives the first one's channel and time stamp.

        Each message carries our id in its metadata. From the second attempt on, what is there already is not posted.
        """
        try:
            return await self._send(message)
        except SlackApiError as error:
            raise failure_of(error) from error
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unsure(type(error).__name__) from error

    async def _send(self, message: Outgoing) -> str:
        say = Say(message.language, timezone=message.timezone)
        channel, thread = await self._where(message)
        there = await self._posted(message, channel=channel, thread=thread) if message.attempt > 1 else {}
        shown = await pictures(message.reply, charts=self._charts, say=say)
        rendered = list(render(message.reply, say=say, outbox_id=message.id, pictured=[chart for chart, _ in shown]))
        for at, (chart, picture) in enumerate(shown):
            shot = _Upload(name=picture_name(message, at), content=picture.png, title=picture.alt, alt=picture.alt)
            if shot.name not in there and not await self._upload(shot, channel=channel, thread=thread):
                rendered += drawn(chart, say=say)
        for file, content in await attachments(message.reply, files=self._files):
            sent = content and _Upload(name=file.name, content=content, title=file.name)
            if file.name not in there and not (sent and await self._upload(sent, channel=channel, thread=thread)):
                rendered += said(file.otherwise, say=say)
        for part, text in enumerate(rendered):
            if str(part) not in there:
                there[str(part)] = await self._post(message, text, part=part, channel=channel, thread=thread)
        return f"{channel}:{there['0']}" if "0" in there else channel

    async def _upload(self, file: _Upload, *, channel: str, thread: str | None) -> bool:
        """Show a picture with its alternative text, or give a file; say whether Slack takes any of us at all."""
        try:
            await self._client.files_upload_v2(
                channel=channel,
                thread_ts=thread,
                content=file.content,
                filename=file.name,
                title=file.title[:TITLE_LIMIT],
                alt_txt=file.alt and file.alt[:ALT_LIMIT],
            )
        except SlackApiError as error:
            failure = failure_of(error)
            if isinstance(failure, SendFailed) and not failure.permanent:
                raise
            log.warning("Slack does not take files of us: %s", failure)
            return False
        except SlackRequestError as error:  # the upload itself was refused; its body is Slack's, not a person's
            log.warning("a file was not taken: %s", type(error).__name__)
            return False
        return True

    async def _where(self, message: Outgoing) -> tuple[str, str | None]:
        """Find the place: what only one person may see goes to their direct messages."""
        if message.recipient is None:
            return message.conversation, message.thread
        opened: Any = await self._client.conversations_open(users=message.recipient.removeprefix("slack:"))
        channel = str(opened.data["channel"]["id"])
        return (channel, message.thread) if channel == message.conversation else (channel, None)

    async def _post(
        self, message: Outgoing, rendered: SlackMessage, *, part: int, channel: str, thread: str | None
    ) -> str:
        posted: Any = await self._client.chat_postMessage(
            channel=channel,
            thread_ts=thread,
            text=rendered.text,
            blocks=list(rendered.blocks),
            metadata={
                "event_type": EVENT_TYPE,
                "event_payload": {"outbox": message.id, "key": message.key, "part": part},
            },
            unfurl_links=False,
            unfurl_media=False,
            link_names=False,
        )
        return str(posted.data["ts"])

    async def _posted(self, message: Outgoing, *, channel: str, thread: str | None) -> dict[str, str]:
        """Read back which parts and pictures of this message stand there already, and their time stamps."""
        found: dict[str, str] = {}
        async for shown in self._shown(channel=channel, thread=thread):
            metadata = shown.get("metadata") or {}
            payload = metadata.get("event_payload") or {}
            if metadata.get("event_type") == EVENT_TYPE and payload.get("key") == message.key:
                found[str(payload["part"])] = str(shown["ts"])
            for file in shown.get("files") or ():
                found[str(file.get("name"))] = str(shown["ts"])
        return found

    async def _shown(self, *, channel: str, thread: str | None) -> AsyncIterator[dict[str, Any]]:
        if thread is None:  # newest first, and ours is among the newest
            page: Any = await self._client.conversations_history(channel=channel, include_all_metadata=True, limit=PAGE)
            for shown in page.data["messages"]:
                yield shown
            return
        cursor = ""
        while True:
            page = await self._client.conversations_replies(
                channel=channel, ts=thread, include_all_metadata=True, limit=PAGE, cursor=cursor or None
            )
            for shown in page.data["messages"]:
                yield shown
            cursor = (page.data.get("response_metadata") or {}).get("next_cursor", "")
            if not cursor:
                return


def picture_name(message: Outgoing, at: int) -> str:
    """Name a picture by what it answers, so that it is found again before it is sent again."""
    return f"cxbot-{hashlib.sha256(message.key.encode()).hexdigest()[:16]}-{at}.png"
