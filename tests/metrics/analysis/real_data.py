"""The development data, imported through the example maps into a database of its own."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from metrics.analysis.engine import ScoreEngine
from metrics.ingest.files import inspect
from metrics.ingest.import_map import read_map
from metrics.store.importing import Importer, Job
from metrics.store.reader import HistogramReader
from tests.metrics.analysis.company import KeepsEverything, empty_store

CHECKOUT = Path(__file__).parents[3]
DATA = CHECKOUT.parent / "shared" / "data"
EXAMPLES = CHECKOUT / "examples"
NOW = datetime(2026, 11, 20, 11, tzinfo=UTC)

OLIST = (
    ("olist/customers.toml", "olist/olist_customers_dataset.csv"),
    ("olist/orders.toml", "olist/olist_orders_dataset.csv"),
    ("olist/reviews.toml", "olist/olist_order_reviews_dataset.csv"),
)
TELECOM = (("telecom/nps.toml", "en_nps_verbatims_telecom/nps_verbatims.csv"),)


def needs_data() -> pytest.MarkDecorator:
    """Skip where the development data does not lie beside the checkout: it may not be shipped."""
    return pytest.mark.skipif(not DATA.exists(), reason="the development data is not beside the checkout")


def reference() -> dict[str, Any]:
    """Read the truths computed from these files by other means."""
    truths: dict[str, Any] = json.loads((DATA / "reference.json").read_text(encoding="utf-8"))
    return truths


def imported(folder: Path, files: tuple[tuple[str, str], ...]) -> Engine:
    """Import each file through its map."""
    engine = empty_store(folder)
    importer = Importer(engine, redactor=KeepsEverything())
    for map_name, file in files:
        job = Job(
            file=inspect(DATA / file),
            import_map=read_map(EXAMPLES / map_name, workspace_timezone="UTC"),
            workspace_timezone="UTC",
            rejects=folder,
            now=NOW,
        )
        started = importer.open(job, run=importer.begin(job))
        while started.next_chunk():
            pass
        started.close()
    return engine


def engine_over(engine: Engine) -> ScoreEngine:
    """Put the score engine over a database."""
    return ScoreEngine(HistogramReader(engine), now=lambda: NOW)
