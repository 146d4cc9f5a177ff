"""A store with answers in it, brought to the next revision, has the rollups it would have had from the start."""

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from bot.main import MIGRATIONS
from metrics.store import rollups
from metrics.store.engine import open_engine, reading, writing
from metrics.store.migrate import HERE, upgrade
from tests.stores import KINDS, Stores

ROWS = """
INSERT INTO source (id, name, kind, timezone) VALUES (1, 'pos', 'feedback', 'UTC'), (2, 'web', 'feedback', 'UTC');
INSERT INTO touchpoint (id, name) VALUES (1, 'checkout');
INSERT INTO feedback (id, source_id, external_id, kind, given_at, day, attributes, content_hash) VALUES
 (1, 1, '1', 'survey', '2026-10-05 12:00:00+00', 739894, '{}', ''),
 (2, 2, '2', 'survey', '2026-10-12 12:00:00+00', 739901, '{}', '');
INSERT INTO score (id, feedback_id, instrument, value, scale_min, scale_max, direction, touchpoint_id, day) VALUES
 (1, 1, 'nps', 9, 0, 10, 'higher', 1, 739894), (2, 2, 'nps', 4.5, 0, 10, 'higher', 1, 739901),
 (3, 2, 'csat', 5, 1, 5, 'higher', NULL, 739901), (4, 2, 'nps', 3, 0, 10, 'lower', 1, 739901);
INSERT INTO rollup_gap (instrument, day, n) VALUES ('nps', 739901, 2);
INSERT INTO rollup_touchpoint (instrument, touchpoint_id, day, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10) VALUES
 ('nps', 1, 739894, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0), ('csat', 0, 739901, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
INSERT INTO rollup_unit (instrument, touchpoint_id, unit_id, day, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10) VALUES
 ('nps', 1, 0, 739894, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0), ('csat', 0, 0, 739901, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
INSERT INTO rollup_channel (instrument, touchpoint_id, channel, day, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10) VALUES
 ('nps', 1, '', 739894, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0), ('csat', 0, '', 739901, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
INSERT INTO rollup_segment (instrument, touchpoint_id, segment, day, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10) VALUES
 ('nps', 1, '', 739894, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0), ('csat', 0, '', 739901, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
"""


def upgraded_to(engine: Engine, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(map(str, (HERE / "versions", *MIGRATIONS))))
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


@pytest.mark.parametrize("kind", KINDS)
def test_new_marginals_are_filled_from_the_answers_that_are_there(kind: str, stores: Stores, tmp_path: Path) -> None:
    with stores.bare(kind, tmp_path) as url:
        engine = open_engine(url)
        upgraded_to(engine, "0003")
        with writing(engine) as connection:
            for statement in ROWS.strip().split(";\n"):
                connection.exec_driver_sql(statement.rstrip(";\n"))
        upgrade(engine, folders=MIGRATIONS)
        with reading(engine) as connection:
            assert rollups.check(connection) == ()
        engine.dispose()
