"""Cases in the store: who may see which, and which are wanted."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.store.alerts import NewAlert, add_alert, last_shown, latest_alert, set_shown
from bot.store.cases import CaseFilter, NewCase, add_case, case_by_number, count_cases, list_cases
from bot.store.handles import Database
from metrics.records import FeedbackRecord
from metrics.scope import EVERYTHING, NOTHING, Scope
from metrics.store import directory, registry
from metrics.store.engine import reading, writing
from metrics.store.writer import Writer

NOON = datetime(2026, 11, 20, 11, tzinfo=UTC)
HOUR = timedelta(hours=1)


class KeepsEverything:
    """A redactor that finds nothing to take out."""

    def redact(self, text: str) -> str:
        return text


@pytest.fixture
def home(store: Database) -> Database:
    with writing(store) as connection:
        gdansk = directory.unit(connection, name="Gdańsk", kind="store")
        login, _ = directory.touchpoint(connection, name="login")
        customers = registry.customers(
            connection, [registry.CustomerRecord(key="10482"), registry.CustomerRecord(key="7")]
        )
        source = directory.source(connection, name="survey", kind="feedback", timezone="UTC")
        said = FeedbackRecord(
            source_id=source, external_id="1", kind="survey", given_at=NOON, timezone="UTC", text="No parcel."
        )
        Writer(connection, redactor=KeepsEverything()).feedback([said])
        add_case(
            connection,
            NewCase(
                number=318, customer_id=customers["10482"], opened_at=NOON - 9 * HOUR, due_at=NOON - HOUR,
                unit_id=gdansk, team="delivery", owner_key="ola",
            ),
        )  # fmt: skip
        add_case(
            connection,
            NewCase(
                customer_id=customers["7"], opened_at=NOON, due_at=NOON + HOUR, touchpoint_id=login, team="app",
                closed_at=NOON, root_cause="lost parcel",
            ),
        )  # fmt: skip
    return store


def test_a_case_carries_the_names_people_read(home: Database) -> None:
    with reading(home) as connection:
        case = case_by_number(connection, 318, scope=EVERYTHING)
    assert case is not None
    assert (case.customer, case.unit, case.touchpoint, case.status, case.owner) == (
        "10482",
        "Gdańsk",
        None,
        "open",
        None,
    )


def test_the_next_number_follows_the_last(home: Database) -> None:
    with reading(home) as connection:
        assert [case.number for case in list_cases(connection, scope=EVERYTHING)] == [318, 319]


@pytest.mark.parametrize(
    ("scope", "teams", "numbers"),
    [
        (EVERYTHING, None, [318, 319]),
        (NOTHING, None, []),
        (Scope(units=frozenset({1})), None, [318]),
        (Scope(touchpoints=frozenset({1})), None, [319]),
        (EVERYTHING, ("delivery",), [318]),
        (EVERYTHING, (), []),
    ],
)
def test_rights_hide_the_cases_of_others(
    home: Database, scope: Scope, teams: tuple[str, ...] | None, numbers: list[int]
) -> None:
    with reading(home) as connection:
        assert [case.number for case in list_cases(connection, scope=scope, teams=teams)] == numbers
        hidden = {318, 319} - set(numbers)
        assert all(case_by_number(connection, number, scope=scope, teams=teams) is None for number in hidden)


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (CaseFilter(status="open"), [318]),
        (CaseFilter(status="open", due_to=NOON), [318]),
        (CaseFilter(due_from=NOON), [319]),
        (CaseFilter(owner_key="ola"), [318]),
        (CaseFilter(unowned=True), [319]),
        (CaseFilter(customer_key="10482"), [318]),
        (CaseFilter(team="app"), [319]),
        (CaseFilter(unit_ids=frozenset()), []),
        (CaseFilter(closed_from=NOON, closed_to=NOON + HOUR), [319]),
    ],
)
def test_filters_leave_the_cases_wanted(home: Database, wanted: CaseFilter, numbers: list[int]) -> None:
    with reading(home) as connection:
        assert [case.number for case in list_cases(connection, scope=EVERYTHING, wanted=wanted)] == numbers
        assert count_cases(connection, scope=EVERYTHING, wanted=wanted) == len(numbers)


def test_the_newest_alert_is_the_one_a_person_means(home: Database) -> None:
    with writing(home) as connection:
        for hours in (2, 1, 3):
            add_alert(
                connection, NewAlert(person_key="ola", at=NOON - hours * HOUR, kind="low_score", facts={"score": hours})
            )
        newest = latest_alert(connection, person_key="ola")
        assert latest_alert(connection, person_key="jan") is None
    assert newest is not None
    assert newest.facts == {"score": 1}


def test_only_the_comment_seen_last_is_remembered(home: Database) -> None:
    with writing(home) as connection:
        assert last_shown(connection, person_key="ola") is None
        for hours in (2, 1):
            set_shown(connection, person_key="ola", feedback_id=1, at=NOON - hours * HOUR)
        seen = last_shown(connection, person_key="ola")
    assert seen is not None
    assert seen.at == NOON - HOUR
