"""A chart as Vega-Lite, made by Altair: what is seen in a picture, and what tools get.

Words and numbers come ready said, so that the picture reads as the reply does. The blue is that of Okabe and Ito (2008,
"Color Universal Design"); nothing is told by colour alone.
"""

from typing import Any

from adapters.charts.labels import COUNTED, shown, times
from bot.messages import Chart, ChartPoint, ChartSeries, Line
from bot.say import Say
from bot.wording.columns import width

WIDTH, HEIGHT, PANEL, ROW = 380, 260, 110, 34
"""Points of a picture that a phone shows without zooming."""
COLOUR, GREY = "#0072B2", "#555555"
EACH_LABELLED = 7
"""Points up to which each carries its value; of more, only the first, last, lowest and highest do."""
Spec = dict[str, Any]


def vega_lite(chart: Chart, *, say: Say, font: str = "sans-serif") -> Spec:
    """Write the chart as a Vega-Lite specification with its data in it."""
    import altair as alt  # noqa: PLC0415 two seconds that only a chart may cost

    rows = [_rows(series, chart, say) for series in chart.series]
    match chart.kind:
        case "bars":
            drawn = _bars(alt, rows[0])
        case "distribution":
            drawn = _columns(alt, rows[0])
        case "trend":
            drawn = _columns(alt, rows[0]) if chart.unit in COUNTED else _trends(alt, chart, rows, _events(chart, say))
    has_intervals = any(row["low"] is not None for row in rows[0])
    title = alt.TitleParams(
        text=wrapped(say.text(chart.title)),
        subtitle=say.text(Line(key=f"chart-interval-{chart.kind}")) if has_intervals else "",
        anchor="start", fontSize=17, subtitleFontSize=14, subtitleColor=GREY, subtitlePadding=6, offset=12,
    )  # fmt: skip
    spec: Spec = (
        drawn.properties(title=title, description=say.text(chart.finding))
        .configure(font=font, padding=14)
        .configure_axis(labelFontSize=14, grid=False, domainColor="#999999", tickColor="#999999")
        .configure_view(stroke=None)
        .to_dict()
    )
    return spec


def _rows(series: ChartSeries, chart: Chart, say: Say) -> list[Spec]:
    """Write the points; `above` and `below` hold the values that are written there, on the side with more room."""
    names = times(chart, say=say)
    found = [point for point in series.points if point.value is not None]
    lowest = min(found, key=_value) if found else None
    told = found if len(series.points) <= EACH_LABELLED else _told(found)
    rows: list[Spec] = []
    for point in series.points:
        value = shown(point.value, chart.unit, say=say)
        is_told = any(point is one for one in told)
        rows.append(
            {
                "at": names[point.label], "value": point.value, "low": point.low, "high": point.high, "n": point.n,
                "above": value if is_told and point is not lowest else "", "below": value if point is lowest else "",
                "shown": value if is_told else "", "counted": f"{value}  (n={say.text(point.n)})",
            }
        )  # fmt: skip
    return rows


def _told(found: list[ChartPoint]) -> list[ChartPoint]:
    """Choose the points that carry their value where there is no room for all."""
    return [found[0], found[-1], min(found, key=_value), max(found, key=_value)] if found else []


def _value(point: ChartPoint) -> float:
    return point.value if point.value is not None else 0.0


def _events(chart: Chart, say: Say) -> list[Spec]:
    names = times(chart, say=say)
    return [{"at": names[event.label], "event": event.name} for event in chart.events]


def _trends(alt: Any, chart: Chart, rows: list[list[Spec]], events: list[Spec]) -> Any:
    """Draw one line, or one under another on the same scale: several in one picture cannot be told apart."""
    if len(rows) == 1:
        return _trend(alt, rows[0], events, scale=alt.Scale(zero=False), height=HEIGHT)
    found = [row[name] for part in rows for row in part for name in ("low", "high") if row[name] is not None]
    scale = alt.Scale(domain=[min(found, default=0), max(found, default=1)], nice=True)
    panels = [
        _trend(alt, part, events if at == 0 else [], scale=scale, height=PANEL).properties(
            title=alt.TitleParams(text=series.name, anchor="start", fontSize=15, color=COLOUR)
        )
        for at, (series, part) in enumerate(zip(chart.series, rows, strict=True))
    ]
    return alt.vconcat(*panels)


