"""What is watched, as data: the rules of the file beside this one, and those that people make."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from metrics.scope import Where

Priority = Literal["critical", "high", "normal"]
OWN = "r"
"""What the key of a rule that a person made begins with; its number follows."""


class Kind(StrEnum):
    """What is looked for."""

    SEVERE = "severe"
    """One feedback that cannot wait."""
    THRESHOLD = "threshold"
    """A score beyond a limit."""
    DRIFT = "drift"
    SPIKE = "spike"
    NEW_THEME = "new_theme"
    RESPONSE = "response"
    """Fewer invitations are answered than usual."""
    STALE = "stale"
    """A source has stopped."""
    LOW_SCORE = "low_score"
    """One answer at or below a limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. `notify` is in the order in which people are looked for; `customers` is the least that must be behind.

    Of a threshold: `op` and `limit` in the metric's unit, over the last `window_days`, from `min_n` answers on.
    """

    key: str
    kind: Kind
    priority: Priority = "high"
    metrics: tuple[str, ...] = ()
    by: str | None = None
    where: Where = field(default_factory=dict)
    op: str = "<"
    limit: float | None = None
    min_n: int = 0
    window_days: int = 30
    least: float = 0.0
    customers: int = 5
    max_age_hours: int = 72
    points: Mapping[str, float] = field(default_factory=dict)
    notify: tuple[str, ...] = ()


@cache
def default_rules() -> tuple[Rule, ...]:
    """Read the rules every home has."""
    text = files("bot.alerts").joinpath("defaults.toml").read_text(encoding="utf-8")
    return rules_from(tomllib.loads(text))


def rules_from(tables: Mapping[str, Mapping[str, Any]]) -> tuple[Rule, ...]:
    """Make rules of the tables of a TOML file; raises TypeError for a word that is not known, ValueError for a kind."""
    return tuple(_rule(key, table) for key, table in tables.items())


def of_kind(rules: Sequence[Rule], kind: Kind) -> tuple[Rule, ...]:
    """Give the rules of one kind."""
    return tuple(rule for rule in rules if rule.kind is kind)


def _rule(key: str, table: Mapping[str, Any]) -> Rule:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in table.items()}
    values["kind"] = Kind(table["kind"])
    return Rule(key=key, **values)
