"""How well topics are learnt from labelled texts, beside plain TF-IDF with logistic regression, by macro-F1.

Without a file to learn from, three tenths of the rows are kept for the test (seed 0, each topic in proportion). Topics
that no row to learn from has, or every row, are left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.bench.questions import Share
from knowledge.topics import Truths, learn_one_topic, learn_topics

KEPT_FOR_THE_TEST = 0.3
RESAMPLED = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledTexts:
    """Texts and their topics: truths has shape (texts, topics)."""

    texts: tuple[str, ...]
    truths: Truths

    def at(self, places: NDArray[np.int64]) -> "LabelledTexts":
        """Give some of them."""
        return LabelledTexts(texts=tuple(self.texts[place] for place in places), truths=self.truths[places])


def split(rows: LabelledTexts) -> tuple[LabelledTexts, LabelledTexts]:
    """Give the rows to learn from and those of the test."""
    from sklearn.model_selection import train_test_split  # noqa: PLC0415 loaded when it is needed

    codes = rows.truths.argmax(axis=1)
    even = (rows.truths.sum(axis=1) == 1).all() and np.bincount(codes)[np.unique(codes)].min() > 1
    learn, test = train_test_split(
        np.arange(len(rows.texts)),
        test_size=KEPT_FOR_THE_TEST,
        random_state=0,
        stratify=codes if even else None,
    )
    return rows.at(learn), rows.at(test)


def measure(learn: LabelledTexts, test: LabelledTexts, *, topics: Sequence[str], several: bool) -> list[Share]:
    """Learn and test: the macro-F1 of ours, and of the plain way."""
    usable: Truths = np.asarray(learn.truths.any(axis=0) & ~learn.truths.all(axis=0))
    names = [name for name, use in zip(topics, usable, strict=True) if use]
    learn = LabelledTexts(texts=learn.texts, truths=learn.truths[:, usable])
    truths = test.truths[:, usable]
    if several:
        ours = learn_topics(learn.texts, learn.truths, topics=names).truths(test.texts)
    else:
        model = learn_one_topic(learn.texts, [names[code] for code in learn.truths.argmax(axis=1)])
        ours = model.truths(test.texts)[:, [model.topics.index(name) for name in names]]
    plain = _plain(learn, test.texts, several=several)
    return [_macro_f1("macro_f1", truths, ours), _macro_f1("macro_f1.plain", truths, plain)]


def _plain(learn: LabelledTexts, texts: Sequence[str], *, several: bool) -> Truths:
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 loaded when it is needed
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.multiclass import OneVsRestClassifier  # noqa: PLC0415

    features = TfidfVectorizer()
    matrix = features.fit_transform(learn.texts)
    model: Any = LogisticRegression(max_iter=1_000)
    if several:
        found = OneVsRestClassifier(model).fit(matrix, learn.truths.astype(int)).predict(features.transform(texts))
        return np.asarray(found, dtype=np.bool_)
    codes = model.fit(matrix, learn.truths.argmax(axis=1)).predict(features.transform(texts))
    return np.asarray(np.arange(learn.truths.shape[1]) == codes[:, None], dtype=np.bool_)


def _macro_f1(name: str, truths: Truths, found: Truths) -> Share:
    """Give the mean F1 over the topics met in the test or found there, with a bootstrap interval over its rows."""
    met = truths.any(axis=0) | found.any(axis=0)
    right = (truths & found)[:, met].astype(float)
    said = truths[:, met].astype(float) + found[:, met]
    rows = len(truths)
    weights = np.random.default_rng(0).multinomial(rows, np.full(rows, 1 / rows), RESAMPLED)
    resampled = 2 * (weights @ right) / np.maximum(weights @ said, 1)
    low, high = np.percentile(resampled.mean(axis=1), [2.5, 97.5])
    value = float((2 * right.sum(axis=0) / said.sum(axis=0)).mean())
    return Share(name=name, value=value, low=float(low), high=float(high), n=rows)
