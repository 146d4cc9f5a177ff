"""Measures how often the feeling of labelled texts is read right; what is tested is never learnt from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.bench.columns import read_columns
from bot.bench.measured import Measured
from knowledge.lexicon import lexicon_of
from knowledge.sentiment import label_of, tone_of
from knowledge.sentiment_fit import RatedText, fit
from knowledge.sentiment_model import Array, SentimentModel

Counts = NDArray[np.intp]

SIDES = {"pos": "positive", "neg": "negative", "neu": "neutral"}
"""How the command line calls them, and how the labels are called."""
RESAMPLES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """What is tested, what is learnt from, and the texts that are read without their labels."""

    test: tuple[RatedText, ...]
    rated: tuple[RatedText, ...]
    unlabelled: tuple[str, ...]


def labelled_rows(path: Path, *, text: str, label: str, sides: Mapping[str, str]) -> list[RatedText]:
    """Read the rows whose label is in `sides` and that have a text; raises UnreadableFile, BadMap."""
    rows = read_columns(path, [text, label])
    return [RatedText(text=said, label=sides[mark]) for said, mark in rows if mark in sides and said.strip()]


def split(file: Sequence[RatedText], train: Sequence[RatedText] | None, *, rows: int | None) -> Split:
    """Draw `rows` of `train` (all, if None), stratified with seed 0; every text else is read without its label."""
    if train is None:
        return Split(test=tuple(file), rated=(), unlabelled=())
    drawn, rest = _drawn(train, rows)
    return Split(test=tuple(file), rated=tuple(drawn), unlabelled=tuple(one.text for one in rest))


def split_one(file: Sequence[RatedText], *, rows: int) -> Split:
    """Draw `rows` of the file to learn from and test on its others."""
    drawn, rest = _drawn(file, rows)
    return Split(test=tuple(rest), rated=tuple(drawn), unlabelled=())


def measure(parts: Split, *, language: str) -> list[Measured]:
    """Learn from the rated rows and from all texts without labels, and score the rows under test: macro-F1 first."""
    texts = [one.text for one in parts.test]
    model = fit([*texts, *parts.unlabelled], rated=parts.rated, language=language)
    truth = [one.label for one in parts.test]
    classes = sorted(set(truth) | {one.label for one in parts.rated})
    said = predicted(model, texts, language=language, classes=classes)
    truth_at = np.array([classes.index(one) for one in truth])
    said_at = np.array([classes.index(one) for one in said])
    low, high = _interval(truth_at, said_at, len(classes))
    per_class = _f1_by_class(truth_at, said_at, len(classes))
    known = {one.text for one in parts.rated}
    counts = {
        "rows.tested": len(texts),
        "rows.rated": len(parts.rated),
        "rows.tested_same_text_as_rated": sum(text in known for text in texts),
        "texts.of_file_used_without_labels": len(texts),
        "texts.of_train_used_without_labels": len(parts.unlabelled),
    }
    return [
        Measured(name="macro_f1", value=float(per_class.mean()), low=low, high=high, unit="share"),
        Measured(name="accuracy", value=float((truth_at == said_at).mean()), unit="share"),
        *(
            Measured(name=f"f1.{name}", value=float(value), unit="share")
            for name, value in zip(classes, per_class, strict=True)
        ),
        *(Measured(name=name, value=value, unit="rows") for name, value in counts.items()),
    ]


def predicted(
    model: SentimentModel | None, texts: Sequence[str], *, language: str, classes: Sequence[str]
) -> list[str]:
    """Give each text one of the classes."""
    if model is None:
        return [_side(tone_of(text, lexicon_of(language)).strength, classes) for text in texts]
    tones = model.tones(texts)
    if model.ratings is None:
        return [_side(float(value), classes) for value in model.unrated_values(texts, tones)]
    shares = model.probabilities(texts, tones)
    return [model.ratings.classes[place] for place in shares.argmax(axis=1)]


def _side(value: float, classes: Sequence[str]) -> str:
    if "neutral" in classes:
        return label_of(float(np.tanh(value / 2)))
    return "positive" if value > 0 else "negative"


def _drawn(rows: Sequence[RatedText], count: int | None) -> tuple[list[RatedText], list[RatedText]]:
    from sklearn.model_selection import train_test_split  # noqa: PLC0415 heavy, and only who measures needs it

    if count is None or count >= len(rows):
        return list(rows), []
    drawn, rest = train_test_split(list(rows), train_size=count, stratify=[one.label for one in rows], random_state=0)
    return drawn, rest


def _f1_by_class(truth: Counts, said: Counts, classes: int) -> Array:
    return _f1(np.bincount(truth * classes + said, minlength=classes**2).reshape(classes, classes))


def _f1(table: Counts) -> Array:
    """Give F1 of each class from a table of truth by said; 0 where a class is neither."""
    hits = np.diagonal(table)
    return np.asarray(2 * hits / np.maximum(table.sum(axis=0) + table.sum(axis=1), 1))


def _interval(truth: Counts, said: Counts, classes: int) -> tuple[float, float]:
    """Give the 95 % interval of macro-F1 by redrawing the rows under test."""
    cells = np.bincount(truth * classes + said, minlength=classes**2)
    drawn = np.random.default_rng(0).multinomial(len(truth), cells / len(truth), size=RESAMPLES)
    scores = [float(_f1(one.reshape(classes, classes)).mean()) for one in drawn]
    low, high = np.quantile(scores, [0.025, 0.975])
    return float(low), float(high)
