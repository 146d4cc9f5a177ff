"""Bring a database to the schema of this code, one linear history over several folders.

Each folder that owns tables keeps its revisions beside them; every revision names the one before it, whichever folder
that is in, so there is exactly one order.
"""

from collections.abc import Sequence
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from metrics.store.engine import reading, writing

HERE = Path(__file__).parent / "migrations"


class SchemaNewerThanCode(Exception):
    """The database was written by a newer cxbot; `revision` is unknown here."""

    def __init__(self, revision: str) -> None:
        super().__init__(revision)
        self.revision = revision


def upgrade(engine: Engine, *, folders: Sequence[Path] = ()) -> None:
    """Run every revision that the database lacks, in one transaction; raises SchemaNewerThanCode."""
    config = _config(folders)
    script = ScriptDirectory.from_config(config)
    at = revision(engine)
    if at == script.get_current_head():
        return
    if at is not None and at not in {step.revision for step in script.walk_revisions()}:
        raise SchemaNewerThanCode(at)
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def revision(engine: Engine) -> str | None:
    """Say which revision the database is at; None for an empty one."""
    with reading(engine) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def _config(folders: Sequence[Path]) -> Config:
    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(str(path) for path in (HERE / "versions", *folders)))
    return config
