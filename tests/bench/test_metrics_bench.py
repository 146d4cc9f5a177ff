"""The benchmark compares answers that are the same."""

from pathlib import Path

import pytest

from bot.bench.benched_store import benched_store
from bot.bench.ours import Ours
from bot.bench.peers import QUESTIONS, DuckDb, Pandas, SqliteScan, frame
from bot.bench.responses import made_up
from metrics.store import rollups
from metrics.store.engine import reading


def test_we_and_the_others_answer_the_questions_alike(tmp_path: Path) -> None:
    responses = made_up(3_000)
    path = tmp_path / "responses.db"
    engine = benched_store(path, responses)
    scores = frame(responses)
    for question in QUESTIONS:
        ours = Ours(engine).ask(question)
        for peer in (DuckDb(scores), Pandas(scores), SqliteScan(path), Ours(engine, scan=True)):
            theirs = peer.ask(question)
            assert theirs.keys() == ours.keys()
            for key, (n, value) in theirs.items():
                assert n == ours[key][0]
                assert value == pytest.approx(ours[key][1], abs=1e-9)
    engine.dispose()


def test_a_built_store_keeps_its_rollups_and_is_built_once(tmp_path: Path) -> None:
    responses = made_up(3_000)
    path = tmp_path / "responses.db"
    engine = benched_store(path, responses)
    with reading(engine) as connection:
        assert rollups.check(connection) == ()
    engine.dispose()
    built = path.stat().st_ino
    benched_store(path, responses).dispose()
    assert path.stat().st_ino == built
