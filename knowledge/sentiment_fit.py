"""Learns how texts of one language feel: from the texts alone, and from the organisation's own ratings if it has any.

From the texts alone: those the word lists are surest of teach a logistic regression over n-grams; what it and the lists
then say together, without the least sure, teaches the next, three times over. The ratings teach another, which hears
both, and reads each text beside what it is about: its place along the directions in which all the texts differ most,
so that a word no rating knows stands near the words it is used with. On rated sets of four languages this beat word
lists, a regression on the ratings alone, naive Bayes weighting and pseudo-labelled ratings.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from knowledge.lexicon import lexicon_of
from knowledge.ngrams import SIZE, Weights, count_ngrams, is_chinese, rarity_of
from knowledge.sentiment import tone_of
from knowledge.sentiment_model import SIGNALS, Array, Base, FromRatings, ModelCard, SentimentModel, signals

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

Places = NDArray[np.intp]

SURE_SHARE = 0.7
"""Of the texts on each side, the share that begins: those the lists are surest of."""
LEFT_OUT = 0.3
"""The share of texts that later rounds leave out: those it is least sure of."""
ROUNDS = 3
FEWEST_A_SIDE = 20
"""Texts on each side without which nothing is learnt."""
STRENGTH = 1.0
STRENGTH_FOR = 1_000
"""C of the regressions; with more ratings than this it grows as their root, since there is less to be misled by."""
DIRECTIONS = 50
MOST_FOR_DIRECTIONS = 20_000
"""Texts, drawn at random, from which the directions are found."""
FEWEST_RATED = 50
FEWEST_HELD_OUT = 40
HELD_OUT = 5
"""One rated text in so many is held out to measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedText:
    """A text whose feeling is known: negative, neutral or positive."""

    text: str
    label: str


def fit(
    texts: Sequence[str], *, rated: Sequence[RatedText], language: str, now: datetime | None = None
) -> SentimentModel | None:
    """Learn from texts without ratings and from rated ones; None if there are too few of either to learn from.

    The texts of `rated` need not stand in `texts`.
    """
    everything = [*texts, *(one.text for one in rated)]
    learner = _Learner(everything, language=language)
    base = learner.base()
    if base is None:
        return None
    known = np.arange(len(texts), len(everything))
    labels = [one.label for one in rated]
    ratings = learner.ratings(base, known, labels)
    held, score = learner.measured(base, known, labels)
    card = ModelCard(
        language=language,
        unrated=len(texts),
        rated=len(rated) if ratings else 0,
        classes=ratings.classes if ratings else (),
        holdout=held,
        macro_f1=score,
        fitted_at=now,
    )
    return SentimentModel(language=language, rarity=learner.rarity, base=base, ratings=ratings, card=card)


