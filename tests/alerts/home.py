"""A small home for tests of alerts: three people, two stores, one touchpoint, and customers who say things."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import select

from bot.alerts.desk import AlertDesk, OpenCase
from bot.alerts.rules import default_rules
from bot.jobs.alerting import Watch
from bot.messages import Reply
from bot.people import Role
from bot.store.case_book import open_case
from bot.store.codec import reply_from_json
from bot.store.people import NewPerson, add_people
from bot.store.tables import outbox
from knowledge.annotator import TextAnnotator
from knowledge.redaction import PatternRedactor
from metrics.records import FeedbackRecord, ScoreRecord
from metrics.store import directory
from metrics.store.engine import Database, reading, writing
from metrics.store.registry import CustomerRecord, customers
from metrics.store.writer import Writer

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
FURIOUS = "Terrible! My parcel is lost, I want a refund and I will call my lawyer."
UPSET = "Terrible delivery, I am furious. I want my money back, refund me!"


@dataclass(slots=True, kw_only=True)
class Home:
    """A store with people, and what tests do to it."""

    store: Database
    open_case: OpenCase = open_case
    said: int = 0
    source: int = field(init=False)
    touchpoint: int = field(init=False)
    unit: int = field(init=False)

    def __post_init__(self) -> None:
        with writing(self.store) as connection:
            self.source = directory.source(connection, name="survey", kind="feedback", timezone="UTC")
            self.unit = directory.unit(connection, name="Gdańsk", kind="store")
            self.touchpoint, _ = directory.touchpoint(
                connection, name="delivery", channel="app", owner="Ola", team="delivery"
            )
            add_people(
                connection,
                [
                    NewPerson(key="boss", name="Boss", role=Role.MANAGER),
                    NewPerson(key="ola", name="Ola", role=Role.PRODUCT_OWNER, language="en"),
                    NewPerson(key="jan", name="Jan", role=Role.STORE_MANAGER, unit="Gdańsk", language="pl"),
                ],
            )

    def says(
        self,
        text: str | None = None,
        *,
        csat: float | None = None,
        at: datetime = NOON,
        times: int = 1,
        touchpoint: bool = True,
        customer: str | None = None,
        of: Sequence[float] | None = None,
    ) -> None:
        """Let customers say something, each a new one unless `customer` names one; `of`: a score each."""
        scores = list(of) if of is not None else [csat] * times
        with writing(self.store) as connection:
            names = [customer or f"c{self.said + place}" for place in range(len(scores))]
            ids = customers(connection, [CustomerRecord(key=name) for name in dict.fromkeys(names)])
            records = [
                FeedbackRecord(
                    source_id=self.source,
                    external_id=f"f{self.said + place}",
                    kind="survey",
                    given_at=at,
                    timezone="UTC",
                    customer_id=ids[name],
                    touchpoint_id=self.touchpoint if touchpoint else None,
                    unit_id=self.unit,
                    channel="app",
                    language="en",
                    text=text,
                    scores=()
                    if score is None
                    else (ScoreRecord(instrument="csat", value=score, scale_min=1, scale_max=5),),
                )
                for place, (name, score) in enumerate(zip(names, scores, strict=True))
            ]
            Writer(connection, redactor=PatternRedactor()).feedback(records)
            self.said += len(records)

    @property
    def desk(self) -> AlertDesk:
        """What tells people."""
        return AlertDesk(timezone="UTC", open_case=self.open_case)

    def look(self, now: datetime = NOON) -> int:
        """Look at everything that came in; say how many looks that took."""
        return look_at(self.store, now=now, desk=self.desk)

    def told(self, person: str | None = None) -> list[Reply]:
        """Give the messages that were put into the outbox, the oldest first."""
        query = select(outbox.c.body).order_by(outbox.c.id)
        if person is not None:
            query = query.where(outbox.c.recipient == f"console:{person}")
        with reading(self.store) as connection:
            return [reply_from_json(body["reply"]) for body in connection.execute(query).scalars()]


def look_at(store: Database, *, now: datetime = NOON, desk: AlertDesk | None = None) -> int:
    """Look at everything that came into a store; the rules about scores have tests of their own."""
    watch = Watch(
        engine=store,
        desk=desk or AlertDesk(timezone="UTC", open_case=open_case),
        rules=default_rules(),
        annotator=TextAnnotator,
        soon=lambda _: lambda _: None,
    )
    looks = 0
    while watch.look(now=now):
        looks += 1
    return looks
