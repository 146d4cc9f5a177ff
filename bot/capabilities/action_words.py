"""Actions as they are said."""

from bot.messages import Amount, Line, Value
from bot.store.actions import ActionItem
from bot.wording.figures import amount, metric_name


def number_of(number: int) -> str:
    """Write an action's number."""
    return f"A-{number}"


def hoped(metric: str, expected: float | None) -> Value:
    """Say what is hoped for: +5 CSAT, or only the metric."""
    if expected is None:
        return metric_name(metric)
    decimals = 0 if expected == int(expected) else 1
    change = Amount(value=expected, decimals=decimals, signed=True)
    return Line(key="action-hoped", args={"metric": metric_name(metric), "change": change})


def came_of_it(item: ActionItem, *, unit: str) -> Value:
    """Say how an action stands: open, or what its check found."""
    if item.status == "open":
        return Line(key="action-open")
    if item.verdict is None:
        return Line(key="action-taken-back")
    if item.effect is None:
        return Line(key=f"action-verdict-{item.verdict}")
    effect = amount(item.effect, unit, signed=True)
    return Line(key=f"action-verdict-{item.verdict}-by", args={"effect": effect})
