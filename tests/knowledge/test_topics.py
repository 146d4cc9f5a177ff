import numpy as np

from bot.bench.topic_rows import columns_named
from bot.bench.topics import LabelledTexts, measure, split
from knowledge.topics import learn_one_topic, learn_topics

PARCELS = [f"the parcel came {how}" for how in ("late", "broken", "wet", "open", "empty", "never", "twice", "slowly")]
QUEUES = [f"the queue was {how}" for how in ("long", "endless", "slow", "chaos", "awful", "huge", "full", "unfair")]


def test_a_text_gets_the_topic_of_those_like_it() -> None:
    model = learn_one_topic(PARCELS + QUEUES, ["parcel"] * 8 + ["queue"] * 8)
    truths = model.truths(["a queue again", "where is the parcel"])
    assert model.topics == ("parcel", "queue")
    assert truths.tolist() == [[False, True], [True, False]]


def test_a_text_may_have_several_topics_or_none() -> None:
    texts = PARCELS + QUEUES + ["the parcel and the queue"] * 4 + ["thank you so much"] * 8
    truths = np.array([["parcel" in text, "queue" in text] for text in texts])
    model = learn_topics(texts, truths, topics=["parcel", "queue"])
    found = model.truths(["the parcel was in the queue", "thank you", "a parcel"])
    assert found.tolist() == [[True, True], [False, False], [True, False]]


def test_probabilities_of_one_topic_sum_to_one() -> None:
    model = learn_one_topic(PARCELS + QUEUES, ["parcel"] * 8 + ["queue"] * 8)
    assert np.allclose(model.probabilities(["a queue"]).sum(axis=1), 1)


def test_a_split_keeps_each_topic_in_proportion() -> None:
    truths = np.array([[True, False]] * 20 + [[False, True]] * 10)
    learn, test = split(LabelledTexts(texts=tuple(map(str, range(30))), truths=truths))
    assert (learn.truths.sum(axis=0).tolist(), test.truths.sum(axis=0).tolist()) == ([14, 7], [6, 3])  # 70 and 30 %


def test_ours_and_the_plain_way_are_measured_on_the_same_rows() -> None:
    truths = np.array([[True, False]] * 8 + [[False, True]] * 8)
    rows = LabelledTexts(texts=tuple(PARCELS + QUEUES), truths=truths)
    ours, plain = measure(rows, rows, topics=["parcel", "queue"], several=False)
    assert (ours.name, ours.value, ours.n) == ("macro_f1", 1.0, 16)
    assert plain.name == "macro_f1.plain"


def test_a_column_whose_name_has_commas_is_one_column() -> None:
    header = ["Cleanliness, tidiness & infection control", "Parking"]
    assert columns_named("Parking,Cleanliness, tidiness & infection control", header=header) == [header[1], header[0]]
