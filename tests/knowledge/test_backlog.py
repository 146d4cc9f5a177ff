import os
import shutil
import signal
import subprocess
import sys
import textwrap

import pytest

from knowledge.backlog import index_backlog, reindex
from knowledge.redaction import PatternRedactor
from knowledge.search import FeedbackSearch
from metrics.scope import EVERYTHING
from metrics.store.engine import writing
from metrics.store.writer import Writer
from tests.knowledge.shop import Shop

TEXTS = 8
"""Pieces of feedback in the shop that have words."""


def test_the_backlog_is_indexed_once(search: FeedbackSearch) -> None:
    assert index_backlog(search.parts).indexed == TEXTS
    assert index_backlog(search.parts).indexed == 0
    assert len(search.parts.index.ids()) == TEXTS


def test_progress_is_told(search: FeedbackSearch) -> None:
    told: list[tuple[int, int]] = []
    index_backlog(search.parts, on_progress=lambda done, total: told.append((done, total)))
    assert told == [(TEXTS, TEXTS)]


def test_only_new_and_changed_texts_are_indexed_again(shop: Shop, search: FeedbackSearch) -> None:
    index_backlog(search.parts)
    shop.say(shop.record("new", "Nowa opinia"), shop.record("pl", "Kurier jednak znalazł paczkę"))
    assert index_backlog(search.parts).indexed == 2
    assert len(search.parts.index.ids()) == TEXTS + 1


def test_deleting_the_folder_and_indexing_again_gives_the_same_answers(shop: Shop, search: FeedbackSearch) -> None:
    index_backlog(search.parts)
    before = search.search("kurier zgubił paczkę", within=EVERYTHING)
    search.close()
    shutil.rmtree(shop.home / "index")
    again = shop.search()
    assert again.search("kurier zgubił paczkę", within=EVERYTHING).hits == before.hits
    assert index_backlog(again.parts).indexed == TEXTS
    assert again.search("kurier zgubił paczkę", within=EVERYTHING) == before
    again.close()


def test_rebuilding_gives_the_same_answers(search: FeedbackSearch) -> None:
    index_backlog(search.parts)
    before = search.search("排队太久", within=EVERYTHING)
    assert reindex(search.parts).indexed == TEXTS
    assert search.search("排队太久", within=EVERYTHING) == before


def test_a_broken_index_is_rebuilt_by_the_next_run_with_work(shop: Shop, search: FeedbackSearch) -> None:
    index_backlog(search.parts)
    search.close()
    (shop.home / "index" / "chroma" / "chroma.sqlite3").write_bytes(b"no database at all" * 1000)
    shop.say(shop.record("new", "Nowa opinia"))
    assert index_backlog(search.parts).indexed == TEXTS + 1
    assert len(search.parts.index.ids()) == TEXTS + 1


def test_deleted_feedback_leaves_the_index(shop: Shop, search: FeedbackSearch) -> None:
    index_backlog(search.parts)
    gone = shop.id_of("pl")
    with writing(shop.engine) as connection:
        Writer(connection, redactor=PatternRedactor()).delete_feedback([gone])
    assert "pl" not in [hit.feedback.external_id for hit in search.search("paczka", within=EVERYTHING).hits]
    index_backlog(search.parts)
    assert gone not in search.parts.index.ids()


def test_a_second_process_is_refused_politely_and_still_searches(shop: Shop, search: FeedbackSearch) -> None:
    index_backlog(search.parts)
    script = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from knowledge.backlog import index_backlog, reindex
        from knowledge.search import open_search
        from metrics.scope import EVERYTHING
        from metrics.store.engine import open_engine, sqlite_url

        home = Path(sys.argv[1])
        search = open_search(open_engine(sqlite_url(home / "shop.db")), folder=home / "index")
        print(index_backlog(search.parts).reason, reindex(search.parts).reason)
        print(search.search("queue", within=EVERYTHING).hits[0].feedback.external_id)
        """
    )
    second = subprocess.run(
        [sys.executable, "-c", script, str(shop.home)], capture_output=True, text=True, check=True, timeout=60
    )
    assert second.stdout.split() == ["index_locked", "index_locked", "en"]


@pytest.mark.parametrize(
    "step",
    [pytest.param("sidecar", marks=pytest.mark.torture), "index", pytest.param("mark", marks=pytest.mark.torture)],
)
def test_a_run_that_was_killed_is_finished_by_the_next(shop: Shop, step: str) -> None:
    script = textwrap.dedent(
        """
        import os, signal, sys
        from pathlib import Path
        from knowledge import backlog
        from knowledge.search import open_search
        from metrics.store.engine import open_engine, sqlite_url

        backlog.BATCH = 3
        home, step = Path(sys.argv[1]), sys.argv[2]
        parts = open_search(open_engine(sqlite_url(home / "shop.db")), folder=home / "index").parts
        owner, name = {
            "sidecar": (parts.sidecar, "append"), "index": (parts.index, "upsert"), "mark": (parts.indexed, "mark")
        }[step]
        real, calls = getattr(owner, name), []

        def dying(*args, **named):
            calls.append(1)
            if len(calls) == 2:
                os.kill(os.getpid(), signal.SIGKILL)
            real(*args, **named)

        setattr(owner, name, dying)
        backlog.index_backlog(parts)
        """
    )
    killed = subprocess.run(
        [sys.executable, "-c", script, str(shop.home), step], env=dict(os.environ), check=False, timeout=60
    )
    assert killed.returncode == -signal.SIGKILL
    search = shop.search()
    assert index_backlog(search.parts).indexed == TEXTS - 3
    assert len(search.parts.index.ids()) == len(search.parts.sidecar.snapshot().ids) == TEXTS
    found = search.search("queue", within=EVERYTHING)
    assert (found.hits[0].feedback.external_id, found.degraded) == ("en", None)
    search.close()


def test_texts_do_not_reach_the_index_folder(shop: Shop, search: FeedbackSearch) -> None:
    shop.say(shop.record("secret", "Write to anna@example.com or kryptonim Zebra9000"))
    index_backlog(search.parts)
    search.close()
    held = b"".join(path.read_bytes() for path in (shop.home / "index").rglob("*") if path.is_file())
    assert b"anna@example.com" not in held
    assert b"Zebra9000" not in held
