"""Slack out: posts replies in their threads, and looks before it posts again."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.chat.slack.failures import failure_of
from adapters.chat.slack.render import SlackMessage, render
from adapters.errors import Unsure
from bot.ports import Outgoing
from bot.say import Say

EVENT_TYPE = "cxbot_reply"
TIMEOUT_S = 15
PAGE = 200


@asynccontextmanager
async def slack_client(*, token: str, api_url: str) -> AsyncIterator[AsyncWebClient]:
    """Open the one client, over one session. It never repeats a call by itself: only we know what may be repeated."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=TIMEOUT_S)) as session:
        yield AsyncWebClient(token=token, base_url=api_url, session=session, retry_handlers=[])


class SlackChat:
    """Speaks on Slack."""

    platform = "slack"

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

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
        for part, rendered in enumerate(render(message.reply, say=say, outbox_id=message.id)):
            if part not in there:
                there[part] = await self._post(message, rendered, part=part, channel=channel, thread=thread)
        return f"{channel}:{there[0]}" if there else channel

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

    async def _posted(self, message: Outgoing, *, channel: str, thread: str | None) -> dict[int, str]:
        """Read back which parts of this message stand there already, and their time stamps."""
        found: dict[int, str] = {}
        async for shown in self._shown(channel=channel, thread=thread):
            metadata = shown.get("metadata") or {}
            payload = metadata.get("event_payload") or {}
            if metadata.get("event_type") == EVENT_TYPE and payload.get("key") == message.key:
                found[int(payload["part"])] = str(shown["ts"])
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
