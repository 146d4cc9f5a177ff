"""The labels of a text, each with the words it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, select

from knowledge.store.corrections import ANNOTATOR
from metrics.store.engine import reading
from metrics.store.tables import annotation


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredLabel:
    """What a text was labelled; `words` are what that rests on, `by_person`: somebody corrected it to this."""

    feedback_id: int
    field: str
    label: str
    value: float | None
    confidence: float | None
    words: tuple[str, ...]
    by_person: bool


class LabelReader:
    """Reads labels; whoever asks has made sure that the texts may be seen."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, ids: Sequence[int]) -> tuple[StoredLabel, ...]:
        """Give the labels of these texts, by text, field and label."""
        query = (
            select(annotation)
            .where(annotation.c.feedback_id.in_(list(ids)))
            .order_by(annotation.c.feedback_id, annotation.c.field, annotation.c.label)
        )
        with reading(self._engine) as connection:
            return tuple(
                StoredLabel(
                    feedback_id=int(row.feedback_id),
                    field=str(row.field),
                    label=str(row.label),
                    value=row.value,
                    confidence=row.confidence,
                    words=tuple(word for word in str(row.words).split(", ") if word),
                    by_person=row.annotator == ANNOTATOR,
                )
                for row in connection.execute(query)
            )
