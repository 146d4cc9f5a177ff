"""A process killed around the commit of an alert: whoever looks next tells it, once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.store.checkpoints import ALERT_CHECKPOINTS, KILLED
from metrics.store.engine import open_engine
from tests.alerts.home import FURIOUS, Home
from tests.stores import Stores

LOOKS = """
import sys
from tests.alerts.home import look_at
from metrics.store.engine import open_engine
look_at(open_engine(sys.argv[1]))
"""


@pytest.mark.parametrize("place", ALERT_CHECKPOINTS)
def test_an_alert_is_told_once_whenever_the_process_was_killed(place: str, stores: Stores, tmp_path: Path) -> None:
    with stores.url("sqlite", tmp_path) as url:
        engine = open_engine(url)
        home = Home(store=engine)
        home.says(FURIOUS, csat=1)
        killed = subprocess.run(
            [sys.executable, "-c", LOOKS, url], env={**os.environ, "CXBOT_CRASH_AT": place}, check=False
        )
        assert killed.returncode == KILLED
        home.look()
        assert len(home.told()) == 1
        engine.dispose()
