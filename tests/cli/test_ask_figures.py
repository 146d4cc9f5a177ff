"""What a tool reads of an answer in a conversation: every number of the text stands in its figures."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bot.cli.app import group

NOW = "2026-11-20T12:00+01:00"


def asked(home: Path, text: str) -> dict[str, Any]:
    result = CliRunner().invoke(group, ["ask", text, "--json", "--now", NOW], env={"CXBOT_HOME": str(home)})
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "what would NPS be if we halved delivery complaints?",
        "co by było z NPS gdybyśmy zmniejszyli o połowę skargi na dostawę?",
        "如果配送投诉减半，NPS会是多少？",
    ],
)
def test_what_if_gives_the_score_worked_through_and_the_one_there_is(demo_home: Path, text: str) -> None:
    found = asked(demo_home, text)
    supposed, now = found["figures"]
    assert (supposed["name"], now["name"]) == ("nps.what_if", "nps")
    assert now["value"] < supposed["low"] <= supposed["value"] <= supposed["high"]


def test_impact_gives_the_effect_and_both_sides_of_it(demo_home: Path) -> None:
    found = asked(demo_home, "did the courier switch hurt delivery?")
    figures = {figure["name"]: figure for figure in found["figures"]}
    effect = figures["csat.effect"]
    assert effect["verdict"] == "real"
    assert effect["value"] == pytest.approx(-38, abs=8)  # docs/demo.md: 82 % to 44 % where it touched
    assert {"csat", "csat.base", "csat.change"} <= figures.keys()


def test_representativeness_gives_standardised_differences(demo_home: Path) -> None:
    found = asked(demo_home, "is the sample representative?")
    differences = [figure for figure in found["figures"] if figure["name"] == "likeness.difference"]
    assert {next(iter(figure["group"])) for figure in differences} == {"segment", "persona", "region", "language"}
    sizes = [abs(figure["value"]) for figure in differences]
    assert sizes == sorted(sizes, reverse=True)
    shares = [f["value"] for f in found["figures"] if f["name"] == "likeness.customers" and "segment" in f["group"]]
    assert sum(shares) == pytest.approx(100)


def test_a_weighted_score_stands_beside_the_raw_one_with_its_effective_n(demo_home: Path) -> None:
    found = asked(demo_home, "NPS ważony segmentem w tym miesiącu")
    weighted, raw, effective = found["figures"]
    assert [one["name"] for one in (weighted, raw, effective)] == ["nps.weighted", "nps", "nps.effective_n"]
    assert 0 < effective["value"] < raw["n"]
    assert weighted["high"] - weighted["low"] > raw["high"] - raw["low"]


def test_a_count_of_a_running_month_is_compared_over_its_finished_days(demo_home: Path) -> None:
    volume, change = asked(demo_home, "how many responses this month?")["figures"]
    assert volume["period"] == {"from": "2026-11-01", "to": "2026-12-01"}
    assert change["period"] == {"from": "2026-11-01", "to": "2026-11-20"}
    assert change["verdict"] == "noise"  # nothing is planted in how many answer


@pytest.mark.parametrize("text", ["how many responses today?", "what is customer retention this quarter?"])
def test_what_cannot_be_compared_yet_is_said_without_a_verdict(demo_home: Path, text: str) -> None:
    found = asked(demo_home, text)
    assert [figure["name"] for figure in found["figures"]] in (["volume"], ["retention"])
    assert "not over yet" in found["text"]


def test_ties_are_said_and_a_minimum_asked_for_is_kept(demo_home: Path) -> None:
    text = asked(demo_home, "worst 5 stores by CSAT this month")["text"]
    assert "Cannot be told from Gdańsk by more than chance: Leeds" in text
    assert "fewer than 30 answers: Central Park Wrocław (6)" in text
    text = asked(demo_home, "worst 5 stores by CSAT this month with at least 75 answers")["text"]
    assert "fewer than 75 answers: Leeds (71)" in text


def test_a_store_s_region_is_not_called_the_store(demo_home: Path) -> None:
    text = asked(demo_home, "NPS Gdańsk against its region")["text"]
    assert "NPS Pomorze, 22 Oct" in text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("NPS distribution this month", "0-6: 24.7%, 7-8: 26.0% and 9-10: 49.3%"),
        ("pokaż rozkład NPS w tym miesiącu", "0-6: 24,7%, 7-8: 26,0% i 9-10: 49,3%"),
        ("这个月NPS的分布", "0-6：24.7%、7-8：26.0%和9-10：49.3%"),
    ],
)
def test_a_score_says_how_answers_spread_over_its_scale(demo_home: Path, text: str, said: str) -> None:
    found = asked(demo_home, text)
    assert said in found["text"]
    shares = {f["group"]["answer"]: f["value"] for f in found["figures"] if f["name"] == "nps.answers"}
    assert list(shares) == [str(answer) for answer in range(11)]
    assert sum(shares.values()) == pytest.approx(100)
    # NPS is the promoters' share less the detractors'.
    balance = shares["9"] + shares["10"] - sum(shares[str(answer)] for answer in range(7))
    assert balance == pytest.approx(found["figures"][0]["value"])