class _Learner:
    """Holds the texts as vectors over the columns that they have."""

    def __init__(self, texts: Sequence[str], *, language: str) -> None:
        counts = count_ngrams(texts, chinese=is_chinese(language))
        self.rarity = rarity_of(counts, chinese=is_chinese(language))
        self._columns = np.flatnonzero(self.rarity.weights)
        self._vectors = self.rarity.vectors(counts)[:, self._columns]
        lexicon = lexicon_of(language)
        self._tone = np.array([tone_of(text, lexicon).strength for text in texts], dtype=np.float64)

    def base(self) -> Base | None:
        """Learn without ratings."""
        tone_scale = 1 / _size(self._tone)
        tone = self._tone * tone_scale
        if min(int((tone > 0).sum()), int((tone < 0).sum())) < FEWEST_A_SIDE:
            return None
        chosen = _surest(tone)
        positive = tone[chosen] > 0
        for turn in range(ROUNDS + 1):
            model = _regression(STRENGTH, balanced=False).fit(self._vectors[chosen], positive)
            said = model.decision_function(self._vectors)
            scale = 1 / _size(said)
            together = said * scale + tone
            chosen = np.flatnonzero(np.abs(together) > np.quantile(np.abs(together), LEFT_OUT))
            positive = together[chosen] > 0
            if turn == ROUNDS or positive.all() or not positive.any():
                break
        return Base(
            weights=self._spread(model.coef_)[0],
            intercept=float(model.intercept_[0]),
            scale=float(scale),
            tone_scale=float(tone_scale),
        )

    def ratings(self, base: Base, known: Places, labels: Sequence[str]) -> FromRatings | None:
        """Learn from the texts at `known`; None if they are few or all alike."""
        if len(known) < FEWEST_RATED or not {"positive", "negative"} <= set(labels):
            return None
        model = _regression(_strength(len(labels)), balanced=True).fit(self._heard(base, known), labels)
        coefficients, intercepts = np.atleast_2d(model.coef_), np.atleast_1d(model.intercept_)
        if len(model.classes_) == 2:  # one row says how much likelier the second is than the first
            coefficients = np.vstack([np.zeros_like(coefficients), coefficients])
            intercepts = np.append(0.0, intercepts)
        width = len(self._columns)
        return FromRatings(
            classes=tuple(str(one) for one in model.classes_),
            weights=self._spread(coefficients[:, :width] + coefficients[:, width:-SIGNALS] @ self._directions.T),
            signals=coefficients[:, -SIGNALS:],
            intercepts=intercepts,
        )

    def measured(self, base: Base, known: Places, labels: Sequence[str]) -> tuple[int, float | None]:
        """Fit again without one rated text in five and score those: how many, and macro-F1."""
        from sklearn.metrics import f1_score  # noqa: PLC0415 heavy, and only a fit needs it
        from sklearn.model_selection import train_test_split  # noqa: PLC0415

        if len(known) // HELD_OUT < FEWEST_HELD_OUT or min(Counter(labels).values()) < HELD_OUT:
            return 0, None
        learn, test, learn_labels, test_labels = train_test_split(
            known, list(labels), test_size=1 / HELD_OUT, stratify=list(labels), random_state=0
        )
        model = _regression(_strength(len(labels)), balanced=True).fit(self._heard(base, learn), learn_labels)
        return len(test), float(f1_score(test_labels, model.predict(self._heard(base, test)), average="macro"))

    def _heard(self, base: Base, places: Places) -> "csr_matrix":
        from scipy.sparse import csr_matrix, hstack  # noqa: PLC0415 heavy, and only a fit needs it

        vectors = self._vectors[places]
        said = (vectors @ base.weights[self._columns] + base.intercept) * base.scale
        beside = signals(np.asarray(said, dtype=np.float64), self._tone[places] * base.tone_scale)
        return hstack([vectors, csr_matrix(vectors @ self._directions), csr_matrix(beside)], format="csr")

    @cached_property
    def _directions(self) -> Weights:
        """Find the directions in which the texts differ most: shape (columns, k), a mean square of 1 in all."""
        from sklearn.utils.extmath import randomized_svd  # noqa: PLC0415 heavy, and only a fit needs it

        rows = self._vectors.shape[0]
        drawn = np.random.default_rng(0).permutation(rows)[:MOST_FOR_DIRECTIONS]
        some = self._vectors[np.sort(drawn)]
        _, _, found = randomized_svd(some, n_components=min(DIRECTIONS, *some.shape), n_iter=3, random_state=0)
        places = some @ found.T
        return np.asarray(found.T / (np.sqrt((places**2).sum(axis=1).mean()) or 1.0), dtype=np.float32)

    def _spread(self, weights: Array) -> Weights:
        wide = np.zeros((len(weights), 2 * SIZE), dtype=np.float32)
        wide[:, self._columns] = weights
        return wide


def _surest(tone: Array) -> Places:
    """Give the places of the texts that the lists are surest of, on each side."""
    order = np.argsort(tone)
    low, high = order[tone[order] < 0], order[tone[order] > 0][::-1]
    return np.concatenate([side[: max(FEWEST_A_SIDE, int(len(side) * SURE_SHARE))] for side in (high, low)])


def _size(values: Array) -> float:
    return float(np.sqrt(np.mean(values**2))) or 1.0


def _strength(ratings: int) -> float:
    return STRENGTH * math.sqrt(max(1.0, ratings / STRENGTH_FOR))


def _regression(strength: float, *, balanced: bool) -> "LogisticRegression":
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 heavy, and only a fit needs it

    return LogisticRegression(C=strength, class_weight="balanced" if balanced else None, max_iter=400)
