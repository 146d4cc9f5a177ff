"""What is planted in the demo company (docs/demo.md) is found from command line and chat, and nothing else is."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bot.cli.app import group

NOW = "2026-11-20T12:00+01:00"


@pytest.fixture(scope="module")
def home(made_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(made_demo, tmp_path_factory.mktemp("planted") / "home"))


def run(home: Path, *arguments: str) -> dict[str, Any]:
    result = CliRunner().invoke(group, [*arguments, "--json", "--now", NOW], env={"CXBOT_HOME": str(home)})
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def named(found: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [figure for figure in found["figures"] if figure["name"] == name]


def test_the_mix_shift_is_an_exact_sum_in_which_every_segment_rose(home: Path) -> None:
    found = run(home, "score", "nps", "--period", "this_month", "--compare", "last_month", "--explain")
    change, mix, rate = (named(found, f"nps.{name}")[0] for name in ("change", "mix", "rate"))
    assert (change["verdict"], mix["group"], rate["group"]) == ("real", {}, {})
    assert mix["value"] + rate["value"] == pytest.approx(change["value"], abs=1e-9)
    parts = [part["value"] for part in named(found, "nps.rate")[1:]]
    assert len(parts) == 3
    assert all(part > 0 for part in parts)
    assert change["value"] < 0


@pytest.mark.parametrize(
    ("text", "reversal"),
    [
        ("why did NPS fall this month?", "the mix moved, not the service"),
        ("dlaczego spadł NPS w tym miesiącu?", "zmieniła się struktura, nie obsługa"),
        ("为什么这个月NPS下降了？", "变的是结构，不是服务"),
    ],
)
def test_the_reversal_is_named_in_each_language(home: Path, text: str, reversal: str) -> None:
    assert reversal in run(home, "ask", text)["text"]


@pytest.mark.parametrize(
    "text",
    [
        "why did delivery CSAT fall in the last 3 weeks?",
        "dlaczego spadł CSAT dostawy w ostatnich 3 tygodniach?",
        "为什么最近三周配送CSAT下降了？",
    ],
)
def test_the_courier_switch_is_found_in_its_region_and_as_what_coincides(home: Path, text: str) -> None:
    found = run(home, "ask", text)
    worst = min(named(found, "csat.rate")[1:], key=lambda part: part["value"])
    assert worst["group"] == {"region": "Mazowsze"}
    assert "courier switch" in found["text"]


def test_saturdays_in_gdansk_stand_out_among_the_days_of_the_week(home: Path) -> None:
    asked = ("--period", "last_90d", "--by", "weekday")
    days = run(home, "score", "csat", "--where", "store=Gdańsk", *asked)["figures"][:-1]
    worst, *others = sorted(days, key=lambda day: day["value"])
    assert worst["group"] == {"weekday": "saturday"}
    assert worst["high"] < 60  # docs/demo.md: 38 % at the tills, the rest of the store as usual
    assert all(day["value"] > 60 for day in others)
    days = run(home, "score", "csat", "--where", "store=Kraków", *asked)["figures"][:-1]
    assert max(day["low"] for day in days) < min(day["high"] for day in days)  # nothing is planted there


def test_the_store_with_six_answers_is_named_and_not_ranked(home: Path) -> None:
    found = run(home, "ask", "worst stores by CSAT this month")
    ranked = [figure["group"]["store"] for figure in named(found, "csat")]
    assert ranked[0] == "Gdańsk"
    assert "Central Park Wrocław" not in ranked
    assert "Central Park Wrocław (6)" in found["text"]


@pytest.mark.parametrize("month", ["2026-04", "2026-06"])
def test_in_a_month_where_nothing_was_planted_nothing_is_claimed(home: Path, month: str) -> None:
    for metric in ("nps", "csat"):
        said = CliRunner().invoke(
            group, ["score", metric, "--period", month, "--explain", "--now", NOW], env={"CXBOT_HOME": str(home)}
        )
        assert "within noise" in said.output
        assert "No dimension explains it" in said.output


def test_a_quiet_quarter_has_no_signal_that_stands_but_the_saturdays_at_the_tills(home: Path) -> None:
    told = run(home, "signals", "csat", "--by", "touchpoint", "--period", "2026-Q2")["signals"]
    lasting = [one for one in told if one["stands"]]
    assert all((one["kind"], one["weekday"]) == ("weekday", 5) for one in lasting)
    assert {one["group"]["touchpoint"] for one in lasting} <= {"checkout", "self-service checkout"}
