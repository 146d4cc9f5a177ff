"""What was learnt about how texts of one language feel: applied to texts, and why.

Its base was learnt from texts without ratings, labelled by the word lists; on top of it, where the organisation has
rated comments, lies what those taught.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from knowledge.lexicon import lexicon_of
from knowledge.ngrams import Rarity, Weights, count_ngrams
from knowledge.script import HAN
from knowledge.sentiment import Sentiment, Tone, label_of, tone_of

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Array = NDArray[np.float64]

SIGNALS = 5
"""How many numbers of the base the ratings are read beside: see `signals`."""
SIGNAL_WEIGHT = 0.3
MOST_WORDS = 3
"""How many words are named where the lists know none of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCard:
    """What a model rests on. `macro_f1` was measured on rated texts that the measured fit had not seen; None if few."""

    language: str
    unrated: int
    rated: int
    classes: tuple[str, ...] = ()
    holdout: int = 0
    macro_f1: float | None = None
    fitted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Base:
    """Learnt without ratings. `weights` has shape (2 * SIZE,); the scales bring both parts to a mean square of 1."""

    weights: Weights
    intercept: float
    scale: float
    tone_scale: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FromRatings:
    """Learnt from ratings: `weights` (k, 2 * SIZE), `signals` (k, SIGNALS), `intercepts` (k,) for k classes."""

    classes: tuple[str, ...]
    weights: Weights
    signals: Array
    intercepts: Array


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SentimentModel:
    """Reads the feeling of texts of one language."""

    language: str
    rarity: Rarity
    base: Base
    ratings: FromRatings | None
    card: ModelCard

    def read(self, texts: Sequence[str], *, tones: Sequence[Tone] | None = None) -> list[Sentiment]:
        """Say how each text feels, how sure that is, and which words it rests on; `tones` if they are known already."""
        if not texts:
            return []
        tones = tones or self.tones(texts)
        values, confidences, labels = self._judged(texts, tones)
        words = self._words(tones, values)
        return [
            Sentiment(label=label, value=float(value), confidence=float(sure), words=resting_on)
            for value, sure, label, resting_on in zip(values, confidences, labels, words, strict=True)
        ]

    def tones(self, texts: Sequence[str]) -> list[Tone]:
        """Find the listed words of feeling in each text."""
        lexicon = lexicon_of(self.language)
        return [tone_of(text, lexicon) for text in texts]

    def probabilities(self, texts: Sequence[str], tones: Sequence[Tone]) -> Array:
        """Give how likely each rated class is: shape (len(texts), k). Only of a model with ratings."""
        if self.ratings is None:
            raise ValueError("a model without ratings knows no classes")
        vectors = self._vectors(texts)
        heard = signals(self._base_values(vectors), self._tone_values(tones))
        found = vectors @ self.ratings.weights.T + heard @ self.ratings.signals.T + self.ratings.intercepts
        odds = np.exp(found - found.max(axis=1, keepdims=True))
        return np.asarray(odds / odds.sum(axis=1, keepdims=True))

    def unrated_values(self, texts: Sequence[str], tones: Sequence[Tone]) -> Array:
        """Give what the base alone says, below 0 for bad: shape (len(texts),)."""
        return self._base_values(self._vectors(texts)) + self._tone_values(tones)

    def _judged(self, texts: Sequence[str], tones: Sequence[Tone]) -> tuple[Array, Array, list[str]]:
        if self.ratings is None:
            values = np.tanh(self.unrated_values(texts, tones) / 2)
            return values, np.abs(values), [label_of(float(value)) for value in values]
        classes = self.ratings.classes
        shares = self.probabilities(texts, tones)
        values = shares[:, classes.index("positive")] - shares[:, classes.index("negative")]
        if "neutral" in classes:
            return values, shares.max(axis=1), [classes[place] for place in shares.argmax(axis=1)]
        return values, shares.max(axis=1), [label_of(float(value)) for value in values]

    def _words(self, tones: Sequence[Tone], values: Array) -> list[tuple[str, ...]]:
        """Name the listed words on each label's side; where there are none, those that the model leans on most."""
        found = [_listed(tone, value) for tone, value in zip(tones, values, strict=True)]
        unlisted = [at for at, words in enumerate(found) if not words]
        spoken = {at: tuple(dict.fromkeys(self._parts(tones[at].tokens))) for at in unlisted}
        leaning = self._leaning(sorted({word for words in spoken.values() for word in words}))
        for at, words in spoken.items():
            side = 1 if values[at] > 0 else -1
            strongest = sorted(words, key=lambda word: -side * leaning[word])[:MOST_WORDS]
            found[at] = tuple(word for word in strongest if side * leaning[word] > 0)
        return found

    def _parts(self, tokens: Sequence[str]) -> Sequence[str]:
        return _pairs(tokens) if self.rarity.chinese else [token for token in tokens if token[0].isalnum()]

    def _leaning(self, words: Sequence[str]) -> dict[str, float]:
        """Say to which side each word leans by itself: above 0 to the good."""
        if not words:
            return {}
        weights = self.base.weights
        if self.ratings is not None:
            rows = self.ratings.weights
            weights = rows[self.ratings.classes.index("positive")] - rows[self.ratings.classes.index("negative")]
        return dict(zip(words, (self._vectors(words) @ weights).tolist(), strict=True))

    def _vectors(self, texts: Sequence[str]) -> "csr_matrix":
        return self.rarity.vectors(count_ngrams(texts, chinese=self.rarity.chinese))

    def _base_values(self, vectors: "csr_matrix") -> Array:
        return np.asarray(vectors @ self.base.weights + self.base.intercept, dtype=np.float64) * self.base.scale

    def _tone_values(self, tones: Sequence[Tone]) -> Array:
        return np.array([tone.strength for tone in tones], dtype=np.float64) * self.base.tone_scale


def signals(base: Array, tone: Array) -> Array:
    """Give what the ratings are read beside: both parts of the base, and how far each is from indifferent."""
    both = np.column_stack([base, tone, np.abs(base), np.abs(tone), np.abs(base + tone)])
    return both * SIGNAL_WEIGHT


def _listed(tone: Tone, value: float) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.words for one in tone.spotted if one.value * value > 0))


def _pairs(tokens: Sequence[str]) -> list[str]:
    return [first + second for first, second in pairwise(tokens) if HAN.match(first + second)]
