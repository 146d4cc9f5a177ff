"""Invitations step by step, the likeness of respondents, and weighted scores."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import insert

from metrics.analysis.represent import likeness
from metrics.analysis.response import Funnel, steps
from metrics.analysis.weighting import weighted
from metrics.errors import UnknownDimension, UnknownMetric
from metrics.figures import Days, Figure
from metrics.query import ScoreQuery
from metrics.records import FeedbackRecord, ScoreRecord
from metrics.scores.policy import EVERYTHING
from metrics.scores.registry import metric
from metrics.store import directory
from metrics.store.engine import Database, writing
from metrics.store.invitations import InvitationReader
from metrics.store.registry import CustomerRecord, customers
from metrics.store.respondents import RespondentReader
from metrics.store.tables import invitation
from metrics.store.writer import Writer
from tests.metrics.analysis.company import KeepsEverything

NOVEMBER = Days(first=date(2026, 11, 1), end=date(2026, 12, 1))
SENT = datetime(2026, 11, 10, 9, tzinfo=UTC)


def query(name: str) -> ScoreQuery:
    return ScoreQuery(metric=name, days=NOVEMBER)


@pytest.fixture
def answered(store: Database) -> Database:
    """Customers: 60 new, 40 old. 20 new ones answer 0, 5 old ones answer 10."""
    with writing(store) as connection:
        records = [CustomerRecord(key=str(n), segment="new" if n < 60 else "old") for n in range(100)]
        ids = customers(connection, records)
        source = directory.source(connection, name="survey", kind="feedback", timezone="UTC")
        answered = [*range(20), *range(60, 65)]
        Writer(connection, redactor=KeepsEverything()).feedback(
            [
                FeedbackRecord(
                    source_id=source, external_id=str(n), kind="survey", given_at=SENT, timezone="UTC",
                    customer_id=ids[str(n)], segment="new" if n < 60 else "old",
                    scores=(ScoreRecord(instrument="nps", value=0 if n < 60 else 10, scale_min=0, scale_max=10),),
                )
                for n in answered
            ]
        )  # fmt: skip
        later = SENT + timedelta(hours=1)
        rows = [
            {
                "source_id": source, "external_id": str(n), "instrument": "nps", "customer_id": ids[str(n)],
                "channel": "sms" if n % 2 else "email", "sent_at": SENT, "day": SENT.date().toordinal(),
                "opened_at": later if 20 <= n < 30 else None, "answered_at": later if n in answered else None,
                "opted_out_at": later if n == 99 else None,
            }
            for n in range(100)
        ]  # fmt: skip
        connection.execute(insert(invitation), rows)
    return store


def test_an_answered_invitation_was_opened_and_a_step_nobody_notes_is_not_told(answered: Database) -> None:
    funnel = InvitationReader(answered).funnels(days=NOVEMBER, where={})[()]
    # 25 answered, of whom the platform saw none open, and 10 opened without an answer.
    assert funnel == Funnel(sent=100, delivered=None, opened=35, started=None, answered=25, opted_out=1)


def test_steps_are_shares_of_what_was_sent(answered: Database) -> None:
    funnel = InvitationReader(answered).funnels(days=NOVEMBER, where={})[()]
    assert {figure.name: figure.value for figure in steps(query("response_rate"), funnel)} == {
        "response_rate.opened": 35,
        "response_rate.answered": 25,
        "response_rate.opted_out": 1,
    }


def test_invitations_are_counted_by_channel(answered: Database) -> None:
    by_channel = InvitationReader(answered).funnels(days=NOVEMBER, where={}, by=("channel",))
    # Even numbers by e-mail: 10 of the first twenty, and 60, 62, 64.
    assert {name: funnel.answered for (name,), funnel in by_channel.items()} == {"email": 13, "sms": 12}


def test_invitations_have_no_persona(answered: Database) -> None:
    with pytest.raises(UnknownDimension):
        InvitationReader(answered).funnels(days=NOVEMBER, where={}, by=("persona",))


def test_likeness_is_the_standardised_difference_of_the_shares(answered: Database) -> None:
    reader = RespondentReader(answered)
    given = {cell[0]: n for cell, n in reader.answered(("segment",), days=NOVEMBER, where={}).items()}
    base = {cell[0]: n for cell, n in reader.base(("segment",), where={}).items()}
    new = next(one for one in likeness("segment", given, base) if one.group == "new")
    # .8 against .6: .2 / sqrt((.16 + .24) / 2) = .447 (Austin 2009).
    assert (new.share, new.base_share) == (0.8, 0.6)
    assert new.difference == pytest.approx(0.4472, abs=1e-4)
    assert new.notable


def test_a_weighted_score_stands_beside_the_raw_one(answered: Database) -> None:
    found = weighted(
        query("nps"), by=("segment",), metric=metric("nps"), respondents=RespondentReader(answered), policy=EVERYTHING
    )
    # Raw: 5 promoters less 20 detractors of 25. Weighted: 40 % promoters less 60 % detractors.
    assert found.raw.value == -60
    assert found.weighted.value == pytest.approx(-20)
    # Weights .6/.8 = .75 and .4/.2 = 2: 25^2 / (20 * .5625 + 5 * 4) = 625 / 31.25 = 20.
    assert found.effective_n == pytest.approx(20)
    # Adjusted Wald of 8 up and 12 down of 20: 8.75/23 - 12.75/23 = -.1739, 1.96 * sqrt((.9348 - .0302) / 23) = .3887.
    assert found.weighted.low == pytest.approx(-56.26, abs=0.01)
    assert found.weighted.high == pytest.approx(21.48, abs=0.01)


def test_equal_weights_change_nothing(answered: Database) -> None:
    found = weighted(
        ScoreQuery(metric="nps", days=NOVEMBER, where={"segment": ("new",)}),
        by=("segment",), metric=metric("nps"), respondents=RespondentReader(answered), policy=EVERYTHING,
    )  # fmt: skip
    for raw, adjusted in zip(_three(found.raw), _three(found.weighted), strict=True):
        assert raw == pytest.approx(adjusted)


def test_what_is_not_made_of_answers_cannot_be_weighted(answered: Database) -> None:
    with pytest.raises(UnknownMetric):
        weighted(query("volume"), by=("segment",), metric=metric("volume"), respondents=RespondentReader(answered))


def test_customers_have_no_channel_to_be_weighted_by(answered: Database) -> None:
    with pytest.raises(UnknownDimension):
        weighted(query("nps"), by=("channel",), metric=metric("nps"), respondents=RespondentReader(answered))


def _three(figure: Figure) -> tuple[float | None, float | None, float | None]:
    return figure.value, figure.low, figure.high
