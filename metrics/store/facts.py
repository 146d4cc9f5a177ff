"""What a metric counts: the table whose rows it reads, the step each row stands on, and which rows count at all."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, case, exists, literal, or_

from metrics.scores.registry import Metric
from metrics.store.feedback_filter import dissatisfied
from metrics.store.tables import annotation, event, feedback, invitation, score

PURCHASES = ("order", "purchase", "sale")
VERDICTS = {
    "contacts": ("case_contact_missed", "case_contact_kept"),
    "resolutions": ("case_resolution_missed", "case_resolution_kept"),
    "recoveries": ("case_not_recovered", "case_recovered"),
    "complaints": ("case_opened", "case_opened_again"),
}
"""The kinds of events that a share of cases counts: those on step 0, those on step 1."""
OPENED, TAKEN_UP, ENDED = ("case_opened", "case_opened_again"), "case_reopened", ("case_resolved", "case_merged")
POSITIVE, NEGATIVE = "positive", "negative"


def rows_of(metric: Metric) -> Table:
    """Name the table whose rows are counted."""
    match metric.reads:
        case "answers":
            return score
        case "invitations":
            return invitation
        case "purchases" | "retained" | "repeated" | "backlog":
            return event
        case reads if reads in VERDICTS:
            return event
        case _:
            return feedback


def step_of(metric: Metric) -> ColumnElement[Any]:
    """Say which step of the metric's scale a row stands on."""
    match metric.reads:
        case "answers":
            return score.c.value
        case "sentiment":
            return case((_felt(POSITIVE), 1), (_felt(NEGATIVE), -1), else_=0)
        case "judgements":
            return case((dissatisfied(), 1), else_=0)
        case "invitations":
            return case((invitation.c.answered_at.is_not(None), 1), else_=0)
        case reads if reads in VERDICTS:
            return case((event.c.kind == VERDICTS[reads][1], 1), else_=0)
        case _:
            return literal(metric.low)


def counting(metric: Metric) -> Iterable[ColumnElement[bool]]:
    """Give what a row must satisfy to be counted."""
    match metric.reads:
        case "answers":
            yield score.c.instrument.in_(metric.instruments)
            yield and_(score.c.scale_min == metric.low, score.c.scale_max == metric.high)
            yield and_(score.c.direction == metric.direction, score.c.value.between(metric.low, metric.high))
        case "sentiment":
            yield _felt()
        case "judgements":
            yield or_(exists().where(score.c.feedback_id == feedback.c.id), _felt())
        case "invitations":
            yield invitation.c.sent_at.is_not(None)
        case "purchases" | "retained" | "repeated":
            yield is_purchase()
        case "backlog":
            yield event.c.kind.in_((*OPENED, TAKEN_UP, *ENDED))
        case reads if reads in VERDICTS:
            yield event.c.kind.in_(VERDICTS[reads])
        case _:
            return


def is_purchase() -> ColumnElement[bool]:
    """Hold for events that are a purchase: an order or a sale, or a visit that left money."""
    return or_(event.c.kind.in_(PURCHASES), and_(event.c.kind == "visit", event.c.value > 0))


def _felt(label: str | None = None) -> ColumnElement[bool]:
    of = exists().where(annotation.c.feedback_id == feedback.c.id, annotation.c.field == "sentiment")
    return of if label is None else of.where(annotation.c.label == label)
