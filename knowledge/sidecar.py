"""The sidecar: vectors and terms of every indexed text in plain files, mapped into memory and scanned exactly.

A folder of segments, each written whole under another name and then renamed, so that readers in any process see all of
it or nothing and need no lock. Of two segments that hold the same id, the later one stands. Writers hold the index's
lock. A segment is a file for each array: ids, hashes (of the content that was indexed, so that a text that has changed
since is told by a comparison), the rounded vectors, and the postings of its texts.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.evidence import Evidence
from knowledge.ports import Vectors
from knowledge.postings import Postings, met, postings
from knowledge.rounded import Rounded, rounded
from knowledge.sidecar_merge import too_many, write_merged
from knowledge.step import Step
from knowledge.tokens import Concept

Ids = NDArray[np.int64]

Hashes = NDArray[np.bytes_]
HASH = "S40"
"""Content hashes, 40 letters each."""
GONE = np.float32(-1)
"""In place of the scale of the vector of a text that is no more."""

FEW = 8
"""Rows are looked up one by one where a segment has this many times as many."""

POSTINGS = ("terms", "starts", "owners", "times", "lengths")
ARRAYS = ("ids", "hashes", "numbers", "scales", *POSTINGS)

LAYOUT = 3
"""Of the files; those of another layout are not looked at, so what they hold is indexed again."""


@dataclass(frozen=True, kw_only=True)
class Segment:
    """Texts that were indexed together."""

    ids: Ids
    hashes: Hashes
    vectors: Rounded
    postings: Postings

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Give each array by the name of its file."""
        words = {name: getattr(self.postings, name) for name in POSTINGS}
        vectors = {"numbers": self.vectors.numbers, "scales": self.vectors.scales}
        return {"ids": self.ids, "hashes": self.hashes, **vectors, **words}

    def mentions(self, question: Sequence[Concept]) -> NDArray[np.bool_]:
        """Say of each of its texts whether it has everything that is looked for, as a word or by its beginning."""
        found = np.full(len(self.ids), fill_value=bool(question))
        for concept in question:
            having = np.zeros(len(self.ids), dtype=np.bool_)
            for term in filter(None, (concept.term, concept.stem)):
                having[self.postings.having(term)] = True
            found &= having
        return found

    def evidence(self, rows: Ids, *, question: Sequence[Concept], vector: Vectors) -> Evidence:
        """Compare some of its texts with a question: one by one where they are few, else all in one stroke."""
        few = len(rows) * FEW < len(self.ids)
        counts, stems = met(self.postings, question, rows=rows if few else None)
        return Evidence(
            ids=self.ids[rows],
            cosines=self.vectors.take(rows).cosines(vector),
            counts=counts if few else counts[rows],
            stems=stems if few else stems[rows],
            lengths=self.postings.lengths[rows],
        )


