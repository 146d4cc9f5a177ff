"""A map whose cells may mean not applicable, and whose words stand for numbers: the airline example."""

from pathlib import Path

import pytest

from metrics.errors import BadMap
from metrics.ingest.import_map import read_map
from tests.metrics.ingest.desk import EXAMPLES, SURVEY, Desk, open_desk

AIRLINE = EXAMPLES / "airline" / "satisfaction.toml"
TOUCHPOINTS = 14


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_desk(tmp_path)


def passengers(*rows: tuple[int, str]) -> str:
    """One row per passenger: the score they gave each touchpoint, and the word about the flight."""
    columns = read_map(AIRLINE, workspace_timezone="UTC").columns
    header = ",".join(columns)
    lines = []
    for number, (score, word) in enumerate(rows):
        cells = dict.fromkeys(columns, str(score)) | {"id": str(number), "satisfaction": word}
        lines.append(",".join(cells[column] for column in columns))
    return "\n".join([header, *lines])


def test_a_row_scores_every_touchpoint_and_the_whole_flight_as_instruments_of_their_own(desk: Desk) -> None:
    content = passengers((5, "satisfied"), (2, "neutral or dissatisfied"))
    desk.take(desk.job(desk.file(content), map_file=AIRLINE))
    scores = desk.rows("score", "instrument", "value", "touchpoint_id")
    assert len(scores) == 2 * (TOUCHPOINTS + 1)
    assert [(value, about) for instrument, value, about in scores if instrument == "csat_0_1"] == [(1, None), (0, None)]
    assert len({about for instrument, _, about in scores if instrument == "csat"}) == TOUCHPOINTS


def test_nought_is_not_applicable_and_no_score(desk: Desk) -> None:
    tally = desk.take(desk.job(desk.file(passengers((0, "satisfied"))), map_file=AIRLINE))
    assert tally.new == 1
    assert desk.rows("score", "instrument") == [("csat_0_1",)]


def test_a_word_that_stands_for_nothing_is_rejected(desk: Desk) -> None:
    tally = desk.take(desk.job(desk.file(passengers((3, "delighted"))), map_file=AIRLINE))
    assert (tally.new, tally.rejected) == (0, 1)


def test_a_word_must_stand_for_a_number(tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    path.write_text(SURVEY + 'values = { "yes" = "one" }\n', encoding="utf-8")
    with pytest.raises(BadMap) as refused:
        read_map(path, workspace_timezone="UTC")
    assert refused.value.key == "scores[1].values.yes"
