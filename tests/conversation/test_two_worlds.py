"""A store manager's answers do not depend on what lies outside their stores: two worlds, alike only inside them."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, case, func, select, update

from bot.cli.talk import ask, reply_json
from bot.main import App, open_app
from bot.settings import Settings
from bot.store.tables import customer_case
from metrics.store.engine import writing
from metrics.store.tables import event, feedback, personal_data
from tests.conftest import NOW

QUESTIONS = (
    "show me the worst comments of the last 90 days", "what do customers say about queues?", "and in the last week?",
    "show me comments about delivery this year", "pokaż negatywne opinie z tego miesiąca", "差评有哪些？",
    "what are the main themes of the last 90 days?", "open cases", "overdue cases", "which cases are due today?",
    "zaległe sprawy", "who is customer 10482?", "Kim jest Anna Kowalska?", "张伟是谁？", "show me comments from Leeds",
    "overdue cases in Leeds",
)  # fmt: skip
CHANGING = frozenset({"took_ms", "as_of"})


def open_copy(made: Path, folder: Path) -> App:
    home = folder / "home"
    home.mkdir()
    shutil.copy(made / "cxbot.db", home / "cxbot.db")
    return open_app(Settings(home=home), now=NOW)


@pytest.fixture
def this_world(made_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    app = open_copy(made_demo, tmp_path_factory.mktemp("this"))
    yield app
    app.close()


@pytest.fixture
def other_world(made_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    app = open_copy(made_demo, tmp_path_factory.mktemp("other"))
    manager = app.staff.named("store_manager")
    assert manager is not None
    with writing(app.engine) as connection:
        assert change_all_but(connection, manager.units) > 10_000
    yield app
    app.close()


def change_all_but(connection: Connection, units: frozenset[int]) -> int:
    """Change texts, events, cases and the names of customers that the units have nothing to do with; count them."""
    outside = func.coalesce(feedback.c.unit_id, 0).not_in(units)
    words = case((feedback.c.text.is_not(None), "queues were terrible, I waited for the delivery in Gdańsk"))
    changed = connection.execute(update(feedback).where(outside).values(text=words, redacted=words)).rowcount
    elsewhere = func.coalesce(event.c.unit_id, 0).not_in(units)
    changed += connection.execute(update(event).where(elsewhere).values(kind="visit")).rowcount
    other = func.coalesce(customer_case.c.unit_id, 0).not_in(units)
    overdue = {"due_at": NOW, "owner_key": "somebody", "priority": "critical"}
    changed += connection.execute(update(customer_case).where(other).values(overdue)).rowcount
    mine = select(feedback.c.customer_id).where(feedback.c.unit_id.in_(units), feedback.c.customer_id.is_not(None))
    here = select(event.c.customer_id).where(event.c.unit_id.in_(units), event.c.customer_id.is_not(None))
    strangers = personal_data.c.customer_id.not_in(mine.union(here))
    return changed + connection.execute(update(personal_data).where(strangers).values(value="Somebody Else")).rowcount


def told(app: App, whom: str) -> list[Any]:
    answers = (ask(app, text, as_whom=whom, thread="worlds", now=NOW) for text in QUESTIONS)
    return [without(reply_json(answer)) for answer in answers]


def without(body: Any) -> Any:
    """Leave out what may differ between two runs."""
    if isinstance(body, dict):
        return {key: without(value) for key, value in body.items() if key not in CHANGING}
    return [without(one) for one in body] if isinstance(body, list) else body


def test_what_lies_outside_a_store_managers_scope_changes_no_answer_to_them(this_world: App, other_world: App) -> None:
    for text, here, there in zip(
        QUESTIONS, told(this_world, "store_manager"), told(other_world, "store_manager"), strict=True
    ):
        assert here == there, text


def test_the_other_world_is_another_one_to_those_who_may_see_it(this_world: App, other_world: App) -> None:
    different = [a != b for a, b in zip(told(this_world, "manager"), told(other_world, "manager"), strict=True)]
    assert sum(different) > len(QUESTIONS) / 2
