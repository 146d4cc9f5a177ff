from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.search import FeedbackSearch
from tests.knowledge.shop import Shop, open_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop whose customers have spoken; nothing is indexed."""
    made = open_shop(tmp_path)
    made.say(*made.texts())
    yield made
    made.engine.dispose()


@pytest.fixture
def search(shop: Shop) -> Iterator[FeedbackSearch]:
    opened = shop.search()
    yield opened
    opened.close()
