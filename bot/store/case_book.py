"""Opening cases: one for each customer and touchpoint at a time, however often and by whom it is asked for."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, RowMapping, exists, or_, select, update

from bot.store.case_events import EventKind, write_event, zone_of
from bot.store.case_rules import USUAL, CaseRules, Priority
from bot.store.case_steps import BOT, add_step
from bot.store.case_tables import case_link
from bot.store.case_timers import set_due
from bot.store.cases import NewCase, add_case
from bot.store.once import insert_once
from bot.store.tables import customer_case
from metrics.store.registry import CustomerRecord, customers
from metrics.store.tables import feedback, touchpoint

RANK = {"normal": 0, "high": 1, "critical": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """What a case is opened for."""

    customer_id: int
    feedback_id: int | None
    touchpoint_id: int | None
    unit_id: int | None
    team: str | None


def open_case(
    connection: Connection,
    *,
    feedback_id: int,
    priority: Priority,
    at: datetime,
    actor: str = BOT,
    rules: CaseRules = USUAL,
) -> int:
    """Open a case for what a customer said, and give its number.

    What has a case keeps it. Where the customer has an open one about the same touchpoint, this joins it, and the
    higher priority counts. Raises LookupError if there is no such feedback.
    """
    row = connection.execute(select(feedback).where(feedback.c.id == feedback_id)).mappings().one_or_none()
    if row is None:
        raise LookupError(feedback_id)
    about = _About(
        customer_id=row["customer_id"] or _nameless(connection, feedback_id, at=row["given_at"]),
        feedback_id=feedback_id,
        touchpoint_id=row["touchpoint_id"],
        unit_id=row["unit_id"],
        team=_team(connection, row["touchpoint_id"]),
    )
    has = case_of_feedback(connection, feedback_id)
    if has is not None:
        return has
    same = _open_one(connection, about)
    if same is not None:
        join_case(connection, same["id"], feedback_id=feedback_id, at=at, actor=actor)
        if RANK[priority] > RANK[same["priority"]]:
            _raise_priority(connection, same, priority, at=at, rules=rules)
        return int(same["id"])
    return _opened(connection, about, priority, at=at, actor=actor, rules=rules)


def case_of_feedback(connection: Connection, feedback_id: int) -> int | None:
    """Find the case that a feedback belongs to."""
    linked = exists().where(
        case_link.c.case_id == customer_case.c.id,
        case_link.c.kind == "feedback",
        case_link.c.record_id == feedback_id,
    )
    query = select(customer_case.c.id).where(or_(customer_case.c.feedback_id == feedback_id, linked))
    return connection.execute(query.order_by(customer_case.c.id.desc()).limit(1)).scalar_one_or_none()


def join_case(connection: Connection, number: int, *, feedback_id: int, at: datetime, actor: str) -> None:
    """Let a feedback belong to a case."""
    row = {"case_id": number, "kind": "feedback", "record_id": feedback_id, "at": at}
    insert_once(connection, case_link, [row])
    add_step(connection, number, at=at, actor=actor, kind="linked", facts={"feedback": feedback_id})


def case_row(connection: Connection, number: int) -> RowMapping:
    """Read the row of a case that there is."""
    return connection.execute(select(customer_case).where(customer_case.c.id == number)).mappings().one()


def _nameless(connection: Connection, feedback_id: int, *, at: datetime) -> int:
    """Give the customer of a feedback that nobody is known to have given."""
    key = f"anonymous-{feedback_id}"
    return customers(connection, [CustomerRecord(key=key, since=at)])[key]


def _team(connection: Connection, touchpoint_id: int | None) -> str | None:
    return connection.execute(select(touchpoint.c.team).where(touchpoint.c.id == touchpoint_id)).scalar_one_or_none()


def _open_one(connection: Connection, about: _About) -> RowMapping | None:
    query = select(customer_case).where(
        customer_case.c.customer_id == about.customer_id,
        customer_case.c.status == "open",
        customer_case.c.touchpoint_id == about.touchpoint_id,
    )
    return connection.execute(query.order_by(customer_case.c.id).limit(1)).mappings().one_or_none()


def _opened(
    connection: Connection, about: _About, priority: Priority, *, at: datetime, actor: str, rules: CaseRules
) -> int:
    zone = zone_of(connection, about.unit_id)
    contact_due = rules.contact_due(priority, at, timezone=zone)
    again = _had_one(connection, about, since=at - timedelta(days=rules.repeat_days))
    number = add_case(
        connection,
        NewCase(
            customer_id=about.customer_id,
            feedback_id=about.feedback_id,
            touchpoint_id=about.touchpoint_id,
            unit_id=about.unit_id,
            team=about.team,
            priority=priority,
            opened_at=at,
            due_at=contact_due,
            contact_due_at=contact_due,
            resolve_due_at=rules.resolve_due(at, timezone=zone),
        ),
    )
    add_step(connection, number, at=at, actor=actor, kind="opened", facts={"feedback": about.feedback_id})
    kind: EventKind = "case_opened_again" if again else "case_opened"
    row = case_row(connection, number)
    write_event(connection, row, kind, name="opened", at=at, timezone=rules.timezone)
    set_due(connection, number, stage="contact", since=at, until=contact_due)
    return number


def _had_one(connection: Connection, about: _About, *, since: datetime) -> bool:
    earlier = select(customer_case.c.id).where(
        customer_case.c.customer_id == about.customer_id, customer_case.c.opened_at >= since
    )
    return connection.execute(earlier.limit(1)).first() is not None


def _raise_priority(
    connection: Connection, case: RowMapping, priority: Priority, *, at: datetime, rules: CaseRules
) -> None:
    values: dict[str, object] = {"priority": priority}
    due = rules.contact_due(priority, at, timezone=zone_of(connection, case["unit_id"]))
    if case["contacted_at"] is None and due < case["due_at"]:
        values |= {"due_at": due, "contact_due_at": due}
        set_due(connection, case["id"], stage="contact", since=at, until=due)
    connection.execute(update(customer_case).where(customer_case.c.id == case["id"]).values(**values))
    add_step(connection, case["id"], at=at, actor=BOT, kind="raised", facts={"priority": priority})
