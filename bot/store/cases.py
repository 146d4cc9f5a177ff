"""Cases: the follow-up of one customer's bad experience. A case's number is its row's id."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, RowMapping, Select, and_, case, func, insert, or_, select

from bot.store.case_rules import Priority
from bot.store.tables import customer_case, person
from metrics.scope import Scope
from metrics.store.bulk import ids_go_on
from metrics.store.tables import customer, touchpoint, unit

Status = Literal["open", "closed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case with the names a person reads; `customer` is the pseudonymous key.

    due_at: until when the next thing is to be done, that the customer hears from us or, after that, that it is solved.
    """

    number: int
    customer_id: int
    customer: str
    feedback_id: int | None
    touchpoint: str | None
    unit: str | None
    team: str | None
    owner_key: str | None
    owner: str | None
    status: Status
    priority: Priority
    opened_at: datetime
    due_at: datetime
    closed_at: datetime | None
    root_cause: str | None
    unit_id: int | None = None
    touchpoint_id: int | None = None
    resolve_due_at: datetime | None = None
    contacted_at: datetime | None = None
    resolution: str | None = None
    compensation: float | None = None
    outcome: str | None = None
    """recovered or not_recovered, as the customer said after its end."""
    merged_into: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """A case to open; without a number it gets the next one."""

    customer_id: int
    opened_at: datetime
    due_at: datetime
    number: int | None = None
    feedback_id: int | None = None
    touchpoint_id: int | None = None
    unit_id: int | None = None
    team: str | None = None
    owner_key: str | None = None
    priority: Priority = "normal"
    closed_at: datetime | None = None
    root_cause: str | None = None
    contact_due_at: datetime | None = None
    resolve_due_at: datetime | None = None
    contacted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """Which cases are wanted; what is None does not limit.

    Instants are ends: due and closed in [from, to), opened at or after. `unowned` asks for those nobody has taken.
    `unit_ids` and `touchpoint_ids` are those asked for, beside those of the scope.
    """

    status: Status | None = None
    owner_key: str | None = None
    unowned: bool = False
    team: str | None = None
    customer_key: str | None = None
    unit_ids: frozenset[int] | None = None
    touchpoint_ids: frozenset[int] | None = None
    due_from: datetime | None = None
    due_to: datetime | None = None
    opened_from: datetime | None = None
    opened_to: datetime | None = None
    closed_from: datetime | None = None
    closed_to: datetime | None = None


ANY_CASE = CaseFilter()


def add_case(connection: Connection, new: NewCase) -> int:
    """Store a case and give its number."""
    made = insert(customer_case).values(**_row(new)).returning(customer_case.c.id)
    number = int(connection.execute(made).scalar_one())
    if new.number is not None:
        ids_go_on(connection, customer_case)
    return number


def add_cases(connection: Connection, cases: Sequence[NewCase]) -> None:
    """Store many cases that all have numbers."""
    if cases:
        connection.execute(insert(customer_case), [_row(new) for new in cases])
        ids_go_on(connection, customer_case)


def case_by_number(
    connection: Connection, number: int, *, scope: Scope, teams: Sequence[str] | None = None
) -> Case | None:
    """Find a case among those that the scope and, if given, the teams let through; None: not there, or not theirs."""
    query = _cases(scope=scope, teams=teams).where(customer_case.c.id == number)
    row = connection.execute(query).mappings().first()
    return None if row is None else _case(row)


def list_cases(
    connection: Connection,
    *,
    scope: Scope,
    teams: Sequence[str] | None = None,
    wanted: CaseFilter = ANY_CASE,
    limit: int | None = None,
) -> tuple[Case, ...]:
    """Read the cases wanted, the one due first at the top; `teams` None: rights do not limit by team."""
    query = _cases(scope=scope, teams=teams).where(*_conditions(wanted))
    query = query.order_by(customer_case.c.due_at, customer_case.c.id).limit(limit)
    return tuple(_case(row) for row in connection.execute(query).mappings())


def count_cases(
    connection: Connection, *, scope: Scope, teams: Sequence[str] | None = None, wanted: CaseFilter = ANY_CASE
) -> int:
    """Count the cases wanted."""
    query = _cases(scope=scope, teams=teams).where(*_conditions(wanted)).subquery()
    return int(connection.execute(select(func.count()).select_from(query)).scalar_one())


