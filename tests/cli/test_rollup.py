"""cxbot rollup, on a home whose database is SQLite and on one whose database is PostgreSQL."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bot.cli.app import group
from metrics.store.engine import open_engine, writing
from metrics.store.tables import rollup_channel
from tests.metrics.analysis.company import company
from tests.stores import KINDS, Stores


def said(*words: str, env: Mapping[str, str]) -> Any:
    result = CliRunner().invoke(group, ["rollup", *words, "--json"], env=env)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.mark.parametrize("kind", KINDS)
def test_a_wrong_rollup_is_found_and_put_right(kind: str, stores: Stores, tmp_path: Path) -> None:
    with stores.url(kind, tmp_path) as url:
        engine = open_engine(url, durable=False)
        company(engine, answers=40)
        env = {"CXBOT_HOME": str(tmp_path / "home"), "CXBOT_DATABASE_URL": url}
        assert said("check", env=env) == {"differences": []}
        with writing(engine) as connection:
            connection.execute(rollup_channel.update().values(c4=rollup_channel.c.c4 + 1))
        engine.dispose()
        wrong = said("check", env=env)["differences"]
        assert wrong
        assert {one["rollup"] for one in wrong} == {"rollup_channel"}
        assert all(one["kept"][4] == one["rebuilt"][4] + 1 for one in wrong)
        assert said("rebuild", env=env) == {"corrected": len(wrong)}
        assert said("check", env=env) == {"differences": []}
