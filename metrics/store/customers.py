"""Readers of customers. A customer may be seen by whoever may see one of their events or of their feedback."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Table, exists, func, or_, select

from metrics.customers.file import CustomerEvent, CustomerFile, CustomerMatch, PastScore
from metrics.feedback import FeedbackRow
from metrics.folding import fold, fold_field
from metrics.scope import Scope
from metrics.store.engine import reading
from metrics.store.feedback import feedback_rows, with_scores
from metrics.store.feedback_filter import seen
from metrics.store.tables import customer, event, feedback, identity, personal_data, score, touchpoint, unit

SCORES_SHOWN = 12
MATCHES_SHOWN = 20


class CustomerReader:
    """Reads customers from the store."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find(self, text: str, *, within: Scope) -> tuple[CustomerMatch, ...]:
        """Find customers by key, by the id a source knows them by, else by name, e-mail or phone, all folded.

        A key is somebody's own, so other ways are tried only where no key matches.
        """
        with reading(self._engine) as connection:
            for conditions, by in _ways(text):
                found = _matches(connection, conditions, by=by, within=within)
                if found:
                    return found
        return ()

    def file(
        self, key: str, *, within: Scope, personal: bool, events: int = 5, comments: int = 5
    ) -> CustomerFile | None:
        """Give the file of a customer in at most six statements; None if there is none that may be seen.

        `personal`: whether name, e-mail and phone are read at all.
        """
        with reading(self._engine) as connection:
            who = connection.execute(_who(key, within)).one_or_none()
            if who is None:
                return None
            happened, event_count = _events(connection, who.id, within=within, limit=events)
            said, feedback_count = _feedback(connection, who.id, within=within, limit=comments)
            past = _scores(connection, who.id, within=within)
            return CustomerFile(
                key=who.key,
                personal=_personal(connection, who.id) if personal else {},
                segment=who.segment,
                persona=who.persona,
                language=who.language,
                home=who.home,
                since=who.since,
                consent=who.consent or {},
                languages=_languages(who.language, said),
                events=happened,
                event_count=event_count,
                feedback=said,
                feedback_count=feedback_count,
                scores=past,
            )


def _ways(text: str) -> Sequence[tuple[ColumnElement[bool], str]]:
    name = text.strip()
    known_as = exists().where(identity.c.customer_id == customer.c.id, identity.c.external_id == name)
    phone = fold_field("phone", name)
    ways: list[tuple[ColumnElement[bool], str]] = [
        (customer.c.key == name, "key"),
        (customer.c.key.in_([name.lower(), name.upper()]), "key"),
        (known_as, "identity"),
        *((_personally(field, fold(name)), field) for field in ("name", "email", "telegram")),
    ]
    if len(phone) >= 7:
        ways.append((_personally("phone", phone), "phone"))
    if len(phone) >= 9:
        ways.append((_phone_ending(phone[-9:]), "phone"))
    return ways


def _personally(field: str, folded: str) -> ColumnElement[bool]:
    return customer.c.id.in_(
        select(personal_data.c.customer_id).where(personal_data.c.field == field, personal_data.c.folded == folded)
    )


def _phone_ending(digits: str) -> ColumnElement[bool]:
    """Match a phone number whether or not the country was said."""
    ending = personal_data.c.folded.like(f"%{digits}")
    return customer.c.id.in_(select(personal_data.c.customer_id).where(personal_data.c.field == "phone", ending))


def _matches(
    connection: Connection, condition: ColumnElement[bool], *, by: str, within: Scope
) -> tuple[CustomerMatch, ...]:
    query = select(customer.c.key, customer.c.segment).where(condition, *_may_be_seen(within))
    rows = connection.execute(query.order_by(customer.c.key).limit(MATCHES_SHOWN))
    return tuple(CustomerMatch(key=row.key, by=by, segment=row.segment) for row in rows)


def _may_be_seen(within: Scope) -> list[ColumnElement[bool]]:
    if within.units is None and within.touchpoints is None:
        return []
    ways = [exists().where(table.c.customer_id == customer.c.id, *seen(table, within)) for table in (event, feedback)]
    return [or_(*ways)]


def _who(key: str, within: Scope) -> Any:
    query = select(customer, unit.c.name.label("home")).outerjoin(unit, unit.c.id == customer.c.unit_id)
    return query.where(customer.c.key == key, *_may_be_seen(within))


def _personal(connection: Connection, customer_id: int) -> Mapping[str, str]:
    """Give each field as the source that spoke last has it."""
    query = select(personal_data.c.field, personal_data.c.value).where(personal_data.c.customer_id == customer_id)
    return {row.field: row.value for row in connection.execute(query.order_by(personal_data.c.id))}


def _events(
    connection: Connection, customer_id: int, *, within: Scope, limit: int
) -> tuple[tuple[CustomerEvent, ...], int]:
    query = (
        _with_places(select(event, func.count().over().label("in_all"), *_place_names()), event)
        .where(event.c.customer_id == customer_id, ~event.c.kind.startswith("case_"), *seen(event, within))
        .order_by(event.c.happened_at.desc(), event.c.id.desc())
        .limit(limit)
    )
    rows = connection.execute(query).all()
    return tuple(_event(row) for row in rows), rows[0].in_all if rows else 0


def _event(row: Row[Any]) -> CustomerEvent:
    return CustomerEvent(
        kind=row.kind,
        happened_at=row.happened_at,
        touchpoint=row.touchpoint,
        unit=row.unit,
        channel=row.channel,
        value=row.value,
    )


def _place_names() -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    return touchpoint.c.name.label("touchpoint"), unit.c.name.label("unit")


def _with_places(query: Any, table: Table) -> Any:
    return (
        query.select_from(table)
        .outerjoin(touchpoint, touchpoint.c.id == table.c.touchpoint_id)
        .outerjoin(unit, unit.c.id == table.c.unit_id)
    )


def _feedback(
    connection: Connection, customer_id: int, *, within: Scope, limit: int
) -> tuple[tuple[FeedbackRow, ...], int]:
    query = (
        feedback_rows()
        .add_columns(func.count().over().label("in_all"))
        .where(feedback.c.customer_id == customer_id, *seen(feedback, within))
        .order_by(feedback.c.given_at.desc(), feedback.c.id.desc())
        .limit(limit)
    )
    rows = connection.execute(query).all()
    return tuple(with_scores(connection, rows)), rows[0].in_all if rows else 0


def _scores(connection: Connection, customer_id: int, *, within: Scope) -> tuple[PastScore, ...]:
    about = touchpoint.c.name.label("touchpoint")
    query = (
        select(score, about)
        .join(feedback, feedback.c.id == score.c.feedback_id)
        .outerjoin(touchpoint, touchpoint.c.id == score.c.touchpoint_id)
        .where(feedback.c.customer_id == customer_id, *seen(feedback, within))
        .order_by(feedback.c.given_at.desc(), score.c.id.desc())
        .limit(SCORES_SHOWN)
    )
    return tuple(
        PastScore(
            instrument=row.instrument,
            value=row.value,
            scale_min=row.scale_min,
            scale_max=row.scale_max,
            day=date.fromordinal(row.day),
            touchpoint=row.touchpoint,
        )
        for row in connection.execute(query)
    )


def _languages(own: str | None, said: Sequence[FeedbackRow]) -> tuple[str, ...]:
    spoken = Counter(row.language for row in said if row.language)
    if own:
        spoken[own] += 0
    return tuple(language for language, _ in spoken.most_common())
