"""When and how often a person is told of alerts: their hours and budget, what was told, silenced and learnt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, delete, func, insert, select

from bot.people import Person
from bot.store.alert_tables import alert_lesson, alert_reach, alert_silence
from bot.store.alerts import FALSE
from bot.store.once import insert_once
from bot.store.tables import alert
from bot.store.writes import Write

GROUP_WINDOW = timedelta(minutes=30)
"""What has the same cause as something told so recently goes with it."""
Cause = tuple[str, str]
"""A rule, and what it was about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How one person is reached now. Minutes are after midnight in their zone; quiet hours may go over midnight.

    `balance` counts false alarms less useful ones.
    """

    timezone: str = "UTC"
    quiet_from: int = 20 * 60
    quiet_to: int = 8 * 60
    budget: int = 10
    told_today: int = 0
    told_lately: frozenset[Cause] = frozenset()
    silences: frozenset[Cause] = frozenset()
    balance: Mapping[Cause, int] = field(default_factory=dict)


def read_reach(connection: Connection, person: Person, *, now: datetime) -> Reach:
    """Read how somebody is reached now."""
    hours = connection.execute(select(alert_reach).where(alert_reach.c.person_key == person.key)).mappings().first()
    wanted = {name: hours[name] for name in ("quiet_from", "quiet_to", "budget")} if hours else {}
    midnight = datetime.combine(now.astimezone(ZoneInfo(person.timezone)).date(), time(), ZoneInfo(person.timezone))
    told = (alert.c.person_key == person.key, alert.c.told == "now")
    today = select(func.count()).select_from(alert).where(*told, alert.c.at >= midnight)
    lately = select(alert.c.rule, alert.c.cause).where(*told, alert.c.at > now - GROUP_WINDOW)
    silent = select(alert_silence.c.rule, alert_silence.c.cause).where(
        alert_silence.c.person_key == person.key, alert_silence.c.until > now
    )
    learnt = select(alert_lesson).where(alert_lesson.c.person_key == person.key)
    return Reach(
        timezone=person.timezone,
        told_today=int(connection.execute(today).scalar_one()),
        told_lately=frozenset((row.rule, row.cause) for row in connection.execute(lately)),
        silences=frozenset((row.rule, row.cause) for row in connection.execute(silent)),
        balance={(row.rule, row.cause): row.false_alarms - row.useful for row in connection.execute(learnt)},
        **wanted,
    )


def want_alerts(connection: Connection, *, person_key: str, quiet_from: int, quiet_to: int, budget: int) -> None:
    """Keep when and how often somebody wants to be told."""
    connection.execute(delete(alert_reach).where(alert_reach.c.person_key == person_key))
    connection.execute(
        insert(alert_reach).values(person_key=person_key, quiet_from=quiet_from, quiet_to=quiet_to, budget=budget)
    )


def silence(*, person_key: str, rule: str, cause: str, until: datetime, at: datetime) -> Write:
    """Keep a cause silent for somebody until then, in the place of what they said before."""

    def write(connection: Connection) -> None:
        same = (
            alert_silence.c.person_key == person_key,
            alert_silence.c.rule == rule,
            alert_silence.c.cause == cause,
        )
        connection.execute(delete(alert_silence).where(*same))
        connection.execute(
            insert(alert_silence).values(person_key=person_key, rule=rule, cause=cause, until=until, at=at)
        )

    return write


def learn(*, person_key: str, alert_id: int, rule: str, cause: str, state: str) -> Write:
    """Count what somebody said of an alert, useful or a false alarm; the same alert counts once, as said last."""

    def write(connection: Connection) -> None:
        key = {"person_key": person_key, "rule": rule, "cause": cause}
        insert_once(connection, alert_lesson, [{**key, "false_alarms": 0, "useful": 0}])
        was = connection.execute(select(alert.c.state).where(alert.c.id == alert_id)).scalar_one()
        connection.execute(alert.update().where(alert.c.id == alert_id).values(state=state))
        row = tuple(alert_lesson.c[name] == value for name, value in key.items())
        change = {
            "false_alarms": alert_lesson.c.false_alarms + (state == FALSE) - (was == FALSE),
            "useful": alert_lesson.c.useful + (state == "useful") - (was == "useful"),
        }
        connection.execute(alert_lesson.update().where(*row).values(**change))

    return write


def read_balance(connection: Connection, told: Mapping[Cause, str]) -> dict[Cause, int]:
    """Give for each cause the false alarms less the useful ones, as the person it tells counts them."""
    rows = connection.execute(select(alert_lesson))
    found = {(row.rule, row.cause, row.person_key): row.false_alarms - row.useful for row in rows}
    return {cause: found[*cause, person] for cause, person in told.items() if (*cause, person) in found}
