"""Labels of texts: which texts an annotator has not read yet, and what it says of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, and_, delete, exists, func, insert, select

from metrics.ports import Label
from metrics.store.engine import reading, writing
from metrics.store.tables import annotation, feedback

IDS_AT_ONCE = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadText:
    """A text to be read; `language` is what its source says."""

    feedback_id: int
    text: str
    language: str | None


class Annotations:
    """The labels of one annotator; every text it has read has a label of `field` from it."""

    def __init__(self, engine: Engine, *, annotator: str, field: str = "sentiment") -> None:
        self._engine = engine
        self._annotator = annotator
        self._field = field

    def unread(self, *, after: int, limit: int) -> tuple[UnreadText, ...]:
        """Give the next texts to read, by id above `after`."""
        read = exists().where(
            annotation.c.feedback_id == feedback.c.id,
            annotation.c.field == self._field,
            annotation.c.annotator == self._annotator,
        )
        query = (
            select(feedback.c.id, feedback.c.redacted, feedback.c.language)
            .where(feedback.c.id > after, func.coalesce(feedback.c.redacted, "") != "", ~read)
            .order_by(feedback.c.id)
            .limit(limit)
        )
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return tuple(UnreadText(feedback_id=row.id, text=row.redacted, language=row.language) for row in rows)

    def write(self, texts: Sequence[UnreadText], labels: Sequence[Sequence[Label]]) -> None:
        """Store the labels of the texts in place of earlier ones of the same fields."""
        rows = [
            {
                "feedback_id": text.feedback_id,
                "field": label.field,
                "label": label.label,
                "value": label.value,
                "confidence": label.confidence,
                "annotator": self._annotator,
            }
            for text, of_one in zip(texts, labels, strict=True)
            for label in of_one
        ]
        fields = sorted({label.field for of_one in labels for label in of_one})
        ids = [text.feedback_id for text in texts]
        with writing(self._engine) as connection:
            for start in range(0, len(ids), IDS_AT_ONCE):
                old = and_(
                    annotation.c.feedback_id.in_(ids[start : start + IDS_AT_ONCE]), annotation.c.field.in_(fields)
                )
                connection.execute(delete(annotation).where(old))
            if rows:
                connection.execute(insert(annotation), rows)
