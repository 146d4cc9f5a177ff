"""The simulation that the promise about false alarms rests on, small enough for every run."""

from bot.bench.signals import measure


def test_false_alarms_are_rare_and_a_fall_is_told_within_a_week() -> None:
    figures = {figure.name: figure for figure in measure(companies=3, seed=11)}
    assert figures["false_alarms_per_day"].value <= 0.15
    assert figures["median_days_to_detect"].value <= 7
    parts = figures["false_drifts_per_day"].value + figures["false_spikes_per_day"].value
    assert abs(figures["false_alarms_per_day"].value - parts) < 1e-12
