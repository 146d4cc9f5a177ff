import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.bench.sentiment import split_one
from bot.cli.eval import command
from knowledge.sentiment_fit import RatedText

GOOD = (
    "Great service and a friendly courier",
    "Lovely, quick and clean",
    "Perfect, thank you",
    "Excellent food, tasty",
)
BAD = (
    "Terrible, the parcel was late",
    "Rude staff and a dirty room",
    "Awful, broken on arrival",
    "Bad food, cold and slow",
)


def sheet(folder: Path, *, repeats: int = 15) -> Path:
    """Write rows that the word lists can read, each said in several places."""
    rows = ["text,stars"]
    for at in range(repeats):
        rows += [f'"{text} in shop {at}",5' for text in GOOD] + [f'"{text} in shop {at}",1' for text in BAD]
        rows += [f'"it came on day {at}",3', '"",5']
    path = folder / "rows.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def figures(*arguments: str) -> dict[str, float]:
    result = CliRunner().invoke(command, [*arguments, "--json"])
    assert result.exit_code == 0, result.output
    return {row["name"]: row["value"] for row in json.loads(result.output)}


USUAL = ("--text", "text", "--label", "stars", "--language", "en")


def test_sentiment_is_scored_from_a_cold_start(tmp_path: Path) -> None:
    path = sheet(tmp_path)
    found = figures("sentiment", str(path), *USUAL, "--map", "5=pos,1=neg")
    assert next(iter(found)) == "macro_f1"
    # 15 shops times 8 texts with a side; the neutral rows and the empty ones are skipped.
    assert (found["rows.tested"], found["rows.rated"]) == (120, 0)
    assert found["macro_f1"] > 0.95


def test_rows_that_are_learnt_from_are_not_tested(tmp_path: Path) -> None:
    path = sheet(tmp_path)
    found = figures(
        "sentiment", str(path), *USUAL, "--map", "5=pos,1=neg,3=neu", "--train", str(path), "--train-rows", "60"
    )
    # 15 shops times 9 texts, of which 60 are learnt from.
    assert (found["rows.tested"], found["rows.rated"]) == (75, 60)
    assert found["macro_f1"] > 0.9


def test_texts_beyond_the_learnt_rows_are_used_without_labels_and_the_output_says_so(tmp_path: Path) -> None:
    path = sheet(tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    train = sheet(other, repeats=20)
    arguments = [str(path), *USUAL, "--map", "5=pos,1=neg", "--train", str(train), "--train-rows", "100"]
    result = CliRunner().invoke(command, ["sentiment", *arguments])
    # 20 shops times 8 texts, of which 100 are learnt from.
    assert "Used without their labels: the 120 texts under test and 60 of --train." in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ("--map", "5=good"),
        ("--map", "7=pos,8=neg"),
    ],
)
def test_a_map_that_fits_nothing_is_refused(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    result = CliRunner().invoke(command, ["sentiment", str(sheet(tmp_path)), *USUAL, *arguments])
    assert result.exit_code == 2


def test_a_sample_is_stratified_and_the_same_every_time() -> None:
    rows = [RatedText(text=str(at), label="positive" if at % 4 else "negative") for at in range(100)]
    parts = split_one(rows, rows=40)
    # A quarter of the rows is negative, so ten of forty are.
    assert sum(one.label == "negative" for one in parts.rated) == 10
    assert not set(parts.rated) & set(parts.test)
    assert parts == split_one(rows, rows=40)


def test_language_is_scored_for_each_file(tmp_path: Path) -> None:
    english, polish = tmp_path / "en.csv", tmp_path / "pl.csv"
    english.write_text("t\nThe delivery was late again and nobody called me\n", encoding="utf-8")
    polish.write_text("x\nPaczka znowu przyszła za późno i nikt nie zadzwonił\n", encoding="utf-8")
    found = figures(
        "language", str(english), str(polish), "--text", "t", "--text", "x", "--language", "en", "--language", "pl"
    )
    assert found == {"accuracy": 1.0, "accuracy.en": 1.0, "accuracy.pl": 1.0, "rows.tested": 2}


def test_planted_identifiers_are_taken_out() -> None:
    found = figures("redaction", "--rows", "2000")
    assert found["recall"] >= 0.98
    assert found["ordinary_numbers_kept"] == 1