def _trend(alt: Any, rows: list[Spec], events: list[Spec], *, scale: Any, height: int) -> Any:
    order = list(dict.fromkeys(row["at"] for row in rows))
    base = alt.Chart(alt.Data(values=rows)).encode(x=_times(alt, order))
    y = alt.Y("value:Q", title=None, scale=scale, axis=alt.Axis(tickCount=5 if height == HEIGHT else 3))
    layers = [
        base.mark_area(opacity=0.22, color=COLOUR).encode(y=alt.Y("low:Q", title=None), y2="high:Q"),
        base.mark_line(strokeWidth=2.5, color=COLOUR, point=alt.OverlayMarkDef(size=45, color=COLOUR)).encode(y=y),
    ]
    layers += [
        base.mark_text(dy=reach, fontSize=14, **mark).encode(y=y, text=f"{field}:N")
        for field, reach in (("above", -14), ("below", 15))
        for mark in ({"stroke": "white", "strokeWidth": 4}, {"color": COLOUR, "fontWeight": "bold"})
    ]
    if events:
        marked = alt.Chart(alt.Data(values=events)).encode(x=alt.X("at:O", sort=order))
        layers.append(marked.mark_rule(strokeDash=[4, 3], color=GREY))
        words = marked.mark_text(angle=270, align="right", baseline="bottom", dx=-4, dy=-4, fontSize=13, color=GREY)
        layers.append(words.encode(y=alt.value(0), text="event:N"))
    return alt.layer(*layers).properties(width=WIDTH, height=height)


def _times(alt: Any, order: list[str]) -> Any:
    axis = alt.Axis(labelAngle=0, labelOverlap="greedy", labelSeparation=12)
    return alt.X("at:O", sort=order, title=None, axis=axis)


def _bars(alt: Any, rows: list[Spec]) -> Any:
    for row in rows:
        row["edge"] = max((row[name] for name in ("high", "value") if row[name] is not None), default=0.0)
    order = [row["at"] for row in rows]
    y = alt.Y("at:N", sort=order, title=None, axis=alt.Axis(labelLimit=190, ticks=False, domain=False))
    base = alt.Chart(alt.Data(values=rows)).encode(y=y)
    x = alt.X("value:Q", title=None, scale=_room(alt, rows), axis=None)
    bar = base.mark_bar(color=COLOUR, opacity=0.45, height={"band": 0.62}).encode(x=x)
    interval = base.mark_rule(color="#222222", strokeWidth=2).encode(x=alt.X("low:Q", title=None), x2="high:Q")
    text = base.mark_text(align="left", dx=6, fontSize=14).encode(x=alt.X("edge:Q", title=None), text="counted:N")
    zero = alt.Chart(alt.Data(values=[{"zero": 0}])).mark_rule(color="#999999").encode(x="zero:Q")
    return alt.layer(bar, interval, text, zero).properties(width=WIDTH, height=ROW * len(rows))


def _room(alt: Any, rows: list[Spec]) -> Any:
    """Leave a third of the width for the words behind the bars."""
    found = [row[name] for row in rows for name in ("low", "high", "value") if row[name] is not None]
    low, high = min([0.0, *found]), max([0.0, *found])
    return alt.Scale(domain=[low, high + 0.5 * (high - low or 1.0)], nice=False)


def _columns(alt: Any, rows: list[Spec]) -> Any:
    order = list(dict.fromkeys(row["at"] for row in rows))
    base = alt.Chart(alt.Data(values=rows)).encode(x=_times(alt, order))
    y = alt.Y("value:Q", title=None, axis=alt.Axis(tickCount=4, tickMinStep=1))
    bar = base.mark_bar(color=COLOUR, opacity=0.7).encode(y=y)
    for row in rows:
        row["edge"] = row["value"] if row["high"] is None else row["high"]
    text = base.mark_text(dy=-9, fontSize=13).encode(y=alt.Y("edge:Q", title=None), text="shown:N")
    interval = base.mark_rule(color="#222222", strokeWidth=2).encode(y=alt.Y("low:Q", title=None), y2="high:Q")
    return alt.layer(bar, interval, text).properties(width=WIDTH, height=HEIGHT)


def wrapped(text: str, *, columns: int = 46) -> list[str]:
    """Break a title into lines that fit a phone; Chinese characters count twice and may be broken between."""
    lines = [""]
    for word in _words(text):
        if lines[-1] and width(lines[-1] + word.rstrip()) > columns:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += word
    return lines


def _words(text: str) -> list[str]:
    found = [""]
    for letter in text:
        found[-1] += letter
        if letter == " " or width(letter) == 2:
            found.append("")
    return [word for word in found if word]
