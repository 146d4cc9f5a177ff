"""One question asked on two scales: scores keep them apart, and say so in each language."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bot.cli.app import group
from bot.main import open_app
from bot.settings import Settings
from metrics.records import FeedbackRecord, ScoreRecord
from metrics.store import directory
from metrics.store.engine import writing
from metrics.store.writer import Writer
from tests.metrics.analysis.company import KeepsEverything

NOW = "2026-11-20T12:00+01:00"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with 40 answers on 1-5, all 5, and 30 on 1-7, all 1."""
    app = open_app(Settings(home=tmp_path))
    at = datetime(2026, 11, 15, 12, tzinfo=UTC)
    scores = [("csat", 5, 5)] * 40 + [("csat_7", 1, 7)] * 30
    with writing(app.engine) as connection:
        source = directory.source(connection, name="survey", kind="feedback", timezone="UTC")
        records = [
            FeedbackRecord(
                source_id=source, external_id=str(number), kind="survey", given_at=at, timezone="UTC",
                scores=(ScoreRecord(instrument=instrument, value=value, scale_min=1, scale_max=highest),),
            )
            for number, (instrument, value, highest) in enumerate(scores)
        ]  # fmt: skip
        Writer(connection, redactor=KeepsEverything()).feedback(records)
    app.close()
    return tmp_path


def asked(home: Path, text: str) -> dict[str, Any]:
    result = CliRunner().invoke(group, ["ask", text, "--json", "--now", NOW], env={"CXBOT_HOME": str(home)})
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("CSAT this month", "asked on another scale: CSAT"),
        ("CSAT w tym miesiącu", "na innej skali: CSAT"),
        ("这个月的CSAT", "另一种量表，未计入：CSAT"),
    ],
)
def test_answers_on_another_scale_are_left_out_and_counted_apart(home: Path, text: str, said: str) -> None:
    found = asked(home, text)
    assert (found["figures"][0]["value"], found["figures"][0]["n"]) == (100, 40)
    assert said in found["text"]
    assert "30" in found["text"]