@dataclass(frozen=True)
class Snapshot:
    """The segments there were when it was taken."""

    names: tuple[str, ...]
    segments: tuple[Segment, ...]
    stood: Step | None = None

    @property
    def step(self) -> Step | None:
        """Where it stands; None where that is not known, or where texts have been lost since."""
        return self.stood if self.stood is not None and len(self.ids) >= self.stood.texts else None

    @cached_property
    def _order(self) -> tuple[Ids, Ids]:
        """Every id in order, and the place of its latest row: segment number times 2^32, plus the row."""
        if not self.segments:
            return np.empty(0, np.int64), np.empty(0, np.int64)
        ids = np.concatenate([segment.ids for segment in self.segments])
        places = np.concatenate(
            [np.arange(len(segment.ids)) + (number << 32) for number, segment in enumerate(self.segments)]
        )
        living = np.concatenate([segment.vectors.scales >= 0 for segment in self.segments])
        unique, last = np.unique(ids[::-1], return_index=True)
        there = living[::-1][last]
        return unique[there], places[::-1][last][there]

    @property
    def ids(self) -> Ids:
        """Every id it holds, in order."""
        return self._order[0]

    def holds(self, ids: Ids, hashes: Hashes) -> NDArray[np.bool_]:
        """Say of each id whether its text is here, as it now reads."""
        known, places = self._order
        if not len(known):
            return np.zeros(len(ids), dtype=np.bool_)
        at = np.minimum(np.searchsorted(known, ids), len(known) - 1)
        found, where = known[at] == ids, places[at]
        for number, segment in enumerate(self.segments):
            here = np.flatnonzero(found & (where >> 32 == number))
            found[here] = segment.hashes[where[here] & 0xFFFFFFFF] == hashes[here]
        return np.asarray(found)

    def has(self, ids: Ids) -> NDArray[np.bool_]:
        """Say of each id whether it is here, whatever its text said."""
        known = self.ids
        if not len(known):
            return np.zeros(len(ids), dtype=np.bool_)
        return np.asarray(known[np.minimum(np.searchsorted(known, ids), len(known) - 1)] == ids)

    def mentioning(self, ids: Ids, *, question: Sequence[Concept]) -> Ids:
        """Give those of these ids, all of which must be here, whose texts have everything that is looked for."""
        latest = self._latest if len(ids) == len(self.ids) else self._rows(ids)
        parts = zip(self.segments, latest, strict=True)
        found = [segment.ids[np.flatnonzero(segment.mentions(question) & rows)] for segment, rows in parts]
        if len(found) == 1 and self._in_order:
            return found[0]
        return np.sort(np.concatenate([np.empty(0, np.int64), *found]))

    @cached_property
    def _in_order(self) -> bool:
        return bool(np.all(np.diff(self.segments[0].ids) > 0))

    @cached_property
    def _latest(self) -> list[NDArray[np.bool_]]:
        """Say of each row of each segment whether it is the one that stands."""
        return self._rows(self.ids)

    def _rows(self, ids: Ids) -> list[NDArray[np.bool_]]:
        where, found = self._where(ids), []
        for number, segment in enumerate(self.segments):
            here = np.zeros(len(segment.ids), dtype=np.bool_)
            here[where[where >> 32 == number] & 0xFFFFFFFF] = True
            found.append(here)
        return found

    def evidence(self, ids: Ids, *, question: Sequence[Concept], vector: Vectors) -> tuple[Evidence, ...]:
        """Compare the texts of these ids, all of which must be here, with a question."""
        where, found = self._where(ids), []
        for number, segment in enumerate(self.segments):
            rows = np.sort(where[where >> 32 == number] & 0xFFFFFFFF)
            if len(rows):
                found.append(segment.evidence(rows, question=question, vector=vector))
        return tuple(found)

    def vectors(self, ids: Ids) -> Vectors:
        """Give the vectors of these ids, all of which must be here: shape (len(ids), dimension)."""
        where = self._where(ids)
        if not len(where):
            return np.zeros((0, 0), dtype=np.float32)
        found = np.empty((len(ids), self.segments[0].vectors.numbers.shape[1]), dtype=np.float32)
        for number, segment in enumerate(self.segments):
            here = where >> 32 == number
            if here.any():
                found[here] = segment.vectors.take(where[here] & 0xFFFFFFFF).restored()
        return found

    def _where(self, ids: Ids) -> Ids:
        known, places = self._order
        return places[np.searchsorted(known, ids)]

    def richest(self, question: Sequence[Concept], *, limit: int) -> tuple[int, ...]:
        """Give about `limit` ids of texts with words that are looked for, those with the rarest of them.

        Words are taken in order of rarity; of the word that would be too much, the latest texts.
        """
        found: set[int] = set()
        for number, segment in enumerate(reversed(self.segments)):
            terms = {term for one in question if one.telling for term in (one.term, one.stem) if term is not None}
            for having in sorted((segment.postings.having(term) for term in sorted(terms)), key=len):
                room = limit * (number + 1) - len(found)
                if room <= 0:
                    break
                found.update(segment.ids[having[-room:]].tolist())
        return tuple(sorted(found))


