"""The taxonomy as people change it, and the labels of texts that follow."""

from datetime import UTC, datetime

import pytest

from knowledge.store.annotations import Annotations
from knowledge.store.corrections import Correction, correct
from knowledge.store.retheming import Retheming, relabel
from knowledge.store.taxonomy import TaxonomyBook, keep_changes
from knowledge.store.themes import ThemeReader
from knowledge.taxonomy import CannotEdit, Changed, Edit, Taxonomy, changes_of, from_json, term_of, to_json
from knowledge.themes import Theme, ThemeAnnotator, annotator_name, read_taxonomy
from knowledge.theming import theme_backlog
from metrics.feedback import FeedbackFilter
from metrics.scope import EVERYTHING
from metrics.store.engine import writing
from tests.knowledge.shop import Shop

NOW = datetime(2026, 11, 20, 11, tzinfo=UTC)
SHIPPED = Taxonomy(themes=read_taxonomy())
WRAPPING = Edit(operation="add", theme="gift wrapping", words=("wrapping", "Kokarda", "包装"))


def test_a_new_theme_is_met_with_the_endings_of_its_words() -> None:
    (added,) = changes_of(SHIPPED, WRAPPING)
    assert added.key == "gift_wrapping"
    assert added.was is None
    assert added.now is not None
    assert added.now.terms == ("wrapping*", "kokard*", "包装")
    annotator = ThemeAnnotator([added.now])
    for text in ("No gift wrapping at all", "Dwie kokardy!", "礼品包装很美", "禮品包裝很美"):
        assert [found.theme for found in annotator.themes(text)] == ["gift_wrapping"], text


@pytest.mark.parametrize(("word", "term"), [("till", "till*"), ("bot", "bot"), ("queue", "queu*"), ("=bills", "bills")])
def test_short_words_and_those_marked_are_met_as_they_stand(word: str, term: str) -> None:
    assert term_of(word) == term


@pytest.mark.parametrize(
    ("edit", "problem"),
    [
        (Edit(operation="add", theme="Kurier", words=("x",)), "exists"),  # the courier's name in Polish
        (Edit(operation="add", theme="gift wrapping", words=()), "no_words"),
        (Edit(operation="remove", theme="gift wrapping"), "unknown"),
        (Edit(operation="remove_words", theme="courier", words=("banana",)), "no_change"),
        (Edit(operation="merge", theme="courier", into="nowhere"), "unknown"),
        (Edit(operation="merge", theme="courier", into="kurier"), "no_change"),
        (Edit(operation="add", theme="much", words=tuple(f"word{at}x" for at in range(201))), "too_many"),
    ],
)
def test_what_makes_no_sense_is_said(edit: Edit, problem: str) -> None:
    with pytest.raises(CannotEdit) as refused:
        changes_of(SHIPPED, edit)
    assert refused.value.problem == problem


def test_a_merged_theme_lives_on_in_the_words_of_the_other() -> None:
    into, gone = changes_of(SHIPPED, Edit(operation="merge", theme="courier", into="late delivery"))
    assert into.now is not None
    assert "courier*" in into.now.terms
    assert (gone.key, gone.now) == ("courier", None)


def test_a_theme_is_stored_as_it_is() -> None:
    theme = Theme(key="k", names=(("pl", "kokardy"),), terms=("kokard*",))
    assert from_json("k", to_json(theme)) == theme
    assert theme.name("zh-Hans") == "kokardy"  # the only name there is


def apply(shop: Shop, edit: Edit) -> tuple[Changed, ...]:
    taxonomy = TaxonomyBook(shop.engine).taxonomy()
    changes = changes_of(taxonomy, edit)
    effects = [Retheming(shop.engine).effect(one.key, one.now) for one in changes]
    with writing(shop.engine) as connection:
        version = keep_changes(connection, changes, by="anna", at=NOW)
        relabel(connection, effects, was=taxonomy.version, version=version)
    return changes


def labels(shop: Shop) -> dict[str, int]:
    counts = ThemeReader(shop.engine).counts(FeedbackFilter(), within=EVERYTHING)
    return {key: count.texts for key, count in counts.themes.items()}


def test_a_change_puts_the_labels_right_as_reading_everything_anew_would(shop: Shop) -> None:
    theme_backlog(shop.engine)
    apply(shop, Edit(operation="add", theme="friendliness", words=("friendly", "miła")))
    apply(shop, Edit(operation="merge", theme="queues", into="friendliness"))
    apply(shop, Edit(operation="remove", theme="login"))
    assert theme_backlog(shop.engine) == 0  # nothing is left to read
    found = labels(shop)
    taxonomy = TaxonomyBook(shop.engine).taxonomy()
    theme_backlog(shop.engine, annotator=ThemeAnnotator(taxonomy.themes, version=999))
    assert labels(shop) == found
    assert found["friendliness"] == 5  # three about queues, two friendly ones
    assert "login" not in found


def test_what_a_person_corrected_stays_as_it_was_corrected(shop: Shop) -> None:
    theme_backlog(shop.engine)
    with writing(shop.engine) as connection:
        wanted = Correction(feedback_id=shop.id_of("en-good"), field="theme", label="price", by="anna", at=NOW)
        correct(connection, wanted)
    apply(shop, Edit(operation="add", theme="friendliness", words=("friendly", "miła")))
    assert ThemeReader(shop.engine).of(shop.id_of("en-good")) == ("price",)
    assert labels(shop)["friendliness"] == 1


def test_every_version_is_kept_with_who_made_it(shop: Shop) -> None:
    assert TaxonomyBook(shop.engine).taxonomy().version == 0
    apply(shop, WRAPPING)
    apply(shop, Edit(operation="rename", theme="gift wrapping", into="presents"))
    book = TaxonomyBook(shop.engine)
    newest, first = book.history()
    assert (newest.version, newest.by, newest.at) == (2, "anna", NOW)
    assert first.changed.was is None
    assert newest.changed.now is not None
    assert newest.changed.now.name("en") == "presents"
    assert book.taxonomy().named("presents") is not None
    assert book.taxonomy().version == 2
    assert Annotations(shop.engine, annotator=annotator_name(2), field="theme").unread(after=0, limit=1)
