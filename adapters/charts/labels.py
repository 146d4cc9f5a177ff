"""What stands at the points of a chart: times as short as an axis needs them, values as the text says them."""

from babel import Locale
from babel.dates import format_skeleton

from bot.messages import Chart, Line
from bot.say import LOCALES, Say
from bot.wording.figures import amount
from bot.wording.stretches import stretch

COUNTED = frozenset({"texts", "answers"})


def times(chart: Chart, *, say: Say) -> dict[str, str]:
    """Say each point's label; times of one day by their hour, of one year without it."""
    known = list(dict.fromkeys(point.label for series in chart.series for point in series.points))
    if chart.grain is None:
        return {label: say.text(Line(key="group-unknown")) if label == "unknown" else label for label in known}
    one_day = len({label[:10] for label in known}) == 1
    one_year = len({label[:4] for label in known}) == 1
    return {label: _time(label, chart.grain, say, one_day=one_day, one_year=one_year) for label in known}


def _time(label: str, grain: str, say: Say, *, one_day: bool, one_year: bool) -> str:
    if grain in {"quarter", "year"}:
        return label.replace("-", " ")
    locale = Locale.parse(LOCALES[say.language])
    first = stretch(label, grain).first
    skeleton = {"month": "MMM" if one_year else "yMMM"}.get(grain, "MMMd" if one_year else "yMMMd")
    day = format_skeleton(skeleton, first, locale=locale)
    if grain != "hour":
        return day
    return f"{label[11:]}:00" if one_day else f"{day} {label[11:]}:00"


def shown(value: float | None, unit: str, *, say: Say) -> str:
    """Say a value as the text of the reply says it."""
    if value is None:
        return say.text(Line(key="chart-few"))
    return say.text(int(value)) if unit in COUNTED else say.text(amount(value, unit))


def events_line(chart: Chart, *, say: Say) -> str:
    """Say which named events the chart marks; empty where there is none."""
    names = times(chart, say=say)
    said = [
        say.text(Line(key="chart-event", args={"name": event.name, "when": names.get(event.label, event.label)}))
        for event in chart.events
    ]
    return say.text(Line(key="chart-events", args={"names": "; ".join(said)})) if said else ""
