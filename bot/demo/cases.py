"""The cases of the demo company: who follows up which complaint, until when, and how it ended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import numpy as np

from bot.demo.answers import Answer
from bot.demo.people import SUPPORT_AGENT, SUPPORT_TEAM
from bot.demo.plan import Plan
from bot.demo.stories import LOST_PARCEL, WRONG_PARCEL
from bot.demo.touchpoints import BY_NAME
from bot.store.case_rules import Priority
from bot.store.cases import NewCase

LOST_PARCEL_CASE, WRONG_PARCEL_CASE = 318, 322
_BETWEEN = WRONG_PARCEL_CASE - LOST_PARCEL_CASE - 1
_AGENTS = {
    "delivery": ("marta.nowak", None),
    "call centre": ("tomasz", SUPPORT_AGENT, None),
    "returns": ("ola", None),
    "store service": ("marta.zielinska", "li.na", None),
}
"""Who takes the cases of a team; None: nobody has yet."""
_CAUSES = {
    "delivery": ("lost parcel", "late courier", "damaged in transit", "locker fault"),
    "call centre": ("promised call not made", "wrong information", "account locked", "app fault"),
    "returns": ("refund not booked", "form unclear", "wrong invoice data"),
    "store service": ("tills understaffed", "till fault", "order not ready", "card charged twice"),
}
_HOURS_TO_DUE: Mapping[Priority, int] = {"critical": 24, "high": 48, "normal": 72}
_DAYS_BACK, _FORGOTTEN_DAYS = 180, 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """The ids that answers got when they were stored: by key, by name, by the answer's place."""

    customers: Mapping[str, int]
    touchpoints: Mapping[str, int]
    units: Mapping[str, int]
    feedback: Sequence[int]


def make_cases(plan: Plan, answers: Sequence[Answer], stored: Stored, rng: np.random.Generator) -> list[NewCase]:
    """Open a case for some complaints of the last months, numbered in order; 318 and 322 are those of the stories."""
    told = {answer.label: place for place, answer in enumerate(answers) if answer.label}
    first, second = told[LOST_PARCEL], told[WRONG_PARCEL]
    since = plan.now - timedelta(days=_DAYS_BACK)
    places = [place for place, one in enumerate(answers) if one.bad and one.touchpoint and one.given_at > since]
    numbered = {
        **_count_down(_some([place for place in places if place < first], 300, rng), below=LOST_PARCEL_CASE),
        LOST_PARCEL_CASE: first,
        **_count_up(
            _some([place for place in places if first < place < second], _BETWEEN, rng), after=LOST_PARCEL_CASE
        ),
        WRONG_PARCEL_CASE: second,
        **_count_up(_some([place for place in places if place > second], 24, rng), after=WRONG_PARCEL_CASE),
    }
    cases = [
        _case(number, answers[place], plan=plan, stored=stored, feedback_id=stored.feedback[place], rng=rng)
        for number, place in sorted(numbered.items())
    ]
    return _desk_of_the_agent(plan, cases)


def _some(places: Sequence[int], count: int, rng: np.random.Generator) -> list[int]:
    return sorted(rng.choice(places, size=min(count, len(places)), replace=False).tolist()) if places else []


def _count_up(places: Sequence[int], *, after: int) -> dict[int, int]:
    return dict(enumerate(places, start=after + 1))


def _count_down(places: Sequence[int], *, below: int) -> dict[int, int]:
    return dict(enumerate(places, start=below - len(places)))


def _case(
    number: int, answer: Answer, *, plan: Plan, stored: Stored, feedback_id: int, rng: np.random.Generator
) -> NewCase:
    team = BY_NAME[answer.touchpoint or ""].team
    agents, causes = _AGENTS[team], _CAUSES[team]
    lowest = answer.csat == 1
    priority: Priority = "critical" if lowest and rng.random() < 0.2 else "high" if lowest else "normal"
    opened_at = min(answer.given_at + timedelta(minutes=5), plan.now)
    closed_at = opened_at + timedelta(hours=6 + 110 * float(rng.random()))
    forgotten = rng.random() < 0.1 and opened_at > plan.now - timedelta(days=_FORGOTTEN_DAYS)
    done = closed_at < plan.now and not forgotten
    owner = agents[int(rng.integers(len(agents)))]
    return NewCase(
        number=number, customer_id=stored.customers[answer.customer.key], feedback_id=feedback_id,
        touchpoint_id=stored.touchpoints[answer.touchpoint or ""], unit_id=stored.units[answer.unit], team=team,
        owner_key=(owner or agents[0]) if done else owner, priority=priority, opened_at=opened_at,
        due_at=opened_at + timedelta(hours=_HOURS_TO_DUE[priority]), closed_at=closed_at if done else None,
        root_cause=causes[int(rng.integers(len(causes)))] if done else None,
    )  # fmt: skip


def _desk_of_the_agent(plan: Plan, cases: Sequence[NewCase]) -> list[NewCase]:
    """Put cases on the support agent's desk: 318 due tomorrow, 322 and three more due today, four overdue."""
    desk = {case.number: case for case in cases}
    mine: dict[str, Any] = {"team": SUPPORT_TEAM, "owner_key": SUPPORT_AGENT, "closed_at": None, "root_cause": None}
    tomorrow = plan.midnight + timedelta(days=1)
    left = tomorrow - plan.now
    desk[LOST_PARCEL_CASE] = replace(
        desk[LOST_PARCEL_CASE], **mine, priority="high", due_at=tomorrow + timedelta(hours=11)
    )
    desk[WRONG_PARCEL_CASE] = replace(desk[WRONG_PARCEL_CASE], **mine, priority="critical", due_at=plan.now + left / 5)
    others = [
        case for case in cases if case.team == SUPPORT_TEAM and case.number not in (LOST_PARCEL_CASE, WRONG_PARCEL_CASE)
    ]
    older = [case for case in others if case.opened_at < plan.midnight - timedelta(days=3)][-4:]
    for hours, case in enumerate(older, start=1):
        desk[case.number] = replace(case, **mine, due_at=plan.midnight - timedelta(hours=7 * hours))
    newer = [case for case in others if case not in older][-3:]
    for part, case in enumerate(newer, start=2):
        desk[case.number] = replace(case, **mine, due_at=plan.now + part * left / 5)
    return [desk[number] for number in sorted(desk, key=lambda number: number or 0)]
