from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from bot.main import MIGRATIONS
from metrics.store.engine import open_engine, reading, sqlite_url
from metrics.store.migrate import upgrade
from metrics.store.tables import METADATA


def test_the_revisions_make_the_tables_that_the_code_declares(tmp_path: Path) -> None:
    engine = open_engine(sqlite_url(tmp_path / "store.db"))
    upgrade(engine, folders=MIGRATIONS)
    with reading(engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()
