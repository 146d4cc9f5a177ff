"""A home for every test, closed afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chat.echo import Home, new_home


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = new_home(tmp_path)
    yield made
    made.engine.dispose()
