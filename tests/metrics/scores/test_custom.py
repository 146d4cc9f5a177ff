"""Metrics of the configuration."""

from typing import Any

import pytest

from metrics.errors import BadDefinition
from metrics.scores.custom import custom_metrics, metric_words
from metrics.scores.histogram import Histogram
from metrics.scores.policy import EVERYTHING


def test_a_top_share_counts_the_best_steps() -> None:
    found = custom_metrics({"delight": {"instrument": "csat", "formula": "top_share", "top": 1}})["delight"]
    assert found.formula(Histogram.of([5, 4, 4, 1], low=1, high=5), policy=EVERYTHING).value == 25
    assert (found.definition, found.instruments, found.unit) == ("delight@1", ("csat",), "%")


def test_a_net_share_takes_the_worst_steps_off() -> None:
    table = {"instrument": "ces", "formula": "net_share", "top": 2, "bottom": 3}
    found = custom_metrics({"net_ease": table})["net_ease"]
    # Of 7, 6, 5, 1 two are among the best two and one among the worst three.
    assert found.formula(Histogram.of([7, 6, 5, 1], low=1, high=7), policy=EVERYTHING).value == 25


def test_a_scale_of_its_own_is_a_variant_instrument() -> None:
    scale = {"min": 1, "max": 4, "direction": "lower"}
    found = custom_metrics({"trust": {"instrument": "trust", "scale": scale, "formula": "mean"}})["trust"]
    assert (found.instruments, found.direction) == (("trust_4_lower",), "lower")
    assert found.formula(Histogram.of([1, 2], low=1, high=4), policy=EVERYTHING).value == 3.5  # 5 - 1 and 5 - 2


def test_where_low_is_good_the_best_steps_are_the_low_ones() -> None:
    scale = {"min": 1, "max": 5, "direction": "lower"}
    table = {"instrument": "effort", "scale": scale, "formula": "top_share", "top": 2}
    found = custom_metrics({"easy": table})["easy"]
    assert found.formula(Histogram.of([1, 2, 3, 5], low=1, high=5), policy=EVERYTHING).value == 50


def test_people_call_it_by_its_name_and_by_the_words_given() -> None:
    table = {"instrument": "csat", "formula": "mean", "words": ["zachwyt"]}
    assert metric_words({"net_delight": table}) == {"net_delight": ("net delight", "zachwyt")}


def test_words_are_a_list_of_words() -> None:
    with pytest.raises(BadDefinition) as refused:
        custom_metrics({"delight": {"instrument": "csat", "formula": "mean", "words": "zachwyt"}})
    assert refused.value.key == "metrics.delight.words"


@pytest.mark.parametrize(
    ("name", "table", "key", "nearest"),
    [
        ("x", {"instrumnt": "csat", "formula": "mean"}, "metrics.x.instrumnt", "instrument"),
        ("x", {"instrument": "csat", "formula": "top_shar"}, "metrics.x.formula", "top_share"),
        ("x", {"instrument": "csta", "formula": "mean"}, "metrics.x.scale", "csat"),
        ("x", {"instrument": "a", "scale": {"min": 1, "mx": 5}, "formula": "mean"}, "metrics.x.scale.mx", "max"),
        ("x", {"instrument": "csat", "formula": "top_share", "top": 5}, "metrics.x.top", None),
        ("x", {"instrument": "csat", "formula": "top_share"}, "metrics.x.top", None),
        ("x", {"instrument": "a", "scale": {"min": 0, "max": 100}, "formula": "mean"}, "metrics.x.scale", None),
        ("nps", {"instrument": "nps", "formula": "mean"}, "metrics.nps", None),
        ("No Name", {}, "metrics.No Name", None),
        ("x", 3, "metrics.x", None),
    ],
)
def test_what_is_wrong_is_named_with_what_was_meant(name: str, table: Any, key: str, nearest: str | None) -> None:
    with pytest.raises(BadDefinition) as caught:
        custom_metrics({name: table})
    assert caught.value.key == key
    assert nearest is None or caught.value.nearest[0] == nearest
