"""cxbot drivers and cxbot signals, and the questions they answer in a conversation, over the demo company."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bot.cli.app import group

NOW = "2026-11-20T12:00+01:00"


def run(home: Path, *arguments: str) -> str:
    result = CliRunner().invoke(group, [*arguments, "--now", NOW], env={"CXBOT_HOME": str(home)})
    assert result.exit_code == 0, result.output
    return result.stdout


def figures(home: Path, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(home, *arguments, "--json"))["figures"]
    return found


def test_drivers_print_weights_and_correlations_per_touchpoint(demo_home: Path) -> None:
    found = figures(demo_home, "drivers", "nps", "--where", "segment=new")
    names = {figure["name"] for figure in found}
    assert names == {"driver.weight", "driver.correlation"}
    correlations = [figure for figure in found if figure["name"] == "driver.correlation"]
    assert all(set(figure["group"]) == {"touchpoint"} for figure in found)
    assert all(-1 <= figure["low"] <= figure["value"] <= figure["high"] <= 1 for figure in correlations)
    # Nobody answered at every touchpoint: there is no weight, and it is said to be none rather than nought.
    assert {figure["value"] for figure in found if figure["name"] == "driver.weight"} == {None}


def test_drivers_say_what_they_show_and_claim_no_cause(demo_home: Path) -> None:
    said = run(demo_home, "drivers", "nps")
    assert "by correlation" in said
    assert "need not cause it" in said


def test_signals_print_each_with_its_dates(demo_home: Path) -> None:
    told = json.loads(run(demo_home, "signals", "csat", "--by", "touchpoint", "--json"))
    kinds = {figure["name"] for figure in told["figures"]}
    assert {"signal.drift", "signal.change_point", "signal.weekday"} <= kinds
    login = next(
        one for one in told["signals"] if one["kind"] == "change_point" and one["group"]["touchpoint"] == "login"
    )
    assert login["since"] == "2026-09-26"
    assert "login" in run(demo_home, "signals", "csat", "--by", "touchpoint")


def test_a_quiet_touchpoint_has_no_signal(demo_home: Path) -> None:
    assert "no signal" in run(demo_home, "signals", "csat", "--where", "touchpoint=invoice")


def test_too_few_days_are_not_called_quiet(demo_home: Path) -> None:
    said = run(demo_home, "signals", "csat", "--where", "store=Central Park Wrocław")
    assert "too few answers" in said
    assert "no signal" not in said


@pytest.mark.parametrize(
    "question", ["Which touchpoints drive NPS the most for new customers?", "Co najbardziej wpływa na NPS?"]
)
def test_a_question_about_drivers_is_answered(demo_home: Path, question: str) -> None:
    reply = json.loads(run(demo_home, "ask", question, "--json"))
    assert (reply["outcome"], reply["intent"]) == ("answer", "drivers")
    assert {"driver.correlation", "driver.weight"} == {figure["name"] for figure in reply["figures"]}


def test_what_to_fix_first_follows_and_is_not_claimed_where_nothing_is_sure(demo_home: Path) -> None:
    run(demo_home, "ask", "Which touchpoints drive NPS the most for new customers?", "--thread", "t")
    reply = json.loads(run(demo_home, "ask", "which of those should we fix first?", "--thread", "t", "--json"))
    assert (reply["outcome"], reply["intent"]) == ("answer", "priorities")
    assert reply["slots"]["scope"] == {"segment": "new"}
    assert "name nothing to fix first" in reply["text"]
