"""Find what customers said about something: filters and rights in SQL first, then words and vectors compared.

Usually the texts that pass the filters are compared exactly, over the sidecar; what it does not hold yet is read from
the store, with the same result. Chroma is asked where that would be too many. Nothing here needs the index to exist.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.backlog import IndexParts, embedder_id
from knowledge.embedder import HashingEmbedder
from knowledge.errors import IndexUnavailable
from knowledge.evidence import Evidence, evidence_of_texts, joined
from knowledge.expansion import expanded
from knowledge.index import FeedbackIndex
from knowledge.ports import Embedder, Vectors
from knowledge.quotes import VerifiedQuote, representative_quote
from knowledge.ranking import mentions, relevance, sharpened
from knowledge.rounded import rounded
from knowledge.sidecar import Sidecar
from knowledge.store.indexed import Candidates, IndexedTexts
from knowledge.tokens import Concept, concepts
from metrics.feedback import FeedbackFilter, FeedbackRow, Sort
from metrics.scope import EVERYTHING, Scope
from metrics.store.engine import Database
from metrics.store.feedback import FeedbackReader

EXACT_AT_MOST = 50_000
"""Candidates that are compared exactly."""

READ_AT_MOST = 20_000
"""Texts that are read from the store because the index lacks them: a few seconds of work."""

_ALL = FeedbackFilter(has_text=True)
OVERFETCH = 100
"""Of Chroma; those with the words come from the sidecar."""
LEXICAL = 300
SHARPENED = 200
"""How many of the best answers are compared with the best few among them."""

SORTED_AT_MOST = 200
"""How many of the best answers are put in order of score, where that is wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A text that answers, how well (0 to 1), and the stretch of it to show."""

    feedback: FeedbackRow
    relevance: float
    quote: VerifiedQuote


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found, best first.

    considered: how many texts passed the filters (None: not counted, the search was wide). degraded: index_behind
    (texts were read from the store instead: the same answer, slower), index_locked, index_broken or index_down
    (compared exactly instead), embedder_down (words alone were compared), partial (more are not indexed than are read:
    the oldest of those were not looked at); None: as usual.
    """

    hits: tuple[Hit, ...]
    considered: int | None
    degraded: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """Which texts mention something, latest stored first.

    The rule: a text has every word of `rule`, or a word that begins as that word's stem says.
    """

    found: NDArray[np.int64]
    considered: int
    rule: tuple[Concept, ...]
    degraded: str | None = None

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.found)

    @property
    def ids(self) -> tuple[int, ...]:
        """Their ids."""
        return tuple(self.found.tolist())


def open_search(engine: Database, *, folder: Path, embedder: Embedder | None = None) -> "FeedbackSearch":
    """Search the feedback of a database, with an index in `folder` if there is one; nothing is opened yet."""
    embedder = embedder or HashingEmbedder()
    name = embedder_id(embedder)
    parts = IndexParts(
        indexed=IndexedTexts(engine, embedder=name),
        embedder=embedder,
        sidecar=Sidecar(folder, embedder=name),
        index=FeedbackIndex(folder, embedder=name),
    )
    return FeedbackSearch(FeedbackReader(engine), parts=parts)


