"""Figures as tables: one row per group, with its interval and count."""

from bot.messages import Line, Table, Value
from bot.wording.figures import amount
from metrics.analysis.answers import CompareResult, Effect
from metrics.calendar import WEEKDAYS
from metrics.figures import Figure, Quality

MOST_ROWS = 15
"""A table longer than this is cut, and the reply says so."""


def figures_table(figures: tuple[Figure, ...], by: str) -> Table:
    """Tabulate scores: one row per group with its interval and count."""
    return Table(
        columns=(dimension_name(by), Line(key="column-score"), Line(key="column-interval"), Line(key="column-n")),
        rows=tuple((group_name(figure), *cells(figure)) for figure in figures),
    )


def cells(figure: Figure) -> tuple[Value, Value, Value]:
    """Say a figure in three cells: score, interval, count."""
    if figure.value is None:
        return Line(key="cell-suppressed"), "", figure.n
    score: Value = amount(figure.value, figure.unit)
    if figure.quality is Quality.DIRECTIONAL:
        score = Line(key="cell-directional", args={"value": score})
    if figure.low is None or figure.high is None:
        return score, "", figure.n
    low, high = amount(figure.low, figure.unit), amount(figure.high, figure.unit)
    return score, Line(key="cell-interval", args={"low": low, "high": high}), figure.n


def changes_table(result: CompareResult, by: str) -> Table:
    """Tabulate changes: one row per group with both scores, the change and its verdict."""
    rows = tuple(
        (
            group_name(pair.now),
            cells(pair.now)[0],
            cells(pair.base)[0],
            amount(pair.change.value, pair.change.unit, signed=True) if pair.change.value is not None else "",
            Line(key=f"verdict-{pair.change.verdict.value}") if pair.change.verdict else "",
        )
        for pair in result.groups[:MOST_ROWS]
    )
    columns = ("column-score", "column-before", "column-change", "column-verdict")
    return Table(columns=(dimension_name(by), *(Line(key=key) for key in columns)), rows=rows)


def parts_table(parts: tuple[Effect, ...], by: str) -> Table:
    """Tabulate what each group adds to a change, by mix and by rate."""
    rows = tuple((group_name(part.mix), _signed(part.mix), _signed(part.rate)) for part in parts[:MOST_ROWS])
    return Table(columns=(dimension_name(by), Line(key="column-mix"), Line(key="column-rate")), rows=rows)


def _signed(figure: Figure) -> Value:
    return "" if figure.value is None else amount(figure.value, figure.unit, signed=True)


def group_name(figure: Figure) -> Value:
    """Name the group of a figure."""
    if figure.group.get("weekday") in WEEKDAYS:
        return Line(key=f"weekday-{WEEKDAYS.index(figure.group['weekday'])}")
    name = ", ".join(figure.group.values())
    return Line(key="group-unknown") if name == "unknown" else name


def dimension_name(by: str) -> Line:
    """Name a dimension."""
    return (
        Line(key="dimension-attribute", args={"name": by.partition(".")[2]})
        if "." in by
        else Line(key=f"dimension-{by}")
    )
