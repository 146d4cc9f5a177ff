"""kill -9 while texts are read: started again, every text has the labels of an undisturbed reading, each once."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from bot.jobs.annotation import run_annotation
from knowledge.annotation import TextReading, annotate_backlog
from knowledge.annotator import TextAnnotator
from knowledge.backlog import index_backlog
from knowledge.store.tables import annotated
from metrics.scope import EVERYTHING
from metrics.store.engine import Database, reading
from metrics.store.tables import annotation
from tests.jobs.fakes import PlainJobs
from tests.knowledge.shop import Shop, open_shop

CHECKOUT = Path(__file__).parents[2]
TEXTS, BATCH = 600, 20
SAID = (
    "Terrible, the parcel {} was late",
    "Lovely shop, thank you {}",
    "Where is my refund {}?",
    "Kolejka {} za długa",
)


def shop_of_many(home: Path) -> Shop:
    home.mkdir()
    shop = open_shop(home)
    shop.say(*(shop.record(str(at), SAID[at % 4].format(at)) for at in range(TEXTS)))
    return shop


def start(home: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.jobs.one_reading", str(home), str(BATCH)]
    return subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def contents(engine: Database) -> list[tuple[Any, ...]]:
    with reading(engine) as connection:
        columns = annotation.primary_key.columns
        return [tuple(row) for row in connection.execute(select(annotation).order_by(*columns))]


def read_count(engine: Database) -> int:
    with reading(engine) as connection:
        return int(connection.execute(select(func.count()).select_from(annotated)).scalar_one())


def test_a_reading_killed_midway_goes_on_where_it_stopped(tmp_path: Path) -> None:
    shop, calm = shop_of_many(tmp_path / "harried"), shop_of_many(tmp_path / "calm")
    annotate_backlog(calm.engine)
    with start(shop.home) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        deadline = time.monotonic() + 30
        while not 0 < read_count(shop.engine) < TEXTS and time.monotonic() < deadline:
            time.sleep(0.001)
        process.kill()
    before = read_count(shop.engine)
    assert 0 < before < TEXTS
    with start(shop.home) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert (process.stdout.readline(), process.stdout.readline()) == ("begun\n", "done\n"), process.stderr.read()
    assert contents(shop.engine) == contents(calm.engine)
    assert read_count(shop.engine) == TEXTS


def test_a_newer_annotator_reads_again_and_the_index_holds_what_the_store_says(tmp_path: Path) -> None:
    shop = shop_of_many(tmp_path / "home")
    search = shop.search()
    annotate_backlog(shop.engine)
    index_backlog(search.parts)
    newer = TextReading(shop.engine, annotator=TextAnnotator(learnt="newer"), batch=BATCH)
    assert run_annotation(newer, PlainJobs()) == TEXTS
    assert index_backlog(search.parts).indexed == 0  # labels changed, texts did not
    assert search.search("parcel late", within=EVERYTHING, limit=3).hits
    search.close()
