"""Metrics and instruments by name."""

from pathlib import Path

import pytest
from fluent.syntax import ast, parse

import bot.locales
from metrics.errors import BadMap, UnknownMetric
from metrics.scores.instruments import instrument, instrument_for
from metrics.scores.registry import METRICS, metric

LOCALES = Path(next(iter(bot.locales.__path__)))


@pytest.mark.parametrize("name", ["nps", "NPS", " Nps "])
def test_a_metric_is_known_whatever_its_case(name: str) -> None:
    assert metric(name).definition == "nps@1"


def test_a_misspelt_metric_is_answered_with_the_nearest_one() -> None:
    with pytest.raises(UnknownMetric) as caught:
        metric("npss")
    assert caught.value.nearest[0] == "nps"


def test_a_name_like_nothing_is_answered_with_what_there_is() -> None:
    with pytest.raises(UnknownMetric) as caught:
        metric("qqqq")
    assert len(caught.value.nearest) == 3


@pytest.mark.parametrize("language", ["en", "pl", "zh-Hans", "zh-Hant"])
def test_every_metric_has_a_name_and_a_definition_in_every_language(language: str) -> None:
    files = (LOCALES / language).glob("*.ftl")
    entries = (entry for file in files for entry in parse(file.read_text(encoding="utf-8")).body)
    keys = {entry.id.name for entry in entries if isinstance(entry, ast.Message)}
    assert {key for known in METRICS.values() for key in (known.name_key, known.meaning_key)} <= keys


@pytest.mark.parametrize(
    ("name", "low", "high", "direction", "expected"),
    [
        ("nps", 0, 10, "higher", "nps"),
        ("csat", 1, 5, "higher", "csat"),
        ("csat", 1, 7, "higher", "csat_7"),
        ("csat", 0, 10, "higher", "csat_0_10"),
        ("csat", 0, 1, "higher", "csat_0_1"),
        ("csat", 1, 3, "higher", "csat_3"),
        ("ces", 1, 5, "lower", "ces_5_lower"),
        ("ces", 1, 7, "lower", "ces_7_lower"),
        ("seat comfort", 0, 5, "higher", "seat comfort_0_5"),
    ],
)
def test_a_variant_is_an_instrument_of_its_own(name: str, low: int, high: int, direction: str, expected: str) -> None:
    found = instrument_for(name, low=low, high=high, direction="lower" if direction == "lower" else "higher")
    assert found.name == expected
    assert instrument(expected) == found


@pytest.mark.parametrize(("low", "high"), [(5, 1), (1, 1), (0.5, 5), (0, 100)])
def test_a_scale_that_cannot_be_counted_is_refused(low: float, high: float) -> None:
    with pytest.raises(BadMap):
        instrument_for("csat", low=low, high=high)
