from pathlib import Path

import pytest

from metrics.store.engine import Database
from tests.metrics.ingest.desk import Desk


@pytest.fixture
def desk(tmp_path: Path, store: Database) -> Desk:
    return Desk(folder=tmp_path, engine=store)
