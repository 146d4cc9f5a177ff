"""An import map: which column of a file is which field of a record. Read from TOML, every key checked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from metrics.errors import BadMap, UnreadableFile
from metrics.ingest.dates import ReadDate, date_reader, is_format
from metrics.ingest.expression import Expression
from metrics.ingest.map_keys import (
    FIELDS,
    INSTRUMENT_SCALES,
    REQUIRED,
    SCALE_KEYS,
    SCORE_KEYS,
    SECTIONS,
    SOURCE_KEYS,
    Kind,
    check_keys,
)
from metrics.scores.instruments import instrument_for

LONGEST_INSTRUMENT = 20
"""Characters that the store keeps of an instrument's name, its scale included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A field read from a column; of several, joined."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Const:
    """A field that is the same on every row."""

    value: str


Field = Column | Const


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreField:
    """Where an answer stands, and on which scale it was given."""

    instrument: str
    score: Field
    scale_min: float
    scale_max: float
    direction: Literal["higher", "lower"]
    touchpoint: Field | None
    na: frozenset[str] = frozenset()
    """Cells of this column that are no answer, besides those of the source: 0 where it means not applicable."""
    values: Mapping[str, float] = field(default_factory=dict)
    """What words stand for, as {"satisfied": 1}; empty: the cells are numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportMap:
    """A checked map. `digest` tells two maps apart."""

    name: str
    kind: Kind
    timezone: str | None
    """None: the workspace's."""
    na: frozenset[str]
    decimal: str
    expected_every_s: int | None
    read_date: ReadDate
    fields: Mapping[str, Field]
    link_event: Column | None
    scores: tuple[ScoreField, ...]
    attributes: Mapping[str, Field]
    scope: Mapping[str, Field]
    derive: Mapping[str, Expression] = field(default_factory=dict)
    digest: str

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column the map reads, in the order of first mention."""
        fields: list[Field | None] = [*self.fields.values(), self.link_event]
        for score in self.scores:
            fields += [score.score, score.touchpoint]
        fields += [*self.attributes.values(), *self.scope.values()]
        named = [name for one in fields if isinstance(one, Column) for name in one.names]
        return tuple(dict.fromkeys([*named, *(name for one in self.derive.values() for name in sorted(one.columns))]))


def read_map(path: Path, *, workspace_timezone: str) -> ImportMap:
    """Read the map at `path`; raises BadMap or UnreadableFile. Where it names no zone, the workspace's is used."""
    try:
        content = path.read_bytes()
        table = tomllib.loads(content.decode("utf-8-sig"))
    except FileNotFoundError as problem:
        raise UnreadableFile(str(path), "missing") from problem
    except OSError as problem:
        raise UnreadableFile(str(path), "unreadable") from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise BadMap(path.name, "not-toml") from problem
    digest = blake2b(content + workspace_timezone.encode(), digest_size=16).hexdigest()
    return _Reader(table, workspace_timezone=workspace_timezone).read(digest)


class _Reader:
    def __init__(self, table: Mapping[str, Any], *, workspace_timezone: str) -> None:
        self._table = table
        self._workspace_timezone = workspace_timezone

    def read(self, digest: str) -> ImportMap:
        check_keys(self._table, allowed=SECTIONS, prefix="")
        source = _section(self._table, "source")
        check_keys(source, allowed=SOURCE_KEYS, prefix="source.")
        kind = _kind(source)
        timezone = self._zone(source)
        zone = timezone or self._workspace_timezone
        read_date = date_reader(_formats(source), timezone=zone)
        fields = _section(self._table, "fields")
        check_keys(fields, allowed=FIELDS[kind], prefix="fields.")
        for name in REQUIRED[kind]:
            if name not in fields:
                raise BadMap(f"fields.{name}", "missing")
        local = ZoneInfo(zone)
        return ImportMap(
            name=_text(source, "name", prefix="source."),
            kind=kind,
            timezone=timezone,
            na=frozenset(("", *_texts(source.get("na", []), key="source.na"))),
            decimal=_choice(source.get("decimal", "."), key="source.decimal", allowed=(".", ",")),
            expected_every_s=_seconds(source.get("expected_every_s")),
            read_date=read_date,
            fields={name: _field(value, key=f"fields.{name}") for name, value in fields.items() if name != "link"},
            link_event=_link(fields.get("link")),
            scores=_scores(self._table.get("scores", [])),
            attributes=_fields(self._table, "attributes"),
            scope=_fields(self._table, "scope"),
            derive={
                name: Expression(
                    _text(_section(self._table, "derive"), name, prefix="derive."),
                    key=f"derive.{name}",
                    read_date=read_date,
                    timezone=lambda at: at.astimezone(local),
                )
                for name in self._table.get("derive", {})
            },
            digest=digest,
        )

    def _zone(self, source: Mapping[str, Any]) -> str | None:
        if "timezone" not in source:
            return None
        name = _text(source, "timezone", prefix="source.")
        try:
            ZoneInfo(name)
        except (OSError, ValueError) as problem:  # ZoneInfoNotFoundError is a KeyError
            raise BadMap("source.timezone", "unknown-zone") from problem
        except KeyError as problem:
            raise BadMap("source.timezone", "unknown-zone") from problem
        return name


