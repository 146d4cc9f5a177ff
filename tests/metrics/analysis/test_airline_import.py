"""The whole airline survey, imported through its map: what is read back equals what others computed from the file."""

from pathlib import Path

import pytest

from metrics.analysis.drivers import DriverEngine
from metrics.figures import Days
from metrics.query import ScoreQuery
from metrics.store.driver_reader import StoredDrivers
from metrics.store.reader import HistogramReader
from tests.metrics.analysis.real_data import NOW, engine_over, imported, needs_data, reference

AIRLINE = (("airline/satisfaction.toml", "airline_satisfaction/airline_passenger_satisfaction.csv.gz"),)


@needs_data()
@pytest.mark.torture
def test_the_whole_survey_gives_the_reference_s_drivers(tmp_path: Path) -> None:
    truth = reference()["airline_satisfaction"]
    engine = imported(tmp_path, AIRLINE)
    scores = engine_over(engine)
    days = scores.span("csat_0_1")
    assert isinstance(days, Days)
    found = DriverEngine(StoredDrivers(engine), HistogramReader(engine), now=lambda: NOW).drivers(
        ScoreQuery(metric="csat_0_1", days=days, by="touchpoint")
    )
    assert (found.shown, found.complete) == ("weights", truth["rows_without_any_zero"])
    correlations = {one.name: (round(one.correlation.value or 0, 4), one.correlation.n) for one in found.drivers}
    told = truth["touchpoints"]
    assert correlations == {name: (one["pearson_excl0"], one["n_rated"]) for name, one in told.items()}
    weights = {one.name: round(one.weight.value or 0, 2) for one in found.drivers}
    assert weights == truth["johnson_relative_weights_excl0_pct"]
    engine.dispose()
