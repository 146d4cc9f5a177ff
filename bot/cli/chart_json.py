"""A chart as tools read it: its facts, unrounded as the figures, and the Vega-Lite that draws it."""

from typing import Any

from bot.messages import Chart, ChartPoint
from bot.say import Say


def chart_json(chart: Chart, *, say: Say) -> dict[str, Any]:
    """Write a chart; a point of too few answers has the value null."""
    from adapters.charts.spec import vega_lite

    body: dict[str, Any] = {
        "kind": chart.kind,
        "title": say.text(chart.title),
        "alt": say.text(chart.finding),
        "unit": chart.unit,
    }
    if chart.grain is not None:
        body["grain"] = chart.grain
    body["series"] = [
        ({"name": series.name} if series.name else {}) | {"points": [_point(point) for point in series.points]}
        for series in chart.series
    ]
    if chart.events:
        body["events"] = [{"name": event.name, "at": event.label} for event in chart.events]
    return body | {"vega_lite": vega_lite(chart, say=say)}


def _point(point: ChartPoint) -> dict[str, Any]:
    body: dict[str, Any] = {"at": point.label, "value": point.value}
    if point.low is not None and point.high is not None:
        body |= {"low": point.low, "high": point.high}
    return body | {"n": point.n}
