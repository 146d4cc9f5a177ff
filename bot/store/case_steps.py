"""The history of a case: who did what, when, and in which words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from bot.messages import Json
from bot.store.case_tables import case_step

BOT, CUSTOMER = "bot", "customer"
"""Actors that are nobody on the staff."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that was done in a case."""

    place: int
    at: datetime
    actor: str
    kind: str
    note: str
    facts: Mapping[str, Json]


def add_step(
    connection: Connection,
    number: int,
    *,
    at: datetime,
    actor: str,
    kind: str,
    note: str = "",
    facts: Mapping[str, Json] | None = None,
) -> int:
    """Write down what was done and give its place in the history, from 1."""
    last = select(func.coalesce(func.max(case_step.c.place), 0)).where(case_step.c.case_id == number)
    place = int(connection.execute(last).scalar_one()) + 1
    connection.execute(
        insert(case_step).values(
            case_id=number, place=place, at=at, actor=actor, kind=kind, note=note, facts=dict(facts or {})
        )
    )
    return place


def steps_of(connection: Connection, number: int) -> tuple[Step, ...]:
    """Read a case's history, the oldest first."""
    rows = connection.execute(select(case_step).where(case_step.c.case_id == number).order_by(case_step.c.place))
    return tuple(
        Step(place=row.place, at=row.at, actor=row.actor, kind=row.kind, note=row.note, facts=row.facts) for row in rows
    )


def last_step(connection: Connection, number: int, kind: str) -> Step | None:
    """Find the newest step of a kind."""
    return next((step for step in reversed(steps_of(connection, number)) if step.kind == kind), None)
