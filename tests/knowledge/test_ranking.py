import numpy as np
import pytest

from knowledge.evidence import Evidence, evidence_of_texts
from knowledge.ranking import VECTORS_WEIGH, VECTORS_WEIGH_ELSEWHERE, relevance, sharpened, vectors_weigh
from knowledge.tokens import all_concepts


def compared(question: str, *texts: str) -> Evidence:
    """Compare texts with a question by their words alone: every vector stands across the question's."""
    vector, vectors = np.array([1, 0], np.float32), np.tile(np.array([0, 1], np.float32), (len(texts), 1))
    return evidence_of_texts(
        range(len(texts)), texts, question=all_concepts(question), vector=vector, vectors=vectors
    )  # fmt: skip


def test_a_rare_word_counts_more_than_a_frequent_one() -> None:
    question = all_concepts("parcel toaster")
    found = compared("parcel toaster", "parcel", "toaster", "parcel", "parcel", "parcel")
    scores = relevance(found, question)
    assert scores.argmax() == 1
    assert (scores > 0).all()


def test_small_words_order_answers_and_make_none() -> None:
    question = all_concepts("where is my parcel")
    scores = relevance(compared("where is my parcel", "where is my parcel", "parcel", "where is my shoe"), question)
    assert scores[0] > scores[1] > scores[2] == 0


@pytest.mark.parametrize(
    ("question", "weight"),
    [
        ("where is my parcel", VECTORS_WEIGH),
        ("checkout queue", VECTORS_WEIGH),
        ("gdzie jest moja paczka", VECTORS_WEIGH_ELSEWHERE),
        ("não recebi o meu produto", VECTORS_WEIGH_ELSEWHERE),
        ("排队太久", VECTORS_WEIGH_ELSEWHERE),
    ],
)
def test_vectors_count_by_the_language_of_the_question(question: str, weight: float) -> None:
    assert vectors_weigh(all_concepts(question)) == weight


def test_answers_like_the_best_ones_come_before_others() -> None:
    # Eight good answers point one way; of two equal ones after them the second points that way too.
    vectors = np.array([[1, 0]] * 8 + [[0, 1], [1, 0]], np.float32)
    scores = sharpened(np.array([0.9] * 8 + [0.5, 0.5]), vectors)
    # Examples' mean is (1, 0): likeness 0 and 1; (0.5 + 0.5 x 0) / 1.5 = 0.3333, (0.5 + 0.5 x 1) / 1.5 = 0.6667.
    assert scores[8:].tolist() == [0.3333, 0.6667]
