from datetime import UTC, date, datetime, timedelta

import pytest

from bot.alerts.finding import Finding
from bot.alerts.routing import route
from bot.alerts.rules import Kind, Priority, default_rules, of_kind
from bot.alerts.severe import severe
from bot.alerts.telling import Reason, next_summary, strictness, telling
from bot.people import Person, Role
from bot.store.reach import Reach
from bot.store.staffing import Absence, Staffing
from metrics.feedback import FeedbackRow, GivenScore
from metrics.ports import Label

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
CAUSE = ("drift", "drift:csat:touchpoint:delivery")


def finding(*, priority: Priority = "high", strength: float = 1.2, notify: tuple[str, ...] = ("team",)) -> Finding:
    return Finding(
        rule=CAUSE[0],
        kind=Kind.DRIFT,
        priority=priority,
        cause=CAUSE[1],
        subject="2026-11-19",
        at=NOON,
        notify=notify,
        strength=strength,
        touchpoint="delivery",
        team="delivery",
    )


@pytest.mark.parametrize(
    ("reach", "priority", "reason"),
    [
        (Reach(), "high", Reason.TOLD),
        (Reach(silences=frozenset({CAUSE})), "critical", Reason.SILENCED),
        (Reach(told_lately=frozenset({CAUSE})), "high", Reason.SAME_CAUSE),
        (Reach(balance={CAUSE: 1}), "high", Reason.LEARNT),
        (Reach(balance={CAUSE: 1}), "critical", Reason.TOLD),
        (Reach(quiet_from=11 * 60, quiet_to=13 * 60), "high", Reason.QUIET_HOURS),
        (Reach(quiet_from=11 * 60, quiet_to=13 * 60), "critical", Reason.TOLD),
        (Reach(quiet_from=13 * 60, quiet_to=12 * 60 + 1), "high", Reason.QUIET_HOURS),
        (Reach(timezone="Asia/Shanghai"), "high", Reason.QUIET_HOURS),
        (Reach(told_today=10), "high", Reason.BUDGET),
        (Reach(told_today=10), "critical", Reason.TOLD),
    ],
)
def test_whether_a_person_is_told_has_one_reason(reach: Reach, priority: Priority, reason: Reason) -> None:
    assert telling(finding(priority=priority), reach, now=NOON).reason is reason


def test_each_false_alarm_asks_for_a_quarter_more_up_to_three_times_as_much() -> None:
    assert [strictness(balance) for balance in (-3, 0, 1, 2, 100)] == [1.0, 1.0, 1.25, 1.5, 3.0]


def test_summaries_come_at_eight_and_half_past_four_of_the_person() -> None:
    # 12:00 UTC is 13:00 in Warsaw, whose winter is an hour ahead: 16:30 there is 15:30 UTC, 8:00 is 7:00 UTC.
    afternoon = next_summary(NOON, "Europe/Warsaw")
    assert afternoon == NOON.replace(hour=15, minute=30)
    assert next_summary(afternoon, "Europe/Warsaw") == NOON.replace(day=21, hour=7)


def staff(*, absences: tuple[Absence, ...] = (), on_duty: dict[str, str] | None = None) -> Staffing:
    people = [
        Person(key="boss", name="Boss", role=Role.MANAGER),
        Person(key="ola", name="Ola", role=Role.SUPPORT_AGENT, teams=("delivery",)),
        Person(key="jan", name="Jan", role=Role.SUPPORT_AGENT, teams=("delivery",)),
    ]
    return Staffing(people=people, leads={"delivery": "ola"}, on_duty=on_duty or {}, absences=absences)


def told(staffing: Staffing, *notify: str) -> list[tuple[str, str]]:
    routed = route(finding(notify=notify), staffing, today=date(2026, 11, 20))
    return [(one.person.key, one.why) for one in routed]


def test_the_first_that_there_is_is_told() -> None:
    assert told(staff(), "touchpoint_owner", "team", "role:manager") == [("ola", "team")]
    assert told(staff(on_duty={"delivery": "jan"}), "team") == [("jan", "team")]
    assert told(staff(), "touchpoint_owner", "role:manager") == [("boss", "role")]
    assert told(staff(), "touchpoint_owner") == [("boss", "fallback")]


def test_whoever_is_away_is_stood_in_for_and_nobody_is_passed_over_for_ever() -> None:
    today = date(2026, 11, 20)
    away = Absence(person_key="ola", first=today, end=today + timedelta(days=7))
    covered = Absence(person_key="ola", first=today, end=today + timedelta(days=7), deputy_key="jan")
    circle = Absence(person_key="jan", first=today, end=today + timedelta(days=7), deputy_key="ola")
    back = Absence(person_key="ola", first=today - timedelta(days=7), end=today)
    assert told(staff(absences=(covered,)), "team") == [("jan", "deputy")]
    assert told(staff(absences=(away,)), "team", "role:manager") == [("boss", "role")]
    assert told(staff(absences=(covered, circle)), "team") == [("boss", "fallback")]
    assert told(staff(absences=(back,)), "team") == [("ola", "team")]


def row(value: float) -> FeedbackRow:
    return FeedbackRow(
        id=1,
        source="survey",
        external_id="1",
        kind="survey",
        given_at=NOON,
        day=NOON.date(),
        touchpoint="delivery",
        unit=None,
        channel=None,
        segment=None,
        language="en",
        text="...",
        score=GivenScore(instrument="csat", value=value, scale_min=1, scale_max=5, direction="higher"),
        customer_key=None,
    )


@pytest.mark.parametrize(
    ("value", "labels", "points"),
    [
        # lowest 0.4 + money 0.5 x 0.7 = 0.75
        (1, [Label(field="urgency", label="money", value=0.7)], 0.75),
        # lowest 0.4 + anger 0.1 = 0.5: not enough
        (1, [Label(field="emotion", label="anger", value=0.5)], None),
        # middle of the scale, no points: leave 0.3 + legal 0.5 x 0.9 + legal_or_safety 0.3 = 1.05
        (
            3,
            [
                Label(field="urgency", label="legal", value=0.9),
                Label(field="intent", label="legal_or_safety", value=1.0),
                Label(field="intent", label="leave", value=1.0),
            ],
            1.05,
        ),
        # the same is nothing if it is junk
        (1, [Label(field="urgency", label="legal", value=0.9), Label(field="junk", label="spam")], None),
    ],
)
def test_what_cannot_wait_is_added_up(value: float, labels: list[Label], points: float | None) -> None:
    (rule,) = of_kind(default_rules(), Kind.SEVERE)
    found = severe(row(value), labels, rule=rule, team=None, now=NOON)
    assert (found and found.facts["points"]) == points
    if found is not None:
        assert found.priority == ("critical" if value == 3 else "high")
