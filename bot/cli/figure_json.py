"""A figure as tools read it. The keys are a contract (design, the command line); what does not apply is left out."""

from typing import Any

from bot.say import Say
from bot.wording.figures import metric_name
from metrics.figures import Days, Figure, SourceAge


def figure_json(figure: Figure, *, say: Say) -> dict[str, Any]:
    """Write a figure: unrounded, days ISO with `to` exclusive. A suppressed one has the value null and no interval."""
    body: dict[str, Any] = {"name": figure.name}
    if "." not in figure.name:
        body["label"] = say.text(metric_name(figure.name))
    body |= {"group": dict(figure.group), "value": figure.value}
    body |= _known(low=figure.low, high=figure.high)
    body |= {
        "n": figure.n,
        "unit": figure.unit,
        "quality": figure.quality.value,
        "period": days_json(figure.days),
        "definition": figure.definition,
    }
    return body | _known(verdict=figure.verdict and figure.verdict.value, detectable=figure.detectable)


def source_json(source: SourceAge) -> dict[str, Any]:
    """Write a source's age."""
    as_of = source.as_of.isoformat() if source.as_of else None
    return {"name": source.name} | _known(as_of=as_of, late=source.late or None)


def days_json(days: Days) -> dict[str, str]:
    """Write a stretch of days, `to` exclusive."""
    return {"from": days.first.isoformat(), "to": days.end.isoformat()}


def _known(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
