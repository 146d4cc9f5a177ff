"""What the organisation's own ratings and corrections teach about feeling: texts with the feeling they were rated."""

from dataclasses import dataclass

from sqlalchemy import Engine, Row, func, select

from knowledge.store.corrections import VALUES
from knowledge.store.tables import correction
from metrics.store.engine import reading
from metrics.store.tables import annotation, feedback, score

NEGATIVE_TO, POSITIVE_FROM = 0.4, 0.75
"""Of the way from a scale's bad end to its good end: csat 1-2 and 4-5 (0.25, 0.75)."""
NPS_NEGATIVE_TO, NPS_POSITIVE_FROM = 0.6, 0.9
"""Detractors answer 0-6, promoters 9-10."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownText:
    """A text, its language, and its feeling where a rating or a person says it."""

    text: str
    language: str
    label: str | None


class RatedTexts:
    """Reads texts to learn from, newest first."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def newest(self, *, limit: int) -> tuple[KnownText, ...]:
        """Give the newest texts; a correction says more than a rating, and of several ratings the first."""
        told = select(annotation.c.feedback_id, func.min(annotation.c.label).label("language")).where(
            annotation.c.field == "language"
        )
        languages = told.group_by(annotation.c.feedback_id).subquery()
        texts = (
            select(
                feedback.c.id,
                feedback.c.redacted,
                func.coalesce(feedback.c.language, languages.c.language, "").label("language"),
            )
            .select_from(feedback.outerjoin(languages, languages.c.feedback_id == feedback.c.id))
            .where(func.coalesce(feedback.c.redacted, "") != "")
            .order_by(feedback.c.id.desc())
            .limit(limit)
            .subquery()
        )
        rated = (
            select(score.c.feedback_id, score.c.instrument, score.c.value, score.c.scale_min, score.c.scale_max)
            .add_columns(score.c.direction)
            .join(texts, texts.c.id == score.c.feedback_id)
            .order_by(score.c.id.desc())
        )
        corrected = select(correction.c.feedback_id, correction.c.label).where(correction.c.field == "sentiment")
        with reading(self._engine) as connection:
            feelings = {int(row.feedback_id): _feeling(row) for row in connection.execute(rated)}
            said = {int(row.feedback_id): str(row.label) for row in connection.execute(corrected)}
            feelings.update({key: label for key, label in said.items() if label in VALUES})
            return tuple(
                KnownText(text=row.redacted, language=row.language, label=feelings.get(row.id))
                for row in connection.execute(select(texts))
            )


def _feeling(row: Row[tuple[int, str, float, float, float, str]]) -> str:
    along = (row.value - row.scale_min) / ((row.scale_max - row.scale_min) or 1)
    along = along if row.direction == "higher" else 1 - along
    low, high = (NPS_NEGATIVE_TO, NPS_POSITIVE_FROM) if row.instrument == "nps" else (NEGATIVE_TO, POSITIVE_FROM)
    if along <= low:
        return "negative"
    return "positive" if along >= high else "neutral"
