"""The invitations behind the answers, and those that nobody answered, so that response rates exist."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

import numpy as np

from bot.demo.answers import Answer
from bot.demo.cases import Stored
from bot.demo.plan import Plan
from bot.store.invitations import InvitationRecord

KEPT_DAYS = 100
"""Older invitations were cleared away."""

RATES = {"email": 0.30, "sms": 0.28, "app": 0.38, "telegram": 0.45}
"""Answered of sent, by channel; text messages only half that since plan.sms_fatigue."""


def make_invitations(
    plan: Plan, answers: Sequence[Answer], stored: Stored, rng: np.random.Generator, *, source_id: int
) -> list[InvitationRecord]:
    """Make an invitation for each surveyed answer of the last KEPT_DAYS, and the unanswered ones beside it."""
    since = plan.now - timedelta(days=KEPT_DAYS)
    made: list[InvitationRecord] = []
    for place, answer in enumerate(answers):
        if answer.source != "reviews" and answer.given_at >= since:
            made.append(_answered(len(made), answer, stored, feedback_id=stored.feedback[place], source_id=source_id))
            made.extend(
                _ignored(len(made), answer, plan=plan, answers=answers, stored=stored, rng=rng, source_id=source_id)
            )
    return made


def _answered(number: int, answer: Answer, stored: Stored, *, feedback_id: int, source_id: int) -> InvitationRecord:
    sent_at = answer.given_at - timedelta(minutes=30)
    return InvitationRecord(
        source_id=source_id, external_id=f"I{number:06}", instrument="csat" if answer.csat is not None else "nps",
        channel=answer.survey_channel, sent_at=sent_at, timezone=answer.timezone,
        customer_id=stored.customers[answer.customer.key],
        touchpoint_id=stored.touchpoints[answer.touchpoint] if answer.touchpoint else None,
        unit_id=stored.units[answer.unit], segment=answer.customer.segment,
        delivered_at=sent_at + timedelta(seconds=20), opened_at=answer.given_at - timedelta(minutes=2),
        answered_at=answer.given_at, feedback_id=feedback_id,
    )  # fmt: skip


def _ignored(
    first: int,
    answer: Answer,
    *,
    plan: Plan,
    answers: Sequence[Answer],
    stored: Stored,
    rng: np.random.Generator,
    source_id: int,
) -> Iterator[InvitationRecord]:
    """Make as many unanswered invitations of the same kind as the channel's rate asks for, to other customers."""
    rate = RATES[answer.survey_channel]
    if answer.survey_channel == "sms" and answer.given_at >= plan.at(plan.sms_fatigue, "00:00"):
        rate /= 2
    extra = 1 / rate - 1
    count = int(extra) + (rng.random() < extra - int(extra))
    for number, (who, chance) in enumerate(zip(rng.integers(len(answers), size=count), rng.random(count), strict=True)):
        other = answers[int(who)].customer
        sent_at = answer.given_at - timedelta(minutes=30)
        yield InvitationRecord(
            source_id=source_id, external_id=f"I{first + number:06}",
            instrument="csat" if answer.csat is not None else "nps", channel=answer.survey_channel, sent_at=sent_at,
            timezone=answer.timezone, customer_id=stored.customers[other.key],
            touchpoint_id=stored.touchpoints[answer.touchpoint] if answer.touchpoint else None,
            unit_id=stored.units[answer.unit], segment=answer.customer.segment,
            delivered_at=sent_at + timedelta(seconds=20) if chance < 0.97 else None,
            opened_at=sent_at + timedelta(minutes=9) if chance < 0.4 else None,
        )  # fmt: skip
