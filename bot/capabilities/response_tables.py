"""Steps of invitations, and the likeness of respondents and customers, as tables."""

from collections.abc import Sequence
from dataclasses import replace

from bot.capabilities.score_tables import dimension_name
from bot.messages import Amount, Block, Line, Listing, Paragraph, Table, Value
from bot.wording.figures import amount
from metrics.analysis.represent import Likeness
from metrics.figures import Days, Figure, Quality

LIKENESS = "likeness@1"
MOST_UNLIKE = 8
"""Rows of a table of unlike groups; the rest is counted."""


def steps_table(found: Sequence[Figure], *, sent: int) -> Table:
    """Tabulate how many of the invitations sent came to each step."""
    columns = ("column-step", "column-of-sent", "column-interval", "column-count")
    rows: list[tuple[Value, ...]] = [(Line(key="step-sent"), "", "", sent)]
    rows += [_step(figure) for figure in found]
    return Table(columns=tuple(Line(key=key) for key in columns), rows=tuple(rows))


def _step(figure: Figure) -> tuple[Value, ...]:
    name = Line(key=f"step-{figure.name.partition('.')[2].replace('_', '-')}")
    if figure.value is None or figure.low is None or figure.high is None:
        return name, Line(key="cell-suppressed"), "", figure.n
    low, high = amount(figure.low, figure.unit), amount(figure.high, figure.unit)
    interval = Line(key="cell-interval", args={"low": low, "high": high})
    return name, amount(figure.value, figure.unit), interval, round(figure.value * figure.n / 100)


def likeness_lines(found: Sequence[Likeness], *, compared: Listing) -> list[Block]:
    """Say whether respondents are like the customers, and where they are not."""
    unlike = sorted((one for one in found if one.notable), key=lambda one: -abs(one.difference))
    n = max(sum(one.respondents for one in found if one.dimension == dimension) for dimension in _dimensions(found))
    if not unlike:
        return [Paragraph(line=Line(key="likeness-alike", args={"n": n, "compared": compared}))]
    dimensions = Listing(items=tuple(dimension_name(name) for name in _dimensions(unlike)))
    blocks: list[Block] = [
        Paragraph(line=Line(key="likeness-unlike", args={"n": n, "dimensions": dimensions})),
        Table(
            columns=tuple(Line(key=f"column-{name}") for name in ("group", "respondents", "customers", "standardised")),
            rows=tuple(_row(one) for one in unlike[:MOST_UNLIKE]),
        ),
    ]
    if len(unlike) > MOST_UNLIKE:
        blocks.append(Paragraph(line=Line(key="table-cut", args={"left": len(unlike) - MOST_UNLIKE})))
    return [*blocks, Paragraph(line=Line(key="likeness-weigh"))]


def likeness_figures(found: Sequence[Likeness], *, days: Days) -> list[Figure]:
    """List each group's share of respondents, of customers and their standardised difference, most unlike first."""
    figures: list[Figure] = []
    for one in sorted(found, key=lambda one: -abs(one.difference)):
        blank = Figure(
            name="likeness.difference", value=one.difference, n=one.respondents, unit="sd", quality=Quality.PUBLISH,
            days=days, definition=LIKENESS, group={one.dimension: one.group},
        )  # fmt: skip
        figures += [
            blank,
            replace(blank, name="likeness.respondents", value=100 * one.share, unit="%"),
            replace(blank, name="likeness.customers", value=100 * one.base_share, unit="%"),
        ]
    return figures


def _dimensions(found: Sequence[Likeness]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.dimension for one in found))


def _row(one: Likeness) -> tuple[Value, ...]:
    group: Value = Line(key="group-unknown") if one.group == "unknown" else one.group
    name = Line(key="likeness-group", args={"dimension": dimension_name(one.dimension), "group": group})
    shares = (amount(100 * share, "%") for share in (one.share, one.base_share))
    return name, *shares, Amount(value=one.difference, decimals=2, signed=True)
