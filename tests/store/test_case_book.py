"""Opening cases: once for what a customer said, one at a time for a customer and a touchpoint, due by the rules."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.store.case_book import open_case
from bot.store.case_rules import CaseRules
from bot.store.case_steps import steps_of
from bot.store.handles import Database
from bot.store.work_tables import timer
from metrics.store.engine import reading, writing
from metrics.store.tables import event
from tests.store.complaints import FRIDAY_NOON, case, complaints, said

HOUR = timedelta(hours=1)


@pytest.fixture
def home(store: Database) -> Database:
    return complaints(store)


def test_a_critical_case_is_due_after_four_hours_and_solved_after_five_working_days(home: Database) -> None:
    with writing(home) as connection:
        number = open_case(connection, feedback_id=said(connection, "1"), priority="critical", at=FRIDAY_NOON)
        opened = case(connection, number)
    assert opened.due_at == FRIDAY_NOON + 4 * HOUR
    assert opened.resolve_due_at == datetime(2026, 11, 27, 11, tzinfo=UTC)  # Mon 23 is the first, Fri 27 the fifth
    assert (opened.team, opened.unit, opened.customer, opened.owner_key) == ("delivery", "Gdańsk", "7", None)


def test_holidays_and_the_zone_of_the_unit_count(home: Database) -> None:
    rules = CaseRules(holidays=frozenset({date(2027, 1, 1), date(2027, 1, 6)}))
    # Wed 30 December 12:00: Thu 31, (Fri 1 off), Mon 4, Tue 5, (Wed 6 off), Thu 7, Fri 8
    due = rules.resolve_due(datetime(2026, 12, 30, 11, tzinfo=UTC), timezone="Europe/Warsaw")
    assert due == datetime(2027, 1, 8, 11, tzinfo=UTC)
    # over the change of clocks on 25 October it stays noon on the wall: 10:00 UTC before, 11:00 UTC after
    assert rules.resolve_due(datetime(2026, 10, 23, 10, tzinfo=UTC), timezone="Europe/Warsaw") == datetime(
        2026, 10, 30, 11, tzinfo=UTC
    )


def test_opening_twice_for_one_feedback_is_opening_once(home: Database) -> None:
    with writing(home) as connection:
        first = open_case(connection, feedback_id=said(connection, "1"), priority="high", at=FRIDAY_NOON)
        again = open_case(connection, feedback_id=said(connection, "1"), priority="critical", at=FRIDAY_NOON + HOUR)
        kinds = [step.kind for step in steps_of(connection, first)]
        events = connection.execute(select(event.c.kind, event.c.segment)).all()
        watched = connection.execute(select(timer.c.due_at).order_by(timer.c.due_at)).scalars().all()
    assert again == first
    assert kinds == ["opened"]
    assert [tuple(row) for row in events] == [("case_opened", "new")]
    assert watched == [FRIDAY_NOON + 12 * HOUR, FRIDAY_NOON + 24 * HOUR, FRIDAY_NOON + 36 * HOUR]


def test_a_second_complaint_about_the_same_joins_the_open_case_and_raises_it(home: Database) -> None:
    with writing(home) as connection:
        first = open_case(connection, feedback_id=said(connection, "1"), priority="high", at=FRIDAY_NOON)
        joined = open_case(connection, feedback_id=said(connection, "2"), priority="critical", at=FRIDAY_NOON + HOUR)
        again = open_case(connection, feedback_id=said(connection, "2"), priority="critical", at=FRIDAY_NOON + HOUR)
        raised = case(connection, first)
        kinds = [step.kind for step in steps_of(connection, first)]
    assert joined == again == first
    assert (raised.priority, raised.due_at) == ("critical", FRIDAY_NOON + 5 * HOUR)
    assert kinds == ["opened", "linked", "raised"]


def test_what_nobody_is_known_to_have_said_has_a_case_too(home: Database) -> None:
    with writing(home) as connection:
        number = open_case(connection, feedback_id=said(connection, "3"), priority="normal", at=FRIDAY_NOON)
        opened = case(connection, number)
    assert opened.customer.startswith("anonymous-")
    assert opened.due_at == opened.resolve_due_at


def test_there_is_no_case_for_what_nobody_said(home: Database) -> None:
    with writing(home) as connection, pytest.raises(LookupError):
        open_case(connection, feedback_id=4711, priority="high", at=FRIDAY_NOON)


def test_what_was_opened_is_there_for_readers(home: Database) -> None:
    with writing(home) as connection:
        number = open_case(connection, feedback_id=said(connection, "1"), priority="high", at=FRIDAY_NOON)
    with reading(home) as connection:
        assert case(connection, number).status == "open"
