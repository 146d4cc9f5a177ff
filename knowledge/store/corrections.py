"""Labels that a person corrected: stored, shown at once, kept when texts are read anew, learnt from at the next fit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, and_, delete, insert, select, update

from knowledge.store.tables import correction
from metrics.ports import Label
from metrics.store.engine import reading
from metrics.store.moving import move_feedback
from metrics.store.tables import annotation, feedback

ANNOTATOR = "person@1"
"""Who a corrected label is from."""
EVERY = ""
"""In place of a label: all that a text has of a field; as what it really is: nothing."""
VALUES: Mapping[str, float] = {"negative": -1.0, "neutral": 0.0, "positive": 1.0}
"""What a corrected sentiment is worth."""
IDS_AT_ONCE = 900

Replaced = Mapping[tuple[str, str], str]
"""Field and the label that is replaced, to what it really is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a label of a text really is, says `by`. `was` is the label that is wrong, or EVERY."""

    feedback_id: int
    field: str
    was: str = EVERY
    label: str
    by: str
    at: datetime


def corrected(*wanted: Correction) -> Callable[[Connection], None]:
    """Store corrections, as a change of a turn."""

    def write(connection: Connection) -> None:
        for one in wanted:
            correct(connection, one)

    return write


def correct(connection: Connection, wanted: Correction) -> None:
    """Store a correction and let it win at once over what annotators say, now and whenever they read the text again.

    The touchpoint of a text is no label of ours: the feedback is filed under the other one. Its language is both.
    """
    _keep(connection, wanted)
    if wanted.field == "touchpoint":
        move_feedback(connection, wanted.feedback_id, to=wanted.label)
        return
    if wanted.field == "language":
        its = feedback.c.id == wanted.feedback_id
        connection.execute(update(feedback).where(its).values(language=wanted.label))
    _relabel(connection, wanted)


def _relabel(connection: Connection, wanted: Correction) -> None:
    of_field = and_(annotation.c.feedback_id == wanted.feedback_id, annotation.c.field == wanted.field)
    gone = annotation.c.label.in_([wanted.was, wanted.label]) if wanted.was else and_(True)
    connection.execute(delete(annotation).where(of_field, gone))
    if wanted.label:
        label = _corrected(wanted.field, wanted.label)
        row = {"label": label.label, "value": label.value, "confidence": label.confidence, "annotator": ANNOTATOR}
        connection.execute(
            insert(annotation), [{"feedback_id": wanted.feedback_id, "field": wanted.field, "words": "", **row}]
        )


def _keep(connection: Connection, wanted: Correction) -> None:
    same = and_(correction.c.feedback_id == wanted.feedback_id, correction.c.field == wanted.field)
    connection.execute(delete(correction).where(same, correction.c.was == wanted.was if wanted.was else and_(True)))
    row = {"field": wanted.field, "was": wanted.was, "label": wanted.label}
    who = {"corrected_by": wanted.by, "corrected_at": wanted.at}
    connection.execute(insert(correction), [{"feedback_id": wanted.feedback_id, **row, **who}])


def with_corrections(labels: Sequence[Label], replaced: Replaced, *, fields: Sequence[str]) -> list[Label]:
    """Give the labels of a text as they were corrected, where the corrected field is among `fields`."""
    found = list(labels)
    for (name, was), label in sorted(replaced.items()):  # EVERY stands first, so that what came after it counts
        if name in fields:
            found = [one for one in found if one.field != name or (was and one.label not in {was, label})]
            found += [_corrected(name, label)] if label else []
    return found


def _corrected(name: str, label: str) -> Label:
    return Label(field=name, label=label, value=VALUES.get(label) if name == "sentiment" else None, confidence=1.0)


class Corrections:
    """The reader of corrections."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, ids: Sequence[int]) -> dict[int, dict[tuple[str, str], str]]:
        """Give what was corrected of these texts."""
        found: dict[int, dict[tuple[str, str], str]] = {}
        with reading(self._engine) as connection:
            for start in range(0, len(ids), IDS_AT_ONCE):
                some = correction.c.feedback_id.in_(ids[start : start + IDS_AT_ONCE])
                columns = (correction.c.feedback_id, correction.c.field, correction.c.was, correction.c.label)
                for row in connection.execute(select(*columns).where(some)):
                    found.setdefault(int(row.feedback_id), {})[str(row.field), str(row.was)] = str(row.label)
        return found
