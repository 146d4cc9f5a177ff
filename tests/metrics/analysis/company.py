"""A small company in a database of its own: six hundred answers given at random, with everything that can be missing.

`Given` is what was written, kept beside the database, so that tests can count by themselves.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, insert, select

from bot.main import MIGRATIONS
from metrics.records import FeedbackRecord, ScoreRecord
from metrics.store import directory
from metrics.store.engine import open_engine, sqlite_url, writing
from metrics.store.migrate import upgrade
from metrics.store.tables import annotation, feedback
from metrics.store.writer import Writer

NOW = datetime(2026, 11, 20, 11, tzinfo=UTC)
SCALES = {"nps": (0, 10), "csat": (1, 5), "ces": (1, 7)}


class KeepsEverything:
    """A redactor for texts that name nobody."""

    def redact(self, text: str) -> str:
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One answer as it was written."""

    instrument: str
    value: int
    day: int
    touchpoint: str | None
    unit: str | None
    channel: str | None
    segment: str | None
    persona: str | None
    language: str | None
    source: str
    late: str | None
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """The database and what was written to it."""

    engine: Engine
    given: tuple[Given, ...]

    def count(self, instrument: str, keep: Callable[[Given], bool] = lambda _: True) -> dict[int, int]:
        """Count the answers kept, by value."""
        found: dict[int, int] = {}
        for answer in self.given:
            if answer.instrument == instrument and keep(answer):
                found[answer.value] = found.get(answer.value, 0) + 1
        return found


PARENTS = {
    "Gdańsk": "North",
    "Gdynia": "North",
    "Kraków": "South",
    "North": "Poland",
    "South": "Poland",
    "Poland": None,
}
KINDS = {"North": "region", "South": "region", "Poland": "country"}
TOUCHPOINTS = ("checkout", "delivery", "login", "store pickup")
STAGES = {"Buy": ("checkout", "store pickup"), "Receive": ("delivery", "store pickup")}


def empty_store(folder: Path) -> Engine:
    """Open a new database with the schema and nothing in it."""
    engine = open_engine(sqlite_url(folder / "metrics.db"), durable=False)
    upgrade(engine, folders=MIGRATIONS)
    return engine


def company(engine: Engine, *, answers: int = 600, seed: int = 7) -> Company:
    """Make the company in an empty store."""
    chance = random.Random(seed)
    given: list[Given] = []
    with writing(engine) as connection:
        units: dict[str, int] = {}
        for name in reversed(PARENTS):
            parent = PARENTS[name]
            kind = KINDS.get(name, "store")
            units[name] = directory.unit(connection, name=name, kind=kind, parent_id=units[parent] if parent else None)
        touchpoints = {name: directory.touchpoint(connection, name=name)[0] for name in TOUCHPOINTS}
        sources = {
            name: directory.source(
                connection, name=name, kind="feedback", timezone="UTC", expected_every_s=86_400,
                as_of=NOW - timedelta(days=days),
            )
            for name, days in (("pos", 3), ("web shop", 0))
        }  # fmt: skip
        directory.source(connection, name="crm", kind="customers", timezone="UTC", as_of=NOW)
        journey = directory.journey(connection, name="purchase", kind="buying")
        for position, (stage, names) in enumerate(STAGES.items()):
            stage_id = directory.stage(connection, journey_id=journey, position=position, name=stage)
            for place, name in enumerate(names):
                directory.stage_touchpoint(
                    connection, stage_id=stage_id, touchpoint_id=touchpoints[name], position=place
                )
        directory.synonym(connection, kind="touchpoint", name="store pickup", text="门店自提", language="zh-Hans")
        directory.synonym(connection, kind="unit", name="Gdańsk", text="Danzig")
        records, themed = [], []
        for number in range(answers):
            answer_set = _answers(chance)
            first = answer_set[0]
            given += answer_set
            records.append(
                FeedbackRecord(
                    source_id=sources[first.source],
                    external_id=f"r{number}",
                    kind="survey",
                    given_at=datetime.fromordinal(first.day).replace(hour=12, tzinfo=UTC),
                    timezone="UTC",
                    touchpoint_id=touchpoints.get(first.touchpoint or ""),
                    unit_id=units.get(first.unit or ""),
                    channel=first.channel,
                    segment=first.segment,
                    persona=first.persona,
                    language=first.language,
                    attributes={} if first.late is None else {"late": first.late},
                    scores=tuple(_score(answer) for answer in answer_set),
                )
            )
            themed += [(f"r{number}", theme) for theme in first.themes]
        Writer(connection, redactor=KeepsEverything()).feedback(records)
        ids = {row.external_id: row.id for row in connection.execute(select(feedback.c.external_id, feedback.c.id))}
        rows = [
            {"feedback_id": ids[name], "field": "theme", "label": theme, "annotator": "test@1"}
            for name, theme in themed
        ]
        connection.execute(insert(annotation), rows)
    return Company(engine=engine, given=tuple(given))


def _answers(chance: random.Random) -> list[Given]:
    """One piece of feedback with one to three scores."""
    day = (NOW - timedelta(days=chance.randrange(120))).toordinal()
    shared = {
        "day": day,
        "touchpoint": chance.choice((*TOUCHPOINTS, None)),
        "unit": chance.choice((*PARENTS, None)),
        "channel": chance.choice(("web", "app", None)),
        "segment": chance.choice(("new", "business", None)),
        "persona": chance.choice(("Hurried Hana", None)),
        "language": chance.choice(("en", "pl")),
        "source": chance.choice(("pos", "web shop")),
        "late": chance.choice(("true", "false", None)),
        "themes": chance.choice(((), ("price",), ("price", "waiting"))),
    }
    instruments = chance.sample(sorted(SCALES), chance.randint(1, 3))
    return [Given(instrument=name, value=chance.randint(*SCALES[name]), **shared) for name in instruments]  # type: ignore[arg-type] # one dict for fields of several types


def _score(answer: Given) -> ScoreRecord:
    low, high = SCALES[answer.instrument]
    return ScoreRecord(instrument=answer.instrument, value=answer.value, scale_min=low, scale_max=high)