class Sidecar:
    """The segments of one embedder in a folder."""

    def __init__(self, folder: Path, *, embedder: str) -> None:
        self._folder = folder / f"sidecar-{LAYOUT}-{embedder}"
        self._taken: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        """Map what is there now; the files of a snapshot may be deleted while it is in use."""
        listed = self._listed()
        names, stood = _segments(listed), _stood(listed)
        if self._taken is None or self._taken.names != names:
            known = dict(zip(self._taken.names, self._taken.segments, strict=True)) if self._taken else {}
            self._taken = Snapshot(names, tuple(known.get(name) or self._read(name) for name in names), stood)
        elif self._taken.stood != stood:
            self._taken = Snapshot(names, self._taken.segments, stood)
        return self._taken

    def append(
        self, ids: Sequence[int], vectors: Vectors, terms: Sequence[Sequence[int]], *, hashes: Sequence[str]
    ) -> None:
        """Add a segment: `terms` are the hashes of each text's terms, `hashes` those of its content."""
        self._append(ids, rounded(vectors), terms, hashes=hashes)

    def _append(
        self, ids: Sequence[int], vectors: Rounded, terms: Sequence[Sequence[int]], *, hashes: Sequence[str]
    ) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        number = max((int(name.split("-")[0]) for name in self._names()), default=0) + 1
        making = self._folder / "making"
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir()
        segment = Segment(
            ids=np.asarray(ids, dtype=np.int64),
            hashes=np.array(hashes, dtype=HASH),
            vectors=vectors,
            postings=postings(terms),
        )
        for name, array in segment.arrays().items():
            np.save(making / f"{name}.npy", array)
        making.rename(self._folder / f"{number:06d}-{_mark(segment)}")

    def forget(self, ids: Sequence[int]) -> None:
        """Take texts out that are no more."""
        dimension = self.snapshot().segments[0].vectors.numbers.shape[1]
        nothing = np.zeros((len(ids), dimension), dtype=np.float32)
        vectors = Rounded(numbers=rounded(nothing).numbers, scales=np.full(len(ids), GONE))
        self._append(ids, vectors, [()] * len(ids), hashes=[""] * len(ids))

    def stand(self, step: Step) -> None:
        """Note where it stands now."""
        self._folder.mkdir(parents=True, exist_ok=True)
        before = list(self._folder.glob("step-*"))
        now = self._folder / f"step-{step.run}-{step.newest}-{step.texts}"
        now.touch()
        for other in before:
            if other != now:
                other.unlink()

    def merge(self) -> None:
        """Make one segment of the latest ones where there are many, so that each of the rest holds far more than it."""
        while merged := too_many([(name, len(self._read(name).ids)) for name in self._names()]):
            making = self._folder / "making"
            shutil.rmtree(making, ignore_errors=True)
            making.mkdir()
            mark = write_merged([self._read(name) for name in merged], making)
            making.rename(self._folder / f"{merged[-1].split('-')[0]}-{mark}")
            for name in merged:
                shutil.rmtree(self._folder / name)

    def discard(self) -> None:
        """Delete it all."""
        self._taken = None
        shutil.rmtree(self._folder, ignore_errors=True)

    def _names(self) -> tuple[str, ...]:
        return _segments(self._listed())

    def _listed(self) -> list[str]:
        try:
            return sorted(path.name for path in self._folder.iterdir())
        except FileNotFoundError:
            return []

    def _read(self, name: str) -> Segment:
        """Map a segment: plain arrays over the mapped files, since slices of memmaps are slow to make."""
        folder = self._folder / name
        held = {part: np.asarray(np.load(folder / f"{part}.npy", mmap_mode="r")) for part in ARRAYS}
        return Segment(
            ids=held["ids"],
            hashes=held["hashes"],
            vectors=Rounded(numbers=held["numbers"], scales=held["scales"]),
            postings=Postings(**{part: held[part] for part in POSTINGS}),
        )


def _segments(listed: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in listed if name[:1].isdigit())


def _stood(listed: Sequence[str]) -> Step | None:
    """Read the step; None while one takes another's place."""
    found = [name for name in listed if name.startswith("step-")]
    if len(found) != 1:
        return None
    run, newest, texts = map(int, found[0].split("-")[1:])
    return Step(run=run, newest=newest, texts=texts)


def _mark(segment: Segment) -> str:
    """Name the content, so that a rebuilt segment of the same number is not taken for the one mapped before."""
    return blake2b(segment.ids.tobytes() + segment.hashes.tobytes(), digest_size=6).hexdigest()
