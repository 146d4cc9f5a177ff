"""How fast the search is among very many texts, beside Chroma alone, FTS5 and a full comparison, in one run.

Recall is against every text that passes the filters, read from the store, embedded anew, and compared by the vectors as
they are, not as the sidecar rounds them.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from time import perf_counter

import numpy as np

from bot.bench.measured import Measured
from bot.bench.said import comments
from bot.bench.said_store import FIRST_DAY, TOUCHPOINTS, said_store
from bot.bench.search_counting import counted
from bot.bench.timing import in_turns, stopwatch
from knowledge.backlog import index_backlog
from knowledge.evidence import evidence_of_texts
from knowledge.expansion import expanded
from knowledge.ranking import relevance
from knowledge.search import FeedbackSearch, open_search
from metrics.feedback import FeedbackFilter
from metrics.figures import Days
from metrics.scope import EVERYTHING
from metrics.store.engine import open_engine, sqlite_url
from metrics.store.feedback import FeedbackReader

QUESTIONS, LIMIT, SCOPE_DAYS = 40, 10, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoped:
    """A question about one touchpoint in thirty days."""

    text: str
    wanted: FeedbackFilter


def questions() -> list[Scoped]:
    """Give questions of a few words, none of them a text that was stored."""
    found = []
    for number, text in enumerate(comments(QUESTIONS, seed=1)):
        first = FIRST_DAY + timedelta(days=number * 37 % 330)
        wanted = FeedbackFilter(
            where={"touchpoint": (f"touchpoint {number % TOUCHPOINTS}",)},
            days=Days(first=first, end=first + timedelta(days=SCOPE_DAYS)),
            has_text=True,
        )
        found.append(Scoped(text=" ".join(text.split()[:5]), wanted=wanted))
    return found


def measure(home: Path, *, texts: int, told: Callable[[str], None]) -> list[Measured]:
    """Build the store and the index in the folder, unless a run before has left them there, then ask."""
    with _built(home, texts=texts, told=told) as (search, rate):
        asked = questions()
        found = [*_scoped(search, asked), *_unscoped(search, asked), *counted(search, home)]
    return [*found, *_memory(home), *rate]


@contextmanager
def _built(home: Path, *, texts: int, told: Callable[[str], None]) -> Iterator[tuple[FeedbackSearch, list[Measured]]]:
    path = home / "cxbot.db"
    engine = open_engine(sqlite_url(path)) if path.exists() else said_store(path, texts=texts)
    search = open_search(engine, folder=home / "index")
    try:
        told("texts stored; indexing")
        began = perf_counter()
        done = index_backlog(search.parts, on_progress=lambda done, of: _tell(told, done, of)).indexed
        rate = Measured(name="index.texts_per_s", value=done / (perf_counter() - began), unit="texts/s")
        yield search, [rate] if done else []
    finally:
        search.close()
        engine.dispose()


def _tell(told: Callable[[str], None], done: int, of: int) -> None:
    if done % 50_000 == 0:
        told(f"{done} of {of} indexed")


def _scoped(search: FeedbackSearch, asked: list[Scoped]) -> list[Measured]:
    times, recalls, sizes = [], [], []

    def ask(one: Scoped) -> None:
        search.search(one.text, within=EVERYTHING, wanted=one.wanted, limit=LIMIT)

    for one in asked[:3]:
        ask(one)
    for one in asked:
        times.append(stopwatch(partial(ask, one)))
        recall, size = _recall(search, one)
        recalls.append(recall)
        sizes.append(size)
    return [
        Measured(name="scoped.p50_ms", value=float(np.median(times)) * 1000, unit="ms"),
        Measured(name="scoped.p95_ms", value=float(np.quantile(times, 0.95)) * 1000, unit="ms"),
        Measured(name="scoped.recall_at_10", value=float(np.mean(recalls)), unit="share"),
        Measured(name="scoped.texts", value=float(np.median(sizes)), unit="texts"),
    ]


def _recall(search: FeedbackSearch, one: Scoped) -> tuple[float, int]:
    parts = search.parts
    reader = FeedbackReader(parts.indexed.engine)
    stored = reader.texts(reader.ids(one.wanted, within=EVERYTHING), within=EVERYTHING)
    ids, texts = np.array(list(stored)), [row.redacted for row in stored.values()]
    vector, concepts = parts.embedder.embed([one.text])[0], expanded(one.text)
    vectors = parts.embedder.embed(texts)
    found = evidence_of_texts(ids.tolist(), texts, question=concepts, vector=vector, vectors=vectors)
    scores = relevance(replace(found, cosines=vectors @ vector), concepts)
    best = set(ids[np.lexsort((-ids, -scores))[:LIMIT]].tolist())
    ours = search.nearest_exact(one.text, within=EVERYTHING, wanted=one.wanted, limit=LIMIT)
    return len(best & set(ours)) / max(len(best), 1), len(ids)


def _unscoped(search: FeedbackSearch, asked: list[Scoped]) -> list[Measured]:
    """Ours gives ranked quotes with their records; Chroma's own gives ids, of the same questions and as many."""
    index, embedder = search.parts.index, search.parts.embedder

    def ours() -> None:
        for one in asked:
            search.search(one.text, within=EVERYTHING, limit=LIMIT)

    def chroma() -> None:
        for one in asked:
            index.nearest(embedder.embed([one.text]), limit=LIMIT)

    times = in_turns({"ours": ours, "chroma": chroma}, rounds=7)
    each = [times.median_ms("ours", name="unscoped.p50_ms"), times.median_ms("chroma", name="unscoped.chroma_p50_ms")]
    per_question = [Measured(name=one.name, value=one.value / len(asked), unit=one.unit) for one in each]
    return [times.ratio("ours", "chroma", name="unscoped.vs_chroma"), *per_question]


def _memory(home: Path) -> list[Measured]:
    held = {}
    for which in ("chroma", "ours"):
        command = [sys.executable, "-m", "bot.bench.search_memory", str(home), which]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 our own module
        held[which] = json.loads(done.stdout)
    return [
        Measured(name="memory.vs_chroma", value=held["ours"]["rss"] / held["chroma"]["rss"], unit="ratio"),
        Measured(name="memory.own_vs_chroma", value=held["ours"]["own"] / held["chroma"]["own"], unit="ratio"),
        Measured(name="memory.mb", value=held["ours"]["rss"] / 1e6, unit="MB"),
        Measured(name="memory.chroma_mb", value=held["chroma"]["rss"] / 1e6, unit="MB"),
    ]
