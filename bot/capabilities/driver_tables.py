"""What goes with a score, as blocks of a reply: always "goes with", never "causes"."""

from bot.capabilities.score_tables import MOST_ROWS, dimension_name
from bot.messages import Amount, Block, Line, Paragraph, Passport, Table, Value
from bot.wording.figures import source_list, subject
from metrics.analysis.drivers import Driver, DriverResult
from metrics.analysis.priorities import Placement, Priority
from metrics.figures import Figure, Quality, Verdict


def driver_blocks(found: DriverResult) -> list[Block]:
    """Say what goes with a score, by what it is ordered, and what cannot be told."""
    if not found.drivers:
        return [Paragraph(line=Line(key="drivers-none", args=_about(found)), strong=True), driver_passport(found)]
    blocks: list[Block] = [Paragraph(line=shown_line(found), strong=True), _table(found)]
    left = len(found.drivers) - MOST_ROWS
    if left > 0:
        blocks.append(Paragraph(line=Line(key="table-cut", args={"left": left})))
    tied = tied_with_first(found)
    if tied:
        blocks.append(Paragraph(line=Line(key="drivers-tied", args={"names": _names(tied)})))
    unsure = tuple(driver.name for driver in found.drivers if _shown(driver, found).verdict is not Verdict.REAL)
    if unsure:
        blocks.append(Paragraph(line=Line(key="drivers-undecided", args={"names": _names(unsure)})))
    return [*blocks, Paragraph(line=Line(key="drivers-caution")), driver_passport(found)]


def priority_blocks(found: DriverResult, priorities: tuple[Priority, ...]) -> list[Block]:
    """Say what to fix first, where that is sure, and where every touchpoint stands."""
    if not priorities:
        return driver_blocks(found)
    first = tuple(one.driver.name for one in priorities if one.placement is Placement.FIX_FIRST)
    key = "priorities-first" if first else "priorities-unsure"
    args: dict[str, Value] = {**_about(found), "names": _names(first)} if first else _about(found)
    rows = tuple(_placed(one, found) for one in priorities[:MOST_ROWS])
    columns = ("column-driver-score", f"column-driver-{found.shown}", "column-placement")
    table = Table(columns=(dimension_name(found.query.by or ""), *(Line(key=name) for name in columns)), rows=rows)
    blocks: list[Block] = [Paragraph(line=Line(key=key, args=args), strong=True), table]
    left = len(priorities) - MOST_ROWS
    if left > 0:
        blocks.append(Paragraph(line=Line(key="table-cut", args={"left": left})))
    blocks.append(Paragraph(line=shown_line(found)))
    return [*blocks, Paragraph(line=Line(key="drivers-caution")), driver_passport(found)]


def shown_line(found: DriverResult) -> Line:
    """Say by what the drivers are ordered, and of how many respondents that is."""
    args = {**_about(found), "complete": found.complete, "respondents": found.respondents}
    if found.shown == "correlations" or found.explained is None:
        return Line(key="drivers-by-correlation", args=args)
    explained = Amount(value=found.explained.value or 0.0, unit="%")
    return Line(key="drivers-by-weight", args={**args, "explained": explained})


def driver_passport(found: DriverResult) -> Passport:
    """Say what it rests on: whose answers were put together, on which instrument."""
    return Passport(
        line=Line(
            key="drivers-passport",
            args={
                "definition": found.definition,
                "days": found.query.days,
                "n": found.respondents,
                "pairing": Line(key=f"drivers-pairing-{found.pairing}"),
                "instrument": found.instrument or "–",
                "sources": source_list(found.sources),
            },
        )
    )


def tied_with_first(found: DriverResult) -> tuple[str, ...]:
    """Name the drivers whose interval reaches that of the first."""
    first, *others = found.drivers
    reach = _size(_shown(first, found))
    if reach is None:
        return ()
    sizes = ((driver.name, _size(_shown(driver, found))) for driver in others)
    return tuple(name for name, size in sizes if size is not None and size[1] >= reach[0])


def _shown(driver: Driver, found: DriverResult) -> Figure:
    return driver.weight if found.shown == "weights" else driver.correlation


def _size(figure: Figure) -> tuple[float, float] | None:
    """Give the interval of how much, whichever way."""
    if figure.value is None or figure.low is None or figure.high is None:
        return None
    return (figure.low, figure.high) if figure.value >= 0 else (-figure.high, -figure.low)


def _table(found: DriverResult) -> Table:
    columns = ("column-driver-weights", "column-interval", "column-driver-correlations", "column-interval", "column-n")
    headings = [Line(key=key) for key in (columns if found.shown == "weights" else columns[2:])]
    rows = tuple(_row(driver, found) for driver in found.drivers[:MOST_ROWS])
    return Table(columns=(dimension_name(found.query.by or ""), *headings), rows=rows)


def _row(driver: Driver, found: DriverResult) -> tuple[Value, ...]:
    weight = _cells(driver.weight) if found.shown == "weights" else ()
    return (driver.name, *weight, *_cells(driver.correlation), driver.correlation.n)


def _cells(figure: Figure) -> tuple[Value, Value]:
    if figure.value is None or figure.low is None or figure.high is None:
        return Line(key="cell-suppressed"), ""
    value: Value = _amount(figure.value, figure)
    if figure.quality is Quality.DIRECTIONAL:
        value = Line(key="cell-directional", args={"value": value})
    ends = {"low": _amount(figure.low, figure), "high": _amount(figure.high, figure)}
    return value, Line(key="cell-interval", args=ends)


def _amount(value: float, figure: Figure) -> Amount:
    if figure.unit == "r":
        return Amount(value=value, decimals=2, signed=True)
    return Amount(value=value, unit="%", decimals=1)


def _placed(one: Priority, found: DriverResult) -> tuple[Value, ...]:
    score: Value = Line(key="cell-suppressed")
    if one.score is not None and one.score.value is not None:
        score = Amount(value=one.score.value, unit="%" if one.score.unit == "%" else "", decimals=1)
    return (
        one.driver.name,
        score,
        _cells(_shown(one.driver, found))[0],
        Line(key=f"placement-{one.placement.value.replace('_', '-')}"),
    )


def _about(found: DriverResult) -> dict[str, Value]:
    return {
        "subject": subject(found.query.metric, found.query.days, where=found.query.where),
        "by": dimension_name(found.query.by or ""),
    }


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(names)
