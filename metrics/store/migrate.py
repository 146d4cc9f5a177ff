"""Bring a database to the schema of this code, one linear history over several folders.

Each folder that owns tables keeps its revisions beside them; a revision is named by its number, which its file name
begins with, and names the one before it, whichever folder that is in: there is exactly one order.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DatabaseError

from metrics.store.engine import MIGRATING, reading, take_turns, writing
from metrics.store.errors import DatabaseUnusable, SchemaNewerThanCode

HERE = Path(__file__).parent / "migrations"


def upgrade(engine: Engine, *, folders: Sequence[Path] = ()) -> None:
    """Run every revision the database lacks, in one transaction; raises SchemaNewerThanCode or DatabaseUnusable."""
    everywhere = (HERE / "versions", *folders)
    known = _numbers(everywhere)
    at = revision(engine)
    if at == known[-1]:
        return
    if at is not None and at not in known:
        raise SchemaNewerThanCode(at)
    _run_alembic(engine, everywhere)


def revision(engine: Engine) -> str | None:
    """Say which revision the database is at; None for an empty one. Raises DatabaseUnusable."""
    try:
        with reading(engine) as connection:
            if not inspect(connection).has_table("alembic_version"):
                return None
            at: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
            return at
    except DatabaseError as error:
        raise DatabaseUnusable(engine.url.render_as_string()) from error


def _numbers(folders: Iterable[Path]) -> list[str]:
    return sorted(path.name.split("_")[0] for folder in folders for path in folder.glob("[0-9]*_*.py"))


def _run_alembic(engine: Engine, folders: Sequence[Path]) -> None:
    from alembic import command  # noqa: PLC0415 takes half a second to load, and almost every start needs none of it
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(str(path) for path in folders))
    with writing(engine) as connection:
        take_turns(connection, at=MIGRATING)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
