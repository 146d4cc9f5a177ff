"""A home whose language model is a server of our own."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.main import App, open_app
from bot.settings import Settings
from tests.conftest import NOW


class Homes:
    """Opens the demo company with a language model."""

    def __init__(self, app: App) -> None:
        self._app = app

    def at(self, url: str, **more: Any) -> App:
        """Give the app with these settings; what is costly and knows no model is shared."""
        more |= {"llm": "openai:fake", "llm_url": url, "llm_key": SecretStr("sk-test")}
        settings = self._app.settings.model_copy(update=more)
        app = App(settings=settings, clock=self._app.clock, engine=self._app.engine)
        for costly in ("understanding", "redactor"):
            app.__dict__[costly] = getattr(self._app, costly)
        return app


@pytest.fixture(scope="module")
def homes(made_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homes]:
    home = Path(shutil.copytree(made_demo, tmp_path_factory.mktemp("llm") / "home"))
    app = open_app(Settings(home=home), now=NOW)
    yield Homes(app)
    app.close()
