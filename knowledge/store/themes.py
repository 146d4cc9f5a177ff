"""How many texts have each theme, and which."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, and_, case, distinct, func, select

from knowledge.themes import NO_THEME
from metrics.feedback import FeedbackFilter
from metrics.scope import Scope
from metrics.store.engine import reading
from metrics.store.feedback_filter import conditions
from metrics.store.tables import annotation, feedback

_THEMES = annotation.alias("themes")
_FEELING = annotation.alias("feeling")


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeCount:
    """texts: how many have the theme; negative: how many of those are negative."""

    texts: int
    negative: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeCounts:
    """texts: how many have been read for themes; themes: by key, those that any text has."""

    texts: int
    themes: Mapping[str, ThemeCount]


class ThemeReader:
    """Counts themes in the store."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def counts(self, wanted: FeedbackFilter, *, within: Scope) -> ThemeCounts:
        """Count the themes of what the filter wants; raises UnknownGroup, UnknownDimension."""
        negative = func.sum(case((_FEELING.c.label == "negative", 1), else_=0))
        feeling = and_(_FEELING.c.feedback_id == feedback.c.id, _FEELING.c.field == "sentiment")
        with reading(self._engine) as connection:
            held = conditions(connection, wanted, within=within)
            texts = select(func.count(distinct(feedback.c.id))).select_from(_themed()).where(*held)
            by_theme = (
                select(_THEMES.c.label, func.count(), negative)
                .select_from(_themed().outerjoin(_FEELING, feeling))
                .where(_THEMES.c.label != NO_THEME, *held)
                .group_by(_THEMES.c.label)
            )
            themes = {
                str(row[0]): ThemeCount(texts=int(row[1]), negative=int(row[2] or 0))
                for row in connection.execute(by_theme)
            }
            return ThemeCounts(texts=int(connection.execute(texts).scalar_one()), themes=themes)

    def ids(self, theme: str, wanted: FeedbackFilter, *, within: Scope, limit: int) -> tuple[int, ...]:
        """Give the newest texts of a theme; raises UnknownGroup, UnknownDimension."""
        with reading(self._engine) as connection:
            held = conditions(connection, wanted, within=within)
            query = select(feedback.c.id).select_from(_themed()).where(_THEMES.c.label == theme, *held)
            newest = query.order_by(feedback.c.given_at.desc(), feedback.c.id.desc()).limit(limit)
            return tuple(connection.execute(newest).scalars())


def _themed() -> Any:
    return feedback.join(_THEMES, and_(_THEMES.c.feedback_id == feedback.c.id, _THEMES.c.field == "theme"))
