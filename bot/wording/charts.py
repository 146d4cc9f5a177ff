"""Figures as a chart: the points, and the one sentence that says what there is to see."""

from collections.abc import Callable, Sequence

from bot.messages import Amount, Chart, ChartPoint, ChartSeries, Line, Listing, Value
from bot.wording.figures import amount
from bot.wording.stretches import stretch, within
from metrics.figures import Days, Figure, Quality

MOST_SERIES = 4
"""Lines that can be told apart on a phone."""


def points(figures: Sequence[Figure], *, labels: Sequence[str]) -> tuple[ChartPoint, ...]:
    """Make a point of each label; one without a figure has no answers."""
    known = {", ".join(figure.group.values()): figure for figure in figures}
    return tuple(_point(label, known.get(label)) for label in labels)


def _point(label: str, figure: Figure | None) -> ChartPoint:
    if figure is None:
        return ChartPoint(label=label, value=None, n=0)
    if figure.quality is Quality.SUPPRESSED:
        return ChartPoint(label=label, value=None, n=figure.n)
    return ChartPoint(label=label, value=figure.value, low=figure.low, high=figure.high, n=figure.n)


def gaps(chart: Chart) -> tuple[int, int]:
    """Count the points without a value, and all points."""
    all_points = [point for series in chart.series for point in series.points]
    return sum(point.value is None for point in all_points), len(all_points)


def drawn(series: ChartSeries) -> list[tuple[float, ChartPoint]]:
    """List the points that have a value, with it."""
    return [(point.value, point) for point in series.points if point.value is not None]


def trend_finding(about: Line, series: ChartSeries, *, grain: str, days: Days, unit: str, verdict: str) -> Line:
    """Say where a line began and ended, whether that is more than chance, and its lowest and highest point."""
    found = drawn(series)
    when = _when(grain, days)
    args: dict[str, Value] = {"about": about, "grain": Line(key=f"dimension-{grain}")}
    if len(found) == 1:
        value, point = found[0]
        return Line(key="chart-trend-one", args={**args, "value": amount(value, unit), "when": when(point.label)})
    ends = {"first": found[0], "last": found[-1], "lowest": min(found, key=_value), "highest": max(found, key=_value)}
    for name, (value, point) in ends.items():
        args |= {name: amount(value, unit), f"{name}-when": when(point.label)}
    return Line(key=f"chart-trend-{verdict}", args=args)


def series_finding(about: Line, series: Sequence[ChartSeries], *, grain: str, unit: str) -> Line:
    """Say where each of several lines ends."""
    ends = tuple(
        Line(key="chart-named", args={"name": one.name, "value": amount(found[-1][0], unit)})
        for one in series
        if (found := drawn(one))
    )
    args: dict[str, Value] = {"about": about, "grain": Line(key=f"dimension-{grain}"), "ends": Listing(items=ends)}
    return Line(key="chart-series", args=args)


def bars_finding(about: Line, series: ChartSeries, *, by: Line, unit: str) -> Line:
    """Say which group is highest and which is lowest."""
    found = drawn(series)
    (high, highest), (low, lowest) = max(found, key=_value), min(found, key=_value)
    args: dict[str, Value] = {"about": about, "by": by, "highest": highest.label, "high": amount(high, unit)}
    if highest.label == lowest.label:
        return Line(key="chart-bars-one", args=args)
    return Line(key="chart-bars", args={**args, "lowest": lowest.label, "low": amount(low, unit)})


def distribution_finding(about: Line, series: ChartSeries) -> Line:
    """Say which answer is the commonest."""
    share, commonest = max(drawn(series), key=_value)
    shown = Amount(value=share, unit="%", decimals=1)
    return Line(key="chart-distribution", args={"about": about, "answer": commonest.label, "share": shown})


def counts_finding(about: Line, series: ChartSeries, *, grain: str, days: Days) -> Line:
    """Say when something was said most often."""
    most, point = max(drawn(series), key=_value)
    if most == 0:
        return Line(key="chart-counts-none", args={"about": about})
    when = _when(grain, days)(point.label)
    return Line(key="chart-counts", args={"about": about, "n": int(most), "when": when})


def _when(grain: str, days: Days) -> Callable[[str], Value]:
    if grain == "hour":
        return lambda label: Line(key="chart-hour", args={"days": stretch(label, grain), "hour": f"{label[11:]}:00"})
    return lambda label: within(label, grain, days)


def _value(found: tuple[float, ChartPoint]) -> float:
    return found[0]
