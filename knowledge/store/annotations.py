"""Labels of texts: which texts an annotator has not read yet, and what it says of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, and_, delete, func, insert, select

from knowledge.store.corrections import Corrections, with_corrections
from knowledge.store.tables import annotated
from metrics.ports import Label
from metrics.store.engine import reading, writing
from metrics.store.tables import annotation, feedback

IDS_AT_ONCE = 900
WORDS_LENGTH = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadText:
    """A text to be read; `language` is what its source says, `content_hash` is of the feedback as it now is."""

    feedback_id: int
    text: str
    language: str | None
    content_hash: str


class Annotations:
    """The labels of one annotator, and the register of what it has read. `field` names what it reads for."""

    def __init__(self, engine: Engine, *, annotator: str, field: str = "sentiment") -> None:
        self._engine = engine
        self._annotator = annotator
        self._field = field

    def unread(self, *, after: int, limit: int) -> tuple[UnreadText, ...]:
        """Give the next texts, by id above `after`, that this annotator has not read as they now are."""
        read = and_(
            annotated.c.reading == self._field,
            annotated.c.feedback_id == feedback.c.id,
            annotated.c.annotator == self._annotator,
            annotated.c.content_hash == feedback.c.content_hash,
        )
        query = (
            select(feedback.c.id, feedback.c.redacted, feedback.c.language, feedback.c.content_hash)
            .select_from(feedback.outerjoin(annotated, read))
            .where(
                feedback.c.id > after, func.coalesce(feedback.c.redacted, "") != "", annotated.c.feedback_id.is_(None)
            )
            .order_by(feedback.c.id)
            .limit(limit)
        )
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return tuple(
            UnreadText(feedback_id=row.id, text=row.redacted, language=row.language, content_hash=row.content_hash)
            for row in rows
        )

    def write(
        self, texts: Sequence[UnreadText], labels: Sequence[Sequence[Label]], *, fields: Sequence[str] = ()
    ) -> None:
        """Store the labels of the texts in place of earlier ones of the same fields, and of `fields`.

        What a person corrected stays as it was corrected.
        """
        fields = sorted({*fields, *(label.field for of_one in labels for label in of_one)})
        ids = [text.feedback_id for text in texts]
        corrected = Corrections(self._engine).of(ids)
        rows = [
            self._row(text.feedback_id, label)
            for text, of_one in zip(texts, labels, strict=True)
            for label in with_corrections(of_one, corrected.get(text.feedback_id, {}), fields=fields)
        ]
        with writing(self._engine) as connection:
            for start in range(0, len(ids), IDS_AT_ONCE):
                old = and_(
                    annotation.c.feedback_id.in_(ids[start : start + IDS_AT_ONCE]), annotation.c.field.in_(fields)
                )
                connection.execute(delete(annotation).where(old))
            if rows:
                connection.execute(insert(annotation), rows)
            self._register(connection, texts)

    def _register(self, connection: Connection, texts: Sequence[UnreadText]) -> None:
        ids = [text.feedback_id for text in texts]
        for start in range(0, len(ids), IDS_AT_ONCE):
            some = annotated.c.feedback_id.in_(ids[start : start + IDS_AT_ONCE])
            connection.execute(delete(annotated).where(annotated.c.reading == self._field, some))
        rows = [
            {
                "reading": self._field,
                "feedback_id": text.feedback_id,
                "annotator": self._annotator,
                "content_hash": text.content_hash,
            }
            for text in texts
        ]
        if rows:
            connection.execute(insert(annotated), rows)

    def _row(self, feedback_id: int, label: Label) -> dict[str, object]:
        return {
            "feedback_id": feedback_id,
            "field": label.field,
            "label": label.label,
            "value": label.value,
            "confidence": label.confidence,
            "annotator": self._annotator,
            "words": _within(label.words),
        }


def _within(words: Sequence[str]) -> str:
    """Join as many of the words as there is room for, none of them cut."""
    kept = ""
    for word in words:
        longer = f"{kept}, {word}" if kept else word
        if len(longer) > WORDS_LENGTH:
            break
        kept = longer
    return kept
