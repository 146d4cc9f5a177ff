"""Judging: what counts as right, and what as confidently wrong."""

import pytest

from bot.bench.judging import Judgement, judge
from bot.bench.question_rows import Question
from bot.messages import Json, Outcome, Reply, Slots

DAYS = {"last_month": "2026-10"}


def days_of(value: Json) -> Json:
    return DAYS.get(value, value) if isinstance(value, str) else value


def judged(
    intent: str, expected: Slots, *, outcome: Outcome, said: str, found: Slots, after: str | None = None
) -> Judgement:
    question = Question(
        id="q", language="en", role="manager", text="?", intent=intent, slots=expected, after=after, alt=()
    )
    reply = Reply(outcome=outcome, intent=said, blocks=(), slots=found, missing=("metric",), reason="pii_bulk")
    return judge(question, reply, days_of=days_of)


def test_a_question_back_with_the_right_intent_is_right() -> None:
    result = judged("rank", {}, outcome=Outcome.CLARIFY, said="rank", found={})
    assert (result.right, result.asked_back, result.confidently_wrong) == (True, True, False)


def test_an_answer_to_another_question_is_confidently_wrong() -> None:
    result = judged("rank", {}, outcome=Outcome.ANSWER, said="metric_value", found={})
    assert (result.right, result.confidently_wrong) == (False, True)


@pytest.mark.parametrize(
    ("found", "wrong"),
    [
        ({"metric": "NPS", "period": "2026-10"}, False),  # the same days by another name, the same name in capitals
        ({"metric": "csat", "period": "2026-10"}, True),
        ({"metric": "nps"}, True),
        ({"metric": "nps", "period": "2026-10", "scope": {"store": "Leeds"}}, True),  # nobody named Leeds
    ],
)
def test_weighty_slots_make_an_answer_wrong(found: Slots, wrong: bool) -> None:
    expected: Slots = {"metric": "nps", "period": "last_month"}
    result = judged("metric_value", expected, outcome=Outcome.ANSWER, said="metric_value", found=found)
    assert result.confidently_wrong is wrong


def test_in_a_later_turn_a_scope_may_come_from_the_thread() -> None:
    found: Slots = {"metric": "nps", "scope": {"store": "Leeds"}}
    result = judged(
        "metric_value", {"metric": "nps"}, outcome=Outcome.ANSWER, said="metric_value", found=found, after="p"
    )
    assert not result.confidently_wrong


def test_a_refusal_needs_its_reason() -> None:
    right = judged("refuse", {"reason": "pii_bulk"}, outcome=Outcome.REFUSE, said="refuse", found={})
    wrong = judged("refuse", {"reason": "hr_harm"}, outcome=Outcome.REFUSE, said="refuse", found={})
    assert (right.right, wrong.right) == (True, False)
