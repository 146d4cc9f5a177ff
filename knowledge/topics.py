"""Topics learnt from texts that people labelled: weighed words and pieces of words, and a linear model for each topic.

Where a text has one topic, rare topics weigh as much as frequent ones. Where it may have several, each topic has its
own bar, chosen on texts that its model had not seen. scikit-learn takes a second to load: only when learning.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.tokens import folded

FOLDS = 3
USUAL_BAR = 0.5
LEAST_EXAMPLES = 2 * FOLDS
"""A topic with fewer examples keeps the usual bar: there is nothing to choose another by."""

MARGIN_C, MARGIN_SHARPNESS = 0.15, 3.0

Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicModel:
    """What was learnt. topics: its columns, in order; bars: (topics,), the probability from which a text has each."""

    topics: tuple[str, ...]
    several: bool
    bars: NDArray[np.float64]
    _features: Any
    _models: tuple[Any, ...]

    def probabilities(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Give the probability of each topic: shape (texts, topics)."""
        features = self._features.transform(texts)
        if not self.several:
            likely, margins = self._models
            found: NDArray[np.float64] = (likely.predict_proba(features) + _chances(margins, features)) / 2
            return found
        return np.column_stack([model.predict_proba(features)[:, 1] for model in self._models])

    def truths(self, texts: Sequence[str]) -> Truths:
        """Say which topics each text has: shape (texts, topics); exactly one each unless there may be several."""
        found = self.probabilities(texts)
        if self.several:
            return np.asarray(found >= self.bars, dtype=np.bool_)
        return np.asarray(np.arange(len(self.topics)) == found.argmax(axis=1)[:, None], dtype=np.bool_)


def learn_one_topic(texts: Sequence[str], labels: Sequence[str]) -> TopicModel:
    """Learn from texts with one topic each; needs two topics at least.

    Two linear models, whose errors differ, and the mean of what they say: better than either on texts held out.
    """
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 loaded when it is needed
    from sklearn.svm import LinearSVC  # noqa: PLC0415

    features = _features()
    matrix = features.fit_transform(texts)
    likely = LogisticRegression(class_weight="balanced", max_iter=500).fit(matrix, list(labels))
    margins = LinearSVC(C=MARGIN_C, class_weight="balanced", random_state=0).fit(matrix, list(labels))
    topics = tuple(str(one) for one in likely.classes_)
    bars = np.full(len(topics), USUAL_BAR)
    return TopicModel(topics=topics, several=False, bars=bars, _features=features, _models=(likely, margins))


def learn_topics(texts: Sequence[str], truths: Truths, *, topics: Sequence[str]) -> TopicModel:
    """Learn from texts that have any of the topics; `truths` has shape (texts, topics), each true and false once."""
    from sklearn.base import clone  # noqa: PLC0415 loaded when it is needed
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    features = _features()
    matrix = features.fit_transform(texts)
    blank = LogisticRegression(C=4, class_weight="balanced", solver="liblinear", random_state=0)
    bars = np.array([_bar(blank, matrix, truths[:, column]) for column in range(len(topics))])
    models = tuple(clone(blank).fit(matrix, truths[:, column]) for column in range(len(topics)))
    return TopicModel(topics=tuple(topics), several=True, bars=bars, _features=features, _models=models)


def _chances(margins: Any, features: Any) -> NDArray[np.float64]:
    """Turn distances from the borders of topics into chances that sum to one."""
    distances = np.asarray(margins.decision_function(features))
    if distances.ndim == 1:  # of two topics only one border is given
        distances = np.column_stack([-distances, distances])
    powers = np.exp(MARGIN_SHARPNESS * (distances - distances.max(axis=1, keepdims=True)))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def _features() -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 loaded when it is needed
    from sklearn.pipeline import make_union  # noqa: PLC0415

    shared = {"preprocessor": folded, "sublinear_tf": True, "min_df": 2}
    return make_union(
        TfidfVectorizer(ngram_range=(1, 2), **shared), TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), **shared)
    )


def _bar(blank: Any, matrix: Any, truth: NDArray[np.bool_]) -> float:
    """Choose the bar with the best F1 on texts that the model had not seen."""
    from sklearn.model_selection import StratifiedKFold, cross_val_predict  # noqa: PLC0415 loaded when it is needed

    if truth.sum() < LEAST_EXAMPLES:
        return USUAL_BAR
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    found = cross_val_predict(blank, matrix, truth, cv=folds, method="predict_proba")[:, 1]
    order = np.argsort(-found, kind="stable")
    right = np.cumsum(truth[order])
    f1 = 2 * right / (np.arange(1, len(order) + 1) + truth.sum())
    last = int(f1.argmax())
    following = found[order[min(last + 1, len(order) - 1)]]
    return float((found[order[last]] + following) / 2)  # halfway to the first text that does not have it