def root_causes(connection: Connection, *, team: str | None, touchpoint_id: int | None) -> tuple[str, ...]:
    """List the root causes of closed cases: of this touchpoint, then of this team, then others, the frequent first."""
    table = customer_case.c
    ours = case((table.touchpoint_id == touchpoint_id, 2), (table.team == team, 1), else_=0)
    near = func.max(ours)
    query = (
        select(table.root_cause)
        .where(table.root_cause.is_not(None), table.merged_into.is_(None))
        .group_by(table.root_cause)
        .order_by(near.desc(), func.sum(ours).desc(), func.count().desc(), table.root_cause)
    )
    return tuple(connection.execute(query).scalars())


def _cases(*, scope: Scope, teams: Sequence[str] | None) -> Select[tuple[Any, ...]]:
    query = (
        select(
            customer_case,
            customer.c.key.label("customer_key"),
            touchpoint.c.name.label("touchpoint_name"),
            unit.c.name.label("unit_name"),
            person.c.name.label("owner_name"),
        )
        .join(customer, customer.c.id == customer_case.c.customer_id)
        .outerjoin(touchpoint, touchpoint.c.id == customer_case.c.touchpoint_id)
        .outerjoin(unit, unit.c.id == customer_case.c.unit_id)
        .outerjoin(person, person.c.key == customer_case.c.owner_key)
    )
    limits = []
    if scope.units is not None:
        limits.append(customer_case.c.unit_id.in_(scope.units))
    if scope.touchpoints is not None:
        limits.append(customer_case.c.touchpoint_id.in_(scope.touchpoints))
    if teams is not None:
        limits.append(customer_case.c.team.in_(teams))
    return query.where(*limits)


def _conditions(wanted: CaseFilter) -> list[Any]:
    table = customer_case.c
    tests: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
        (wanted.status, lambda value: table.status == value),
        (wanted.owner_key, lambda value: table.owner_key == value),
        (wanted.unowned or None, lambda _: or_(table.owner_key.is_(None), table.owner_key == "")),
        (wanted.team, lambda value: table.team == value),
        (wanted.customer_key, lambda value: customer.c.key == value),
        (wanted.unit_ids, table.unit_id.in_),
        (wanted.touchpoint_ids, table.touchpoint_id.in_),
        (wanted.due_from, lambda value: table.due_at >= value),
        (wanted.due_to, lambda value: table.due_at < value),
        (wanted.opened_from, lambda value: table.opened_at >= value),
        (wanted.opened_to, lambda value: table.opened_at < value),
        (wanted.closed_from, lambda value: and_(table.closed_at.is_not(None), table.closed_at >= value)),
        (wanted.closed_to, lambda value: and_(table.closed_at.is_not(None), table.closed_at < value)),
    )
    return [test(value) for value, test in tests if value is not None]


def _row(new: NewCase) -> dict[str, Any]:
    row = {
        "customer_id": new.customer_id,
        "feedback_id": new.feedback_id,
        "touchpoint_id": new.touchpoint_id,
        "unit_id": new.unit_id,
        "team": new.team,
        "owner_key": new.owner_key,
        "status": "open" if new.closed_at is None else "closed",
        "priority": new.priority,
        "opened_at": new.opened_at,
        "due_at": new.due_at,
        "closed_at": new.closed_at,
        "root_cause": new.root_cause,
        "contact_due_at": new.contact_due_at,
        "resolve_due_at": new.resolve_due_at,
        "contacted_at": new.contacted_at,
    }
    return row if new.number is None else {"id": new.number, **row}


def _case(row: RowMapping) -> Case:
    return Case(
        number=row["id"],
        customer_id=row["customer_id"],
        customer=row["customer_key"],
        feedback_id=row["feedback_id"],
        touchpoint=row["touchpoint_name"],
        unit=row["unit_name"],
        team=row["team"],
        owner_key=row["owner_key"],
        owner=row["owner_name"],
        status=row["status"],
        priority=row["priority"],
        opened_at=row["opened_at"],
        due_at=row["due_at"],
        closed_at=row["closed_at"],
        root_cause=row["root_cause"],
        unit_id=row["unit_id"],
        touchpoint_id=row["touchpoint_id"],
        resolve_due_at=row["resolve_due_at"],
        contacted_at=row["contacted_at"],
        resolution=row["resolution"],
        compensation=row["compensation"],
        outcome=row["outcome"],
        merged_into=row["merged_into"],
    )
