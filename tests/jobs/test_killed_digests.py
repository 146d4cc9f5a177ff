"""kill -9 while digests go out: each manager gets exactly one for the date, and the next is set."""

import os
import subprocess
import sys
from datetime import date, time, timedelta
from functools import partial

import pytest
from sqlalchemy import select

from bot.capabilities.digest import timer_key
from bot.jobs.digests import KIND
from bot.main import App
from bot.store.checkpoints import KILLED, TIMER_CHECKPOINTS
from bot.store.commit import commit
from bot.store.subscriptions import WEEK, Subscription, Subscriptions, keep_subscription
from bot.store.tables import outbox
from bot.store.timers import set_timer
from bot.store.work_tables import timer
from metrics.store.engine import reading
from tests.conftest import NOW
from tests.jobs.one_post import work_off_later
from tests.jobs.test_killed_imports import CHECKOUT

MANAGERS = 4
QUICK = "timer-handled"


def subscribe(app: App) -> list[str]:
    keys = sorted(person.key for person in app.staff.everyone())[:MANAGERS]
    for key in keys:
        kept = Subscription(person_key=key, days=WEEK, at=time(8, 30), since=NOW - timedelta(days=2))
        due = partial(
            set_timer, key=timer_key(key), kind=KIND, due_at=NOW - timedelta(hours=3), payload={"person": key}
        )
        commit(app.engine, [partial(keep_subscription, kept=kept), due])
    return keys


def told(app: App) -> list[str]:
    query = select(outbox.c.key).where(outbox.c.key.contains(":digest:")).order_by(outbox.c.key)
    with reading(app.engine) as connection:
        return list(connection.execute(query).scalars())


@pytest.mark.parametrize(
    "crash_at", [pytest.param(at, marks=() if at == QUICK else pytest.mark.torture) for at in TIMER_CHECKPOINTS]
)
def test_every_manager_has_one_digest_although_the_process_was_killed(demo: App, crash_at: str) -> None:
    keys = subscribe(demo)
    command = [sys.executable, "-m", "tests.jobs.one_post", str(demo.settings.home), NOW.isoformat()]
    killed = subprocess.run(command, cwd=CHECKOUT, env={**os.environ, "CXBOT_CRASH_AT": crash_at}, check=False)
    assert killed.returncode == KILLED
    assert len(told(demo)) == (1 if crash_at == "timer-committed" else 0)
    work_off_later(demo)
    assert told(demo) == [f"notice:digest:{key}:2026-11-20" for key in keys]
    found = Subscriptions(demo.engine)
    assert {kept.last_date for kept in map(found.of, keys) if kept is not None} == {date(2026, 11, 20)}
    with reading(demo.engine) as connection:
        due = connection.execute(select(timer.c.due_at, timer.c.state).where(timer.c.kind == KIND)).all()
    assert {(row.due_at.date().isoformat(), row.state) for row in due} == {("2026-11-21", "waiting")}
