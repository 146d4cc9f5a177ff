import pytest

from bot.bench.replay import measure
from tests.metrics.analysis.real_data import DATA, needs_data


@needs_data()
@pytest.mark.torture
def test_the_falls_of_real_history_are_told_in_time_and_little_else() -> None:
    figures = {one.name: one.value for one in measure(DATA).figures()}
    assert figures["olist.alerts"] <= 20
    assert 20180301 <= figures["olist.spring_2018_alert_day"] <= 20180325
    assert figures["olist.spring_2018_states"] >= 1
    assert figures["olist.spring_2018_lateness"] >= 1
    assert figures["airline.cancelled_on_20150221"] >= 1
    assert figures["airline.cancelled_on_20150222"] >= 1
