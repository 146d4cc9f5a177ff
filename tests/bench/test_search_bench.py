import json
from pathlib import Path

from click.testing import CliRunner

from bot.bench.plain_bm25 import PlainBm25
from bot.bench.search import LabelledText, known_item, labelled
from bot.cli.app import group


def test_texts_of_a_label_are_found_by_others_of_it() -> None:
    how = ("late", "lost", "wrong", "slow", "bad", "odd", "fine", "new", "old", "big", "red", "wet")
    whats = ("parcel", "queue", "invoice")
    rows = [LabelledText(text=f"the {what} was {word}", label=what) for what in whats for word in how]
    ours, plain = labelled(rows, language="en")
    assert (ours.name, plain.name) == ("labelled", "labelled.bm25")
    assert ours.n == 18  # half of 36 rows
    assert ours.value > 0.8


def test_a_half_of_a_text_finds_the_other_half() -> None:
    names = [f"Gadget{number} " for number in range(40)]
    shares = known_item([name * 6 for name in names], language="en")
    assert {share.name: share.value for share in shares} == {"known_item": 1.0, "known_item.bm25": 1.0}


def test_plain_bm25_puts_the_text_with_the_rare_word_first() -> None:
    plain = PlainBm25(["late parcel", "late order", "late late"])
    assert plain.best("late parcel", limit=1).tolist() == [0]


def test_the_command_prints_figures_of_shares(tmp_path: Path) -> None:
    path = tmp_path / "texts.csv"
    lines = [f'"parcel number {n} never came to my door",delivery' for n in range(10)]
    path.write_text("\n".join(["text,about", *lines]), encoding="utf-8")
    arguments = ["eval", "search", str(path), "--text", "text", "--label", "about", "--language", "en", "--json"]
    done = CliRunner().invoke(group, arguments)
    figures = json.loads(done.stdout)
    assert done.exit_code == 0
    assert [(one["name"], one["value"], one["unit"]) for one in figures] == [
        ("labelled", 1.0, "share"),
        ("labelled.bm25", 1.0, "share"),
    ]
