"""What is changed of a case: once, with its step and its event, and the numbers that are counted from those."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from adapters.clock import FixedClock
from bot.cases.reasking import CaseDoor
from bot.cases.timing import CaseDue, CaseReask
from bot.messages import IncomingMessage, MessageId, Openness, PersonId, Place
from bot.people import Role
from bot.store.case_book import open_case
from bot.store.case_changes import close_case, contact_customer, give_case, judge_recovery, merge_cases, reopen_case
from bot.store.case_rules import CaseRules
from bot.store.case_steps import steps_of
from bot.store.case_timers import DUE, REASK
from bot.store.handles import Database, Transaction
from bot.store.people import NewPerson, add_people
from bot.store.tables import outbox
from bot.store.timers import Handler, StoredTimers
from bot.store.writes import Overtaken
from metrics.figures import Days
from metrics.scores.registry import METRICS
from metrics.store.engine import reading, writing
from metrics.store.reader import HistogramReader
from metrics.store.tables import event
from tests.store.complaints import FRIDAY_NOON, case, complaints, said

RULES = CaseRules(timezone="Europe/Warsaw")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NOVEMBER = Days(first=date(2026, 11, 1), end=date(2026, 12, 1))


@pytest.fixture
def home(store: Database) -> Database:
    with writing(store) as connection:
        add_people(connection, [
            NewPerson(key="ola", name="Ola", role=Role.SUPPORT_AGENT, teams=("delivery",)),
            NewPerson(key="marta", name="Marta", role=Role.SUPPORT_AGENT, teams=("delivery",), leads="delivery"),
            NewPerson(key="ewa", name="Ewa", role=Role.MANAGER),
        ])  # fmt: skip
    return complaints(store)


def opened(connection: Transaction, name: str = "1") -> int:
    return open_case(connection, feedback_id=said(connection, name), priority="critical", at=FRIDAY_NOON, rules=RULES)


def closed(connection: Transaction, number: int, *, at: datetime) -> None:
    close_case(
        connection, number, root_cause="lost parcel", resolution="refund", compensation=20.0, actor="ola", at=at,
        rules=RULES,
    )  # fmt: skip


def fall_due(home: Database, *, until: datetime) -> None:
    """Handle every timer of cases that is due by then, as of when it is due."""
    timers = StoredTimers(home, clock=FixedClock(until))
    handlers: dict[str, Handler] = {DUE: CaseDue(home, RULES), REASK: CaseReask(home, RULES)}
    while timer := timers.claim(kinds=handlers, worker="w", lease=timedelta(seconds=9), now=until):
        timers.finish(timer, writes=handlers[timer.kind](timer, timer.due_at))


def counted(home: Database, metric: str) -> tuple[int, ...]:
    return HistogramReader(home).histograms(METRICS[metric], days=NOVEMBER, where={})[()].counts


def messages(home: Database) -> list[tuple[str, str]]:
    with reading(home) as connection:
        rows = connection.execute(select(outbox).order_by(outbox.c.id)).mappings()
        return [(row["conversation"], row["body"]["reply"]["blocks"][0]["line"]["key"]) for row in rows]


def test_closing_twice_changes_nothing_the_second_time(home: Database) -> None:
    with writing(home) as connection:
        number = opened(connection)
        closed(connection, number, at=FRIDAY_NOON + DAY)
    with pytest.raises(Overtaken), writing(home) as connection:
        closed(connection, number, at=FRIDAY_NOON + 2 * DAY)
    with reading(home) as connection:
        assert [step.kind for step in steps_of(connection, number)] == ["opened", "closed"]
        assert case(connection, number).closed_at == FRIDAY_NOON + DAY


def test_a_first_contact_in_time_counts_as_kept_once(home: Database) -> None:
    with writing(home) as connection:
        number = opened(connection)
        contact_customer(connection, number, at=FRIDAY_NOON + HOUR, actor="ola", rules=RULES)
        contact_customer(connection, number, at=FRIDAY_NOON + 9 * HOUR, actor="ola", rules=RULES)
        after = case(connection, number)
    assert counted(home, "contacted_in_time") == (0, 1)
    assert after.due_at == after.resolve_due_at
    assert after.contacted_at == FRIDAY_NOON + HOUR


def test_a_case_nobody_looks_after_is_escalated_and_missed_once(home: Database) -> None:
    with writing(home) as connection:
        number = opened(connection)
        give_case(connection, number, owner_key="ola", team=None, due=None, actor="marta", at=FRIDAY_NOON)
    fall_due(home, until=FRIDAY_NOON + 3 * HOUR)  # half of four hours is two
    assert messages(home) == [("ola", "case-notice-due-50")]
    fall_due(home, until=FRIDAY_NOON + 7 * HOUR)  # the end is at four, half as much again at six
    assert messages(home)[1:] == [
        ("ola", "case-notice-due-100"), ("marta", "case-notice-due-100"), ("ola", "case-notice-due-150"),
        ("marta", "case-notice-due-150"), ("ewa", "case-notice-due-150"),
    ]  # fmt: skip
    with writing(home) as connection:
        contact_customer(connection, number, at=FRIDAY_NOON + 8 * HOUR, actor="ola", rules=RULES)
    assert counted(home, "contacted_in_time") == (1, 0)


def test_a_case_that_moved_on_is_not_escalated(home: Database) -> None:
    with writing(home) as connection:
        number = opened(connection)
        contact_customer(connection, number, at=FRIDAY_NOON + HOUR, actor="ola", rules=RULES)
        closed(connection, number, at=FRIDAY_NOON + 2 * HOUR)
    fall_due(home, until=FRIDAY_NOON + 5 * DAY)
    assert messages(home) == []
    assert counted(home, "resolved_in_time") == (0, 1)


def test_a_customer_who_says_no_has_an_open_case_again_and_both_answers_count(home: Database) -> None:
    with writing(home) as connection:
        number = opened(connection)
        closed(connection, number, at=FRIDAY_NOON)
    fall_due(home, until=FRIDAY_NOON + 7 * DAY)
    assert messages(home) == [("77", "case-is-it-solved")]
    with writing(home) as connection:
        judge_recovery(connection, number, solved=False, at=FRIDAY_NOON + 7 * DAY, rules=RULES)
        assert case(connection, number).status == "open"
        closed(connection, number, at=FRIDAY_NOON + 8 * DAY)
        judge_recovery(connection, number, solved=True, at=FRIDAY_NOON + 9 * DAY, rules=RULES)
    assert counted(home, "recovery_rate") == (1, 1)
    assert counted(home, "resolved_in_time") == (0, 1)  # its verdict was given the first time


def test_only_the_customer_of_a_case_may_say_whether_it_is_solved(home: Database) -> None:
    with writing(home) as connection:
        number = opened(connection)
        closed(connection, number, at=FRIDAY_NOON)
    door = CaseDoor(home, RULES)
    strange, theirs = (door.pressed(pressed(f"solved:{number}:yes", by), now=FRIDAY_NOON) for by in ("66", "77"))
    assert strange is not None
    assert theirs is not None
    assert (len(strange.writes), len(theirs.writes)) == (0, 1)
    assert door.pressed(pressed("nps:abc:5", "77"), now=FRIDAY_NOON) is None


def pressed(value: str, by: str) -> IncomingMessage:
    return IncomingMessage(
        id=MessageId(f"telegram:{by}:1"),
        place=Place(platform="telegram", conversation=by, thread=by, openness=Openness.PRIVATE),
        sender=PersonId(f"telegram:{by}"), text=value, sent_at=FRIDAY_NOON, pressed=True,
    )  # fmt: skip


def test_a_duplicate_goes_on_as_the_other_case(home: Database) -> None:
    with writing(home) as connection:
        kept = opened(connection, "3")
        other = opened(connection, "1")
        merge_cases(connection, kept, into=other, actor="ola", at=FRIDAY_NOON + DAY, rules=RULES)
        ended, goes_on = case(connection, kept), case(connection, other)
        kinds = set(connection.execute(select(event.c.kind)).scalars())
    assert (ended.status, ended.merged_into, goes_on.status) == ("closed", other, "open")
    assert kinds == {"case_opened", "case_merged"}
    with pytest.raises(Overtaken), writing(home) as connection:
        merge_cases(connection, kept, into=other, actor="ola", at=FRIDAY_NOON + DAY, rules=RULES)


def test_the_age_of_the_backlog_is_that_of_open_cases_at_the_end(home: Database) -> None:
    with writing(home) as connection:
        first, second = opened(connection, "1"), opened(connection, "3")
        closed(connection, first, at=FRIDAY_NOON + DAY)
        reopen_case(connection, first, actor="ola", at=FRIDAY_NOON + 3 * DAY, rules=RULES)
        closed(connection, second, at=FRIDAY_NOON + 4 * DAY)
    # the newest day known is 24 November: the first case, opened on the 20th, is open and four days old
    counts = counted(home, "backlog_age")
    assert (sum(counts), counts[4]) == (1, 1)


def test_another_case_of_a_customer_within_90_days_is_a_repeat(home: Database) -> None:
    with writing(home) as connection:
        closed(connection, opened(connection, "1"), at=FRIDAY_NOON)
        later = FRIDAY_NOON + 2 * DAY
        open_case(connection, feedback_id=said(connection, "2"), priority="high", at=later, rules=RULES)
    assert counted(home, "repeat_complaints") == (1, 1)
