"""Raw rows to drafts under a map, or to a rejected line with its reason. No database is asked: same row, same draft."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from hashlib import blake2b
from types import MappingProxyType
from zoneinfo import available_timezones

from metrics.ingest.drafts import (
    CustomerDraft,
    Draft,
    EventDraft,
    FeedbackDraft,
    InvitationDraft,
    NamedEventDraft,
    Place,
    ScoreDraft,
    TouchpointDraft,
    UnitDraft,
)
from metrics.ingest.import_map import Const, Field, ImportMap, ScoreField
from metrics.ingest.lines import RawRow
from metrics.ingest.map_keys import MOMENTS, PERSONAL, Kind
from metrics.ingest.numbers import read_number
from metrics.ingest.reasons import Reason, Rejected
from metrics.ingest.remembered import Remembered
from metrics.ingest.seen import Seen
from metrics.ingest.stretches import LENGTH, Around, Stretches

GRACE = timedelta(days=1)
"""How far after now a date may lie: clocks and zones differ, a year typed wrong does not hide."""

FEEDBACK_KINDS = ("survey", "review", "message", "call", "interview")
UNIT_KINDS = ("store", "region", "country")
LONGEST_ID = 200
LONGEST_NAME = 120

Cells = Sequence[str]
Get = Callable[[Cells], str | None]
_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


class Drafting:
    """Makes drafts of one file's rows, in order; `now` is the import's."""

    def __init__(self, import_map: ImportMap, *, header: Sequence[str], now: datetime) -> None:
        self._map = import_map
        self._index = {name: place for place, name in reversed(list(enumerate(header)))}
        self._latest = now + GRACE
        self._ids = Seen()
        self._contents = Seen()
        self._get: Mapping[str, Get] = {name: self._getter(field) for name, field in import_map.fields.items()}
        self._event = self._id_getter(import_map.link_event)
        self._external_id = self._id_getter(import_map.fields.get("external_id"))
        self._attributes = [(name, self._getter(field)) for name, field in import_map.attributes.items()]
        self._has_attributes = bool(import_map.attributes or import_map.derive)
        self._scope = [(name, self._getter(field)) for name, field in import_map.scope.items()]
        self._scores = [self._score_getter(score) for score in import_map.scores]
        around = ("kind", "touchpoint", "unit", "channel", "segment", "persona", "language")
        self._place = Remembered(self._read_place, places=self._places("touchpoint", "unit", "channel", "segment"))
        self._around = Remembered(self._read_around, places=self._places(*around))
        self._given_at = Remembered(self._read_given_at, places=self._places("given_at"))
        self._person: Get = partial(self._value, "customer") if "customer" in self._get else _nothing
        makers: Mapping[Kind, Callable[[Cells, str], Draft]] = {
            Kind.FEEDBACK: self._feedback,
            Kind.EVENTS: self._an_event,
            Kind.CUSTOMERS: self._customer,
            Kind.INVITATIONS: self._invitation,
            Kind.UNITS: self._unit,
            Kind.TOUCHPOINTS: self._touchpoint,
            Kind.NAMED_EVENTS: self._named_event,
        }
        self._make = makers[import_map.kind]
        self._stretches = self._by_stretches() if import_map.kind is Kind.FEEDBACK else None

    def drafts(self, rows: Sequence[RawRow]) -> Iterator[Draft | Rejected]:
        """Make drafts of the rows, or give what refuses them."""
        for start in range(0, len(rows), LENGTH):
            stretch = rows[start : start + LENGTH]
            found = None if self._stretches is None else self._stretches.drafts(stretch)
            yield from map(self._drafted, stretch) if found is None else found

    def _drafted(self, row: RawRow) -> Draft | Rejected:
        try:
            return self.draft(row)
        except Rejected as rejected:
            return rejected

    def draft(self, row: RawRow) -> Draft:
        """Make a draft of the row; raises Rejected."""
        if row.cells is None:
            raise Rejected(row.reason or Reason.RAGGED)
        external_id = self._id_of(row.cells)
        if self._ids.add(external_id):
            raise Rejected(Reason.DUPLICATE_ID)
        return self._make(row.cells, external_id)

    def _by_stretches(self) -> Stretches | None:
        """Say how stretches of feedback are drafted; rows without an id of their own are known only one by one."""
        fields = self._map.fields
        if "external_id" not in fields:
            return None
        return Stretches(
            ids=self._ids,
            external_id=self._external_id,
            around=self._around,
            given_at=self._given_at,
            scores=self._scores,
            event=self._event if self._map.link_event else None,
            customer=self._person if "customer" in fields else None,
            text=self._text if "text" in fields else None,
            attributes=self._own_attributes,
        )

    def _id_of(self, cells: Cells) -> str:
        """Give the row's own id, or one made of its content and of how often that stood earlier in the file."""
        if "external_id" in self._map.fields:
            external_id = self._external_id(cells)
            if external_id is None:
                raise Rejected(Reason.NO_ID)
            return external_id
        content = blake2b("\x1f".join(cells).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        earlier = self._contents.add(content)
        return f"{content}-{earlier}" if earlier else content

    def _feedback(self, cells: Cells, external_id: str) -> FeedbackDraft:
        text = self._text(cells)
        scores = tuple([score for get in self._scores if (score := get(cells)) is not None])
        if text is None and not scores:
            raise Rejected(Reason.NOTHING_SAID)
        kind, place, persona, language = self._around(cells)
        return FeedbackDraft(
            external_id=external_id,
            kind=kind,
            given_at=self._given_at(cells),
            place=place,
            event=self._event(cells),
            customer=self._person(cells),
            persona=persona,
            language=language,
            text=text,
            attributes=self._own_attributes(cells),
            scores=scores,
        )

    def _an_event(self, cells: Cells, external_id: str) -> EventDraft:
        value = self._value("value", cells)
        kind = self._value("kind", cells, longest=40)
        if kind is None:
            raise Rejected(Reason.UNKNOWN_KIND)
        return EventDraft(
            external_id=external_id,
            kind=kind,
            happened_at=self._needed_date("happened_at", cells),
            place=self._place(cells),
            customer=self._value("customer", cells),
            value=None if value is None else read_number(value, decimal=self._map.decimal),
            attributes=self._own_attributes(cells),
        )

    def _customer(self, cells: Cells, external_id: str) -> CustomerDraft:
        personal = {name: value for name in PERSONAL if (value := self._value(name, cells, longest=1000)) is not None}
        return CustomerDraft(
            external_id=external_id,
            person=self._value("person", cells),
            segment=self._value("segment", cells, longest=80),
            persona=self._value("persona", cells, longest=80),
            language=self._value("language", cells, longest=12),
            unit=self._value("unit", cells, longest=LONGEST_NAME),
            since=self._date("since", cells),
            attributes=self._own_attributes(cells),
            personal=personal,
        )

    def _invitation(self, cells: Cells, external_id: str) -> InvitationDraft:
        moments = {name: at for name in MOMENTS if (at := self._date(name, cells)) is not None}
        if "sent_at" not in moments:
            raise Rejected(Reason.NO_DATE, column="sent_at")
        return InvitationDraft(
            external_id=external_id,
            instrument=self._value("instrument", cells, longest=20) or "",
            place=self._place(cells),
            event=self._event(cells),
            customer=self._value("customer", cells),
            token=self._value("token", cells, longest=64),
            moments=moments,
        )

    def _unit(self, cells: Cells, external_id: str) -> UnitDraft:
        kind = self._value("kind", cells)
        timezone = self._value("timezone", cells)
        if kind not in UNIT_KINDS or (timezone is not None and timezone not in available_timezones()):
            raise Rejected(Reason.UNKNOWN_KIND, column="kind" if kind not in UNIT_KINDS else "timezone")
        return UnitDraft(
            external_id=external_id,
            name=self._name(cells),
            kind=kind,
            parent=self._value("parent", cells, longest=LONGEST_NAME),
            timezone=timezone,
        )

    def _touchpoint(self, cells: Cells, external_id: str) -> TouchpointDraft:
        names = {"channel": 20, "owner": 120, "team": 120, "purpose": 2000, "expectation": 2000, "target_metric": 40}
        words = {name: self._value(name, cells, longest=longest) for name, longest in names.items()}
        numbers = {name: self._value(name, cells) for name in ("importance", "target")}
        return TouchpointDraft(
            external_id=external_id,
            name=self._name(cells),
            words={name: value for name, value in words.items() if value is not None},
            measures={
                name: read_number(value, decimal=self._map.decimal)
                for name, value in numbers.items()
                if value is not None
            },
        )

    def _named_event(self, cells: Cells, external_id: str) -> NamedEventDraft:
        return NamedEventDraft(
            external_id=external_id,
            name=self._name(cells),
            kind=self._value("kind", cells, longest=40),
            happened_at=self._needed_date("happened_at", cells),
            scope={name: value for name, get in self._scope if (value := get(cells)) is not None},
        )

    def _score_getter(self, score: ScoreField) -> Remembered[ScoreDraft | None]:
        get = self._getter(score.score)
        touchpoint = self._getter(score.touchpoint) if score.touchpoint else _nothing
        places = [*self._places_of(score.score), *self._places_of(score.touchpoint)]
        return Remembered(lambda cells: self._score(cells, score, get, touchpoint), places=places)

    def _score(self, cells: Cells, score: ScoreField, get: Get, touchpoint: Get) -> ScoreDraft | None:
        cell = get(cells)
        if cell is None or cell in score.na:
            return None
        try:
            value = self._answer(cell, score)
        except Rejected as rejected:
            raise Rejected(rejected.reason, column=_column(score.score)) from rejected
        if not score.scale_min <= value <= score.scale_max or value != int(value):
            raise Rejected(Reason.OFF_SCALE, column=_column(score.score))
        return ScoreDraft(
            instrument=score.instrument,
            value=value,
            scale_min=score.scale_min,
            scale_max=score.scale_max,
            direction=score.direction,
            touchpoint=_short(touchpoint(cells), LONGEST_NAME),
        )

    def _answer(self, cell: str, score: ScoreField) -> float:
        """Read the number of an answer, or what its word stands for; a word without a number is no number."""
        if cell in score.values:
            return score.values[cell]
        return read_number(cell, decimal=self._map.decimal)

    def _text(self, cells: Cells) -> str | None:
        """Give the words as they stand in their columns, one column a line; None: nothing was said."""
        field = self._map.fields.get("text")
        if field is None:
            return None
        if isinstance(field, Const):
            return field.value
        said = [cells[self._index[name]] for name in field.names]
        said = [words for words in said if words.strip() not in self._map.na]
        return "\n".join(said) if said else None

    def _read_around(self, cells: Cells) -> Around:
        """Read who said it and where, which many rows have in common; of several faults a date's is told before."""
        kind = self._value("kind", cells) or "survey"
        if kind not in FEEDBACK_KINDS:
            raise Rejected(Reason.UNKNOWN_KIND)
        self._given_at(cells)
        place = self._place(cells)
        persona, language = (self._value("persona", cells, longest=80), self._value("language", cells, longest=12))
        return Around(kind, place, persona, language)

    def _read_given_at(self, cells: Cells) -> datetime:
        return self._needed_date("given_at", cells)

    def _read_place(self, cells: Cells) -> Place:
        return Place(
            touchpoint=self._value("touchpoint", cells, longest=LONGEST_NAME),
            unit=self._value("unit", cells, longest=LONGEST_NAME),
            channel=self._value("channel", cells, longest=20),
            segment=self._value("segment", cells, longest=80),
        )

    def _own_attributes(self, cells: Cells) -> Mapping[str, str]:
        if not self._has_attributes:
            return _NO_ATTRIBUTES
        found = {name: value for name, get in self._attributes if (value := get(cells)) is not None}
        if self._map.derive:
            self._derive(cells, found)
        return found

    def _derive(self, cells: Cells, found: dict[str, str]) -> None:
        for name, expression in self._map.derive.items():
            try:
                value = expression.attribute(lambda column: self._cell(cells, column))
            except Rejected as rejected:
                raise Rejected(rejected.reason, column=name) from rejected
            if value is not None:
                found[name] = value

    def _date(self, name: str, cells: Cells) -> datetime | None:
        cell = self._value(name, cells)
        if cell is None:
            return None
        try:
            at = self._map.read_date(cell)
        except Rejected as rejected:
            raise Rejected(rejected.reason, column=name) from rejected
        if at > self._latest:
            raise Rejected(Reason.FUTURE_DATE, column=name)
        return at

    def _needed_date(self, name: str, cells: Cells) -> datetime:
        at = self._date(name, cells)
        if at is None:
            raise Rejected(Reason.NO_DATE, column=name)
        return at

    def _name(self, cells: Cells) -> str:
        name = self._value("name", cells, longest=LONGEST_NAME)
        if name is None:
            raise Rejected(Reason.NO_NAME)
        return name

    def _value(self, name: str, cells: Cells, *, longest: int = LONGEST_ID) -> str | None:
        get = self._get.get(name)
        return None if get is None else _short(get(cells), longest)

    def _places(self, *fields: str) -> list[int]:
        return [place for name in fields for place in self._places_of(self._map.fields.get(name))]

    def _places_of(self, field: Field | None) -> list[int]:
        """Say where in a row the field is read from."""
        return [] if field is None or isinstance(field, Const) else [self._index[name] for name in field.names]

    def _cell(self, cells: Cells, column: str) -> str | None:
        cell = cells[self._index[column]].strip()
        return None if cell in self._map.na else cell

    def _getter(self, field: Field) -> Get:
        if isinstance(field, Const):
            value = field.value
            return lambda _: value
        if len(field.names) > 1:
            return lambda cells: " ".join(filter(None, (self._cell(cells, name) for name in field.names))) or None
        index, na = self._index[field.names[0]], self._map.na
        return lambda cells: None if (cell := cells[index].strip()) in na else cell

    def _id_getter(self, field: Field | None) -> Get:
        """Join the parts of an id so that no two lists of parts give one id; None where a part is empty."""
        if field is None:
            return _nothing
        if isinstance(field, Const):
            return self._getter(field)
        indexes, na = [self._index[name] for name in field.names], self._map.na
        if len(indexes) == 1:
            return self._only_id_getter(indexes[0])

        def get(cells: Cells) -> str | None:
            parts = [cells[index].strip() for index in indexes]
            if any(part in na for part in parts):
                return None
            joined = ":".join([part.replace("\\", "\\\\").replace(":", "\\:") for part in parts])
            return joined if len(joined) <= LONGEST_ID else _hashed(joined)

        return get

    def _only_id_getter(self, index: int) -> Get:
        na = self._map.na

        def get(cells: Cells) -> str | None:
            part = cells[index].strip()
            return None if part in na else part if len(part) <= LONGEST_ID else _hashed(part)

        return get


def _nothing(_: Cells) -> str | None:
    return None


def _column(field: Field) -> str:
    return "" if isinstance(field, Const) else ", ".join(field.names)


def _short(value: str | None, longest: int) -> str | None:
    """Refuse a value that its column cannot hold: cut short it would be another name."""
    if value is not None and len(value) > longest:
        raise Rejected(Reason.TOO_LONG)
    return value


def _hashed(joined: str) -> str:
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=32).hexdigest()