def _section(table: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    section = table.get(name)
    if section is None:
        raise BadMap(name, "missing")
    if not isinstance(section, Mapping):
        raise BadMap(name, "wrong-type")
    return section


def _kind(source: Mapping[str, Any]) -> Kind:
    kind = _text(source, "kind", prefix="source.")
    check_keys({kind: None}, allowed=tuple(FIELDS), prefix="source.kind: ")
    return Kind(kind)


def _formats(source: Mapping[str, Any]) -> tuple[str, ...]:
    formats = _texts(source.get("dates", []), key="source.dates")
    for form in formats:
        if not is_format(form):
            raise BadMap("source.dates", "bad-format")
    return formats


def _fields(table: Mapping[str, Any], section: str) -> Mapping[str, Field]:
    if section not in table:
        return {}
    return {name: _field(value, key=f"{section}.{name}") for name, value in _section(table, section).items()}


def _field(value: Any, *, key: str) -> Field:
    if isinstance(value, Mapping):
        check_keys(value, allowed=("const",), prefix=f"{key}.")
        if "const" not in value:
            raise BadMap(f"{key}.const", "missing")
        const = value["const"]
        if isinstance(const, bool | list | dict):
            raise BadMap(f"{key}.const", "wrong-type")
        return Const(value=str(const))
    return Column(names=_texts(value, key=key, at_least=1))


def _link(value: Any) -> Column | None:
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise BadMap("fields.link", "wrong-type")
    check_keys(value, allowed=("event",), prefix="fields.link.")
    return Column(names=_texts(value.get("event", []), key="fields.link.event", at_least=1))


def _scores(value: Any) -> tuple[ScoreField, ...]:
    if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
        raise BadMap("scores", "wrong-type")
    return tuple(_score(one, key=f"scores[{index}]") for index, one in enumerate(value, start=1))


def _score(table: Mapping[str, Any], *, key: str) -> ScoreField:
    check_keys(table, allowed=SCORE_KEYS, prefix=f"{key}.")
    instrument = _text(table, "instrument", prefix=f"{key}.")
    if "score" not in table:
        raise BadMap(f"{key}.score", "missing")
    scale = table.get("scale", INSTRUMENT_SCALES.get(instrument))
    if scale is None:
        raise BadMap(f"{key}.scale", "missing")
    if not isinstance(scale, Mapping):
        raise BadMap(f"{key}.scale", "wrong-type")
    check_keys(scale, allowed=SCALE_KEYS, prefix=f"{key}.scale.")
    low, high = (_number(scale, name, prefix=f"{key}.scale.") for name in ("min", "max"))
    if low >= high:
        raise BadMap(f"{key}.scale", "empty-scale")
    direction = _choice(scale.get("direction", "higher"), key=f"{key}.scale.direction", allowed=("higher", "lower"))
    return ScoreField(
        instrument=_instrument(instrument, low=low, high=high, direction=direction, key=key),
        score=_field(table["score"], key=f"{key}.score"),
        scale_min=low,
        scale_max=high,
        direction="lower" if direction == "lower" else "higher",
        touchpoint=_field(table["touchpoint"], key=f"{key}.touchpoint") if "touchpoint" in table else None,
        na=frozenset(_texts(table.get("na", []), key=f"{key}.na")),
        values=_values(table.get("values", {}), key=f"{key}.values"),
    )


def _values(table: Any, *, key: str) -> Mapping[str, float]:
    if not isinstance(table, Mapping):
        raise BadMap(key, "wrong-type")
    return {word: _number(table, word, prefix=f"{key}.") for word in table}


def _instrument(name: str, *, low: float, high: float, direction: str, key: str) -> str:
    """Name the instrument of that question on that scale: a variant is one of its own."""
    try:
        found = instrument_for(name, low=low, high=high, direction="lower" if direction == "lower" else "higher")
    except BadMap as problem:
        raise BadMap(f"{key}.scale", problem.problem) from problem
    if len(found.name) > LONGEST_INSTRUMENT:
        raise BadMap(f"{key}.instrument", "too-long")
    return found.name


def _text(table: Mapping[str, Any], name: str, *, prefix: str) -> str:
    if name not in table:
        raise BadMap(prefix + name, "missing")
    value = table[name]
    if not isinstance(value, str) or not value.strip():
        raise BadMap(prefix + name, "wrong-type")
    return value.strip()


def _texts(value: Any, *, key: str, at_least: int = 0) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or len(items) < at_least or not all(isinstance(item, str) for item in items):
        raise BadMap(key, "wrong-type")
    return tuple(items)


def _number(table: Mapping[str, Any], name: str, *, prefix: str) -> float:
    value = table.get(name)
    if value is None:
        raise BadMap(prefix + name, "missing")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadMap(prefix + name, "wrong-type")
    return float(value)


def _seconds(value: Any) -> int | None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value <= 0):
        raise BadMap("source.expected_every_s", "wrong-type")
    return value


def _choice(value: Any, *, key: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise BadMap(key, "wrong-choice", nearest=allowed)
    return str(value)
