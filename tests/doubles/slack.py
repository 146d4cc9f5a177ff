"""A Slack server on the loopback: web API and Socket Mode, spoken to by the real slack_sdk and slack_bolt.

What is not acknowledged is told again when a socket connects, and after `retell_s`. Faults are queued per method and
used up one per call.
"""

import asyncio
import json
from collections import defaultdict, deque
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Literal

from aiohttp import WSMsgType, web

BOT, TEAM = "U0BOT", "T1"
Fault = Literal["429", "500", "drop after", "drop before"] | str
"""A word of Slack's (channel_not_found), an HTTP status, or a connection dropped after or before the work was done."""

Json = dict[str, Any]


@dataclass
class FakeSlack:
    """The server's state. `visible` is what people can see, in order."""

    retell_s: float = 0.5
    visible: list[Json] = field(default_factory=list)
    calls: list[tuple[str, Json]] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    faults: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))
    files: dict[str, Json] = field(default_factory=dict)
    uploaded: dict[str, bytes] = field(default_factory=dict)
    """Files as they were announced, and what then came, by id."""
    url: str = ""
    _ids: Any = field(default_factory=lambda: count(1))
    _unacknowledged: dict[str, Json] = field(default_factory=dict)
    _sockets: set[web.WebSocketResponse] = field(default_factory=set)
    _runner: web.AppRunner | None = None
    _retelling: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "FakeSlack":
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._call)
        app.router.add_get("/socket", self._socket)
        app.router.add_post("/upload/{file}", self._upload)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}/api/"
        self._retelling = asyncio.create_task(self._retell())
        return self

    async def __aexit__(self, *_error: object) -> None:
        assert self._runner is not None
        assert self._retelling is not None
        self._retelling.cancel()
        with suppress(asyncio.CancelledError):
            await self._retelling
        for socket in list(self._sockets):
            await socket.close()
        await self._runner.cleanup()

    async def mention(self, text: str, *, channel: str = "C1", user: str = "U1", thread: str | None = None) -> str:
        """Somebody names the bot in a channel: Slack tells it as two events."""
        ts = self._ts()
        event = {"channel": channel, "user": user, "text": f"<@{BOT}> {text}", "ts": ts}
        if thread is not None:
            event["thread_ts"] = thread
        self.visible.append(event)
        await self.tell({"type": "app_mention", **event})
        await self.tell({"type": "message", "channel_type": "channel", **event})
        return ts

    async def direct_message(self, text: str, *, channel: str = "D1", user: str = "U1") -> str:
        """Somebody writes to the bot alone."""
        event = {"channel": channel, "user": user, "text": text, "ts": self._ts()}
        self.visible.append(event)
        await self.tell({"type": "message", "channel_type": "im", **event})
        return str(event["ts"])

    async def press(self, message: Json, *, position: int, user: str = "U1") -> None:
        """Somebody presses a button of a visible message."""
        buttons = [item for block in message["blocks"] if block["type"] == "actions" for item in block["elements"]]
        action = {**buttons[position], "action_ts": self._ts()}
        await self._deliver(
            "interactive",
            {
                "type": "block_actions",
                "team": {"id": TEAM},
                "user": {"id": user},
                "channel": {"id": message["channel"]},
                "message": message,
                "actions": [action],
            },
        )

    async def tell(self, event: Json) -> None:
        """Tell one event, again and again until it is acknowledged."""
        event_id = f"Ev{next(self._ids)}"
        await self._deliver(
            "events_api", {"type": "event_callback", "team_id": TEAM, "event_id": event_id, "event": event}
        )

    def said(self, *, by_bot: bool = True) -> list[Json]:
        """List what the bot has said, as people see it."""
        return [message for message in self.visible if ("bot_id" in message) == by_bot]

    async def _deliver(self, kind: str, payload: Json) -> None:
        envelope_id = f"E{next(self._ids)}"
        envelope = {"envelope_id": envelope_id, "type": kind, "accepts_response_payload": False, "payload": payload}
        self._unacknowledged[envelope_id] = envelope
        await self._send(envelope)

    async def _send(self, envelope: Json) -> None:
        for socket in list(self._sockets)[:1]:
            with suppress(ConnectionError):
                await socket.send_str(json.dumps(envelope))

    async def _retell(self) -> None:
        while True:
            await asyncio.sleep(self.retell_s)
            for envelope in list(self._unacknowledged.values()):
                await self._send({**envelope, "retry_attempt": 1, "retry_reason": "timeout"})

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._sockets.add(socket)
        await socket.send_str(json.dumps({"type": "hello", "num_connections": 1}))
        for envelope in list(self._unacknowledged.values()):
            await self._send(envelope)
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                envelope_id = json.loads(message.data)["envelope_id"]
                if self._unacknowledged.pop(envelope_id, None) is not None:  # told again, acknowledged again: once
                    self.acknowledged.append(envelope_id)
        self._sockets.discard(socket)
        return socket

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        arguments = await _arguments(request)
        self.calls.append((method, arguments))
        fault = self.faults[method].popleft() if self.faults[method] else None
        if fault == "429":
            return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": "1"})
        if fault == "500":
            return web.Response(status=500, text="<html>oops</html>", content_type="text/html")
        if fault == "drop before":
            return _drop(request)
        if fault is not None and fault != "drop after":
            return web.json_response({"ok": False, "error": fault})
        answer = self._answer(method, arguments)
        return _drop(request) if fault == "drop after" else web.json_response(answer)

    def _answer(self, method: str, arguments: Json) -> Json:
        match method:
            case "auth.test":
                return {"ok": True, "url": self.url, "team_id": TEAM, "user_id": BOT, "bot_id": "B1", "user": "cxbot"}
            case "apps.connections.open":
                return {"ok": True, "url": self.url.replace("http", "ws", 1).replace("/api/", "/socket")}
            case "chat.postMessage":
                return self._post(arguments)
            case "conversations.open":
                return {"ok": True, "channel": {"id": f"D-{arguments['users']}"}}
            case "conversations.replies":
                thread = arguments["ts"]
                shown = [message for message in self.visible if thread in (message["ts"], message.get("thread_ts"))]
                return {"ok": True, "messages": [m for m in shown if m["channel"] == arguments["channel"]]}
            case "conversations.history":
                shown = [message for message in self.visible if message["channel"] == arguments["channel"]]
                return {"ok": True, "messages": shown[::-1]}
        return self._answer_about_files(method, arguments)

    def _answer_about_files(self, method: str, arguments: Json) -> Json:
        match method:
            case "files.getUploadURLExternal":
                file = f"F{next(self._ids)}"
                self.files[file] = {"id": file, "name": arguments["filename"], "alt_txt": arguments.get("alt_txt")}
                return {"ok": True, "file_id": file, "upload_url": self.url.replace("/api/", f"/upload/{file}")}
            case "files.completeUploadExternal":
                return self._share(arguments)
        return {"ok": False, "error": "unknown_method"}

    def _post(self, arguments: Json) -> Json:
        message = {**arguments, "ts": self._ts(), "bot_id": "B1", "user": BOT}
        self.visible.append(message)
        return {"ok": True, "channel": message["channel"], "ts": message["ts"], "message": message}

    async def _upload(self, request: web.Request) -> web.Response:
        self.uploaded[request.match_info["file"]] = await request.read()
        return web.Response(text="OK")

    def _share(self, arguments: Json) -> Json:
        wanted = arguments["files"]
        named = [file["id"] for file in (json.loads(wanted) if isinstance(wanted, str) else wanted)]
        files = [self.files[file] for file in named]
        shown = {"channel": arguments["channel_id"], "ts": self._ts(), "bot_id": "B1", "user": BOT, "files": files}
        if arguments.get("thread_ts"):
            shown["thread_ts"] = arguments["thread_ts"]
        self.visible.append(shown)
        return {"ok": True, "files": [{"id": file} for file in named]}

    def _ts(self) -> str:
        return f"1795000000.{next(self._ids):06d}"


def _drop(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def _arguments(request: web.Request) -> Json:
    given: Json = dict(request.query)
    if request.content_type == "application/json":
        given |= await request.json()
    elif request.can_read_body:
        given |= dict(await request.post())
    for name in ("blocks", "metadata"):
        if isinstance(given.get(name), str):
            given[name] = json.loads(given[name])
    return given
