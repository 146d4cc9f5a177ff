"""The demo company's home: made where there is nothing, made anew where it is stale, never over other data."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from bot.demo.create import create, demo_now
from bot.main import App, open_app
from bot.settings import BadSettings, Settings
from metrics.store.sources import is_untouched

STALE_AFTER = timedelta(days=1)
SEED = 7
OURS = ("cxbot.db", "cxbot.db-wal", "cxbot.db-shm", "jobs.db", "jobs.db-wal", "jobs.db-shm")
OUR_FOLDERS = ("index", "rejects", "cache")
LOCK = ".making"
KEPT = frozenset({LOCK, "cxbot.toml", ".gitignore", ".DS_Store"})


class NotADemo(BadSettings):
    """The home already holds something that is not the demo company."""

    def __init__(self, home: Path) -> None:
        super().__init__(str(home), problem="not-a-demo")


def open_demo(settings: Settings, *, now: datetime | None) -> App:
    """Open the demo company in the home, making it where that is empty or stale; raises NotADemo."""
    settings = settings.model_copy(update={"database_url": "", "jobs_url": ""})
    _must_be_ours(settings.home)
    settings.home.mkdir(parents=True, exist_ok=True)
    with _alone(settings.home):
        return _opened(settings, now=now)


def _opened(settings: Settings, *, now: datetime | None) -> App:
    app = open_app(settings, now=now)
    made_at = demo_now(app.engine)
    if made_at is None and not is_untouched(app.engine):
        app.close()
        raise NotADemo(settings.home)
    if made_at is not None and abs(app.clock.now() - made_at) <= STALE_AFTER:
        return app
    if made_at is not None:
        app.close()
        _clear(settings.home)
        app = open_app(settings, now=now)
    create(app.engine, now=app.clock.now(), seed=SEED, redactor=app.redactor)
    return app


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Let one process at a time make the company; a second waits, and finds it made."""
    with (home / LOCK).open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _must_be_ours(home: Path) -> None:
    if not home.exists() or (home / "cxbot.db").exists():
        return
    if not home.is_dir() or any(entry.name not in {*KEPT, *OUR_FOLDERS} for entry in home.iterdir()):
        raise NotADemo(home)


def _clear(home: Path) -> None:
    for name in OURS:
        (home / name).unlink(missing_ok=True)
    for name in OUR_FOLDERS:
        shutil.rmtree(home / name, ignore_errors=True)
