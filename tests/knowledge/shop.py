"""A small shop whose customers speak English, Polish and Chinese: two regions, three stores, three touchpoints."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

import bot.store
import knowledge.store
from knowledge.redaction import PatternRedactor
from knowledge.search import FeedbackSearch, open_search
from metrics.records import EventRecord, FeedbackRecord, ScoreRecord
from metrics.scope import Scope
from metrics.store import directory
from metrics.store.engine import Database, open_engine, reading, sqlite_url, writing
from metrics.store.feedback import FeedbackReader
from metrics.store.migrate import upgrade
from metrics.store.registry import CustomerRecord, IdentityRecord, PersonalDatum, customers, identities, personal
from metrics.store.tables import feedback
from metrics.store.writer import Writer

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
FOLDERS = tuple(Path(str(package.__file__)).parent / "migrations" for package in (bot.store, knowledge.store))


@dataclass(frozen=True, kw_only=True)
class Shop:
    """The store, what it knows by name, and its search."""

    engine: Database
    home: Path
    units: dict[str, int]
    touchpoints: dict[str, int]
    source_id: int
    customers: dict[str, int]

    @property
    def reader(self) -> FeedbackReader:
        return FeedbackReader(self.engine)

    def search(self) -> FeedbackSearch:
        return open_search(self.engine, folder=self.home / "index")

    def only(self, *units: str) -> Scope:
        """What somebody may see who has these units."""
        return Scope(units=frozenset(self.units[name] for name in units))

    def say(self, *records: FeedbackRecord) -> None:
        """Store feedback."""
        with writing(self.engine) as connection:
            Writer(connection, redactor=PatternRedactor()).feedback(records)

    def happen(self, *records: EventRecord) -> None:
        """Store events."""
        with writing(self.engine) as connection:
            Writer(connection, redactor=PatternRedactor()).events(records)

    def record(
        self,
        external_id: str,
        text: str | None,
        *,
        unit: str | None = "Gdańsk",
        touchpoint: str | None = "delivery",
        days_ago: int = 0,
        nps: float | None = None,
        csat: float | None = None,
        customer: str | None = None,
        language: str | None = None,
    ) -> FeedbackRecord:
        """Make a piece of feedback."""
        scores = [ScoreRecord(instrument="nps", value=nps, scale_min=0, scale_max=10)] if nps is not None else []
        if csat is not None:
            scores.append(ScoreRecord(instrument="csat", value=csat, scale_min=1, scale_max=5))
        return FeedbackRecord(
            source_id=self.source_id,
            external_id=external_id,
            kind="survey",
            given_at=NOON - timedelta(days=days_ago),
            timezone="UTC",
            text=text,
            unit_id=self.units[unit] if unit else None,
            touchpoint_id=self.touchpoints[touchpoint] if touchpoint else None,
            customer_id=self.customers[customer] if customer else None,
            language=language,
            scores=tuple(scores),
        )

    def id_of(self, external_id: str) -> int:
        """Give the id that a piece of feedback got."""
        with reading(self.engine) as connection:
            wanted = select(feedback.c.id).where(feedback.c.external_id == external_id)
            return int(connection.execute(wanted).scalar_one())

    def texts(self) -> Sequence[FeedbackRecord]:
        """Give what the shop's customers said: one planted text a language, and others about other things."""
        record = self.record
        return (
            record("en", "The queue at the checkout was far too long", unit="Leeds", touchpoint="checkout", nps=2,
                   days_ago=3, language="en"),
            record("en-old", "Long queues at the checkout again", unit="Leeds", touchpoint="checkout", nps=4,
                   days_ago=60, language="en"),
            record("pl", "Kurier zgubił moją paczkę i nikt nie odbiera telefonu", unit="Gdańsk", nps=0, days_ago=2,
                   language="pl"),
            record("zh", "门店自提排队太久了，等了一个小时", unit="Gdynia", touchpoint="store pickup", csat=1,
                   days_ago=1, language="zh-Hans"),
            record("zh-hant", "物流很慢，包裝也破損了", unit="Gdynia", csat=2, days_ago=5, language="zh-Hant"),
            record("en-good", "Friendly staff and a quick delivery", unit="Leeds", nps=10, language="en"),
            record("pl-good", "Bardzo miła obsługa, polecam", unit="Gdańsk", touchpoint="checkout", nps=9,
                   language="pl"),
            record("en-login", "I cannot log in since the update", unit=None, touchpoint=None, language="en"),
            record("silent", None, unit="Gdańsk", nps=7),
        )  # fmt: skip


def open_shop(home: Path) -> Shop:
    """Make the shop in a folder, without feedback."""
    engine = open_engine(sqlite_url(home / "shop.db"), durable=False)
    upgrade(engine, folders=FOLDERS)
    return shop_in(engine, home=home)


def shop_in(engine: Database, *, home: Path) -> Shop:
    """Make the shop in an empty store, without feedback; what is not the store's lies in `home`."""
    with writing(engine) as connection:
        poland = directory.unit(connection, name="Pomerania", kind="region")
        units = {
            "Pomerania": poland,
            "Gdańsk": directory.unit(connection, name="Gdańsk", kind="store", parent_id=poland),
            "Gdynia": directory.unit(connection, name="Gdynia", kind="store", parent_id=poland),
            "Leeds": directory.unit(connection, name="Leeds", kind="store"),
        }
        names = ("delivery", "checkout", "store pickup")
        touchpoints = {name: directory.touchpoint(connection, name=name)[0] for name in names}
        source_id = directory.source(connection, name="survey", kind="feedback", timezone="UTC")
        known = customers(connection, [CustomerRecord(key="10482", segment="new"), CustomerRecord(key="K-7")])
        identities(connection, [IdentityRecord(source_id=source_id, external_id="crm-1", customer_id=known["10482"])])
        details = {"name": "Anna Wiśniewska", "email": "anna@example.com", "phone": "+48 601 234 567"}
        personal(
            connection,
            [
                PersonalDatum(customer_id=known["10482"], source_id=source_id, field=field, value=value)
                for field, value in details.items()
            ],
        )
    return Shop(engine=engine, home=home, units=units, touchpoints=touchpoints, source_id=source_id, customers=known)


def renamed(record: FeedbackRecord, text: str) -> FeedbackRecord:
    """Let the same piece of feedback say something else."""
    return record._replace(text=text)
