"""Drafts of feedback and of events into records: names become ids, links bring what the linked event knows."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from metrics.ingest.drafts import EventDraft, FeedbackDraft, Place, ScoreDraft
from metrics.records import EventRecord, FeedbackRecord, ScoreRecord
from metrics.store.links import NO_EVENT, NOBODY, KnownCustomer, KnownEvent, known_customers, known_events
from metrics.store.names import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class _Whereabouts:
    """A place as the store knows it."""

    touchpoint_id: int | None
    unit_id: int | None
    timezone: str
    owner: str | None


class Records:
    """Makes the records of one chunk of a source; `timezone` is whose day counts where no unit has one."""

    def __init__(self, connection: Connection, *, names: Names, source_id: int, timezone: str) -> None:
        self._connection = connection
        self._names = names
        self._source_id = source_id
        self._timezone = timezone
        self._zones: dict[int, str] = {}
        self._owners: dict[int, str | None] = {}
        self._whereabouts: dict[tuple[str | None, str | None], _Whereabouts] = {}
        self._scores: dict[int | tuple[int, ...], tuple[ScoreRecord, ...]] = {}
        self.unlinked = 0
        """How many drafts name an event that nobody knows."""

    def feedback(self, drafts: Sequence[FeedbackDraft]) -> list[FeedbackRecord]:
        """Make the records of feedback."""
        customers = known_customers(self._connection, (draft.customer for draft in drafts), source_id=self._source_id)
        events = known_events(self._connection, (draft.event for draft in drafts))
        self._owners = self._names.owners()
        self._zones = self._names.zones()
        return [self._feedback(draft, customers, events) for draft in drafts]

    def events(self, drafts: Sequence[EventDraft]) -> list[EventRecord]:
        """Make the records of events."""
        customers = known_customers(self._connection, (draft.customer for draft in drafts), source_id=self._source_id)
        self._zones = self._names.zones()
        return [self._event(draft, customers.get(draft.customer or "", NOBODY)) for draft in drafts]

    def _feedback(
        self, draft: FeedbackDraft, customers: dict[str, KnownCustomer], events: dict[str, KnownEvent]
    ) -> FeedbackRecord:
        if draft.customer is None and draft.event is None:
            return self._plain(draft)
        person = customers.get(draft.customer or "", NOBODY)
        event = events.get(draft.event or "", NO_EVENT)
        if draft.event is not None and event.id is None:
            self.unlinked += 1
        return self._linked(draft, person, event)

    def _plain(self, draft: FeedbackDraft) -> FeedbackRecord:
        """Make the record of feedback that names neither customer nor event, as most do."""
        external_id, kind, given_at, place, _, _, persona, language, text, attributes, scores = draft
        at = self._whereabouts.get((place.touchpoint, place.unit)) or self._whereabouts_of(place)
        return FeedbackRecord._make(
            (
                self._source_id, external_id, kind, given_at, at.timezone, None, None, None, at.touchpoint_id,
                at.unit_id, at.owner, place.channel, place.segment, persona, language, text, attributes,
                self._scores_of(scores),
            )
        )  # fmt: skip

    def _linked(self, draft: FeedbackDraft, person: KnownCustomer, event: KnownEvent) -> FeedbackRecord:
        at = self._whereabouts_by(draft.place, event)
        place = draft.place
        return FeedbackRecord(
            source_id=self._source_id,
            external_id=draft.external_id,
            kind=draft.kind,  # type: ignore[arg-type] # drafting has checked it
            given_at=draft.given_at,
            timezone=at.timezone,
            customer_id=person.customer_id or event.customer_id,
            identity_id=person.identity_id or event.identity_id,
            event_id=event.id,
            touchpoint_id=at.touchpoint_id,
            unit_id=at.unit_id,
            owner=at.owner,
            channel=place.channel or event.channel,
            segment=place.segment or event.segment or person.segment,
            persona=draft.persona or person.persona or event.persona,
            language=draft.language,
            text=draft.text,
            attributes={**person.attributes, **event.attributes, **draft.attributes},
            scores=self._scores_of(draft.scores),
        )

    def _whereabouts_of(self, place: Place) -> _Whereabouts:
        """Look up once what many drafts name."""
        found = self._whereabouts[place.touchpoint, place.unit] = self._whereabouts_by(place, NO_EVENT)
        return found

    def _whereabouts_by(self, place: Place, event: KnownEvent) -> _Whereabouts:
        touchpoint_id = self._names.touchpoint(place.touchpoint).id or event.touchpoint_id
        unit_id = self._names.unit(place.unit).id or event.unit_id
        return _Whereabouts(
            touchpoint_id=touchpoint_id,
            unit_id=unit_id,
            timezone=self._zones.get(unit_id or 0) or self._timezone,
            owner=self._owners.get(touchpoint_id or 0),
        )

    def _scores_of(self, drafts: tuple[ScoreDraft, ...]) -> tuple[ScoreRecord, ...]:
        """Make the records once of answers that are alike; the drafts live as long as this does."""
        key = id(drafts[0]) if len(drafts) == 1 else tuple(map(id, drafts))
        found = self._scores.get(key)
        if found is None:
            found = self._scores[key] = tuple(self._score(score) for score in drafts)
        return found

    def _score(self, draft: ScoreDraft) -> ScoreRecord:
        return ScoreRecord(
            instrument=draft.instrument,
            value=draft.value,
            scale_min=draft.scale_min,
            scale_max=draft.scale_max,
            direction="lower" if draft.direction == "lower" else "higher",
            touchpoint_id=self._names.touchpoint(draft.touchpoint).id,
        )

    def _event(self, draft: EventDraft, person: KnownCustomer) -> EventRecord:
        unit = self._names.unit(draft.place.unit)
        return EventRecord(
            source_id=self._source_id,
            external_id=draft.external_id,
            kind=draft.kind,
            happened_at=draft.happened_at,
            timezone=unit.timezone or self._timezone,
            customer_id=person.customer_id,
            identity_id=person.identity_id,
            touchpoint_id=self._names.touchpoint(draft.place.touchpoint).id,
            unit_id=unit.id,
            channel=draft.place.channel,
            segment=draft.place.segment or person.segment,
            value=draft.value,
            attributes=draft.attributes,
        )
