from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.metrics.ingest.desk import Desk, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    found = open_desk(tmp_path)
    yield found
    found.engine.dispose()
