"""How fast texts with a word that half of them have are counted, beside FTS5 over the same texts, in one run.

FTS5 counts what it holds; ours also makes sure that nothing was changed since, and gives which texts they are.
"""

import sqlite3
from pathlib import Path

from bot.bench.measured import Measured
from bot.bench.said import FREQUENT
from bot.bench.timing import in_turns
from knowledge.search import FeedbackSearch
from metrics.scope import EVERYTHING

ROUNDS = 9

COUNT = "SELECT count(*) FROM said WHERE said MATCH ?"
RANK = "SELECT rowid FROM said WHERE said MATCH ? ORDER BY bm25(said) LIMIT 10"


def counted(search: FeedbackSearch, home: Path) -> list[Measured]:
    """Count by the search, by FTS5, and rank by FTS5's BM25."""
    peer = _fts5(home / "cxbot.db", home / "fts5.db")
    try:
        ours = search.mentioning(FREQUENT, within=EVERYTHING).count
        theirs = peer.execute(COUNT, (FREQUENT,)).fetchone()[0]
        times = in_turns(
            {
                "ours": lambda: search.mentioning(FREQUENT, within=EVERYTHING).count,
                "fts5": lambda: peer.execute(COUNT, (FREQUENT,)).fetchone(),
                "bm25": lambda: peer.execute(RANK, (FREQUENT,)).fetchall(),
            },
            rounds=ROUNDS,
        )
    finally:
        peer.close()
    return [
        times.ratio("ours", "fts5", name="count.vs_fts5"),
        times.ratio("bm25", "ours", name="count.vs_bm25"),
        times.median_ms("ours", name="count.ms"),
        times.median_ms("fts5", name="count.fts5_ms"),
        Measured(name="count.same_as_fts5", value=float(ours == theirs), unit="share"),
    ]


def _fts5(store: Path, path: Path) -> sqlite3.Connection:
    """Open an FTS5 index of every text, made at first."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA mmap_size=268435456")
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'said'").fetchone() is None:
        connection.execute("CREATE VIRTUAL TABLE said USING fts5 (words, content='', tokenize='unicode61')")
        connection.execute("ATTACH ? AS store", (str(store),))
        connection.execute("INSERT INTO said (rowid, words) SELECT id, redacted FROM store.feedback")
        connection.execute("INSERT INTO said (said) VALUES ('optimize')")
        connection.commit()
    return connection
