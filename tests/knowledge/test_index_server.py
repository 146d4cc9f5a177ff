"""A Chroma server that is down, slow or broken (fault 27): words answer, soon; a server that is there is used."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from knowledge import search as module
from knowledge.backlog import index_backlog
from knowledge.breaker import REST_S, Breaker
from knowledge.errors import IndexDown
from knowledge.index_server import ServedIndex
from knowledge.search import FeedbackSearch
from metrics.scope import EVERYTHING
from metrics.store.feedback import FeedbackReader
from tests.knowledge.shop import Shop

QUEUE = "The queue at the checkout was far too long"


class Clock:
    """A clock of seconds that a test moves."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


class Server(ThreadingHTTPServer):
    """Answers every request with 500, after `delay` seconds, and counts them."""

    daemon_threads = True

    def __init__(self) -> None:
        self.delay = 0.0
        self.asked = 0
        super().__init__(("127.0.0.1", 0), _Broken)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Broken(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked += 1
        time.sleep(self.server.delay)
        self.send_response(500)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_POST = do_GET  # noqa: N815 the base class looks for it

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the base class names it
        """Say nothing."""


@pytest.fixture
def broken() -> Iterator[Server]:
    server = Server()
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def served(search: FeedbackSearch, url: str, clock: Clock) -> FeedbackSearch:
    """Search the same shop by a server."""
    index = ServedIndex(url, embedder="hashing@1-384", now=clock)
    return FeedbackSearch(
        FeedbackReader(search.parts.indexed.engine), parts=replace(search.parts, index=index)
    )  # fmt: skip


def test_a_broken_server_is_asked_three_times_then_left_alone_then_tried_once(broken: Server) -> None:
    clock = Clock()
    index = ServedIndex(broken.url, embedder="hashing@1-384", now=clock)
    for _ in range(3):
        with pytest.raises(IndexDown):
            index.ids()
    asked = broken.asked
    with pytest.raises(IndexDown):
        index.ids()
    assert broken.asked == asked
    clock.seconds += REST_S
    with pytest.raises(IndexDown):
        index.ids()
    assert broken.asked > asked


def test_while_one_try_is_under_way_others_are_not_let_through() -> None:
    clock = Clock()
    breaker = Breaker(now=clock)
    for _ in range(3):
        breaker.failed()
    assert not breaker.lets_through()
    clock.seconds += REST_S
    assert (breaker.lets_through(), breaker.lets_through()) == (True, False)
    breaker.succeeded()
    assert breaker.lets_through()


def test_a_slow_server_costs_a_search_little_and_the_answer_says_so(
    search: FeedbackSearch, broken: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_backlog(search.parts)
    monkeypatch.setattr(module, "EXACT_AT_MOST", 3)
    broken.delay = 20.0
    slow = served(search, broken.url, Clock())
    with pytest.raises(IndexDown):
        slow.parts.index.nearest(search.parts.embedder.embed([QUEUE]), limit=1)  # Chroma's code is loaded by it
    began = time.monotonic()
    found = slow.search("queue checkout", within=EVERYTHING)
    assert time.monotonic() - began < 2.0  # 0.25 s of waiting; the rest is for busy machines
    assert found.degraded == "index_down"
    assert found.hits[0].feedback.external_id == "en"


@pytest.fixture
def real(tmp_path: Path) -> Iterator[str]:
    program = shutil.which("chroma", path=str(Path(sys.executable).parent))
    assert program is not None
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [program, "run", "--path", str(tmp_path / "server"), "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(300):
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(timeout=20)


def test_a_real_server_is_filled_asked_and_emptied(
    shop: Shop, search: FeedbackSearch, real: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = served(search, real, Clock())
    texts = index_backlog(there.parts).indexed
    assert len(there.parts.index.ids()) == texts
    monkeypatch.setattr("knowledge.index_server.QUESTION_S", 10.0)  # on a busy machine
    monkeypatch.setattr(module, "EXACT_AT_MOST", 3)
    found = there.search("queue checkout", within=EVERYTHING)
    assert (found.hits[0].feedback.external_id, found.degraded) == ("en", None)
    there.parts.index.remove([shop.id_of("pl")])
    assert len(there.parts.index.ids()) == texts - 1
    there.parts.index.discard()
    assert there.parts.index.ids() == frozenset()
    there.close()
