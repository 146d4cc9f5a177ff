"""Metrics of the configuration: [metrics.NAME] in cxbot.toml, or [NAME] in metrics.toml beside it.

```toml
[metrics.delight]
instrument = "csat"                       # on its own scale, or with another one:
scale = { min = 1, max = 5, direction = "higher" }
formula = "top_share"                     # top_share, net_share or mean
top = 1                                   # the best steps that count; of a net share also `bottom`, the worst
words = ["delight", "zachwyt", "惊喜度"]    # what people call it in a question, besides its name
```
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from metrics.errors import BadDefinition, BadMap
from metrics.scores.instruments import CANONICAL, Instrument, instrument_for
from metrics.scores.mean import Mean
from metrics.scores.net import Net
from metrics.scores.registry import METRICS, Metric, nearest
from metrics.scores.share import Share

KEYS = ("instrument", "scale", "formula", "top", "bottom", "version", "words")
SCALE_KEYS = ("min", "max", "direction")
FORMULAS = ("top_share", "net_share", "mean")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")

Table = Mapping[str, Any]


def custom_metrics(tables: Mapping[str, Any]) -> dict[str, Metric]:
    """Read the metrics of the configuration by name; raises BadDefinition at the first wrong key."""
    return {name: _metric(name, table) for name, table in tables.items()}


def metric_words(tables: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Give what people call each metric of the configuration: its name and its `words`; raises BadDefinition."""
    return {name: (name.replace("_", " "), *_words(name, table)) for name, table in tables.items()}


def _words(name: str, table: Any) -> tuple[str, ...]:
    words = table.get("words", []) if isinstance(table, Mapping) else []
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
        raise BadDefinition(f"metrics.{name}.words", "wrong-type")
    return tuple(words)


def _metric(name: str, table: Any) -> Metric:
    key = f"metrics.{name}"
    if not _NAME.fullmatch(name):
        raise BadDefinition(key, "not-a-name")
    if name in METRICS:
        raise BadDefinition(key, "already-defined")
    if not isinstance(table, Mapping):
        raise BadDefinition(key, "wrong-type")
    _known(table, KEYS, key)
    _words(name, table)
    asked = _instrument(table, key)
    formula, unit = _formula(table, asked, key)
    return Metric(
        id=name,
        version=_count(table, "version", key, at_most=10_000, default=1),
        instruments=(asked.name,),
        low=asked.low,
        high=asked.high,
        direction=asked.direction,
        unit=unit,
        formula=formula,
        difference=formula.difference,
        worth=formula.worth,
    )


def _instrument(table: Table, key: str) -> Instrument:
    name = table.get("instrument")
    if not isinstance(name, str) or not name.strip():
        raise BadDefinition(f"{key}.instrument", "missing")
    if "scale" not in table:
        if name not in CANONICAL:
            raise BadDefinition(f"{key}.scale", "missing", nearest=_like(name, CANONICAL))
        return CANONICAL[name]
    scale = table["scale"]
    if not isinstance(scale, Mapping):
        raise BadDefinition(f"{key}.scale", "wrong-type")
    _known(scale, SCALE_KEYS, f"{key}.scale")
    direction = scale.get("direction", "higher")
    if direction not in ("higher", "lower"):
        raise BadDefinition(f"{key}.scale.direction", "wrong-choice", nearest=("higher", "lower"))
    try:
        low, high = (_end(scale, end, key) for end in ("min", "max"))
        return instrument_for(name, low=low, high=high, direction=direction)
    except BadMap as problem:
        raise BadDefinition(f"{key}.scale", problem.problem) from problem


def _formula(table: Table, asked: Instrument, key: str) -> tuple[Share | Net | Mean, Literal["%", "points", "score"]]:
    match table.get("formula"):
        case "mean":
            return Mean(low=asked.low, high=asked.high, turned=asked.direction == "lower"), "score"
        case "top_share":
            top = _count(table, "top", key, at_most=asked.steps - 1)
            return Share(hits=_best_last(asked, [step >= asked.steps - top for step in range(asked.steps)])), "%"
        case "net_share":
            top = _count(table, "top", key, at_most=asked.steps - 1)
            bottom = _count(table, "bottom", key, at_most=asked.steps - top)
            sides = [(step >= asked.steps - top) - (step < bottom) for step in range(asked.steps)]
            return Net(sides=_best_last(asked, sides)), "points"
        case other:
            raise BadDefinition(f"{key}.formula", "wrong-choice", nearest=_like(str(other), FORMULAS))


def _best_last(asked: Instrument, steps: list[Any]) -> tuple[Any, ...]:
    """Turn the steps round where the good end of the scale is the low one."""
    return tuple(reversed(steps) if asked.direction == "lower" else steps)


def _known(table: Table, names: tuple[str, ...], key: str) -> None:
    for name in table:
        if name not in names:
            raise BadDefinition(f"{key}.{name}", "unknown-key", nearest=_like(name, names))


def _end(scale: Table, name: str, key: str) -> float:
    value = scale.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadDefinition(f"{key}.scale.{name}", "missing" if value is None else "wrong-type")
    return float(value)


def _count(table: Table, name: str, key: str, *, at_most: int, default: int | None = None) -> int:
    value = table.get(name, default)
    if value is None:
        raise BadDefinition(f"{key}.{name}", "missing")
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= at_most:
        raise BadDefinition(f"{key}.{name}", "out-of-range")
    return value


def _like(name: str, names: Iterable[str]) -> tuple[str, ...]:
    return nearest(name, tuple(names))
