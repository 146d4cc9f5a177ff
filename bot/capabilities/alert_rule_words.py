"""A rule of alerts as it is said."""

from collections.abc import Mapping

from bot.messages import Json, Line, Value
from bot.wording.figures import amount, metric_name
from metrics.scope import Where
from metrics.scores.registry import Metric

OPS = {"<": "below", "<=": "at-most", ">": "above", ">=": "at-least"}
WINDOW_DAYS = 30


def rule_args(metric: Metric, where: Where, condition: Mapping[str, Json]) -> dict[str, Value]:
    """Give what the sentences about a rule need."""
    value, least = condition.get("value"), condition.get("min_n")
    names = [name for names in where.values() for name in names]
    return {
        "metric": metric_name(metric.id),
        "where": ", ".join(names) if names else Line(key="alert-everything"),
        "op": Line(key=f"alert-op-{OPS[str(condition['op'])]}"),
        "limit": amount(float(value) if isinstance(value, int | float) else 0.0, metric.unit),
        "least": int(least) if isinstance(least, int | float) else 1,
        "days": WINDOW_DAYS,
    }
