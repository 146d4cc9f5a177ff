"""Slack in. Nothing past this package knows what a Slack payload is.

Bolt acknowledges an event before a listener runs, and also when it cannot find out who we are, so what must not be lost
is kept in a global middleware ahead of both. If keeping fails, Bolt does not acknowledge, and Slack tells us again.
"""

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

import aiohttp
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.chat.chosen import Chosen
from adapters.chat.slack.failures import failure_of
from adapters.chat.slack.parse import parse, parse_press
from adapters.errors import NotAuthorised
from bot.messages import IncomingMessage
from bot.ports import Inbox
from bot.store.checkpoints import checkpoint

ANYTHING = re.compile(".*")

log = logging.getLogger(__name__)


async def listen(
    client: AsyncWebClient, *, app_token: str, inbox: Inbox, outbox: Chosen, stop: asyncio.Event, ping_s: float = 10
) -> None:
    """Hear Slack over Socket Mode until told to stop. Nothing is acknowledged that is not in the inbox.

    Raises NotAuthorised; whatever else goes wrong, the library tries again by itself.
    """
    await _must_be_let_in(client, app_token=app_token)
    app = listening_app(client, inbox=inbox, outbox=outbox)
    handler: Any = AsyncSocketModeHandler(app, app_token, ping_interval=ping_s)  # Any: Bolt leaves its methods untyped
    handler.client.socket_mode_request_listeners.append(_acknowledged)
    connecting = asyncio.create_task(handler.connect_async())
    try:
        await stop.wait()
    finally:
        connecting.cancel()
        await asyncio.gather(connecting, return_exceptions=True)
        await handler.close_async()


async def _must_be_let_in(client: AsyncWebClient, *, app_token: str) -> None:
    """Try both tokens once: the library would try a wrong one for ever."""
    try:
        await client.auth_test()
        await client.apps_connections_open(app_token=app_token)
    except SlackApiError as error:
        failure = failure_of(error)
        if isinstance(failure, NotAuthorised):
            raise failure from error
    except (aiohttp.ClientError, TimeoutError) as error:
        log.warning("Slack is not to be reached yet: %s", type(error).__name__)


def listening_app(client: AsyncWebClient, *, inbox: Inbox, outbox: Chosen) -> AsyncApp:
    """Build the Bolt app that keeps every message to us, and every button of ours, before Slack hears of it."""

    async def _keep(req: AsyncBoltRequest, next: Callable[[], Awaitable[None]]) -> None:  # noqa: A002 Bolt injects by this name
        checkpoint("received")
        message = await heard(req.body, outbox=outbox)
        if message is not None:
            await inbox.keep(message)
            checkpoint("kept")
        await next()

    app = AsyncApp(client=client, before_authorize=_keep)

    @app.event(ANYTHING)
    async def _event_is_kept() -> None:
        """Do nothing more: the inbox has it, and the acknowledgement is all that is left."""

    @app.action(ANYTHING)
    async def _press_is_kept(ack: Callable[[], Awaitable[None]]) -> None:
        await ack()

    return app


async def heard(body: Mapping[str, Any], *, outbox: Chosen) -> IncomingMessage | None:
    """Read what Slack tells: a message to us, or a button of ours with what it stands for; None if it is neither."""
    press = parse_press(body)
    if press is None:
        return parse(body)
    said = press.message
    value = await asyncio.to_thread(
        outbox.chosen,
        press.outbox_id,
        press.position,
        conversation=said.place.conversation,
        sender=said.sender,
    )
    return None if value is None else replace(said, text=value)


async def _acknowledged(client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:  # noqa: ARG001 Bolt's signature
    checkpoint("acked")
