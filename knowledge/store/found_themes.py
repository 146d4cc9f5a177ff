"""Themes that were found in texts without one: looked for, kept, and made into themes of the taxonomy."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Engine, delete, exists, insert, select, update

from knowledge.discovery import FoundTheme, find_themes
from knowledge.store.theme_tables import found_theme
from knowledge.themes import NO_THEME
from metrics.store.engine import Database, reading, writing
from metrics.store.tables import annotation, feedback

READ_AT_MOST = 8_000
"""The newest texts without a theme that are read: a few seconds of work."""

LOOKS_BACK = timedelta(days=90)
DUE_AFTER = timedelta(hours=20)
"""After so long it is looked for anew: once a night."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTheme:
    """A theme that was found, its id, when, and the key of the theme it was made into, if it was."""

    id: int
    found: FoundTheme
    at: datetime
    theme: str | None


class FoundThemeBook:
    """Looks for themes, and reads those found last."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def latest(self, *, limit: int = 50) -> tuple[KeptTheme, ...]:
        """Give what was found last, the theme with the largest share first."""
        query = select(found_theme).where(found_theme.c.texts > 0).order_by(found_theme.c.id).limit(limit)
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return tuple(
            KeptTheme(
                id=int(row.id),
                found=FoundTheme(
                    language=row.language,
                    words=tuple(row.words),
                    texts=row.texts,
                    of=row.of_texts,
                    examples=tuple(int(one) for one in row.examples),
                ),
                at=row.found_at,
                theme=row.theme,
            )
            for row in rows
        )

    def looked_at(self) -> datetime | None:
        """Say when it was looked for last, whether or not anything was found; None: never."""
        query = select(found_theme.c.found_at).order_by(found_theme.c.found_at.desc()).limit(1)
        with reading(self._engine) as connection:
            return connection.execute(query).scalar_one_or_none()

    def is_due(self, *, now: datetime) -> bool:
        """Say whether it is time to look anew."""
        last = self.looked_at()
        return last is None or not timedelta(0) <= now - last < DUE_AFTER

    def look(self, *, today: date) -> tuple[FoundTheme, ...]:
        """Look for themes among the newest texts without one, and without what says nothing."""
        themeless = exists().where(
            annotation.c.feedback_id == feedback.c.id, annotation.c.field == "theme", annotation.c.label == NO_THEME
        )
        junk = exists().where(annotation.c.feedback_id == feedback.c.id, annotation.c.field == "junk")
        since = (today - LOOKS_BACK).toordinal()
        query = select(feedback.c.id, feedback.c.redacted, feedback.c.language)
        newest = query.where(themeless, ~junk, feedback.c.day >= since).order_by(feedback.c.id.desc())
        with reading(self._engine) as connection:
            rows = connection.execute(newest.limit(READ_AT_MOST)).all()
        return find_themes({int(row.id): (str(row.redacted), str(row.language or "")) for row in reversed(rows)})


def keep_found(connection: Connection, found: Sequence[FoundTheme], *, at: datetime) -> None:
    """Keep what was found in place of what was found before; a row without texts says that nothing was."""
    connection.execute(delete(found_theme))
    shown: Sequence[FoundTheme] = found or (FoundTheme(language="", words=(), texts=0, of=0, examples=()),)
    rows = [
        {
            "language": one.language,
            "words": list(one.words),
            "texts": one.texts,
            "of_texts": one.of,
            "examples": list(one.examples),
            "found_at": at,
        }
        for one in shown
    ]
    connection.execute(insert(found_theme), rows)


def made_into(connection: Connection, found: int, *, theme: str) -> None:
    """Note that a theme that was found is now one of the taxonomy."""
    connection.execute(update(found_theme).where(found_theme.c.id == found).values(theme=theme))


def look_when_due(engine: Database, *, now: datetime) -> int:
    """Look for themes if that was not done lately, and keep them; say how many there are."""
    book = FoundThemeBook(engine)
    if not book.is_due(now=now):
        return 0
    found = book.look(today=now.date())
    with writing(engine) as connection:
        keep_found(connection, found, at=now)
    return len(found)
