"""A metric of the configuration, asked for by what people call it in three languages, and watched."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bot.cli.app import group

NOW = "2026-11-20T12:00+01:00"
DELIGHT = """
[delight]
instrument = "csat"
formula = "top_share"
top = 1
words = ["trust score", "zachwyt", "惊喜度"]
"""


@pytest.fixture
def home(demo_home: Path) -> Path:
    (demo_home / "metrics.toml").write_text(DELIGHT, encoding="utf-8")
    return demo_home


def said(home: Path, *arguments: str) -> dict[str, Any]:
    result = CliRunner().invoke(group, [*arguments, "--json", "--now", NOW], env={"CXBOT_HOME": str(home)})
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_it_is_understood_by_its_name_and_by_its_words_in_each_language(home: Path) -> None:
    for text in (
        "what is our delight this month?",
        "what was our trust score this month?",
        "jaki mamy zachwyt w tym miesiącu?",
        "这个月的惊喜度是多少？",
    ):
        found = said(home, "ask", text)
        assert found["slots"] == {"metric": "delight", "period": "this_month"}, text
        assert found["figures"][0]["definition"] == "delight@1"


def test_it_is_watched_like_any_other(home: Path) -> None:
    told = said(home, "signals", "delight", "--by", "touchpoint")
    assert {one["group"]["touchpoint"] for one in told["signals"]} == {"login"}  # release 4.2 hurt it (docs/demo.md)
