"""Valid records in: each stored once, with its scores and what they change in the rollups, in the caller's transaction.

A record is known by its source and external id. The same content again is `same`; other content replaces the row and
its scores, and the rollups follow. Rows are looked up, inserted and summed a batch at a time, never one by one.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, insert, select, update

from metrics.errors import OutOfScale
from metrics.ports import Redactor
from metrics.records import EventRecord, FeedbackRecord, ScoreRecord, Written
from metrics.store import bulk
from metrics.store.engine import LOADING, take_turns
from metrics.store.local_day import LocalDays
from metrics.store.rollup_changes import SCORE, Changes
from metrics.store.tables import annotation, event, feedback, feedback_committed, invitation, score

_FEEDBACK = (
    "source_id", "external_id", "kind", "customer_id", "identity_id", "event_id", "touchpoint_id", "unit_id", "owner",
    "channel", "segment", "persona", "language", "given_at", "day", "text", "redacted", "attributes", "content_hash",
)  # fmt: skip
DAY = _FEEDBACK.index("day")
_EVENT = (
    "source_id", "external_id", "kind", "customer_id", "identity_id", "touchpoint_id", "unit_id", "channel", "segment",
    "happened_at", "day", "value", "attributes", "content_hash",
)  # fmt: skip
_SCORE = ("feedback_id", *SCORE)

_Record = TypeVar("_Record", FeedbackRecord, EventRecord)


class Writer:
    """Stores records on a connection that `writing` opened. Of two with one id in a call, the later stands."""

    def __init__(self, connection: Connection, *, redactor: Redactor) -> None:
        self._connection = connection
        self._redactor = redactor
        take_turns(connection, at=LOADING)  # what is not there when it is looked up is not there when it is inserted
        self._instant = bulk.instant(connection)
        self._days = LocalDays()

    def feedback(self, records: Sequence[FeedbackRecord]) -> Written:
        """Store feedback with its scores; raises OutOfScale before anything is written."""
        written = Written()
        for source_id, batch in _batches(records):
            for record in batch:
                _refuse_out_of_scale(record.scores)
            written += self._feedback_batch(batch, source_id=source_id)
        return written

    def events(self, records: Sequence[EventRecord]) -> Written:
        """Store events."""
        written = Written()
        for source_id, batch in _batches(records):
            plan = _Plan(self._connection, event, batch, source_id=source_id, digest=_event_digest)
            rows = [(row_id, *self._event_row(record, digest)) for row_id, record, digest in plan.new]
            bulk.insert(self._connection, event, columns=("id", *_EVENT), rows=rows)
            changed = [(*self._event_row(record, digest), row_id) for row_id, record, digest in plan.changed]
            bulk.update(self._connection, event, columns=_EVENT, rows=changed)
            written += plan.written
        return written

    def delete_feedback(self, ids: Sequence[int]) -> None:
        """Delete feedback with its scores and annotations; the rollups forget it too."""
        changes = Changes()
        self._take_scores_away(ids, changes)
        bulk.delete(self._connection, annotation, column="feedback_id", ids=ids)
        for some in bulk.parts(ids):
            link = update(invitation).where(invitation.c.feedback_id.in_(some)).values(feedback_id=None)
            self._connection.execute(link)
        bulk.delete(self._connection, feedback, column="id", ids=ids)
        changes.apply(self._connection)

    def _feedback_batch(self, batch: Sequence[FeedbackRecord], *, source_id: int) -> Written:
        plan = _Plan(self._connection, feedback, batch, source_id=source_id, digest=_FeedbackDigests())
        if not plan.new and not plan.changed:
            return plan.written
        changes = Changes()
        new = [(row_id, *self._feedback_row(record, digest)) for row_id, record, digest in plan.new]
        bulk.insert(self._connection, feedback, columns=("id", *_FEEDBACK), rows=new)
        rows = [(*self._feedback_row(record, digest), row_id) for row_id, record, digest in plan.changed]
        self._take_scores_away([row_id for row_id, _, _ in plan.changed], changes)
        bulk.update(self._connection, feedback, columns=_FEEDBACK, rows=rows)
        days = [row[1 + DAY] for row in new] + [row[DAY] for row in rows]
        stored = zip((*plan.new, *plan.changed), days, strict=True)
        scores = [row for (row_id, record, _), day in stored for row in _score_rows(row_id, record, day)]
        bulk.insert(self._connection, score, columns=_SCORE, rows=scores)
        changes.add([row[1:] for row in scores], source_id=source_id)
        changes.apply(self._connection)
        for some in (plan.new, plan.changed):
            self._say_committed([row_id for row_id, _, _ in some])
        return plan.written

    def _say_committed(self, ids: Sequence[int]) -> None:
        """Tell whoever watches what comes in, at the commit of this transaction."""
        if ids:
            self._connection.execute(insert(feedback_committed).values(first_id=min(ids), last_id=max(ids)))

    def _take_scores_away(self, ids: Sequence[int], changes: Changes) -> None:
        columns = [score.c[name] for name in SCORE]
        for some in bulk.parts(ids):
            query = select(feedback.c.source_id, *columns).join(feedback, feedback.c.id == score.c.feedback_id)
            by_source: dict[int, list[Sequence[Any]]] = {}
            for source_id, *row in self._connection.execute(query.where(score.c.feedback_id.in_(some))):
                by_source.setdefault(source_id, []).append(row)
            for source_id, rows in by_source.items():
                changes.add(rows, source_id=source_id, times=-1)
        bulk.delete(self._connection, score, column="feedback_id", ids=ids)

    def _feedback_row(self, record: FeedbackRecord, digest: str) -> bulk.Row:
        source_id, external_id, kind, given_at, timezone, *ids_and_names, text, attributes, _ = record
        day = self._days.at(given_at.timestamp(), timezone=timezone)
        redacted = self._redactor.redact(text) if text else text
        return (
            source_id, external_id, kind, *ids_and_names, self._instant(given_at), day, text, redacted,
            bulk.json_text(attributes), digest,
        )  # fmt: skip

    def _event_row(self, record: EventRecord, digest: str) -> bulk.Row:
        day = self._days.at(record.happened_at.timestamp(), timezone=record.timezone)
        return (
            record.source_id, record.external_id, record.kind, record.customer_id, record.identity_id,
            record.touchpoint_id, record.unit_id, record.channel, record.segment, self._instant(record.happened_at),
            day, record.value, bulk.json_text(record.attributes), digest,
        )  # fmt: skip


class _Plan:
    """Which records of a batch are new, which changed, each with the id its row has or will have."""

    def __init__(
        self, connection: Connection, table: Table, batch: Sequence[Any], *, source_id: int, digest: Any
    ) -> None:
        last = {record.external_id: record for record in batch}
        found = bulk.known(connection, table, source_id=source_id, external_ids=list(last))
        fresh, self.changed = [], []
        for external_id, record in last.items():
            content = digest(record)
            stored = found.get(external_id)
            if stored is None:
                fresh.append((record, content))
            elif stored[1] != content:
                self.changed.append((stored[0], record, content))
        ids = bulk.new_ids(connection, table, count=len(fresh))
        self.new = [(row_id, record, content) for row_id, (record, content) in zip(ids, fresh, strict=True)]
        unchanged = len(batch) - len(self.new) - len(self.changed)
        self.written = Written(new=len(self.new), same=unchanged, changed=len(self.changed))


def _batches(records: Sequence[_Record]) -> Iterator[tuple[int, Sequence[_Record]]]:
    """Cut records into one source's stretches of at most bulk.CHUNK."""
    by_source: dict[int, list[_Record]] = {}
    for record in records:
        by_source.setdefault(record.source_id, []).append(record)
    for source_id, its in by_source.items():
        for some in bulk.parts(its, size=bulk.CHUNK):
            yield source_id, some


