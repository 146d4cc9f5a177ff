"""One feedback that cannot wait: a low score, and words of urgency, leaving, law or safety, added up."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.alerts.finding import Finding, found
from bot.alerts.rules import Rule
from bot.messages import Slots
from metrics.feedback import FeedbackRow
from metrics.ports import Label

LOWEST, LOW = 0.25, 0.5
"""Places on the scale, 0 the worst: at or below the first, below the second."""
GRAVE = frozenset({"safety", "legal"})
"""Reasons that wake people at night."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reason:
    """Something that speaks for it, and the words it rests on."""

    name: str
    points: float
    words: tuple[str, ...] = ()


def severe(row: FeedbackRow, labels: Sequence[Label], *, rule: Rule, team: str | None, now: datetime) -> Finding | None:
    """Say whether this feedback cannot wait, and why; what is old news, or junk, can."""
    old = now - row.given_at > timedelta(hours=rule.max_age_hours)
    if old or any(label.field == "junk" for label in labels):
        return None
    reasons = [*_score(row, rule), *_words(labels, rule)]
    points = sum(reason.points for reason in reasons)
    if points < rule.least:
        return None
    about = (row.touchpoint or "", row.unit or "")
    finding = found(rule, subject=f"feedback:{row.id}", at=now, about=about, facts=_facts(row, rule, reasons))
    grave = any(label.field == "urgency" and label.label in GRAVE for label in labels)
    return replace(
        finding,
        priority="critical" if grave else rule.priority,
        strength=points / rule.least,
        feedback_id=row.id,
        touchpoint=row.touchpoint,
        unit=row.unit,
        team=team,
    )


def _facts(row: FeedbackRow, rule: Rule, reasons: Sequence[_Reason]) -> Slots:
    facts: Slots = {
        "reasons": [{"name": one.name, "words": list(one.words)} for one in reasons],
        "points": round(sum(one.points for one in reasons), 2),
        "limit": rule.least,
        "touchpoint": row.touchpoint,
        "unit": row.unit,
    }
    if row.score is None:
        return facts
    return facts | {"instrument": row.score.instrument, "score": row.score.value, "scale_max": row.score.scale_max}


def _score(row: FeedbackRow, rule: Rule) -> list[_Reason]:
    if row.score is None or row.score.position >= LOW:
        return []
    name = "lowest_score" if row.score.position <= LOWEST else "low_score"
    return [_Reason(name=name, points=rule.points[name])]


def _words(labels: Sequence[Label], rule: Rule) -> list[_Reason]:
    reasons = []
    urgent = [label for label in labels if label.field == "urgency"]
    if urgent:
        most = max(urgent, key=lambda label: label.value or 0.0)
        points = rule.points["urgency"] * (most.value or 0.0)
        reasons.append(_Reason(name=most.label, points=round(points, 3), words=most.words))
    said = {label.label: label for label in labels if label.field in ("intent", "emotion", "sentiment")}
    reasons += [
        _Reason(name=name, points=rule.points[name], words=said[name].words)
        for name in ("leave", "legal_or_safety", "anger", "negative", "refund")
        if name in said
    ]
    return reasons
