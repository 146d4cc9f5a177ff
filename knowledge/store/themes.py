"""How many texts have each theme, on which days of the week, and which. What says nothing (junk) is not counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, and_, case, distinct, exists, func, select

from knowledge.themes import NO_THEME
from metrics.feedback import FeedbackFilter
from metrics.scope import Scope
from metrics.store.engine import reading
from metrics.store.feedback_filter import conditions
from metrics.store.tables import annotation, feedback

_THEMES = annotation.alias("themes")
_FEELING = annotation.alias("feeling")
_JUNK = annotation.alias("junk")
WEEKDAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeCount:
    """texts: how many have the theme; negative: how many of those are negative; by_weekday: texts, Monday first."""

    texts: int
    negative: int
    by_weekday: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeCounts:
    """texts: how many have been read for themes; themes: by key, those that any text has; junk: texts left out."""

    texts: int
    themes: Mapping[str, ThemeCount]
    by_weekday: tuple[int, ...] = ()
    junk: int = 0


class ThemeReader:
    """Counts themes in the store."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def counts(self, wanted: FeedbackFilter, *, within: Scope) -> ThemeCounts:
        """Count the themes of what the filter wants; raises UnknownGroup, UnknownDimension."""
        negative = func.sum(case((_FEELING.c.label == "negative", 1), else_=0))
        feeling = and_(_FEELING.c.feedback_id == feedback.c.id, _FEELING.c.field == "sentiment")
        weekday = _weekday()
        with reading(self._engine) as connection:
            held = conditions(connection, wanted, within=within)
            texts = select(weekday, func.count(distinct(feedback.c.id))).select_from(_themed()).where(*held, ~_junk())
            by_theme = (
                select(_THEMES.c.label, weekday, func.count(), negative)
                .select_from(_themed().outerjoin(_FEELING, feeling))
                .where(_THEMES.c.label != NO_THEME, *held, ~_junk())
                .group_by(_THEMES.c.label, weekday)
            )
            found: dict[str, list[tuple[int, int, int]]] = {}
            for label, day, count, bad in connection.execute(by_theme):
                found.setdefault(str(label), []).append((int(day), int(count), int(bad or 0)))
            days = [(int(day), int(count)) for day, count in connection.execute(texts.group_by(weekday))]
            return ThemeCounts(
                texts=sum(count for _, count in days),
                themes={key: _count(rows) for key, rows in found.items()},
                by_weekday=_week(days),
                junk=len(_junk_ids(connection, held)),
            )

    def ids(self, theme: str, wanted: FeedbackFilter, *, within: Scope, limit: int) -> tuple[int, ...]:
        """Give the newest texts of a theme; raises UnknownGroup, UnknownDimension."""
        with reading(self._engine) as connection:
            held = conditions(connection, wanted, within=within)
            query = select(feedback.c.id).select_from(_themed()).where(_THEMES.c.label == theme, *held, ~_junk())
            newest = query.order_by(feedback.c.given_at.desc(), feedback.c.id.desc()).limit(limit)
            return tuple(connection.execute(newest).scalars())

    def of(self, feedback_id: int) -> tuple[str, ...]:
        """Give the themes of a text."""
        held = and_(annotation.c.feedback_id == feedback_id, annotation.c.field == "theme")
        query = select(annotation.c.label).where(held, annotation.c.label != NO_THEME).order_by(annotation.c.label)
        with reading(self._engine) as connection:
            return tuple(connection.execute(query).scalars())

    def junk(self, wanted: FeedbackFilter, *, within: Scope) -> frozenset[int]:
        """Give the texts that say nothing; raises UnknownGroup, UnknownDimension."""
        with reading(self._engine) as connection:
            return _junk_ids(connection, conditions(connection, wanted, within=within))


def _junk_ids(connection: Connection, held: list[ColumnElement[bool]]) -> frozenset[int]:
    joined = feedback.join(_JUNK, and_(_JUNK.c.feedback_id == feedback.c.id, _JUNK.c.field == "junk"))
    return frozenset(connection.execute(select(feedback.c.id).select_from(joined).where(*held)).scalars())


def _themed() -> Any:
    return feedback.join(_THEMES, and_(_THEMES.c.feedback_id == feedback.c.id, _THEMES.c.field == "theme"))


def _junk() -> ColumnElement[bool]:
    return exists().where(_JUNK.c.feedback_id == feedback.c.id, _JUNK.c.field == "junk")


def _weekday() -> ColumnElement[int]:
    """Give the day of the week, Monday 0, as `date.weekday` does: day 1 was a Monday."""
    return (feedback.c.day + 6) % WEEKDAYS


def _count(rows: list[tuple[int, int, int]]) -> ThemeCount:
    return ThemeCount(
        texts=sum(count for _, count, _ in rows),
        negative=sum(bad for _, _, bad in rows),
        by_weekday=_week([(day, count) for day, count, _ in rows]),
    )


def _week(days: list[tuple[int, int]]) -> tuple[int, ...]:
    counts = dict(days)
    return tuple(counts.get(day, 0) for day in range(WEEKDAYS))
