"""kill -9 at any moment: started again, the import ends with the rows, scores and rollups of an undisturbed one."""

import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from metrics.store import rollups
from metrics.store.engine import open_engine, reading, sqlite_url
from metrics.store.tables import ROLLUPS, feedback, rollup_gap, score, source, touchpoint

ROWS, CHUNK = 6_000, 150
CHECKOUT = Path(__file__).parents[2]
COMPARED = (source, touchpoint, feedback, score, rollup_gap, *ROLLUPS)

MAP = """
[source]
name = "survey"
kind = "feedback"
[fields]
external_id = "id"
given_at = "at"
text = "comment"
touchpoint = "touchpoint"
[[scores]]
instrument = "nps"
score = "score"
"""


def write_file(folder: Path, *, rows: int = ROWS) -> tuple[Path, Path]:
    """Write answers, some of them wrong: every tenth is off the scale, every fiftieth id stands twice."""
    rng = random.Random(7)
    lines = ["id,at,score,comment,touchpoint\n"]
    for number in range(rows):
        answer = rng.randint(0, 10) if number % 10 else 11
        key = number if number % 50 else max(number - 60, 0)
        day = f"2026-{rng.randint(1, 10):02}-{rng.randint(1, 28):02}"
        lines.append(f'{key},{day},{answer},"said\n{number}",place {rng.randint(1, 9)}\n')
    file, map_file = folder / "answers.csv", folder / "map.toml"
    file.write_text("".join(lines), encoding="utf-8")
    map_file.write_text(MAP, encoding="utf-8")
    return file, map_file


def start(home: Path, files: tuple[Path, Path]) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.jobs.one_import", str(home), *map(str, files), str(CHUNK)]
    return subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(home: Path, files: tuple[Path, Path]) -> float:
    """Import to the end; say how many seconds passed from its beginning to its end."""
    with start(home, files) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "begun\n", process.stderr.read()
        since = time.monotonic()
        assert process.stdout.readline() == "done\n", process.stderr.read()
        took = time.monotonic() - since
        assert process.stderr.read() == ""
    return took


def kill_after(home: Path, files: tuple[Path, Path], seconds: float) -> None:
    with start(home, files) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        time.sleep(seconds)
        process.kill()


def contents(home: Path) -> dict[str, list[tuple[Any, ...]]]:
    engine = open_engine(sqlite_url(home / "cxbot.db"))
    with reading(engine) as connection:
        assert rollups.check(connection) == ()
        found = {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]
            for table in COMPARED
        }
    engine.dispose()
    (rejects,) = (home / "rejects").glob("*-1.csv")  # a run that ended before it was killed is done again as 2
    found["rejects"] = [(line,) for line in rejects.read_text(encoding="utf-8").splitlines()]
    return found


def imported_with_kills(folder: Path, *, kills: int, seed: int, rows: int = ROWS) -> None:
    files = write_file(folder, rows=rows)
    calm, harried = folder / "calm", folder / "harried"
    calm.mkdir()
    harried.mkdir()
    took = finish(calm, files)
    rng = random.Random(seed)
    for _ in range(kills):
        kill_after(harried, files, rng.uniform(0, took * 0.8))
    finish(harried, files)
    expected = contents(calm)
    assert len(expected["feedback"]) > rows * 0.8
    assert contents(harried) == expected


def test_a_killed_import_ends_as_an_undisturbed_one(tmp_path: Path) -> None:
    imported_with_kills(tmp_path, kills=1, seed=1, rows=ROWS // 4)


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(4))
def test_an_import_killed_ten_times_ends_as_an_undisturbed_one(tmp_path: Path, seed: int) -> None:
    imported_with_kills(tmp_path, kills=10, seed=seed)
