"""When and how often somebody wants alerts, in three languages."""

import pytest

from bot.messages import Slots
from bot.understanding.alert_hours import wanted_hours


@pytest.mark.parametrize(
    ("said", "slots"),
    [  # minutes after midnight: 20:00 is 20 * 60 = 1200, 7:00 is 420, 21:30 is 1290, 11 pm is 23 * 60 = 1380
        ("no alerts between 20:00 and 7:00", {"quiet_from": 1200, "quiet_to": 420}),
        ("no alerts after 11 pm", {"quiet_from": 1380}),
        ("no alerts before 7 am", {"quiet_to": 420}),
        ("nie wysylaj alertow po 20", {"quiet_from": 1200}),
        ("nie wysylaj mi alertow miedzy 21:30 a 7", {"quiet_from": 1290, "quiet_to": 420}),
        ("晚上八点后不要提醒我", {"quiet_from": 1200}),
        ("晚上十一点到早上七点不要提醒我", {"quiet_from": 1380, "quiet_to": 420}),
        ("at most 3 alerts a day", {"budget": 3}),
        ("najwyzej 3 alerty dziennie", {"budget": 3}),
        ("每天最多3条提醒", {"budget": 3}),
    ],
)
def test_hours_and_budget_are_read(said: str, slots: Slots) -> None:
    assert wanted_hours(said) == slots


@pytest.mark.parametrize("said", ["no alerts after 25:00", "no alerts after 20:75", "no alerts after lunch"])
def test_a_time_that_no_clock_has_is_not_read(said: str) -> None:
    assert wanted_hours(said) is None
