"""What each of the staff heard of lately: one alert, and the comment they saw last, of what is theirs."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.demo.answers import Answer
from bot.demo.cases import Stored
from bot.demo.plan import Plan
from bot.demo.touchpoints import BY_NAME
from bot.people import Person, Role
from bot.store.alerts import NewAlert

KIND = "low_score"
LIMIT_CSAT, LIMIT_NPS = 2, 6
"""An alert tells of an answer at or below this."""

_BY_UNIT = (Role.STORE_MANAGER, Role.REGIONAL_MANAGER)


def alerts_for(
    plan: Plan, people: Sequence[Person], answers: Sequence[Answer], stored: Stored
) -> Iterator[tuple[NewAlert, int, datetime]]:
    """Give for each person an alert, the feedback id of the comment they saw last, and when they saw it."""
    for number, person in enumerate(people):
        theirs = _newest(person, answers, stored, count=2)
        told, seen = theirs[0], theirs[-1]
        at = plan.now - timedelta(minutes=12 + 7 * number)
        yield (
            NewAlert(
                person_key=person.key,
                at=max(at, answers[told].given_at),
                kind=KIND,
                feedback_id=stored.feedback[told],
                facts=_facts(answers[told], person),
            ),
            stored.feedback[seen],
            max(at, answers[seen].given_at) + timedelta(seconds=30),
        )


def _newest(person: Person, answers: Sequence[Answer], stored: Stored, *, count: int) -> list[int]:
    """Find the person's newest complaints, the newest first; at least one is always there."""
    found: list[int] = []
    for place in range(len(answers) - 1, -1, -1):
        if answers[place].bad and _concerns(person, answers[place], stored):
            found.append(place)
            if len(found) == count:
                break
    return found


def _concerns(person: Person, answer: Answer, stored: Stored) -> bool:
    if person.role in _BY_UNIT:
        return stored.units[answer.unit] in person.units
    if person.role is Role.PRODUCT_OWNER or person.touchpoints:
        return stored.touchpoints.get(answer.touchpoint or "") in person.touchpoints
    team = BY_NAME[answer.touchpoint].team if answer.touchpoint else None
    return not person.teams or team in person.teams


def _facts(answer: Answer, person: Person) -> dict[str, str | int | None]:
    by_csat = answer.csat is not None
    return {
        "instrument": "csat" if by_csat else "nps",
        "score": answer.csat if by_csat else answer.nps,
        "scale_max": 5 if by_csat else 10,
        "limit": LIMIT_CSAT if by_csat else LIMIT_NPS,
        "touchpoint": answer.touchpoint,
        "unit": answer.unit,
        "role": person.role.value,
    }
