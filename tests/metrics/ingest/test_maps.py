from pathlib import Path

import pytest

from metrics.errors import BadMap
from metrics.ingest.import_map import Column, Const, ImportMap, read_map
from tests.metrics.ingest.desk import SURVEY


def read(folder: Path, text: str) -> ImportMap:
    path = folder / "map.toml"
    path.write_text(text, encoding="utf-8")
    return read_map(path, workspace_timezone="UTC")


@pytest.mark.parametrize(
    ("wrong", "right", "key", "nearest"),
    [
        ("[fields]", "[feilds]", "feilds", "fields"),
        ("given_at", "given_on", "fields.given_on", "given_at"),
        ('kind = "feedback"', 'kind = "feedbacks"', "source.kind: feedbacks", "feedback"),
        ("instrument", "instrumnt", "scores[1].instrumnt", "instrument"),
        ("{ const =", "{ constant =", "fields.touchpoint.constant", "const"),
        ("timezone", "time_zone", "source.time_zone", "timezone"),
    ],
)
def test_a_mistyped_key_is_told_with_the_one_that_was_meant(
    tmp_path: Path, wrong: str, right: str, key: str, nearest: str
) -> None:
    with pytest.raises(BadMap) as refused:
        read(tmp_path, SURVEY.replace(wrong, right))
    assert (refused.value.key, refused.value.problem, refused.value.nearest[0]) == (key, "unknown-key", nearest)


@pytest.mark.parametrize(
    ("wrong", "right", "key", "problem"),
    [
        ('"Europe/Warsaw"', '"Europe/Warsawa"', "source.timezone", "unknown-zone"),
        ('"Europe/Warsaw"', "7", "source.timezone", "wrong-type"),
        ('"%Y-%m-%d %H:%M"', '"%Q"', "source.dates", "bad-format"),
        ('"%Y-%m-%d %H:%M"', '"yyyy-mm-dd"', "source.dates", "bad-format"),
        ('given_at = "at"', "", "fields.given_at", "missing"),
        ('instrument = "nps"', 'instrument = "effort"', "scores[1].scale", "missing"),
        ('score = "score"', 'score = "score"\nscale = { min = 5, max = 1 }', "scores[1].scale", "empty-scale"),
        ("[source]", "[source", "map.toml", "not-toml"),
    ],
)
def test_a_map_that_makes_no_sense_is_refused_at_its_key(
    tmp_path: Path, wrong: str, right: str, key: str, problem: str
) -> None:
    with pytest.raises(BadMap) as refused:
        read(tmp_path, SURVEY.replace(wrong, right))
    assert (refused.value.key, refused.value.problem) == (key, problem)


def test_a_field_is_a_column_several_columns_or_a_constant(tmp_path: Path) -> None:
    found = read(tmp_path, SURVEY.replace('text = "comment"', 'text = ["title", "comment"]'))
    assert found.fields["text"] == Column(names=("title", "comment"))
    assert found.fields["touchpoint"] == Const(value="checkout")
    assert found.columns == ("id", "at", "title", "comment", "score")


def test_the_scale_of_a_known_instrument_need_not_be_written(tmp_path: Path) -> None:
    (score,) = read(tmp_path, SURVEY).scores
    assert (score.scale_min, score.scale_max, score.direction) == (0, 10, "higher")
