"""Three complaints to open cases for, on a Friday at noon in Warsaw."""

from datetime import UTC, datetime

from sqlalchemy import select

from bot.store.cases import Case, case_by_number
from bot.store.handles import Database, Transaction
from metrics.records import FeedbackRecord
from metrics.scope import EVERYTHING
from metrics.store import directory, registry
from metrics.store.engine import writing
from metrics.store.tables import feedback
from metrics.store.writer import Writer

FRIDAY_NOON = datetime(2026, 11, 20, 11, tzinfo=UTC)


class KeepsEverything:
    """A redactor that finds nothing to take out."""

    def redact(self, text: str) -> str:
        return text


def complaints(store: Database) -> Database:
    """Store three complaints: two of one customer about the delivery, one of somebody unknown about the login.

    The customer has a chat, telegram:77.
    """
    with writing(store) as connection:
        gdansk = directory.unit(connection, name="Gdańsk", kind="store", timezone="Europe/Warsaw")
        delivery, _ = directory.touchpoint(connection, name="delivery", team="delivery")
        login, _ = directory.touchpoint(connection, name="login")
        who = registry.customers(connection, [registry.CustomerRecord(key="7", segment="new")])["7"]
        source = directory.source(connection, name="survey", kind="feedback", timezone="UTC")
        chat = registry.PersonalDatum(customer_id=who, source_id=source, field="telegram", value="77")
        registry.personal(connection, [chat])
        said = [
            FeedbackRecord(
                source_id=source, external_id=name, kind="survey", given_at=FRIDAY_NOON, timezone="UTC", text="No.",
                customer_id=customer, touchpoint_id=touchpoint, unit_id=unit,
            )
            for name, customer, touchpoint, unit in (
                ("1", who, delivery, gdansk), ("2", who, delivery, gdansk), ("3", None, login, None),
            )
        ]  # fmt: skip
        Writer(connection, redactor=KeepsEverything()).feedback(said)
    return store


def said(connection: Transaction, name: str) -> int:
    return int(connection.execute(select(feedback.c.id).where(feedback.c.external_id == name)).scalar_one())


def case(connection: Transaction, number: int) -> Case:
    found = case_by_number(connection, number, scope=EVERYTHING)
    assert found is not None
    return found
