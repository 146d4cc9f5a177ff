"""Subscriptions to the digest: one a person, changed by talking."""

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import Connection, Engine, RowMapping, delete, insert, or_, select, update

from bot.store.digest_tables import digest_subscription
from bot.store.writes import Overtaken
from metrics.store.engine import reading

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """When a person gets which digest: a local time on days of the week.

    Without `content` it is what their role has; without `language`, theirs. `last_date` is the local date of the last.
    """

    person_key: str
    days: tuple[str, ...]
    at: time
    content: tuple[str, ...] = ()
    language: str | None = None
    active: bool = True
    since: datetime
    last_date: date | None = None

    @property
    def weekdays(self) -> frozenset[int]:
        """Its days as numbers, Monday 0."""
        return frozenset(WEEK.index(day) for day in self.days)


class Subscriptions:
    """Reads who wants which digest."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, person_key: str) -> Subscription | None:
        """Give the person's, also one that was stopped."""
        query = select(digest_subscription).where(digest_subscription.c.person_key == person_key)
        with reading(self._engine) as connection:
            row = connection.execute(query).mappings().first()
        return None if row is None else _subscription(row)

    def active(self) -> tuple[Subscription, ...]:
        """Give everybody's, by person."""
        query = select(digest_subscription).where(digest_subscription.c.active)
        with reading(self._engine) as connection:
            rows = connection.execute(query.order_by(digest_subscription.c.person_key)).mappings().all()
        return tuple(_subscription(row) for row in rows)


def keep_subscription(connection: Connection, kept: Subscription) -> None:
    """Keep a person's subscription in the place of the one before."""
    connection.execute(delete(digest_subscription).where(digest_subscription.c.person_key == kept.person_key))
    connection.execute(
        insert(digest_subscription).values(
            person_key=kept.person_key,
            days=",".join(kept.days),
            at=kept.at.strftime("%H:%M"),
            content=list(kept.content),
            language=kept.language,
            active=kept.active,
            since=kept.since,
            last_date=kept.last_date,
        )
    )


def mark_digest(connection: Connection, *, person_key: str, day: date) -> None:
    """Note that the digest of a local date was given; raises Overtaken if that date, or a later one, already was."""
    table = digest_subscription.c
    earlier = or_(table.last_date.is_(None), table.last_date < day)
    marked = update(digest_subscription).where(table.person_key == person_key, table.active, earlier)
    if connection.execute(marked.values(last_date=day)).rowcount != 1:
        raise Overtaken


def _subscription(row: RowMapping) -> Subscription:
    return Subscription(
        person_key=row["person_key"],
        days=tuple(row["days"].split(",")),
        at=time.fromisoformat(row["at"]),
        content=tuple(row["content"]),
        language=row["language"],
        active=row["active"],
        since=row["since"],
        last_date=row["last_date"],
    )
