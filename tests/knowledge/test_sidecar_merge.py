from pathlib import Path

import numpy as np

from knowledge.embedder import HashingEmbedder
from knowledge.postings import terms_of
from knowledge.sidecar import Sidecar, Snapshot
from knowledge.sidecar_merge import FEWEST, too_many
from knowledge.tokens import all_concepts

EMBEDDER = HashingEmbedder(dimension=16)


def filled(folder: Path) -> Sidecar:
    """Put three texts into each of nine segments; text 1 says something else in the last one."""
    sidecar = Sidecar(folder, embedder="test")
    for number in range(FEWEST + 1):
        texts = {number * 3 + 2 + place: f"late parcel {number} word{place}" for place in range(2)}
        texts[1] = f"queue number {number}"
        vectors = EMBEDDER.embed(list(texts.values()))
        terms = [terms_of(text) for text in texts.values()]
        sidecar.append(list(texts), vectors, terms, hashes=[f"{place:040d}" for place in texts])
    return sidecar


def told(snapshot: Snapshot, question: str) -> list[tuple[int, list[float], list[float], int, float]]:
    """Give all that is known of every text for a question, by id."""
    vector = EMBEDDER.embed([question])[0]
    parts = snapshot.evidence(snapshot.ids, question=all_concepts(question), vector=vector)
    rows = [
        (
            int(part.ids[row]),
            part.counts[row].tolist(),
            part.stems[row].tolist(),
            int(part.lengths[row]),
            float(part.cosines[row]),
        )
        for part in parts
        for row in range(len(part.ids))
    ]
    return sorted(rows, key=lambda row: row[0])


def test_merged_segments_say_what_they_said_apart(tmp_path: Path) -> None:
    sidecar = filled(tmp_path)
    before, richest = (
        told(sidecar.snapshot(), "queue 8 parcels"),
        sidecar.snapshot().richest(all_concepts("8"), limit=5),
    )
    sidecar.merge()
    snapshot = sidecar.snapshot()
    assert len(snapshot.segments) == 1
    assert [row[:4] for row in told(snapshot, "queue 8 parcels")] == [row[:4] for row in before]
    np.testing.assert_allclose(
        [row[4] for row in told(snapshot, "queue 8 parcels")], [row[4] for row in before], atol=1e-6
    )
    assert snapshot.richest(all_concepts("8"), limit=5) == richest == (1, 26, 27)


def test_merging_once_more_changes_nothing(tmp_path: Path) -> None:
    sidecar = filled(tmp_path)
    sidecar.merge()
    names = sidecar.snapshot().names
    sidecar.merge()
    assert sidecar.snapshot().names == names


def test_only_small_late_segments_are_merged() -> None:
    sizes = [("1", 1_000), *((str(number), 10) for number in range(2, 10))]
    # The eight late ones hold 80 together; 1,000 is more than four times that.
    assert too_many(sizes) == [str(number) for number in range(2, 10)]
    assert too_many(sizes[: FEWEST - 1]) == []


def test_few_rows_of_a_large_segment_are_counted_as_in_one_stroke(tmp_path: Path) -> None:
    sidecar = filled(tmp_path)
    sidecar.merge()
    snapshot = sidecar.snapshot()
    every = {row[0]: row for row in told(snapshot, "late parcel 3")}
    question, vector = all_concepts("late parcel 3"), EMBEDDER.embed(["late parcel 3"])[0]
    (part,) = snapshot.evidence(np.array([11]), question=question, vector=vector)
    assert (part.counts[0].tolist(), part.stems[0].tolist()) == every[11][1:3]
