from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from bot.main import MIGRATIONS
from metrics.store.engine import open_engine, reading
from metrics.store.migrate import upgrade
from metrics.store.tables import METADATA
from tests.stores import KINDS, Stores


@pytest.mark.parametrize("kind", KINDS)
def test_the_revisions_make_the_tables_that_the_code_declares(kind: str, stores: Stores, tmp_path: Path) -> None:
    with stores.bare(kind, tmp_path) as url:
        engine = open_engine(url)
        upgrade(engine, folders=MIGRATIONS)
        upgrade(engine, folders=MIGRATIONS)
        with reading(engine) as connection:
            assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
        engine.dispose()
