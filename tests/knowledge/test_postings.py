import numpy as np
import pytest

from knowledge.postings import MOST_TIMES, Postings, postings, terms_of, unpacked
from knowledge.rounded import rounded


def of(*texts: str) -> Postings:
    return postings([terms_of(text) for text in texts])


def test_a_word_is_counted_in_each_text_by_itself_and_by_its_beginning() -> None:
    found = of("late late parcel", "parcels", "queue")
    assert found.counts("late").tolist() == [2, 0, 0]
    assert found.counts("parce*").tolist() == [1, 1, 0]
    assert found.having("parce*").tolist() == [0, 1]
    assert found.counts("helicopter").tolist() == [0, 0, 0]
    assert found.lengths.tolist() == [4, 2, 2]  # late, late, parcel, parce*; a stem counts as a term


def test_some_texts_are_counted_as_all_are() -> None:
    found = of("late late parcel", "parcels", "queue", "late")
    rows = np.array([0, 1, 3])
    assert found.counts_in(rows, "late").tolist() == found.counts("late")[rows].tolist() == [2, 0, 1]
    assert found.counts_in(rows, "helicopter").tolist() == [0, 0, 0]


def test_a_word_said_over_and_over_is_counted_up_to_a_limit() -> None:
    assert of("late " * (MOST_TIMES + 45)).counts("late").tolist() == [MOST_TIMES]


def test_packing_loses_nothing() -> None:
    found = of("late late parcel", "", "queue")
    again = unpacked(found.packed(), found.lengths)
    for name in ("terms", "starts", "owners", "times"):
        assert getattr(again, name).tolist() == getattr(found, name).tolist()


def test_no_texts_and_texts_without_words_are_postings_too() -> None:
    assert of().counts("late").tolist() == []
    assert of("", "…").counts("late").tolist() == [0, 0]


def test_a_rounded_vector_is_the_same_within_half_a_step() -> None:
    vectors = np.array([[0.6, -0.8], [0.0, 0.0], [1.0, 0.0]], dtype=np.float32)
    kept = rounded(vectors)
    # 0.8 is 127 steps of 0.0063; 0.6 is 95.25 steps, kept as 95: 0.5984.
    assert kept.restored().ravel().tolist() == pytest.approx([0.5984, -0.8, 0, 0, 1, 0], abs=1e-4)
    cosines = kept.cosines(np.array([0.6, -0.8], dtype=np.float32))
    assert cosines.tolist() == pytest.approx([0.99905, 0, 0.6], abs=1e-4)
