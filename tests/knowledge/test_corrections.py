"""What a person corrects wins at once and stays, whoever reads the text again."""

from knowledge.annotation import annotate_backlog
from knowledge.annotator import TextAnnotator
from knowledge.store.corrections import Correction, correct
from knowledge.store.labels import LabelReader
from knowledge.store.ratings import RatedTexts
from knowledge.theming import theme_backlog
from metrics.feedback import FeedbackFilter
from metrics.scope import EVERYTHING
from metrics.store import rollups
from metrics.store.engine import reading, writing
from tests.knowledge.shop import NOON, Shop, renamed


def labels(shop: Shop, external_id: str, field: str) -> list[str]:
    return [one.label for one in LabelReader(shop.engine).of([shop.id_of(external_id)]) if one.field == field]


def put_right(shop: Shop, external_id: str, field: str, label: str, *, was: str = "") -> None:
    wanted = Correction(
        feedback_id=shop.id_of(external_id), field=field, was=was, label=label, by="support_agent", at=NOON
    )
    with writing(shop.engine) as connection:
        correct(connection, wanted)


def test_a_corrected_feeling_counts_at_once(shop: Shop) -> None:
    annotate_backlog(shop.engine)
    assert labels(shop, "en-good", "sentiment") == ["positive"]
    put_right(shop, "en-good", "sentiment", "negative")
    rows = shop.reader.find(FeedbackFilter(sentiment="positive"), within=EVERYTHING, limit=10)
    assert {row.external_id for row in rows} == {"pl-good"}


def test_a_correction_stays_when_a_newer_annotator_reads_all_texts_again(shop: Shop) -> None:
    annotate_backlog(shop.engine)
    put_right(shop, "en-good", "sentiment", "negative")
    newer = TextAnnotator(learnt="newer")
    assert annotate_backlog(shop.engine, annotator=newer) == 8
    assert labels(shop, "en-good", "sentiment") == ["negative"]
    assert labels(shop, "pl-good", "sentiment") == ["positive"]


def test_one_theme_of_several_is_replaced(shop: Shop) -> None:
    shop.say(shop.record("two", "The parcel came late and the refund never arrived"))
    theme_backlog(shop.engine)
    assert labels(shop, "two", "theme") == ["late_delivery", "refund"]
    put_right(shop, "two", "theme", "returns", was="refund")
    assert labels(shop, "two", "theme") == ["late_delivery", "returns"]
    put_right(shop, "two", "theme", "price")
    assert labels(shop, "two", "theme") == ["price"]


def test_a_corrected_feeling_teaches_the_next_fit_against_the_rating(shop: Shop) -> None:
    annotate_backlog(shop.engine)
    put_right(shop, "en-good", "sentiment", "negative")  # it was rated 10
    known = {one.text: one.label for one in RatedTexts(shop.engine).newest(limit=20)}
    assert known["Friendly staff and a quick delivery"] == "negative"
    assert known["Bardzo miła obsługa, polecam"] == "positive"  # rated 9
    assert known["I cannot log in since the update"] is None  # not rated


def test_feedback_filed_under_the_wrong_touchpoint_moves_with_its_scores(shop: Shop) -> None:
    put_right(shop, "pl", "touchpoint", "checkout")  # it stood under delivery
    (row,) = shop.reader.get([shop.id_of("pl")], within=EVERYTHING)
    assert row.touchpoint == "checkout"
    checkout = FeedbackFilter(where={"touchpoint": ("checkout",)}, instrument="nps", max_score=0)
    assert shop.reader.count(checkout, within=EVERYTHING) == 1
    with reading(shop.engine) as connection:
        assert rollups.check(connection) == ()


def test_a_corrected_language_is_the_language_of_the_comment(shop: Shop) -> None:
    annotate_backlog(shop.engine)
    put_right(shop, "en-login", "language", "pl")
    (row,) = shop.reader.get([shop.id_of("en-login")], within=EVERYTHING)
    assert row.language == "pl"
    assert labels(shop, "en-login", "language") == ["pl"]


def test_a_changed_text_is_read_again_and_only_that(shop: Shop) -> None:
    annotate_backlog(shop.engine)
    shop.say(renamed(shop.record("en-good", None, unit="Leeds", nps=10, language="en"), "Terrible, it came broken"))
    assert annotate_backlog(shop.engine) == 1
    assert labels(shop, "en-good", "sentiment") == ["negative"]


def test_labels_name_the_words_they_rest_on(shop: Shop) -> None:
    shop.say(shop.record("angry", "I am furious, give me my money back or I call my lawyer"))
    annotate_backlog(shop.engine)
    found = {one.field: one.words for one in LabelReader(shop.engine).of([shop.id_of("angry")])}
    assert found["emotion"] == ("furious",)
    assert "lawyer" in found["urgency"]
