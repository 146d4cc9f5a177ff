"""Signals as blocks of a reply: what was told when, since when it holds, and from what to what."""

from bot.capabilities.score_tables import cells, dimension_name, group_name
from bot.messages import Block, Line, Paragraph, Passport, Table, Value
from bot.wording.figures import amount, source_list, subject
from metrics.analysis.signal_report import Signal, SignalReport
from metrics.figures import Verdict

COLUMNS = ("signal", "told", "since", "until", "before", "score", "change")


def signal_blocks(report: SignalReport) -> list[Block]:
    """Say what stands, then what was told at the time and is no more than chance looking back."""
    lasting = tuple(signal for signal in report.signals if signal.stands)
    passed = tuple(signal for signal in report.signals if not signal.stands)
    args: dict[str, Value] = {
        "subject": subject(report.query.metric, report.query.days, where=report.query.where),
        "n": len(lasting),
        "watched": report.watched,
    }
    key = "signals-found" if lasting else "signals-none" if report.watched else "signals-unwatched"
    blocks: list[Block] = [Paragraph(line=Line(key=key, args=args), strong=True)]
    if lasting:
        blocks.append(_table(lasting, report.query.by))
    if passed:
        blocks += [Paragraph(line=Line(key="signals-passed", args={"n": len(passed)})), _table(passed, report.query.by)]
    if report.too_thin:
        blocks.append(Paragraph(line=Line(key="signals-too-thin", args={"names": ", ".join(report.too_thin)})))
    return [*blocks, _passport(report)]


def _table(signals: tuple[Signal, ...], by: str | None) -> Table:
    headings = [Line(key=f"column-signal-{name}") for name in COLUMNS]
    rows = tuple((_what(signal), *_dates(signal), *_scores(signal)) for signal in signals)
    if by is None:
        return Table(columns=tuple(headings), rows=rows)
    named = tuple((group_name(signal.pair.now), *row) for signal, row in zip(signals, rows, strict=True))
    return Table(columns=(dimension_name(by), *headings), rows=named)


def _what(signal: Signal) -> Line:
    if signal.weekday is not None:
        return Line(key="signal-weekday", args={"weekday": Line(key=f"weekday-{signal.weekday}")})
    return Line(key=f"signal-{signal.kind.value.replace('_', '-')}")


def _dates(signal: Signal) -> tuple[Value, Value, Value]:
    return signal.told, signal.since, signal.until or Line(key="signal-holds")


def _scores(signal: Signal) -> tuple[Value, Value, Value]:
    change = signal.pair.change
    if change.value is None:
        return cells(signal.pair.base)[0], cells(signal.pair.now)[0], ""
    verdict = Line(key=f"verdict-{(change.verdict or Verdict.UNDECIDED).value}")
    shown = Line(
        key="cell-against-rest", args={"change": amount(change.value, change.unit, signed=True), "verdict": verdict}
    )
    return cells(signal.pair.base)[0], cells(signal.pair.now)[0], shown


def _passport(report: SignalReport) -> Passport:
    return Passport(
        line=Line(
            key="signals-passport",
            args={
                "definition": report.definition,
                "days": report.query.days,
                "watched": report.watched,
                "sources": source_list(report.sources),
            },
        )
    )
