"""Who should be called first: urgency, then risk, then value, each with the reason that is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.messages import Amount, Line
from bot.store.call_list import Unhappy

URGENCY, RISK, VALUE, SEVERITY, WAITING = 4.0, 3.0, 2.0, 2.0, 1.0
"""What counts most: safety or a lawyer before money."""
LEAVING = frozenset({"leave", "not_recommend"})
PRECIOUS = "key accounts"
OLD = timedelta(days=14)
SEVERE_BELOW = 0.25
MOST_REASONS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A customer with their points and why, the weightiest reason first."""

    who: Unhappy
    points: float
    reasons: tuple[Line, ...]


def ranked(people: Sequence[Unhappy], *, now: datetime) -> tuple[Ranked, ...]:
    """Order customers, who is to be called first at the top; equal ones by who waits longest."""
    spent = sorted(one.spent for one in people if one.spent > 0)
    scored = [_ranked(one, spent, now=now) for one in people]
    return tuple(sorted(scored, key=lambda one: (-one.points, one.who.given_at, one.who.customer)))


def _ranked(who: Unhappy, spent: Sequence[float], *, now: datetime) -> Ranked:
    found = [*_urgency(who), *_risk(who), *_value(who, spent), *_severity(who), *_waiting(who, now=now)]
    found.sort(key=lambda one: -one[0])
    return Ranked(
        who=who, points=sum(points for points, _ in found), reasons=tuple(line for _, line in found[:MOST_REASONS])
    )  # fmt: skip


def _urgency(who: Unhappy) -> list[tuple[float, Line]]:
    pressing = [(value, label) for field, label, value in who.labels if field == "urgency"]
    if not pressing:
        return []
    value, label = max(pressing)
    return [(URGENCY * value, Line(key="call-because-urgent", args={"what": Line(key=f"label-urgency-{label}")}))]


def _risk(who: Unhappy) -> list[tuple[float, Line]]:
    found = []
    if any(field == "intent" and label in LEAVING for field, label, _ in who.labels):
        found.append((RISK, Line(key="call-because-leaving")))
    if who.times > 1:
        found.append((RISK * min(who.times - 1, 3) / 4, Line(key="call-because-again", args={"n": who.times})))
    return found


def _value(who: Unhappy, spent: Sequence[float]) -> list[tuple[float, Line]]:
    if who.segment == PRECIOUS:
        return [(VALUE, Line(key="call-because-key-account"))]
    if who.spent <= 0:
        return []
    below = sum(one < who.spent for one in spent) / len(spent)
    amount = Amount(value=who.spent)
    return [(VALUE * below, Line(key="call-because-value", args={"amount": amount}))] if below > 1 / 2 else []


def _severity(who: Unhappy) -> list[tuple[float, Line]]:
    if who.lowest is None:
        return []
    line = Line(key="call-because-severe" if who.lowest < SEVERE_BELOW else "call-because-low")
    return [(SEVERITY * (1 - who.lowest), line)]


def _waiting(who: Unhappy, *, now: datetime) -> list[tuple[float, Line]]:
    waited = min(max(now - who.given_at, timedelta()), OLD) / OLD
    return [(WAITING * waited, Line(key="call-because-waiting", args={"at": who.given_at}))]
