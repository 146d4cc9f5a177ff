"""cxbot score, as a person and as a tool read it."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli.app import group
from bot.main import open_app
from bot.settings import read_settings
from tests.metrics.analysis.shop import OCTOBER, Shop

NOW = "2026-11-20T12:00+01:00"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with two stores: October 80 %, November 50 % overall."""
    app = open_app(read_settings({"CXBOT_HOME": str(tmp_path)}))
    shop = Shop(engine=app.engine)
    shop.give("csat", {5: 80, 1: 20}, on=OCTOBER, unit="Gdańsk")
    shop.give("csat", {5: 80, 1: 20}, on=OCTOBER, unit="Kraków")
    shop.give("csat", {5: 30, 1: 90}, unit="Gdańsk")
    shop.give("csat", {5: 65, 1: 5}, unit="Kraków")
    shop.give("csat", {5: 3}, unit="Gdynia")
    app.close()
    return tmp_path


def score(home: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["score", *arguments, "--now", NOW], env={"CXBOT_HOME": str(home)})


def figures(home: Path, *arguments: str) -> list[dict[str, Any]]:
    result = score(home, *arguments, "--json")
    assert result.exit_code == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)["figures"]
    return found


def test_the_whole_is_the_first_figure_when_there_is_no_breakdown(home: Path) -> None:
    found = figures(home, "csat", "--period", "last month")
    # 160 of 200; Wilson: centre (.8 + 3.8415/400) / (1 + 3.8415/200) = .79435, reach .05517.
    assert found == [
        {
            "name": "csat",
            "label": "CSAT",
            "group": {},
            "value": 80.0,
            "low": pytest.approx(73.918, abs=0.01),
            "high": pytest.approx(84.952, abs=0.01),
            "n": 200,
            "unit": "%",
            "quality": "publish",
            "period": {"from": "2026-10-01", "to": "2026-11-01"},
            "definition": "csat@1",
        }
    ]


def test_the_groups_come_first_when_they_were_asked_for_and_the_whole_last(home: Path) -> None:
    found = figures(home, "csat", "--period", "this month", "--by", "store")
    assert [(figure["group"], figure["value"]) for figure in found] == [
        ({"store": "Gdańsk"}, 25.0),
        ({"store": "Kraków"}, pytest.approx(92.857, abs=0.001)),
        ({"store": "Gdynia"}, None),
        ({}, pytest.approx(50.777, abs=0.001)),
    ]
    suppressed = found[2]
    assert (suppressed["quality"], suppressed["n"]) == ("suppressed", 3)
    assert "low" not in suppressed


def test_a_comparison_adds_the_change_with_its_verdict(home: Path) -> None:
    found = figures(home, "csat", "--period", "2026-11", "--compare", "last month", "--where", "store=gdansk")
    change = found[1]
    assert (change["name"], change["value"], change["verdict"]) == ("csat.change", -55.0, "real")
    assert change["detectable"] > 0
    assert "label" not in change


def test_an_explanation_adds_mix_and_rate_that_sum_to_the_change(home: Path) -> None:
    found = figures(home, "csat", "--period", "2026-11", "--compare", "previous", "--by", "region", "--explain")
    change = next(figure for figure in found if figure["name"] == "csat.change" and not figure["group"])
    parts = [figure for figure in found if figure["name"] in ("csat.mix", "csat.rate")]
    totals = sum(figure["value"] for figure in parts if not figure["group"])
    assert totals == pytest.approx(change["value"])
    assert sum(figure["value"] for figure in parts if figure["group"]) == pytest.approx(change["value"])


def test_a_person_reads_value_interval_count_and_what_it_rests_on(home: Path) -> None:
    output = score(home, "csat", "--period", "2026-11", "--by", "store", "--compare", "previous", "--explain").output
    assert "CSAT, November 2026: 50.8%" in output
    assert "a real change" in output
    assert "Gdańsk" in output
    assert "csat@1" in output
    assert "survey as of" in output


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("csta",), 1),
        (("csat", "--period", "the day after"), 1),
        (("csat", "--by", "colour"), 1),
        (("csat", "--where", "store=Atlantis"), 1),
        (("csat", "--period", "2020"), 1),
        (("csat", "--where", "store"), 2),
        ((), 2),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(home: Path, arguments: tuple[str, ...], code: int) -> None:
    result = score(home, *arguments)
    assert result.exit_code == code
    assert "Traceback" not in result.output
    if code == 1:
        assert result.stderr.count("\n") == 1
        assert result.stdout == ""


def test_an_empty_home_says_that_it_is_empty(tmp_path: Path) -> None:
    result = score(tmp_path, "nps", "--period", "all")
    assert result.exit_code == 1
    assert "cxbot import" in result.stderr


def test_a_share_is_scored_without_the_heavy_libraries(home: Path) -> None:
    program = (
        "import sys; from bot.cli.app import group;"
        "group(['score', 'csat', '--period', 'all', '--compare', 'previous'], standalone_mode=False);"
        "print(sorted({'pandas', 'scipy', 'statsmodels', 'chromadb', 'dbos', 'langchain'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env={"CXBOT_HOME": str(home)}, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reason_needs_no_dimension_it_is_found(home: Path) -> None:
    # Gdańsk fell from 80 % to 25 %, Kraków rose from 80 % to 92.9 %: no other dimension cuts these answers.
    found = figures(home, "csat", "--period", "2026-11", "--explain")
    parts = {
        figure["group"]["store"]: figure["value"]
        for figure in found
        if figure["name"] == "csat.rate" and figure["group"]
    }
    assert set(parts) == {"Gdańsk", "Kraków", "(other)"}
    mix, rate = (next(f for f in found if f["name"] == f"csat.{name}" and not f["group"]) for name in ("mix", "rate"))
    change = next(f for f in found if f["name"] == "csat.change")
    assert mix["value"] + rate["value"] == pytest.approx(change["value"])
    assert rate["low"] < rate["value"] < rate["high"]


def test_a_period_is_compared_with_the_same_one_last_year(home: Path) -> None:
    app = open_app(read_settings({"CXBOT_HOME": str(home)}))
    Shop(engine=app.engine, given=10_000).give("csat", {5: 30, 1: 30}, on=date(2025, 11, 3), unit="Gdańsk")
    app.close()
    change = figures(home, "csat", "--period", "2026-11", "--compare", "same last year", "--where", "store=Gdańsk")[1]
    assert (change["name"], change["value"], change["verdict"]) == ("csat.change", -25.0, "real")  # 25 % now, 50 % then


def test_two_dimensions_are_cut_at_once(home: Path) -> None:
    cells = figures(home, "csat", "--by", "store", "--over", "month", "--period", "all")
    found = {(cell["group"]["store"], cell["group"]["month"]): (cell["value"], cell["n"]) for cell in cells}
    assert found["Gdańsk", "2026-10"] == (80.0, 100)
    assert found["Gdańsk", "2026-11"] == (25.0, 120)
    assert found["Gdynia", "2026-11"] == (None, 3)
    assert "2026-11" in score(home, "csat", "--by", "store", "--over", "month", "--period", "all").stdout
    assert score(home, "csat", "--over", "month").exit_code == 2
