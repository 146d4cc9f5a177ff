"""The rules of alerts that people made, and what of all rules stands now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from bot.messages import Json
from bot.store.alert_tables import alert_rule, alert_standing
from bot.store.once import insert_once

ON, ASKED, OFF = "on", "asked", "off"
"""States of a rule: it tells, it waits for a yes of whom it would tell, it was taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRule:
    """A rule that a person made; `scope` in canonical names, `condition` with op, value and min_n."""

    id: int
    made_by: str
    notify: str
    metric: str
    scope: Mapping[str, tuple[str, ...]]
    condition: Mapping[str, Any]
    state: str


def add_rule(
    connection: Connection,
    *,
    made_by: str,
    notify: str,
    metric: str,
    scope: Mapping[str, Json],
    condition: Mapping[str, Json],
    at: datetime,
) -> int:
    """Keep a rule and give its number; who is told by another's rule is asked first."""
    values = {
        "made_by": made_by,
        "notify": notify,
        "metric": metric,
        "scope": dict(scope),
        "condition": dict(condition),
        "state": ON if made_by == notify else ASKED,
        "made_at": at,
    }
    return int(connection.execute(insert(alert_rule).values(**values).returning(alert_rule.c.id)).scalar_one())


def rules_on(connection: Connection) -> tuple[OwnRule, ...]:
    """Give the rules that tell somebody."""
    rows = connection.execute(select(alert_rule).where(alert_rule.c.state == ON).order_by(alert_rule.c.id)).mappings()
    return tuple(_rule(row) for row in rows)


def rules_of(connection: Connection, person_key: str) -> tuple[OwnRule, ...]:
    """Give the rules that a person made or is told by, or would be."""
    theirs = (alert_rule.c.made_by == person_key) | (alert_rule.c.notify == person_key)
    rows = connection.execute(select(alert_rule).where(theirs, alert_rule.c.state != OFF).order_by(alert_rule.c.id))
    return tuple(_rule(row) for row in rows.mappings())


def rule_by_id(connection: Connection, number: int) -> OwnRule | None:
    """Find a rule."""
    row = connection.execute(select(alert_rule).where(alert_rule.c.id == number)).mappings().first()
    return None if row is None else _rule(row)


def set_rule_state(connection: Connection, *, number: int, state: str) -> None:
    """Switch a rule on, or take it back."""
    connection.execute(update(alert_rule).where(alert_rule.c.id == number).values(state=state))


def standing(connection: Connection) -> frozenset[tuple[str, str]]:
    """Give what was told of and is not over, as rule and cause."""
    rows = connection.execute(select(alert_standing.c.rule, alert_standing.c.cause))
    return frozenset((row.rule, row.cause) for row in rows)


def set_standing(connection: Connection, *, rule: str, cause: str, since: datetime, value: float | None) -> None:
    """Note that something stands; since when it does is not forgotten."""
    insert_once(connection, alert_standing, [{"rule": rule, "cause": cause, "since": since, "value": value}])


def end_standing(connection: Connection, *, rule: str, cause: str) -> None:
    """Note that it is over."""
    connection.execute(delete(alert_standing).where(alert_standing.c.rule == rule, alert_standing.c.cause == cause))


def _rule(row: RowMapping) -> OwnRule:
    return OwnRule(
        id=row["id"],
        made_by=row["made_by"],
        notify=row["notify"],
        metric=row["metric"],
        scope={name: tuple(values) for name, values in row["scope"].items()},
        condition=row["condition"],
        state=row["state"],
    )
