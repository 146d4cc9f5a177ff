"""Figures as they are said: how many decimals, with which words."""

from bot.messages import Amount, Line, Listing, Value
from metrics.figures import Figure, Quality, SourceAge, Verdict
from metrics.query import Comparison
from metrics.scope import Where
from metrics.scores.mean import Mean
from metrics.scores.net import Net
from metrics.scores.registry import METRICS, Metric
from metrics.scores.share import Share

NOUNS = {
    "sentiment": "feedback", "judgements": "feedback", "feedback": "feedback", "invitations": "invitations",
    "purchases": "purchases", "retained": "customers", "repeated": "customers", "contacts": "cases",
    "resolutions": "cases", "recoveries": "cases", "complaints": "cases", "backlog": "cases",
}  # fmt: skip
"""What a metric counts, where that is not answers."""

DECIMALS = {"points": 1, "%": 1, "score": 2, "stars": 2, "answers": 0, "money": 0, "days": 1}


def amount(value: float, unit: str, *, signed: bool = False) -> Amount:
    """Say a value in its unit; points always with their sign."""
    shown = "%" if unit == "%" and not signed else ""
    return Amount(value=value, unit=shown, decimals=DECIMALS.get(unit, 1), signed=signed or unit == "points")


def metric_name(metric: str) -> Line:
    """Name a metric; one of the configuration by its own name."""
    if metric in METRICS:
        return Line(key=f"metric-{metric.replace('_', '-')}-name")
    return Line(key="metric-custom-name", args={"name": metric.replace("_", " ")})


def metric_meaning(metric: Metric) -> Line:
    """Say in plain words how a metric is worked out."""
    if metric.id in METRICS:
        return Line(key=metric.meaning_key)
    args: dict[str, Value] = {"instrument": metric.instruments[0], "low": str(metric.low), "high": str(metric.high)}
    match metric.formula:
        case Share(hits=hits):
            return Line(key="metric-custom-share-definition", args={**args, "hits": _steps(metric, hits)})
        case Net(sides=sides):
            good, bad = (_steps(metric, tuple(side == wanted for side in sides)) for wanted in (1, -1))
            return Line(key="metric-custom-net-definition", args={**args, "good": good, "bad": bad})
        case Mean(turned=True):
            return Line(key="metric-custom-mean-turned-definition", args=args)
        case _:
            return Line(key="metric-custom-mean-definition", args=args)


def _steps(metric: Metric, wanted: tuple[bool, ...]) -> Listing:
    return Listing(items=tuple(str(metric.low + step) for step, is_wanted in enumerate(wanted) if is_wanted))


def headline(figure: Figure, *, where: Where) -> Line:
    """Say a score with its period, interval and count, as far as its quality lets it be said."""
    args: dict[str, Value] = {
        "subject": subject(figure.name, figure.days, where=where, group=tuple(figure.group.values())),
        "n": figure.n,
    }
    if figure.value is None or figure.quality is Quality.SUPPRESSED:
        return Line(key="score-suppressed", args=args)
    args["value"] = amount(figure.value, figure.unit)
    if figure.low is None or figure.high is None:
        return Line(key="score-plain", args=args)
    args |= {"low": amount(figure.low, figure.unit), "high": amount(figure.high, figure.unit)}
    counted = counted_line(figure)
    if counted is None:
        return Line(key=f"score-{figure.quality.value}", args=args)
    args["counted"] = counted
    return Line(key=f"score-counted-{figure.quality.value}", args=args)


def counted_line(figure: Figure) -> Line | None:
    """Say what was counted, where it is not answers: 340 invitations."""
    metric = METRICS.get(figure.name.partition(".")[0])
    noun = NOUNS.get(metric.reads) if metric else None
    return None if noun is None else Line(key=f"counted-{noun}", args={"n": figure.n})


def subject(metric: str, days: Value, *, where: Where, group: tuple[str, ...] = ()) -> Line:
    """Say what a number is about: the metric, of whom, when."""
    names = (*group, *(name for wanted in where.values() for name in wanted if name not in group))
    if not names:
        return Line(key="score-subject", args={"metric": metric_name(metric), "days": days})
    return Line(
        key="score-subject-where", args={"metric": metric_name(metric), "days": days, "where": ", ".join(names)}
    )


def verdict_line(change: Figure, *, base: Figure) -> Line:
    """Say whether a change is real or noise, and against what."""
    if change.value is None or base.value is None or change.low is None or change.high is None:
        return Line(key="change-too-few", args={"days": base.days, "n": base.n})
    args: dict[str, Value] = {
        "change": amount(change.value, change.unit, signed=True),
        "low": amount(change.low, change.unit, signed=True),
        "high": amount(change.high, change.unit, signed=True),
        "base": amount(base.value, base.unit),
        "n": base.n,
        "days": base.days,
    }
    if change.detectable is not None:
        args["detectable"] = Amount(value=change.detectable, decimals=DECIMALS.get(change.unit, 1))
    return Line(key=f"change-{(change.verdict or Verdict.UNDECIDED).value}", args=args)


def finished_line(figure: Figure) -> Line:
    """Say what the days that are over come to, of a period that still runs."""
    value: Value = Line(key="cell-suppressed") if figure.value is None else amount(figure.value, figure.unit)
    return Line(key="change-finished", args={"days": figure.days, "value": value})


def difference_line(pair: Comparison) -> Line:
    """Say whether two groups differ, or, of two periods, whether a change is real."""
    line = verdict_line(pair.change, base=pair.base)
    if pair.now.days != pair.base.days or line.key == "change-too-few":
        return line
    names = {"a": _group(pair.now), "b": _group(pair.base)}
    return Line(key=line.key.replace("change-", "difference-"), args={**line.args, **names})


def _group(figure: Figure) -> Value:
    return ", ".join(figure.group.values()) if figure.group else Line(key="passport-everything")


def passport(figure: Figure, *, where: Where, sources: tuple[SourceAge, ...]) -> Line:
    """Say what a number rests on."""
    others = (name for dimension, wanted in where.items() if dimension not in figure.group for name in wanted)
    names = (*figure.group.values(), *others)
    counted = counted_line(figure)
    args: dict[str, Value] = {
        "definition": figure.definition,
        "days": figure.days,
        "where": Listing(items=names) if names else Line(key="passport-everything"),
        "sources": source_list(sources),
    }
    if counted is not None:
        return Line(key="passport-counted", args={**args, "counted": counted})
    return Line(key="passport", args={**args, "n": figure.n})


def source_list(sources: tuple[SourceAge, ...]) -> Value:
    """Say how fresh each source is."""
    return Listing(items=tuple(source_line(source) for source in sources)) if sources else "–"


def source_line(source: SourceAge) -> Line:
    """Say how fresh one source is."""
    if source.as_of is None:
        return Line(key="source-never", args={"name": source.name})
    return Line(key="source-late" if source.late else "source-fresh", args={"name": source.name, "at": source.as_of})
