"""A server on the loopback that speaks as OpenAI's chat completions do, and says what a test tells it to."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One answer: words or tool calls as they should be, or raw bytes, a status, or bytes that come one a moment."""

    text: str = ""
    calls: tuple[tuple[str, Mapping[str, object]], ...] = ()
    raw: bytes | None = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    pause_s: float = 0.0
    """Between one byte and the next."""
    tokens: int = 100
    drops: bool = False
    """Whether the connection is cut without an answer."""


@dataclass
class FakeOpenAI:
    """`requests` holds the bodies that came, `url` where the server is."""

    answer: Callable[[Json], Said]
    requests: list[Json] = field(default_factory=list)
    url: str = ""

    def heard(self) -> str:
        """Give everything that was sent, as one text."""
        return json.dumps(self.requests, ensure_ascii=False)


@contextmanager
def openai_server(answer: Callable[[Json], Said]) -> Iterator[FakeOpenAI]:
    """Run the server meanwhile."""
    fake = FakeOpenAI(answer=answer)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            fake.requests.append(body)
            _write(self, fake.answer(body))

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the name is the library's
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    fake.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()


def _write(handler: BaseHTTPRequestHandler, said: Said) -> None:
    if said.drops:
        handler.close_connection = True
        handler.connection.close()
        return
    body = said.raw if said.raw is not None else json.dumps(_completion(said)).encode()
    handler.send_response(said.status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    for name, value in said.headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    try:
        if not said.pause_s:
            handler.wfile.write(body)
            return
        for place in range(len(body)):
            handler.wfile.write(body[place : place + 1])
            handler.wfile.flush()
            time.sleep(said.pause_s)
    except OSError:  # the one who asked has had enough, which is what is tested
        handler.close_connection = True


def _completion(said: Said) -> Json:
    message: Json = {"role": "assistant", "content": said.text}
    if said.calls:
        message["tool_calls"] = [
            {"id": f"c{at}", "type": "function", "function": {"name": name, "arguments": json.dumps(arguments)}}
            for at, (name, arguments) in enumerate(said.calls)
        ]
    return {
        "id": "x",
        "object": "chat.completion",
        "created": 0,
        "model": "fake",
        "choices": [{"index": 0, "message": message, "finish_reason": "tool_calls" if said.calls else "stop"}],
        "usage": {"prompt_tokens": said.tokens, "completion_tokens": 0, "total_tokens": said.tokens},
    }