class _Way(Enum):
    EXACT = auto()
    WIDE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    concepts: tuple[Concept, ...]
    vector: Vectors
    without: str | None = None
    """Why it has no vector."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """What speaks for each text, and which of them the sidecar lacks as they now read."""

    evidence: Evidence
    behind: Sequence[int] = ()
    degraded: str | None = None


class FeedbackSearch:
    """Searches feedback. `close` gives the index folder back.

    `former` answers, by vectors that are there, until those of a new embedder have all been made.
    """

    def __init__(self, reader: FeedbackReader, *, parts: IndexParts, former: "FeedbackSearch | None" = None) -> None:
        self._reader = reader
        self._parts = parts
        self._former = former

    @property
    def parts(self) -> IndexParts:
        """What `index_backlog` and `reindex` work on; shared, since one process has the index open once."""
        return self._parts

    def search(
        self,
        text: str,
        *,
        within: Scope,
        wanted: FeedbackFilter | None = None,
        sort: Sort | None = None,
        limit: int = 5,
    ) -> Found:
        """Find the texts that answer best, in that order or as `sort` says; a text without words: the newest.

        Raises UnknownGroup, UnknownDimension.
        """
        wanted = replace(wanted or FeedbackFilter(), has_text=True)
        if (former := self._standing_in()) is not None:
            found = former.search(text, within=within, wanted=wanted, sort=sort, limit=limit)
            return replace(found, degraded="index_behind")
        question = self._question(text)
        if not question.concepts:
            rows = self._reader.find(wanted, within=within, sort=sort or Sort.NEWEST, limit=limit)
            return Found(hits=tuple(_hit(row, 0.0, question) for row in rows), considered=None)
        return self._relevant(question, wanted=wanted, within=within, sort=sort, limit=limit)

    def nearest_exact(self, text: str, *, within: Scope, wanted: FeedbackFilter, limit: int) -> tuple[int, ...]:
        """Give the ids that score best before they are compared with each other; raises as `search` does."""
        question = self._question(text)
        found = self._exact(question, self._candidates(wanted, within=within), within=within).evidence
        scores = relevance(found, question.concepts)
        return tuple(found.ids[np.lexsort((-found.ids, -scores))[:limit]].tolist())

    def mentioning(self, text: str, *, within: Scope, wanted: FeedbackFilter | None = None) -> Mentions:
        """Give every text that mentions `text`; raises UnknownGroup, UnknownDimension."""
        wanted = replace(wanted or FeedbackFilter(), has_text=True)
        if (former := self._standing_in()) is not None:
            return replace(former.mentioning(text, within=within, wanted=wanted), degraded="index_behind")
        nothing = np.zeros(self._parts.embedder.dimension, dtype=np.float32)
        question = _Question(concepts=concepts(text), vector=nothing)
        candidates = self._candidates(wanted, within=within)
        found = self._parts.sidecar.snapshot().mentioning(candidates.known, question=question.concepts)
        if behind := _latest(candidates):
            read = self._read(question, behind, within=within)
            found = np.union1d(found, read.ids[mentions(read)])
        considered, degraded = len(candidates), _degraded(candidates)
        return Mentions(found=found[::-1], considered=considered, rule=question.concepts, degraded=degraded)

    def rows(self, ids: Sequence[int], *, within: Scope) -> tuple[FeedbackRow, ...]:
        """Give the rows of what was found, in that order."""
        return self._reader.get(ids, within=within)

    def close(self) -> None:
        """Give the index folder back."""
        self._parts.index.close()
        if self._former is not None:
            self._former.close()

    def _standing_in(self) -> "FeedbackSearch | None":
        """Give the former search where it knows all texts and this one does not yet."""
        if self._former is None or self._parts.sidecar.snapshot().step is not None:
            return None
        return self._former if self._former.parts.sidecar.snapshot().step is not None else None

    def _question(self, text: str) -> _Question:
        vectors, reason = self._embedded([text])
        return _Question(concepts=expanded(text), vector=vectors[0], without=reason)

    def _embedded(self, texts: Sequence[str]) -> tuple[Vectors, str | None]:
        """Give vectors, or zeros and the reason why there are none."""
        try:
            return self._parts.embedder.embed(texts), None
        except IndexUnavailable as error:
            return np.zeros((len(texts), self._parts.embedder.dimension), dtype=np.float32), error.reason

    def _relevant(
        self, question: _Question, *, wanted: FeedbackFilter, within: Scope, sort: Sort | None, limit: int
    ) -> Found:
        unavailable = candidates = None
        if wanted != _ALL or len(self._parts.sidecar.snapshot().ids) <= EXACT_AT_MOST:
            candidates = self._candidates(wanted, within=within, limit=EXACT_AT_MOST + 1)
        if way(None if candidates is None else len(candidates), within=within) is _Way.WIDE:
            try:
                found = self._wide(question, wanted=wanted, within=within)
                hits = self._hits(found, question, within=within, sort=sort, limit=limit)
                return Found(hits=hits, considered=None, degraded=question.without)
            except IndexUnavailable as error:
                unavailable = error.reason
        if candidates is None or len(candidates) > EXACT_AT_MOST:
            candidates = self._candidates(wanted, within=within)
        compared = self._exact(question, candidates, within=within)
        hits = self._hits(compared, question, within=within, sort=sort, limit=limit)
        degraded = question.without or unavailable or compared.degraded
        return Found(hits=hits, considered=len(candidates), degraded=degraded)

    def _exact(self, question: _Question, candidates: Candidates, *, within: Scope) -> _Compared:
        """Compare every candidate with the question: over the sidecar, and from the store where that lacks it."""
        snapshot = self._parts.sidecar.snapshot()
        parts = list(snapshot.evidence(candidates.known, question=question.concepts, vector=question.vector))
        behind = _latest(candidates)
        if behind:
            parts.append(self._read(question, behind, within=within))
        evidence = joined(parts, concepts=len(question.concepts))
        return _Compared(evidence=evidence, behind=behind, degraded=_degraded(candidates))

    def _read(self, question: _Question, ids: Sequence[int], *, within: Scope) -> Evidence:
        stored = self._reader.texts(ids, within=within)
        texts = [one.redacted for one in stored.values()]
        vectors, _ = self._embedded(texts)
        return evidence_of_texts(
            list(stored), texts, question=question.concepts, vector=question.vector, vectors=vectors
        )

    def _wide(self, question: _Question, *, wanted: FeedbackFilter, within: Scope) -> _Compared:
        """Take the nearest by Chroma, those with the words by the sidecar, and what came since; filter all in SQL."""
        snapshot = self._parts.sidecar.snapshot()
        near = self._parts.index.nearest(question.vector[None, :], limit=OVERFETCH)
        having = snapshot.richest(question.concepts, limit=LEXICAL)
        candidates = self._candidates(wanted, within=within, among=sorted({*near, *having}))
        return replace(self._exact(question, candidates, within=within), degraded=None)

    def _candidates(
        self, wanted: FeedbackFilter, *, within: Scope, limit: int | None = None, among: Sequence[int] | None = None
    ) -> Candidates:
        held = self._parts.sidecar.snapshot()
        return self._parts.indexed.candidates(wanted, within=within, held=held, limit=limit, among=among)

    def _hits(
        self, compared: _Compared, question: _Question, *, within: Scope, sort: Sort | None, limit: int
    ) -> tuple[Hit, ...]:
        found = compared.evidence
        scores = relevance(found, question.concepts)
        best = np.lexsort((-found.ids, -scores))[:SHARPENED]
        best = best[scores[best] > 0]
        ids = found.ids[best]
        if len(ids):
            scores = sharpened(scores[best], self._vectors(ids, behind=compared.behind, within=within))
        order = np.lexsort((-ids, -scores[: len(ids)]))[: limit if sort is None else SORTED_AT_MOST]
        by_id: Mapping[int, float] = {int(ids[place]): float(scores[place]) for place in order}
        rows = self._reader.get(list(by_id), within=within)
        ordered = rows if sort is None else sorted(rows, key=lambda row: _key(row, sort))
        return tuple(_hit(row, by_id[row.id], question) for row in ordered[:limit])

    def _vectors(self, ids: NDArray[np.int64], *, behind: Sequence[int], within: Scope) -> Vectors:
        """Give the vectors of answers, in order: from the sidecar, or anew where it lacks the text as it now reads."""
        known = ~np.isin(ids, behind) if behind else np.ones(len(ids), dtype=np.bool_)
        vectors = np.zeros((len(ids), self._parts.embedder.dimension), dtype=np.float32)
        if known.any():
            vectors[known] = self._parts.sidecar.snapshot().vectors(ids[known])
        if not known.all():
            stored = self._reader.texts(ids[~known].tolist(), within=within)
            texts = [stored[one].redacted if one in stored else "" for one in ids[~known].tolist()]
            anew, _ = self._embedded(texts)
            vectors[~known] = rounded(anew).restored()
        return vectors


def _latest(candidates: Candidates) -> list[int]:
    """Give what is to be read from the store, latest first."""
    return sorted(candidates.behind.tolist(), reverse=True)[:READ_AT_MOST]


def _degraded(candidates: Candidates) -> str | None:
    if not len(candidates.behind):
        return None
    return "index_behind" if len(candidates.behind) <= READ_AT_MOST else "partial"


def way(candidates: int | None, *, within: Scope) -> _Way:
    """Decide how to compare: exactly, unless there are very many (None) and the asker may see all of them.

    There is no middle way, a query of Chroma for the ids that pass the filters: comparing 3,000 texts exactly, ids from
    SQL included, takes less than the 21 ms that Chroma was measured to take for a few thousand ids.

    A limited asker is always answered exactly: what Chroma finds depends on rows that they may not see.
    """
    many = candidates is None or candidates > EXACT_AT_MOST
    return _Way.WIDE if many and within == EVERYTHING else _Way.EXACT


def _hit(row: FeedbackRow, score: float, question: _Question) -> Hit:
    return Hit(
        feedback=row,
        relevance=score,
        quote=representative_quote(row, tuple(one for one in question.concepts if one.telling)),
    )


def _key(row: FeedbackRow, sort: Sort) -> tuple[float, float, int]:
    newest = -row.given_at.timestamp()
    if sort is Sort.NEWEST:
        return (0.0, newest, -row.id)
    if row.score is None:
        return (2.0, newest, -row.id)
    return (row.score.position if sort is Sort.SCORE_ASC else -row.score.position, newest, -row.id)
