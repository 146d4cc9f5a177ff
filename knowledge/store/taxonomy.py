"""The taxonomy in force: the shipped themes with the changes that people made, every version kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, func, insert, select

from knowledge.store.theme_tables import theme_change
from knowledge.taxonomy import Changed, Taxonomy, from_json, to_json
from knowledge.themes import Theme, read_taxonomy
from metrics.store.engine import reading


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptChange:
    """A change as it was made: by whom, when, and what a theme was before and is since."""

    version: int
    changed: Changed
    by: str
    at: datetime


class TaxonomyBook:
    """Reads the taxonomy."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def taxonomy(self) -> Taxonomy:
        """Give the themes in force and their version."""
        with reading(self._engine) as connection:
            return taxonomy_in(connection)

    def history(self, *, limit: int = 20) -> tuple[KeptChange, ...]:
        """Give the latest changes, newest first."""
        query = select(theme_change).order_by(theme_change.c.version.desc()).limit(limit)
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return tuple(
            KeptChange(
                version=int(row.version),
                changed=Changed(
                    key=row.theme,
                    was=from_json(row.theme, row.was) if row.was else None,
                    now=from_json(row.theme, row.content) if row.content else None,
                ),
                by=row.changed_by,
                at=row.changed_at,
            )
            for row in rows
        )


def taxonomy_in(connection: Connection) -> Taxonomy:
    """Read the taxonomy in a transaction."""
    themes: dict[str, Theme] = {theme.key: theme for theme in read_taxonomy()}
    version = 0
    query = select(theme_change.c.version, theme_change.c.theme, theme_change.c.content)
    for row in connection.execute(query.order_by(theme_change.c.version)):
        version = int(row.version)
        if row.content is None:
            themes.pop(row.theme, None)
        else:
            themes[row.theme] = from_json(row.theme, row.content)
    return Taxonomy(themes=tuple(themes.values()), version=version)


def version_in(connection: Connection) -> int:
    """Give the version of the taxonomy."""
    return int(connection.execute(select(func.coalesce(func.max(theme_change.c.version), 0))).scalar_one())


def keep_changes(connection: Connection, changes: Sequence[Changed], *, by: str, at: datetime) -> int:
    """Keep changes of the taxonomy and give the version they make."""
    for one in changes:
        connection.execute(
            insert(theme_change).values(
                theme=one.key,
                content=to_json(one.now) if one.now else None,
                was=to_json(one.was) if one.was else None,
                changed_by=by,
                changed_at=at,
            )
        )
    return version_in(connection)
