"""The prepared grammar that is kept between starts."""

from pathlib import Path

from bot.understanding.kept import keep, key_of, read_kept
from bot.understanding.lexicon import load_grammar, words_of


def senses_of(text: str, *, kept_in: Path | None) -> set[tuple[str, str]]:
    language = load_grammar(kept_in=kept_in).language("en")
    forms = [((word, 0),) for word in words_of(text)]
    return {found.value for found in language.senses.find(forms)}


def test_a_kept_grammar_reads_as_the_one_it_was_made_from(tmp_path: Path) -> None:
    text = "why did our nps drop since last month compared with the rest"
    fresh = senses_of(text, kept_in=None)
    folder = tmp_path / "cache"
    assert senses_of(text, kept_in=folder) == fresh  # makes it
    assert [path.suffix for path in folder.iterdir()] == [".json"]
    assert senses_of(text, kept_in=folder) == fresh  # takes it up


def test_another_text_or_metric_has_another_key() -> None:
    texts = {"en": "one"}
    assert key_of(texts, {}) != key_of({"en": "two"}, {})
    assert key_of(texts, {}) != key_of(texts, {"own": ["our own"]})


def test_what_cannot_be_read_or_written_is_done_without(tmp_path: Path) -> None:
    keep(tmp_path / "no" / "such", "k", {"data": {}})
    (tmp_path / "grammar-k.json").write_text("{broken", encoding="utf-8")
    assert read_kept(tmp_path, "k") is None
    assert read_kept(tmp_path, "other") is None


def test_a_newer_grammar_takes_the_place_of_the_older_one(tmp_path: Path) -> None:
    keep(tmp_path, "old", {"data": {}})
    keep(tmp_path, "new", {"data": {}})
    assert [path.name for path in tmp_path.iterdir()] == ["grammar-new.json"]
