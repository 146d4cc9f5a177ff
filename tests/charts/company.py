"""Charts of an invented company, written down by hand."""

from datetime import date

from bot.messages import Amount, Chart, ChartEvent, ChartPoint, ChartSeries, Line
from metrics.figures import Days

WEEKS = (
    ChartPoint(label="2026-W44", value=40.0, low=30.0, high=50.0, n=120),
    ChartPoint(label="2026-W45", value=None, n=3),
    ChartPoint(label="2026-W46", value=20.0, low=10.0, high=30.0, n=110),
)


def title() -> Line:
    days = Days(first=date(2026, 10, 26), end=date(2026, 11, 16))
    return Line(key="score-subject", args={"metric": Line(key="metric-nps-name"), "days": days})


def trend(*, events: tuple[ChartEvent, ...] = (ChartEvent(name="courier switch", label="2026-W44"),)) -> Chart:
    return Chart(
        kind="trend",
        title=title(),
        finding=Line(key="chart-named", args={"name": "NPS", "value": Amount(value=20.0, decimals=1, signed=True)}),
        unit="points",
        grain="week",
        series=(ChartSeries(points=WEEKS),),
        events=events,
    )


def bars(*names: str) -> Chart:
    points = tuple(ChartPoint(label=name, value=50.0, low=40.0, high=60.0, n=90) for name in names)
    return Chart(
        kind="bars",
        title=title(),
        finding=Line(key="chart-named", args={"name": names[0], "value": Amount(value=50.0, unit="%")}),
        unit="%",
        series=(ChartSeries(points=points),),
    )
