"""What is kept of the directory is what stands there now, whoever changed it; and one answer reads one state."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from metrics.errors import UnknownGroup
from metrics.figures import Days
from metrics.records import FeedbackRecord, ScoreRecord
from metrics.scores.registry import metric
from metrics.store import directory
from metrics.store.engine import open_engine, writing
from metrics.store.reader import HistogramReader
from metrics.store.tables import touchpoint
from metrics.store.writer import Writer
from tests.metrics.store.test_writer import NOON, Unchanged
from tests.stores import KINDS, Stores

OCTOBER = Days(first=date(2026, 10, 1), end=date(2026, 11, 1))


def stored(engine: Engine, number: int) -> None:
    nine = ScoreRecord(instrument="nps", value=9, scale_min=0, scale_max=10)
    with writing(engine) as connection:
        source_id = directory.known_source(connection, name="pos", kind="feedback", timezone="UTC")
        touchpoint_id, _ = directory.touchpoint(connection, name="checkout")
        record = FeedbackRecord(
            source_id=source_id, external_id=str(number), kind="survey", given_at=NOON, timezone="UTC",
            touchpoint_id=touchpoint_id, scores=(nine,),
        )  # fmt: skip
        Writer(connection, redactor=Unchanged()).feedback([record])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("elsewhere", [True, False])
def test_a_new_name_is_known_to_the_next_question(
    kind: str, stores: Stores, tmp_path: Path, *, elsewhere: bool
) -> None:
    with stores.url(kind, tmp_path) as url:
        ours = open_engine(url)
        theirs = open_engine(url) if elsewhere else ours
        stored(ours, 1)
        reader = HistogramReader(ours)
        for _ in range(2):
            assert reader.canonical({"touchpoint": ("Checkout",)}) == {"touchpoint": ("checkout",)}
        with writing(theirs) as connection:
            connection.execute(update(touchpoint).values(name="till"))
        assert reader.canonical({"touchpoint": ("Till",)}) == {"touchpoint": ("till",)}
        assert list(reader.histograms(metric("nps"), days=OCTOBER, where={}, by=("touchpoint",))) == [("till",)]
        with pytest.raises(UnknownGroup):
            reader.canonical({"touchpoint": ("checkout",)})
        ours.dispose()
        theirs.dispose()


def test_one_answer_reads_one_state_of_the_store(store: Engine) -> None:
    stored(store, 1)
    with HistogramReader(store).at_once() as once:
        before = once.histograms(metric("nps"), days=OCTOBER, where={})
        stored(store, 2)
        assert once.histograms(metric("nps"), days=OCTOBER, where={}) == before
        assert HistogramReader(store).histograms(metric("nps"), days=OCTOBER, where={})[()].total == 2
