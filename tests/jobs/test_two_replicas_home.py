"""Two processes on one PostgreSQL tell digests and escalate cases, one is killed: no step is lost or doubled."""

import random
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.demo.create import create
from bot.main import App, open_app
from bot.settings import Settings
from bot.store.case_tables import case_step
from bot.store.case_timers import SHARES, set_due
from bot.store.tables import customer_case, outbox
from bot.store.timers import cancel_timer
from bot.store.work_tables import timer
from metrics.store.engine import reading, writing
from tests.conftest import NOW
from tests.jobs.one_post import work_off_later
from tests.jobs.test_killed_digests import subscribe
from tests.jobs.test_killed_imports import CHECKOUT
from tests.stores import Stores

CASES = 12
DAY = timedelta(days=1)


def prepare(app: App) -> None:
    """Let digests be due, and all three stages of some cases; other timers of the company are left out."""
    with writing(app.engine) as connection:
        for key in connection.execute(select(timer.c.key)).scalars().all():
            cancel_timer(connection, key=key)
        open_ones = (
            select(customer_case.c.id)
            .where(customer_case.c.status == "open", customer_case.c.contacted_at.is_(None))
            .order_by(customer_case.c.id)
        )
        for number in connection.execute(open_ones.limit(CASES)).scalars().all():
            set_due(connection, number, stage="contact", since=NOW - 2 * DAY, until=NOW - DAY)
    subscribe(app)


def came_of_it(app: App) -> tuple[Any, ...]:
    with reading(app.engine) as connection:
        said = connection.execute(select(outbox.c.key).order_by(outbox.c.key)).scalars().all()
        states = connection.execute(select(timer.c.kind, timer.c.state, func.count()).group_by("kind", "state"))
        steps = select(case_step.c.case_id, case_step.c.place, case_step.c.kind, case_step.c.facts)
        taken = connection.execute(steps.where(case_step.c.kind == "reminded")).all()
        return said, sorted(map(tuple, states)), sorted(map(tuple, taken), key=repr)


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(3))
def test_each_digest_and_each_case_step_is_done_once(demo: App, stores: Stores, tmp_path: Path, seed: int) -> None:
    prepare(demo)
    work_off_later(demo)
    expected = came_of_it(demo)
    assert len(expected[2]) == CASES * len(SHARES)
    with stores.url("postgresql", tmp_path) as url:
        app = open_app(Settings(home=tmp_path / "pg", database_url=url), now=NOW)
        create(app.engine, now=NOW, seed=7, redactor=app.redactor)
        prepare(app)
        command = [sys.executable, "-m", "tests.jobs.one_post", str(tmp_path / "pg"), NOW.isoformat(), url]
        with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "begun\n"
            time.sleep(random.Random(seed).uniform(0, 1.5))
            process.kill()
        work_off_later(app)
        assert came_of_it(app) == expected
        app.close()
