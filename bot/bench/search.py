"""How well the search finds, by two protocols, through the code that answers people, in a throw-away home.

Labelled: 500 rows (seed 0) are asked against the rest; the share of the first five that have the question's label.
Known item: 2,500 texts (seed 0) are cut in half by characters, the second halves are indexed and 500 first halves asked
for; the share whose other half is among the first ten. Texts that stand in the file twice count once.
"""

import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from bot.bench.plain_bm25 import PlainBm25
from bot.bench.questions import Share
from bot.main import MIGRATIONS
from knowledge.backlog import index_backlog
from knowledge.redaction import PatternRedactor
from knowledge.search import FeedbackSearch, open_search
from metrics.records import FeedbackRecord
from metrics.scope import EVERYTHING
from metrics.scores.intervals import wilson
from metrics.store import directory
from metrics.store.engine import open_engine, sqlite_url, writing
from metrics.store.migrate import upgrade
from metrics.store.writer import Writer

QUESTIONS, TEXTS = 500, 2_500
FIRST_LABELLED, FIRST_KNOWN = 5, 10
LONG = 80
"""Characters of a text whose halves both say something."""

_GIVEN = datetime(2026, 1, 1, tzinfo=UTC)

Finder = Callable[[str, int], Sequence[int]]
"""Gives the rows found for a question, at most so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledText:
    """A text and what people say it is about."""

    text: str
    label: str


def labelled(rows: Sequence[LabelledText], *, language: str) -> list[Share]:
    """Measure by labels: the search, and plain BM25 beside it."""
    rows = [row for row in rows if row.text.strip() and row.label.strip()]
    chosen = set(random.Random(0).sample(range(len(rows)), min(QUESTIONS, len(rows) // 2)))  # noqa: S311 a sample
    asked = [rows[place] for place in sorted(chosen)]
    rest = [row for place, row in enumerate(rows) if place not in chosen]

    def share(name: str, find: Finder) -> Share:
        hits = [
            sum(rest[place].label == row.label for place in find(row.text, FIRST_LABELLED)) / FIRST_LABELLED
            for row in asked
        ]
        return _share(name, hits)

    return _both("labelled", [row.text for row in rest], share, language=language)


def known_item(texts: Sequence[str], *, language: str) -> list[Share]:
    """Measure by halves, over all texts and over the long ones: the search, and plain BM25 beside it."""
    distinct = [text for text in dict.fromkeys(map(str.strip, texts)) if len(text) > 1]
    long = [text for text in distinct if len(text) >= LONG]
    found = _halves("known_item", distinct, language=language)
    return [*found, *(_halves("known_item.long", long, language=language) if len(long) >= QUESTIONS else [])]


def _halves(name: str, texts: Sequence[str], *, language: str) -> list[Share]:
    chance = random.Random(0)  # noqa: S311 a sample
    chosen = chance.sample(list(texts), min(TEXTS, len(texts)))
    asked = chance.sample(range(len(chosen)), min(QUESTIONS, len(chosen)))

    def share(name: str, find: Finder) -> Share:
        halves = ((place, chosen[place][: len(chosen[place]) // 2]) for place in asked)
        return _share(name, [float(place in find(half, FIRST_KNOWN)) for place, half in halves])

    return _both(name, [text[len(text) // 2 :] for text in chosen], share, language=language)


def _both(name: str, texts: Sequence[str], share: Callable[[str, Finder], Share], *, language: str) -> list[Share]:
    plain = PlainBm25(texts)
    with _searching(texts, language=language) as search:

        def found(question: str, limit: int) -> list[int]:
            hits = search.search(question, within=EVERYTHING, limit=limit).hits
            return [int(hit.feedback.external_id) for hit in hits]

        ours = share(name, found)
    return [ours, share(f"{name}.bm25", lambda question, limit: plain.best(question, limit=limit).tolist())]


def _share(name: str, hits: Sequence[float]) -> Share:
    interval = wilson(sum(hits), len(hits))
    return Share(name=name, value=sum(hits) / len(hits), low=interval.low, high=interval.high, n=len(hits))


@contextmanager
def _searching(texts: Sequence[str], *, language: str) -> Iterator[FeedbackSearch]:
    with tempfile.TemporaryDirectory(prefix="cxbot-eval-") as name:
        home = Path(name)
        engine = open_engine(sqlite_url(home / "cxbot.db"), durable=False)
        upgrade(engine, folders=MIGRATIONS)
        with writing(engine) as connection:
            source = directory.source(connection, name="eval", kind="feedback", timezone="UTC")
            writer = Writer(connection, redactor=PatternRedactor())
            for start, end in pairwise([*range(0, len(texts), 1_000), len(texts)]):
                writer.feedback(
                    [_record(place, texts[place], source=source, language=language) for place in range(start, end)]
                )
        search = open_search(engine, folder=home / "index")
        try:
            index_backlog(search.parts)
            yield search
        finally:
            search.close()
            engine.dispose()


def _record(place: int, text: str, *, source: int, language: str) -> FeedbackRecord:
    return FeedbackRecord(
        source_id=source,
        external_id=str(place),
        kind="review",
        given_at=_GIVEN,
        timezone="UTC",
        language=language,
        text=text,
    )
