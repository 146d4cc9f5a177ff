"""The benchmark of digests counts what the scan beside it counts."""

import sqlite3
from pathlib import Path

from bot.bench.benched_store import benched_store
from bot.bench.digests import NOW, SCAN
from bot.bench.responses import made_up, touchpoint_name, unit_name
from bot.digests.findings import windows
from bot.digests.focus import Focus
from bot.digests.weeks import compared, read_weeks
from bot.store.digest_places import DigestFacts
from metrics.scores.policy import USUAL
from metrics.scores.registry import metric
from metrics.store.reader import HistogramReader

UNIT = 3


def test_a_digest_and_a_scan_of_its_scope_count_the_same_answers(tmp_path: Path) -> None:
    path = tmp_path / "responses.db"
    engine = benched_store(path, made_up(6_000))
    days, base = windows(NOW.date())
    weeks = read_weeks(HistogramReader(engine), metric=metric("nps"), days=days, base=base)
    focus = Focus(units=frozenset({unit_name(UNIT)}))
    pairs = compared(weeks, focus, places=DigestFacts(engine).places(), policy=USUAL)
    ours = {pair.group["touchpoint"]: (pair.now.n, pair.base.n) for pair in pairs if pair.group}
    cuts = (days.first.toordinal(), base.first.toordinal(), days.end.toordinal(), days.first.toordinal())
    connection = sqlite3.connect(path)
    rows = connection.execute(SCAN.format(scope=f"AND unit_id = {UNIT}"), cuts).fetchall()
    connection.close()
    engine.dispose()
    found = {(touchpoint_name(one), bool(now)): n for one, now, n, *_ in rows}
    names = {name for name, _ in found}
    assert ours == {name: (found.get((name, True), 0), found.get((name, False), 0)) for name in names}
    assert sum(n for pair in ours.values() for n in pair) > 0
