"""A Telegram Bot API server on the loopback, spoken to by the real python-telegram-bot.

An update is told until an offset above it confirms it, as Telegram does. Faults are queued per method and used up one
per call.
"""

import asyncio
import json
from collections import defaultdict, deque
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Literal

from aiohttp import web

NAME, ID = "cxbot_test_bot", 4242
CALLBACK_DATA_BYTES, TEXT_UNITS = 64, 4096
START = 1_795_000_000
Fault = Literal["none", "429", "403", "500", "401", "drop after"]
Json = dict[str, Any]


@dataclass
class FakeTelegram:
    """The server's state. `visible` is what the bot has said, in order."""

    visible: list[Json] = field(default_factory=list)
    calls: list[tuple[str, Json]] = field(default_factory=list)
    answered_presses: list[str] = field(default_factory=list)
    faults: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))
    url: str = ""
    confirmed: int = 0
    """The update up to which everything was confirmed."""
    _ids: Any = field(default_factory=lambda: count(100))
    _updates: list[Json] = field(default_factory=list)
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _runner: web.AppRunner | None = None

    async def __aenter__(self) -> "FakeTelegram":
        app = web.Application()
        app.router.add_route("*", "/{bot}/{method}", self._call)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        return self

    async def __aexit__(self, *_error: object) -> None:
        assert self._runner is not None
        await self._runner.cleanup()

    def write(self, text: str, *, user: int = 77, language: str = "en", chat: Json | None = None) -> Json:
        """Somebody writes to the bot."""
        message = {
            "message_id": next(self._ids),
            "date": START,
            "chat": chat or {"id": user, "type": "private"},
            "from": _user(user, language),
            "text": text,
        }
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
        self.tell({"message": message})
        return message

    def edit(self, message: Json, text: str) -> None:
        """Somebody changes what they wrote."""
        self.tell({"edited_message": {**message, "text": text, "edit_date": START + 60}})

    def press(self, message: Json, label: str, *, user: int = 77, language: str = "en") -> None:
        """Somebody presses the button of that label under a visible message."""
        rows = message["reply_markup"]["inline_keyboard"]
        data = next(button["callback_data"] for row in rows for button in row if button["text"] == label)
        query = {
            "id": str(next(self._ids)),
            "from": _user(user, language),
            "chat_instance": "1",
            "data": data,
            "message": {key: message[key] for key in ("message_id", "date", "chat")},
        }
        self.tell({"callback_query": query})

    def tell(self, update: Json) -> None:
        """Queue an update."""
        self._updates.append({"update_id": next(self._ids), **update})
        self._news.set()

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        arguments = await _arguments(request)
        self.calls.append((method, arguments))
        fault = self.faults[method].popleft() if self.faults[method] else None
        match fault:
            case "429":
                return _refuse(429, "Too Many Requests: retry after 1", parameters={"retry_after": 1})
            case "403":
                return _refuse(403, "Forbidden: bot was blocked by the user")
            case "401":
                return _refuse(401, "Unauthorized")
            case "500":
                return _refuse(500, "Internal Server Error")
        answer = await self._answer(method, arguments)
        if fault == "drop after":
            assert request.transport is not None
            request.transport.abort()
        return answer

    async def _answer(self, method: str, arguments: Json) -> web.Response:
        match method:
            case "getMe":
                return _ok({"id": ID, "is_bot": True, "first_name": "cxbot", "username": NAME})
            case "getUpdates":
                return _ok(await self._get_updates(int(arguments.get("offset", 0)), float(arguments.get("timeout", 0))))
            case "answerCallbackQuery":
                self.answered_presses.append(arguments["callback_query_id"])
                return _ok(True)
            case "sendMessage":
                return self._send(arguments)
            case "sendPhoto":
                return self._show(arguments)
            case "sendDocument":
                return self._hand_over(arguments)
        return _refuse(404, "Not Found")

    async def _get_updates(self, offset: int, timeout_s: float) -> list[Json]:
        self.confirmed = max(self.confirmed, offset - 1)
        self._updates = [update for update in self._updates if update["update_id"] >= offset]
        if not self._updates:
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), timeout_s)
            except TimeoutError:
                return []
        return self._updates[:100]

    def _send(self, arguments: Json) -> web.Response:
        text = arguments["text"]
        if not text.strip() or len(text.encode("utf-16-le")) // 2 > TEXT_UNITS:
            return _refuse(400, "Bad Request: message is too long")
        for row in arguments.get("reply_markup", {}).get("inline_keyboard", ()):
            if any(len(button["callback_data"].encode()) > CALLBACK_DATA_BYTES for button in row):
                return _refuse(400, "Bad Request: BUTTON_DATA_INVALID")
        chat = {"id": int(arguments["chat_id"]), "type": "private"}
        message = {**arguments, "message_id": next(self._ids), "date": START, "chat": chat}
        self.visible.append(message)
        return _ok({"message_id": message["message_id"], "date": START, "chat": chat, "text": text})

    def _show(self, arguments: Json) -> web.Response:
        """Take a picture; Telegram allows 1,024 UTF-16 units of caption."""
        if len(arguments.get("caption", "").encode("utf-16-le")) // 2 > 1_024:
            return _refuse(400, "Bad Request: message caption is too long")
        chat = {"id": int(arguments["chat_id"]), "type": "private"}
        picture = next(value.file.read() for value in arguments.values() if isinstance(value, web.FileField))
        shown = {"chat": chat, "caption": arguments.get("caption"), "picture": picture, "message_id": next(self._ids)}
        self.visible.append(shown)
        photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
        return _ok({"message_id": shown["message_id"], "date": START, "chat": chat, "photo": photo})

    def _hand_over(self, arguments: Json) -> web.Response:
        chat = {"id": int(arguments["chat_id"]), "type": "private"}
        file = next(value for value in arguments.values() if isinstance(value, web.FileField))
        shown = {"chat": chat, "name": file.filename, "file": file.file.read(), "message_id": next(self._ids)}
        self.visible.append(shown)
        document = {"file_id": "1", "file_unique_id": "1", "file_name": file.filename}
        return _ok({"message_id": shown["message_id"], "date": START, "chat": chat, "document": document})


def _user(id_: int, language: str) -> Json:
    return {"id": id_, "is_bot": False, "first_name": "Anna", "language_code": language}


def _ok(result: object) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def _refuse(status: int, description: str, **more: object) -> web.Response:
    return web.json_response({"ok": False, "error_code": status, "description": description, **more}, status=status)


async def _arguments(request: web.Request) -> Json:
    given: Json = dict(request.query)
    if request.can_read_body:
        given |= dict(await request.post())
    for name in ("reply_markup", "link_preview_options", "allowed_updates"):
        if isinstance(given.get(name), str):
            given[name] = json.loads(given[name])
    return given
