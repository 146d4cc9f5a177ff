from knowledge.annotation import annotate_backlog
from metrics.feedback import FeedbackFilter, ScoreGroup
from metrics.scope import EVERYTHING
from tests.knowledge.shop import Shop


def test_every_text_is_labelled_once(shop: Shop) -> None:
    assert annotate_backlog(shop.engine) == 8  # nine pieces of feedback, one of them without words
    assert annotate_backlog(shop.engine) == 0


def test_negative_words_without_a_score_count_as_dissatisfied(shop: Shop) -> None:
    shop.say(shop.record("angry", "Terrible, the parcel was late and broken"))
    wanted = FeedbackFilter(group=ScoreGroup.DISSATISFIED)
    before = shop.reader.count(wanted, within=EVERYTHING)
    annotate_backlog(shop.engine)
    assert shop.reader.count(wanted, within=EVERYTHING) == before + 1


def test_feedback_is_filtered_by_sentiment(shop: Shop) -> None:
    annotate_backlog(shop.engine)
    rows = shop.reader.find(FeedbackFilter(sentiment="positive"), within=EVERYTHING, limit=10)
    assert {row.external_id for row in rows} == {"en-good", "pl-good"}
