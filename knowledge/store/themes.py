"""How many texts have each theme, on which days of the week, and which. What says nothing (junk) is not counted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, and_, case, distinct, exists, func, or_, select

from knowledge.junk import COPY
from knowledge.themes import NO_THEME
from metrics.feedback import FeedbackFilter
from metrics.scope import Scope
from metrics.store.engine import reading
from metrics.store.feedback_filter import conditions
from metrics.store.tables import annotation, feedback

_THEMES = annotation.alias("themes")
_FEELING = annotation.alias("feeling")
_JUNK = annotation.alias("junk")
_EARLIER = feedback.alias("earlier")
WEEKDAYS = 7
IDS_AT_ONCE = 900


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
    negative: int = 0
    """How many of the texts are negative, where that was counted."""


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

    def among(self, ids: Sequence[int]) -> ThemeCounts:
        """Count the themes of these texts, which the caller may see or only counts."""
        labels: dict[int, dict[str, set[str]]] = {}
        held = annotation.c.field.in_(("theme", "sentiment", "junk"))
        query = select(annotation.c.feedback_id, annotation.c.field, annotation.c.label).where(held)
        with reading(self._engine) as connection:
            for start in range(0, len(ids), IDS_AT_ONCE):
                some = annotation.c.feedback_id.in_(ids[start : start + IDS_AT_ONCE])
                for key, name, label in connection.execute(query.where(some)):
                    labels.setdefault(int(key), {}).setdefault(str(name), set()).add(str(label))
        junk = {one for one, of_one in labels.items() if "junk" in of_one} & self._junk_among(ids)
        told = [of_one for one, of_one in labels.items() if one not in junk and "theme" in of_one]
        texts, bad = Counter[str](), Counter[str]()
        for one in told:
            texts.update(one["theme"])
            bad.update(one["theme"] if "negative" in one.get("sentiment", ()) else ())
        themes = {key: ThemeCount(texts=count, negative=bad[key]) for key, count in texts.items() if key != NO_THEME}
        return ThemeCounts(
            texts=len(told),
            themes=themes,
            junk=len(junk),
            negative=sum("negative" in one.get("sentiment", ()) for one in told),
        )

    def _junk_among(self, ids: Sequence[int]) -> frozenset[int]:
        with reading(self._engine) as connection:
            parts = (ids[start : start + IDS_AT_ONCE] for start in range(0, len(ids), IDS_AT_ONCE))
            return frozenset(one for some in parts for one in _junk_ids(connection, [feedback.c.id.in_(some)]))

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
    return frozenset(
        connection.execute(select(feedback.c.id).select_from(joined).where(*held, _said_again())).scalars()
    )


def _said_again() -> ColumnElement[bool]:
    """Hold for junk, and for a copy of what the same customer, or nobody known, said before.

    Two customers who say the same in the same words are two.
    """
    earlier = (
        exists()
        .where(
            _EARLIER.c.customer_id == feedback.c.customer_id,
            _EARLIER.c.id < feedback.c.id,
            _EARLIER.c.redacted == feedback.c.redacted,
        )
        .correlate(feedback)
    )
    return or_(_JUNK.c.label != COPY, feedback.c.customer_id.is_(None), earlier)


def _themed() -> Any:
    return feedback.join(_THEMES, and_(_THEMES.c.feedback_id == feedback.c.id, _THEMES.c.field == "theme"))


def _junk() -> ColumnElement[bool]:
    junk = exists().where(_JUNK.c.feedback_id == feedback.c.id, _JUNK.c.field == "junk", _said_again())
    return junk.correlate(feedback)


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
