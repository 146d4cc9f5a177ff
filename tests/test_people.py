"""Rights: what is not granted is denied, and personal data stays in private places."""

import pytest

from bot.messages import Openness
from bot.people import Action, Extent, Person, Role, decide
from metrics.scope import EVERYTHING, NOTHING, Scope

STORE_MANAGER = Person(key="sm", name="Store Manager", role=Role.STORE_MANAGER, units=frozenset({3, 4}))
PRODUCT_OWNER = Person(key="po", name="Owner", role=Role.PRODUCT_OWNER, touchpoints=frozenset({9}))


def somebody(role: Role) -> Person:
    return Person(key=role.value, name=role.value, role=role)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("place", list(Openness))
def test_everybody_sees_scores_everywhere(role: Role, place: Openness) -> None:
    assert decide(somebody(role), Action.READ_SCORES, place=place).scope == EVERYTHING


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("place", [Openness.PUBLIC, Openness.SHARED])
def test_nobody_reads_personal_data_where_others_can_read_it(role: Role, place: Openness) -> None:
    assert not decide(somebody(role), Action.READ_PERSONAL_DATA, place=place).allowed


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.ADMIN, True), (Role.MANAGER, True), (Role.REGIONAL_MANAGER, True), (Role.STORE_MANAGER, True),
        (Role.PRODUCT_OWNER, False), (Role.SUPPORT_AGENT, True), (Role.ANALYST, False),
    ],
)  # fmt: skip
def test_personal_data_in_private_follows_the_table(role: Role, *, allowed: bool) -> None:
    assert decide(somebody(role), Action.READ_PERSONAL_DATA, place=Openness.PRIVATE).allowed is allowed


def test_a_store_manager_reads_texts_of_their_own_units_only() -> None:
    decision = decide(STORE_MANAGER, Action.READ_TEXTS, place=Openness.PUBLIC)
    assert decision.scope == Scope(units=frozenset({3, 4}))


def test_a_product_owner_reads_customers_of_their_own_touchpoints_only() -> None:
    decision = decide(PRODUCT_OWNER, Action.READ_CUSTOMER, place=Openness.PRIVATE)
    assert decision.scope == Scope(touchpoints=frozenset({9}))


def test_what_is_denied_comes_with_a_scope_that_shows_nothing() -> None:
    decision = decide(somebody(Role.ANALYST), Action.READ_CASES, place=Openness.PRIVATE)
    assert (decision.allowed, decision.scope, decision.extent, decision.reason) == (
        False, NOTHING, Extent.NONE, "permission",
    )  # fmt: skip


def test_a_right_but_the_wrong_place_says_place() -> None:
    decision = decide(somebody(Role.ADMIN), Action.READ_PERSONAL_DATA, place=Openness.PUBLIC)
    assert decision.reason == "place"
