from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.messages import Place
from bot.store.actions import (
    ActionBook,
    ActionItem,
    Checked,
    NewAction,
    Told,
    add_action,
    end_action,
    move_action,
    take_back,
)
from bot.store.root_causes import CauseCount, RootCauses
from bot.store.tables import customer_case
from bot.store.writes import Overtaken
from metrics.scope import EVERYTHING, NOTHING
from metrics.store import directory
from metrics.store.engine import Database, writing
from metrics.store.tables import customer
from metrics.store.whereabouts import Named

NOW = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
CHECKED = Checked(verdict="worked", effect=6.0, low=2.0, high=10.0)
NEW = NewAction(
    number=1, title="shorter form", owner_key="ola", created_by="ola", created_at=NOW, started_on=date(2026, 11, 20),
    due_on=date(2027, 3, 31), touchpoint_id=None, metric="csat", expected_effect=5.0, cost=None,
    told=Told(place=Place(platform="slack", conversation="C1", thread="1.2"), recipient=None, language="en"),
)  # fmt: skip
ANYWHERE = Named(units=None, touchpoints=None)


def numbered(store: Database, number: int) -> ActionItem:
    item = ActionBook(store).numbered(number)
    assert item is not None
    return item


def test_actions_are_numbered_from_one_and_a_number_is_given_once(store: Database) -> None:
    assert ActionBook(store).next_number() == 1
    with writing(store) as connection:
        add_action(connection, NEW)
    assert ActionBook(store).next_number() == 2
    with pytest.raises(Overtaken), writing(store) as connection:
        add_action(connection, NEW)


def test_an_action_ends_once_with_what_came_of_it(store: Database) -> None:
    with writing(store) as connection:
        add_action(connection, NEW)
        move_action(connection, 1, due_on=date(2027, 6, 30))
        end_action(connection, 1, CHECKED, at=NOW)
    item = numbered(store, 1)
    assert (item.due_on, item.status, item.verdict, item.effect) == (date(2027, 6, 30), "checked", "worked", 6.0)
    assert (item.told, item.checked_at) == (NEW.told, NOW)
    with pytest.raises(Overtaken), writing(store) as connection:
        end_action(connection, 1, CHECKED, at=NOW)
    with pytest.raises(Overtaken), writing(store) as connection:
        take_back(connection, 1, at=NOW)


def test_the_open_ones_stand_first_by_their_due_date(store: Database) -> None:
    with writing(store) as connection:
        for number, due in ((1, date(2026, 12, 1)), (2, date(2026, 12, 24)), (3, date(2026, 12, 6))):
            add_action(connection, replace(NEW, number=number, due_on=due))
        take_back(connection, 1, at=NOW)
    assert [one.number for one in ActionBook(store).all()] == [3, 2, 1]


def test_root_causes_are_counted_per_touchpoint_within_rights(store: Database) -> None:
    with writing(store) as connection:
        delivery, _ = directory.touchpoint(connection, name="delivery")
        person = connection.execute(customer.insert().values(key="c1").returning(customer.c.id)).scalar_one()
        row = {"customer_id": person, "status": "closed", "priority": "high", "opened_at": NOW, "due_at": NOW,
               "closed_at": NOW, "touchpoint_id": delivery, "team": "delivery"}  # fmt: skip
        for cause in ("lost parcel", "late courier", "lost parcel"):
            connection.execute(customer_case.insert().values(**row, root_cause=cause))
    day = (NOW.replace(hour=0), NOW.replace(hour=23))
    causes = RootCauses(store)
    assert causes.counted(start=day[0], end=day[1], named=ANYWHERE, scope=EVERYTHING, teams=None) == (
        CauseCount(touchpoint="delivery", cause="lost parcel", cases=2),
        CauseCount(touchpoint="delivery", cause="late courier", cases=1),
    )
    for scope, teams, start in (
        (NOTHING, None, day[0]),
        (EVERYTHING, ("returns",), day[0]),
        (EVERYTHING, None, day[1]),
    ):
        assert causes.counted(start=start, end=day[1], named=ANYWHERE, scope=scope, teams=teams) == ()
