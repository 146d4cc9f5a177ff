"""Who is called first: a lawyer before a bad score, who leaves before who spends, and the reasons are said."""

from datetime import UTC, datetime, timedelta

from bot.cases.ranking import ranked
from bot.store.call_list import Unhappy

NOW = datetime(2026, 11, 20, 11, tzinfo=UTC)


def unhappy(
    customer: str,
    *,
    segment: str | None = None,
    lowest: float | None = None,
    labels: tuple[tuple[str, str, float], ...] = (),
    times: int = 1,
    spent: float = 0.0,
    days_ago: int = 0,
) -> Unhappy:
    return Unhappy(
        customer=customer, segment=segment, feedback_id=1, given_at=NOW - timedelta(days=days_ago), touchpoint=None,
        unit=None, lowest=lowest, labels=labels, times=times, spent=spent, case=None,
    )  # fmt: skip


def order(*people: Unhappy) -> list[str]:
    return [one.who.customer for one in ranked(people, now=NOW)]


def test_safety_comes_before_money_and_money_before_a_low_score() -> None:
    safety = unhappy("safety", labels=(("urgency", "safety", 1.0),))  # 4.0
    leaving = unhappy("leaving", labels=(("intent", "leave", 1.0),))  # 3.0
    low = unhappy("low", lowest=0.0)  # 2.0
    assert order(low, leaving, safety) == ["safety", "leaving", "low"]


def test_of_two_who_gave_the_same_score_the_key_account_is_called_first() -> None:
    assert order(unhappy("one", lowest=0.0), unhappy("key", lowest=0.0, segment="key accounts")) == ["key", "one"]


def test_of_two_alike_who_waits_longer_is_called_first() -> None:
    assert order(unhappy("new", lowest=0.5), unhappy("old", lowest=0.5, days_ago=3)) == ["old", "new"]


def test_the_weightiest_reason_is_said_first_and_no_more_than_three() -> None:
    labels = (("urgency", "money", 0.7), ("intent", "leave", 1.0))
    first = ranked([unhappy("7", labels=labels, times=3, lowest=0.0, days_ago=1)], now=NOW)[0]
    # leaving 3.0, money 4 * 0.7 = 2.8, lowest 2.0, twice more 3 * 2 / 4 = 1.5, a day's wait
    assert [line.key for line in first.reasons] == [
        "call-because-leaving",
        "call-because-urgent",
        "call-because-severe",
    ]
