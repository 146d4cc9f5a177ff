"""cxbot bench metrics: our questions and imports beside those of the tools people would use instead.

The data is made once; every ratio is of medians over rounds in which the parties take turns, on the same rows, and
every answer is compared with ours before anything is timed. What each party does in its time:

- ours: `ScoreEngine` over the store on disk, a typed question to a typed answer with intervals and sources. What the
  directory says (names, hierarchy) is kept from the question before, as it is for anyone who asks twice of an unchanged
  database; `after_write` is the first question after somebody changed it.
- duckdb: one statement on a table in memory, two threads, rows fetched; pandas: masks and a groupby on columns in
  memory; scan: one statement that SQLite answers from the table of scores. None of them makes intervals or names.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from bot.bench.benched_store import benched_store, path_of, reads
from bot.bench.imports import measure_imports
from bot.bench.measured import Measured
from bot.bench.ours import Ours
from bot.bench.peers import QUESTIONS, Answer, DuckDb, Pandas, SqliteScan, frame
from bot.bench.responses import made_up
from bot.bench.timing import Times, in_turns, stopwatch
from metrics.store.effort import effort
from metrics.store.engine import Database

SAME = 1e-9
ROUNDS, SLOW_ROUNDS = 41, 9
GROWTHS = (4, 16)
"""How many times as many responses in the same days: against stores of that fraction of the rows."""

Say = Callable[[str], None]
_Answer = TypeVar("_Answer")


class NotTheSame(Exception):
    """A peer's answer is not ours."""


def run(*, rows: int, import_rows: int, folder: Path, store: Path, say: Say) -> Iterator[Measured]:
    """Measure on so many responses; `say` hears how far it has come.

    `folder` is empty and not needed afterwards; what is built in `store` is used again by whoever names it again.
    """
    say(f"making {rows:,} responses, and a fraction of them")
    large = _Parties(store, rows=rows)
    small = {times: _Parties(store, rows=max(rows // times, 1), alone=True) for times in GROWTHS}
    try:
        say("asking")
        yield from large.questions()
        for times, fraction in small.items():
            yield from _growth(large, fraction, times=times)
        yield from large.after_write()
        yield from large.counters()
    finally:
        for parties in (large, *small.values()):
            parties.close()
    if import_rows:
        yield from measure_imports(made_up(import_rows), folder=folder, say=say)


class _Parties:
    """Our store of some size, and unless it is `alone` its peers."""

    def __init__(self, folder: Path, *, rows: int, alone: bool = False) -> None:
        responses = made_up(rows)
        self.path = path_of(folder, rows=rows)
        self.engine: Database = benched_store(self.path, responses)
        self.ours = Ours(self.engine)
        self._peers: dict[str, DuckDb | Pandas] = {}
        if not alone:
            scores = frame(responses)
            self._peers = {"duckdb": DuckDb(scores), "pandas": Pandas(scores)}

    def questions(self) -> Iterator[Measured]:
        """Time the questions, and give the figures that are promised first."""
        scan = SqliteScan(self.path)
        for question in QUESTIONS:
            peers = {name: _asker(peer.ask, question) for name, peer in self._peers.items()}
            if question == "q4":
                peers["scan"] = _asker(scan.ask, question)
            _must_agree(question, self.ours.ask(question), {name: ask() for name, ask in peers.items()})
            parties: Mapping[str, Callable[[], object]] = {"ours": _asker(self.ours.answer, question), **peers}
            quick = in_turns({name: ask for name, ask in parties.items() if name in ("ours", "duckdb")}, rounds=ROUNDS)
            slow = in_turns({name: ask for name, ask in parties.items() if name != "duckdb"}, rounds=SLOW_ROUNDS)
            if question == "q4":
                yield slow.ratio("scan", "ours", name="q4.vs_scan")
            yield quick.ratio("duckdb", "ours", name=f"{question}.vs_duckdb")
            yield slow.ratio("pandas", "ours", name=f"{question}.vs_pandas")
            yield quick.median_ms("ours", name=f"{question}.ours_ms")
            yield quick.median_ms("duckdb", name=f"{question}.duckdb_ms")

    def after_write(self) -> Iterator[Measured]:
        """Time the first question after another connection has changed the database."""
        writer = sqlite3.connect(self.path, isolation_level=None)
        taken: list[float] = []
        for _ in range(ROUNDS):
            writer.execute("UPDATE source SET expected_every_s = NULL WHERE id = 1")
            taken.append(stopwatch(_asker(self.ours.answer, "q1")))
        writer.close()
        yield Times(of={"ours": taken}).median_ms("ours", name="q1.after_write_ms")

    def counters(self) -> Iterator[Measured]:
        """Count what no busy machine changes."""
        for question in QUESTIONS:
            with effort(self.engine) as spent:
                self.ours.answer(question)
            yield Measured(name=f"{question}.statements", value=spent.statements, unit="statements")
            yield Measured(name=f"{question}.rows_read", value=reads(self.path, question), unit="rows")

    def close(self) -> None:
        """Close the store."""
        self.engine.dispose()


def _growth(large: _Parties, small: _Parties, *, times: int) -> Iterator[Measured]:
    """How much longer the questions take of so many times as many responses in the same days."""
    for question, suffix in (("q1", ""), ("q2", ".q2"), ("q3", ".q3")):
        taken = in_turns(
            {"large": _asker(large.ours.answer, question), "small": _asker(small.ours.answer, question)}, rounds=ROUNDS
        )
        yield taken.ratio("large", "small", name=f"growth.{times}x{suffix}")


def _asker(ask: Callable[[str], _Answer], question: str) -> Callable[[], _Answer]:
    return lambda: ask(question)


def _must_agree(question: str, expected: Answer, answers: Mapping[str, Answer]) -> None:
    for name, answer in answers.items():
        same = answer.keys() == expected.keys() and all(
            n == expected[key][0] and abs(value - expected[key][1]) <= SAME for key, (n, value) in answer.items()
        )
        if not same:
            raise NotTheSame(f"{question}: {name}")
