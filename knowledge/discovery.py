"""Themes that no taxonomy has: what texts without a theme are about, by weighed words and their parts (NMF).

Each language apart, since words are what it goes by. scikit-learn takes a second to load: only when looking.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.topic_words import topic_words

FEWEST_TEXTS = 30
"""Texts of a language under which nothing is looked for."""

LEAST_ABOUT = 8
TEXTS_PER_PART, FEWEST_PARTS, MOST_PARTS = 25, 4, 12
WORDS_SHOWN, EXAMPLES = 4, 5
BELONGS = 0.5
"""The share of what a text says that must be of a part for the text to be about it."""

LEAST_SHARED = 0.5
"""How many of a theme's texts must have its first or its second word: less is a mixture, no theme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTheme:
    """words: as the texts have them, most telling first; texts: how many of `of` are about it; examples: their ids."""

    language: str
    words: tuple[str, ...]
    texts: int
    of: int
    examples: tuple[int, ...]


def find_themes(texts: Mapping[int, tuple[str, str]]) -> tuple[FoundTheme, ...]:
    """Look for themes in texts by id, each with its language; the one with most texts first."""
    by_language: dict[str, dict[int, str]] = defaultdict(dict)
    for key, (text, language) in texts.items():
        by_language[language.split("-", maxsplit=1)[0]][key] = text  # both scripts of Chinese are read as one
    found = [
        theme
        for language, own in sorted(by_language.items())
        if len(own) >= FEWEST_TEXTS
        for theme in _of_language(own, language)
    ]
    return tuple(sorted(found, key=lambda theme: (-theme.texts / theme.of, theme.language, theme.words)))


def _of_language(texts: Mapping[int, str], language: str) -> list[FoundTheme]:
    from sklearn.decomposition import NMF  # noqa: PLC0415 loaded when it is needed
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415

    read = _Read(texts, language)
    vectorizer = TfidfVectorizer(analyzer=_same, min_df=3, max_df=0.5, sublinear_tf=True)
    try:
        matrix = vectorizer.fit_transform(read.roots)
    except ValueError:  # no word is in three texts
        return []
    parts = min(max(len(texts) // TEXTS_PER_PART, FEWEST_PARTS), MOST_PARTS, matrix.shape[1] - 1)
    if parts < 2:
        return []
    model = NMF(parts, init="nndsvd", random_state=0, max_iter=300, tol=1e-3)
    weights: NDArray[np.float64] = model.fit_transform(matrix)
    names = list(vectorizer.get_feature_names_out())
    shares = weights / np.maximum(weights.sum(axis=1, keepdims=True), 1e-12)
    return [
        theme
        for part in range(parts)
        if (theme := _theme(read, model.components_[part], shares[:, part], weights[:, part], names)) is not None
    ]


def _theme(
    read: "_Read", component: NDArray[np.float64], share: NDArray[np.float64], weight: NDArray[np.float64],
    names: Sequence[str],
) -> FoundTheme | None:  # fmt: skip
    roots = [names[at] for at in np.argsort(-component, kind="stable")[:WORDS_SHOWN] if component[at] > 0]
    first = set(roots[:2])
    about = [int(at) for at in np.flatnonzero(share >= BELONGS) if first & set(read.roots[at])]
    if len(about) < LEAST_ABOUT or len(about) < LEAST_SHARED * int((share >= BELONGS).sum()):
        return None
    about.sort(key=lambda at: (-weight[at], at))
    return FoundTheme(
        language=read.language,
        words=tuple(read.form(root) for root in roots),
        texts=len(about),
        of=len(read.ids),
        examples=tuple(read.ids[at] for at in about[:EXAMPLES]),
    )


class _Read:
    """The texts of a language as roots of words, and how each root is usually written."""

    def __init__(self, texts: Mapping[int, str], language: str) -> None:
        self.language = language
        self.ids = list(texts)
        self.roots: list[list[str]] = []
        self._forms: dict[str, Counter[str]] = defaultdict(Counter)
        for text in texts.values():
            words = [word for stretch in topic_words(text, language) for word in stretch]
            self.roots.append([root for root, _ in words])
            for root, word in words:
                self._forms[root][word] += 1

    def form(self, root: str) -> str:
        """Write a root as most texts do."""
        forms = self._forms[root]
        return min(forms, key=lambda word: (-forms[word], word))


def _same(words: Any) -> Any:
    return words
