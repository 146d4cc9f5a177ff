"""Caps on what a language model may cost."""

from datetime import date

from bot.store.spending import EVERYBODY, Spending
from metrics.store.engine import Database

DAY = date(2026, 11, 20)


def test_nobody_spends_more_than_their_cap_and_another_day_begins_anew(store: Database) -> None:
    spending = Spending(engine=store, per_person=100, per_day=1_000)
    assert spending.reserve("ola", day=DAY, tokens=80)
    assert not spending.reserve("ola", day=DAY, tokens=30)
    spending.settle("ola", day=DAY, reserved=80, used=50)
    assert spending.spent("ola", day=DAY) == 50
    assert spending.reserve("ola", day=DAY, tokens=30)
    assert spending.reserve("ola", day=date(2026, 11, 21), tokens=100)


def test_all_together_stay_below_the_cap_of_the_day(store: Database) -> None:
    spending = Spending(engine=store, per_person=100, per_day=150)
    assert spending.reserve("ola", day=DAY, tokens=100)
    assert not spending.reserve("tomasz", day=DAY, tokens=60)
    assert spending.spent("tomasz", day=DAY) == 0
    assert spending.reserve("tomasz", day=DAY, tokens=50)
    assert spending.spent(EVERYBODY, day=DAY) == 150
