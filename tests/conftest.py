"""What all tests share: a demo company made once a run, and a private copy of it for whoever asks."""

import shutil
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.demo.home import open_demo
from bot.main import App, open_app
from bot.settings import Settings
from knowledge.theming import theme_backlog
from metrics.store.engine import Database
from tests.stores import KINDS, Stores

NOW = datetime.fromisoformat("2026-11-20T12:00+01:00")


@pytest.fixture(scope="session")
def made_demo(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Make the demo company, once for all workers; the others wait for the first."""
    base = tmp_path_factory.getbasetemp()
    home = (base if worker_id == "master" else base.parent) / "demo"
    try:
        home.with_suffix(".making").mkdir()
    except FileExistsError:
        for _ in range(2_400):
            if home.exists():
                return home
            time.sleep(0.1)
        pytest.fail("the demo company was not made by the test that began to")
    making = home.with_suffix(".making") / "home"
    made = open_demo(Settings(home=making), now=NOW)
    theme_backlog(made.engine)
    made.close()
    making.rename(home)
    return home


@pytest.fixture
def demo_home(made_demo: Path, tmp_path: Path) -> Path:
    """Give a copy of the demo company's home that the test may change."""
    return Path(shutil.copytree(made_demo, tmp_path / "home"))


@pytest.fixture
def demo(demo_home: Path) -> Iterator[App]:
    """Open a copy of the demo company, its clock standing still."""
    app = open_app(Settings(home=demo_home), now=NOW)
    yield app
    app.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[App]:
    """Open a home that holds nothing."""
    app = open_app(Settings(home=tmp_path / "empty"), now=NOW)
    yield app
    app.close()


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory, testrun_uid: str) -> Iterator[Stores]:
    """Make empty stores of either kind."""
    made = Stores(folder=tmp_path_factory.mktemp("stores"), run=testrun_uid[:12])
    yield made
    made.close()


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, stores: Stores, tmp_path: Path) -> Iterator[Database]:
    """Open an empty store, first on SQLite and then on PostgreSQL: both must do the same."""
    with stores.opened(request.param, tmp_path) as engine:
        yield engine


@pytest.fixture(scope="module", params=KINDS)
def module_store(
    request: pytest.FixtureRequest, stores: Stores, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    """Open an empty store of either kind that the tests of a module share."""
    with stores.opened(request.param, tmp_path_factory.mktemp("store")) as engine:
        yield engine