def _refuse_out_of_scale(scores: Sequence[ScoreRecord]) -> None:
    for one in scores:
        if not one.scale_min <= one.value <= one.scale_max:
            raise OutOfScale(one.value, instrument=one.instrument)


def _score_rows(feedback_id: int, record: FeedbackRecord, day: int) -> Iterator[bulk.Row]:
    for one in record.scores:
        yield (
            feedback_id, one.instrument, float(one.value), float(one.scale_min), float(one.scale_max), one.direction,
            one.touchpoint_id or record.touchpoint_id, record.unit_id, record.channel, record.segment, day,
        )  # fmt: skip


class _FeedbackDigests:
    """Hashes what the source said; the owner is a snapshot of ours, and a new one makes no other record.

    Lives no longer than the batch, whose records share their tuples of scores: each is written down once.
    """

    def __init__(self) -> None:
        self._scores: dict[int, str] = {}

    def __call__(self, record: FeedbackRecord) -> str:
        (
            _, _, kind, given_at, timezone, customer_id, identity_id, event_id, touchpoint_id, unit_id, _, channel,
            segment, persona, language, text, attributes, given,
        ) = record  # fmt: skip
        scores = self._scores.get(id(given))
        if scores is None:
            scores = self._scores[id(given)] = repr(given)
        often = _often_said(kind, timezone, touchpoint_id, unit_id, channel, segment, persona, language)
        own = _sorted(attributes) if attributes else ""
        content = f"{often}{scores}{given_at.timestamp()!r} {customer_id} {identity_id} {event_id} {text!r} {own}"
        return blake2b(content.encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()


@lru_cache(maxsize=20_000)
def _often_said(*content: Any) -> str:
    """Write down the part of a record that many others share: once, since that takes longest."""
    return repr(content)


def _event_digest(record: EventRecord) -> str:
    return _digest(
        record.kind, record.happened_at.timestamp(), record.timezone, record.customer_id, record.identity_id,
        record.touchpoint_id, record.unit_id, record.channel, record.segment, record.value, _sorted(record.attributes),
    )  # fmt: skip


def _sorted(attributes: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(attributes.items()) if attributes else []


def _digest(*content: Any) -> str:
    return blake2b(repr(content).encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()
