"""A chart drawn in letters: a row for each point, its interval as a stroke and its value as a dot."""

from dataclasses import dataclass

from adapters.charts.labels import COUNTED, events_line, shown, times
from bot.messages import Chart, ChartPoint, ChartSeries, Line
from bot.say import Say
from bot.wording.columns import pad, width

COLUMNS = 31
MOST_ROWS = 31
"""Points that still get a row each; more become one line of eight heights."""
HEIGHTS = "▁▂▃▄▅▆▇█"
GAP = "·"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    low: float
    high: float

    def place(self, value: float) -> int:
        return round((value - self.low) / (self.high - self.low) * (COLUMNS - 1))


def drawing(chart: Chart, say: Say) -> str:
    """Draw a chart for a terminal or any fixed-width face."""
    scale = _scale(chart)
    parts = [_series(series, chart, scale, say) for series in chart.series]
    events = events_line(chart, say=say)
    return "\n".join([*parts, f"  {events}"] if events else parts)


def _series(series: ChartSeries, chart: Chart, scale: _Scale, say: Say) -> str:
    title = [f"  {series.name}"] if series.name else []
    body = _rows(series, chart, scale, say) if len(series.points) <= MOST_ROWS else [_line(series, chart, scale, say)]
    return "\n".join([*title, *body])


def _rows(series: ChartSeries, chart: Chart, scale: _Scale, say: Say) -> list[str]:
    names = times(chart, say=say)
    marked = {event.label: event.name for event in chart.events}
    size = max(width(names[point.label]) for point in series.points)
    values = [shown(point.value, chart.unit, say=say) for point in series.points]
    widest = max(width(value) for value in values)
    rows = []
    for point, value in zip(series.points, values, strict=True):
        counted = "" if chart.unit in COUNTED else f"  {_counted(point, chart, say)}"
        mark = f"  ◂ {marked[point.label]}" if point.label in marked else ""
        stroke = _bar(point, scale) if chart.unit in COUNTED else _stroke(point, scale)
        lead = " " * (widest - width(value))
        rows.append(f"  {pad(names[point.label], size)} │{stroke}│ {lead}{value}{counted}{mark}".rstrip())
    return rows


def _counted(point: ChartPoint, chart: Chart, say: Say) -> str:
    if point.low is None or point.high is None:
        return f"n={say.text(point.n)}"
    low, high = (shown(value, chart.unit, say=say) for value in (point.low, point.high))
    return f"{say.text(Line(key='cell-interval', args={'low': low, 'high': high}))}  n={say.text(point.n)}"


def _stroke(point: ChartPoint, scale: _Scale) -> str:
    cells = [" "] * COLUMNS
    if point.value is None:
        return "".join(cells)
    if point.low is not None and point.high is not None:
        for at in range(scale.place(point.low), scale.place(point.high) + 1):
            cells[at] = "─"
    cells[scale.place(point.value)] = "●"
    return "".join(cells)


def _bar(point: ChartPoint, scale: _Scale) -> str:
    length = scale.place(point.value or 0.0) + (1 if point.value else 0)
    return "█" * length + " " * (COLUMNS - length)


def _line(series: ChartSeries, chart: Chart, scale: _Scale, say: Say) -> str:
    """Draw many points as one line of heights, with the names of its ends."""
    found = [point.value for point in series.points if point.value is not None]
    low, high = min(found, default=scale.low), max(found, default=scale.high)
    step = (high - low) / (len(HEIGHTS) - 1) or 1.0
    heights = "".join(
        GAP if point.value is None else HEIGHTS[round((point.value - low) / step)] for point in series.points
    )
    names = times(chart, say=say)
    ends = f"{names[series.points[0].label]} – {names[series.points[-1].label]}"
    return f"  {heights}\n  {ends} · {shown(low, chart.unit, say=say)} … {shown(high, chart.unit, say=say)}"


def _scale(chart: Chart) -> _Scale:
    found = [
        value
        for series in chart.series
        for point in series.points
        for value in (point.value, point.low, point.high)
        if value is not None
    ]
    low, high = min(found, default=0.0), max(found, default=1.0)
    if chart.unit in COUNTED or chart.kind == "distribution":
        low = 0.0
    return _Scale(low=low, high=high if high > low else low + 1.0)
