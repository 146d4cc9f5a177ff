"""What stands still in the demo company, stored: sources, units, touchpoints, journeys, named events, words."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

from bot.demo.journeys import JOURNEYS
from bot.demo.places import COUNTRIES, REGIONS
from bot.demo.plan import HOME_ZONE, Plan
from bot.demo.touchpoints import TOUCHPOINTS
from bot.demo.truths import SWITCH_REGION
from bot.store.handles import Transaction
from bot.store.words import add_words
from metrics.store import directory

SOURCES = (
    ("pos", "events"),
    ("crm", "events"),
    ("web shop", "events"),
    ("survey", "feedback"),
    ("reviews", "feedback"),
    ("telegram", "feedback"),
)
STALE = "crm"
_DAY_S = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Ids by name."""

    sources: Mapping[str, int]
    units: Mapping[str, int]
    touchpoints: Mapping[str, int]


def store_setting(connection: Transaction, plan: Plan) -> Setting:
    """Store everything that records refer to."""
    setting = Setting(
        sources=_sources(connection, plan), units=_units(connection), touchpoints=_touchpoints(connection)
    )
    _journeys(connection, setting.touchpoints)
    _named_events(connection, plan, source_id=setting.sources["survey"])
    add_words(connection, _words())
    return setting


def _sources(connection: Transaction, plan: Plan) -> dict[str, int]:
    """All of them should bring rows daily; one has not for a while."""
    return {
        name: directory.source(
            connection, name=name, kind=kind, timezone=HOME_ZONE, expected_every_s=_DAY_S,
            imported_at=plan.stale_since if name == STALE else plan.now,
        )
        for name, kind in SOURCES
    }  # fmt: skip


def _units(connection: Transaction) -> dict[str, int]:
    ids = {name: directory.unit(connection, name=name, kind="country", timezone=zone) for name, zone in COUNTRIES}
    for region in REGIONS:
        ids[region.name] = directory.unit(
            connection, name=region.name, kind="region", parent_id=ids[region.country], timezone=region.timezone
        )
        for store, _ in region.stores:
            ids[store] = directory.unit(
                connection, name=store, kind="store", parent_id=ids[region.name], timezone=region.timezone
            )
    return ids


def _touchpoints(connection: Transaction) -> dict[str, int]:
    return {
        one.name: directory.touchpoint(
            connection, name=one.name, channel=one.channel, owner=one.owner, team=one.team, purpose=one.purpose,
            expectation=one.expectation, importance=one.importance, target_metric="csat", target=one.target,
        )[0]
        for one in TOUCHPOINTS
    }  # fmt: skip


def _journeys(connection: Transaction, touchpoints: Mapping[str, int]) -> None:
    for one in JOURNEYS:
        journey_id = directory.journey(connection, name=one.name, kind=one.kind)
        for position, (name, its) in enumerate(one.stages, start=1):
            stage_id = directory.stage(connection, journey_id=journey_id, position=position, name=name)
            for place, touchpoint in enumerate(its, start=1):
                directory.stage_touchpoint(
                    connection, stage_id=stage_id, touchpoint_id=touchpoints[touchpoint], position=place
                )


def _named_events(connection: Transaction, plan: Plan, *, source_id: int) -> None:
    for name, kind, happened_at, scope in (
        ("release 4.2", "release", plan.release, {"touchpoint": "login"}),
        ("courier switch", "change", plan.courier_switch, {"touchpoint": "delivery", "region": SWITCH_REGION}),
        ("courier training", "training", plan.courier_training, {"touchpoint": "delivery"}),
        ("call centre training", "training", plan.call_centre_training, {"touchpoint": "call centre"}),
    ):
        directory.named_event(
            connection,
            source_id=source_id,
            external_id=name,
            name=name,
            happened_at=happened_at,
            kind=kind,
            scope=scope,
        )


def _words() -> Iterator[tuple[str, str, str, str]]:
    text = files("bot.demo").joinpath("words.toml").read_text(encoding="utf-8")
    for kind, names in tomllib.loads(text).items():
        for name, languages in names.items():
            for language, words in languages.items():
                yield from ((kind, name, word, language) for word in words)
