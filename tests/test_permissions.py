"""Every role, action, object and place: who may do what, as written down, and each right seen to matter."""

from collections.abc import Container, Iterator
from pathlib import Path

import pytest

from bot import people
from bot.messages import Openness
from bot.people import Action, Extent, Person, Role, Thing, decide
from metrics.scope import NOTHING

TABLE = Path(__file__).with_name("permissions.tsv")
OBJECTS = {
    "theirs": Thing(unit=1, touchpoint=1, team="delivery", owner="me"),
    "another_unit": Thing(unit=2, touchpoint=1, team="delivery", owner="me"),
    "another_touchpoint": Thing(unit=1, touchpoint=2, team="delivery", owner="me"),
    "another_team": Thing(unit=1, touchpoint=1, team="returns", owner="me"),
    "a_colleague": Thing(unit=1, touchpoint=1, team="delivery", owner="somebody"),
    "nobodys": Thing(),
}
Row = tuple[Role, Action, Openness, str, bool]


def rows() -> Iterator[Row]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    objects = lines[0].split("\t")[3:]
    for line in lines[1:]:
        role, action, place, *cells = line.split("\t")
        for name, cell in zip(objects, cells, strict=True):
            yield Role(role), Action(action), Openness(place), name, cell == "yes"


ROWS = tuple(rows())


def somebody(role: Role) -> Person:
    return Person(
        key="me", name="Me", role=role, units=frozenset({1}), touchpoints=frozenset({1}), teams=("delivery",)
    )  # fmt: skip


def wrong(roles: Container[Role] = frozenset(Role), actions: Container[Action] = frozenset(Action)) -> list[Row]:
    asked = [row for row in ROWS if row[0] in roles and row[1] in actions]
    return [
        (role, action, place, name, allowed)
        for role, action, place, name, allowed in asked
        if decide(somebody(role), action, place=place, of=OBJECTS[name]).allowed != allowed
    ]


def test_the_table_speaks_of_every_role_action_place_and_object_once() -> None:
    named = [row[:4] for row in ROWS]
    assert len(named) == len(set(named)) == len(Role) * len(Action) * len(Openness) * len(OBJECTS)
    assert len(named) >= 750


def test_every_decision_is_as_the_table_says() -> None:
    assert wrong() == []


@pytest.mark.parametrize("role", list(Role))
def test_any_right_changed_to_any_other_shows_in_the_table(role: Role, monkeypatch: pytest.MonkeyPatch) -> None:
    for action in Action:
        granted = people.RIGHTS[role].get(action, Extent.NONE)
        for other in set(Extent) - {granted}:
            with monkeypatch.context() as changed:
                changed.setitem(people.RIGHTS, role, {**people.RIGHTS[role], action: other})
                assert wrong({role}, {action}), (role, action, granted, other)


def test_what_is_denied_of_an_object_shows_nothing_and_says_why() -> None:
    manager = somebody(Role.STORE_MANAGER)
    decision = decide(manager, Action.READ_TEXTS, place=Openness.PRIVATE, of=OBJECTS["another_unit"])
    assert (decision.allowed, decision.scope, decision.reason) == (False, NOTHING, "permission")
