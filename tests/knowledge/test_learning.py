"""What a store's own ratings teach: kept, named, read anew by, once a night."""

from dataclasses import replace

import numpy as np

from knowledge.annotation import annotate_backlog, learnt_annotator
from knowledge.learning import learn
from knowledge.sentiment_file import dump, fingerprint, load
from knowledge.store.models import SentimentModels
from tests.knowledge.shop import NOON, Shop

GOOD = ("Great service, very happy with the {}", "Lovely {}, thank you", "The {} is fridge good", "Excellent {}")
BAD = ("Terrible service, the {} was late", "Awful {}, never again", "The {} is grotty stuff", "Horrible {}")
THINGS = ("parcel", "shop", "checkout", "website", "courier", "desk", "shoe", "coat", "lamp", "chair")


def rate(shop: Shop) -> None:
    """Store 240 rated comments; "grotty" is in no word list, and all who use it are unhappy."""
    said = [
        shop.record(f"{side}{at}", f"{form.format(thing)} {at % 8}", nps=score, language="en")
        for side, forms, score in (("good", GOOD, 10), ("bad", BAD, 1))
        for at, (form, thing) in enumerate((form, thing) for form in forms for thing in THINGS * 3)
    ]
    shop.say(*said)


def test_a_fit_says_what_it_rests_on_and_how_right_it_is_on_ratings_it_had_not_seen(shop: Shop) -> None:
    rate(shop)
    annotate_backlog(shop.engine)
    (card,) = learn(shop.engine, now=NOON)
    assert (card.language, card.rated, card.unrated) == ("en", 243, 1)  # 240, the shop's three rated, its login
    assert card.holdout == 49  # a fifth
    assert card.macro_f1 is not None
    assert card.macro_f1 > 0.9
    assert SentimentModels(shop.engine).cards() == (card,)


def test_what_was_learnt_reads_all_texts_anew(shop: Shop) -> None:
    rate(shop)
    annotate_backlog(shop.engine)
    learn(shop.engine, now=NOON)
    texts = 240 + 8
    assert annotate_backlog(shop.engine) == texts
    assert annotate_backlog(shop.engine) == 0
    ((feeling, *_),) = learnt_annotator(shop.engine).annotate(["grotty"], ["en-GB"])
    assert (feeling.label, feeling.words) == ("negative", ("grotty",))


def test_a_kept_model_reads_as_it_did(shop: Shop) -> None:
    rate(shop)
    learn(shop.engine, now=NOON)
    model = SentimentModels(shop.engine).read()["en"]
    again = load(dump(model))
    assert fingerprint(again) == fingerprint(model)
    texts = ["lovely lamp", "grotty chair"]
    assert np.array_equal(
        again.probabilities(texts, again.tones(texts)), model.probabilities(texts, model.tones(texts))
    )
    assert again.card == replace(model.card)
