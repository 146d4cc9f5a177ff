"""Customers who said something bad lately and have not heard from us since, with what tells how pressing it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, exists, func, or_, select

from bot.store.tables import customer_case
from metrics.figures import Days
from metrics.scope import Scope
from metrics.store.facts import PURCHASES
from metrics.store.feedback_filter import dissatisfied, position, seen
from metrics.store.tables import annotation, customer, event, feedback, score, touchpoint, unit

VALUE_DAYS = 365
MOST_READ = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Unhappy:
    """One customer's worst news: `labels` are field and label, as urgency and safety, with how pressing each is.

    lowest: their lowest score of the days, 0 worst to 1 best; spent: money of the last year, in the source's currency.
    """

    customer: str
    segment: str | None
    feedback_id: int
    given_at: datetime
    touchpoint: str | None
    unit: str | None
    lowest: float | None
    labels: tuple[tuple[str, str, float], ...]
    times: int
    """How often they were dissatisfied in these days."""
    spent: float
    case: int | None
    """Their open case."""


def unhappy_customers(
    connection: Connection,
    *,
    days: Days,
    within: Scope,
    units: frozenset[int] | None,
    touchpoints: frozenset[int] | None,
    segment: str | None = None,
) -> tuple[Unhappy, ...]:
    """Read the customers who were dissatisfied in these days; whoever we spoke to since is left out."""
    since = exists().where(
        customer_case.c.customer_id == feedback.c.customer_id,
        or_(customer_case.c.contacted_at > feedback.c.given_at, customer_case.c.closed_at > feedback.c.given_at),
    )
    rows = (
        select(
            feedback.c.id, feedback.c.customer_id, feedback.c.given_at, customer.c.key, customer.c.segment,
            touchpoint.c.name.label("touchpoint"), unit.c.name.label("unit"),
        )
        .join(customer, customer.c.id == feedback.c.customer_id)
        .outerjoin(touchpoint, touchpoint.c.id == feedback.c.touchpoint_id)
        .outerjoin(unit, unit.c.id == feedback.c.unit_id)
        .where(
            feedback.c.day >= days.first.toordinal(), feedback.c.day < days.end.toordinal(), dissatisfied(), ~since,
            *seen(feedback, within), *seen(feedback, Scope(units=units, touchpoints=touchpoints)),
        )
        .order_by(feedback.c.given_at.desc(), feedback.c.id.desc())
        .limit(MOST_READ)
    )  # fmt: skip
    if segment is not None:
        rows = rows.where(customer.c.segment == segment)
    said = connection.execute(rows).all()
    people: dict[int, list[int]] = {}
    for row in said:
        people.setdefault(row.customer_id, []).append(row.id)
    labels, lowest = _labels(connection, [row.id for row in said]), _lowest(connection, [row.id for row in said])
    spent, cases = _spent(connection, list(people), days=days), _open_cases(connection, list(people))
    newest = {row.customer_id: row for row in reversed(said)}
    return tuple(
        Unhappy(
            customer=newest[who].key, segment=newest[who].segment, feedback_id=newest[who].id,
            given_at=newest[who].given_at, touchpoint=newest[who].touchpoint, unit=newest[who].unit,
            lowest=min((lowest[one] for one in ids if one in lowest), default=None),
            labels=tuple(label for one in ids for label in labels.get(one, ())), times=len(ids),
            spent=spent.get(who, 0.0), case=cases.get(who),
        )
        for who, ids in people.items()
    )  # fmt: skip


def _labels(connection: Connection, ids: Sequence[int]) -> dict[int, list[tuple[str, str, float]]]:
    found: dict[int, list[tuple[str, str, float]]] = {}
    query = select(annotation.c.feedback_id, annotation.c.field, annotation.c.label, annotation.c.value).where(
        annotation.c.feedback_id.in_(ids), annotation.c.field.in_(("urgency", "intent"))
    )
    for row in connection.execute(query):
        found.setdefault(row.feedback_id, []).append((row.field, row.label, row.value or 0.0))
    return found


def _lowest(connection: Connection, ids: Sequence[int]) -> dict[int, float]:
    query = select(score.c.feedback_id, func.min(position())).where(score.c.feedback_id.in_(ids))
    return {row[0]: float(row[1]) for row in connection.execute(query.group_by(score.c.feedback_id))}


def _spent(connection: Connection, who: Sequence[int], *, days: Days) -> dict[int, float]:
    bought = or_(event.c.kind.in_(PURCHASES), and_(event.c.kind == "visit", event.c.value > 0))
    query = select(event.c.customer_id, func.sum(event.c.value)).where(
        event.c.customer_id.in_(who), bought, event.c.day >= days.end.toordinal() - VALUE_DAYS
    )
    return {row[0]: float(row[1] or 0.0) for row in connection.execute(query.group_by(event.c.customer_id))}


def _open_cases(connection: Connection, who: Sequence[int]) -> dict[int, int]:
    query = select(customer_case.c.customer_id, func.max(customer_case.c.id)).where(
        customer_case.c.customer_id.in_(who), customer_case.c.status == "open"
    )
    return {row[0]: int(row[1]) for row in connection.execute(query.group_by(customer_case.c.customer_id))}
