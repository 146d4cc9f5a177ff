"""Rows of texts with their topics, as one column of names or as columns of flags."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.bench.columns import read_columns
from bot.bench.topics import LabelledTexts

YES = frozenset({"1", "1.0", "true", "yes", "y"})


def topics_of(path: Path, *, label: str) -> tuple[str, ...]:
    """Give the names that a column of labels holds, in order."""
    return tuple(sorted({cell.strip() for (cell,) in read_columns(path, [label]) if cell.strip()}))


def named_rows(path: Path, *, text: str, label: str, topics: Sequence[str]) -> LabelledTexts:
    """Give the rows that have a text and one of the topics."""
    rows = [(words, topic.strip()) for words, topic in read_columns(path, [text, label])]
    rows = [(words, topic) for words, topic in rows if words.strip() and topic in topics]
    truths = np.array([[topic == one for one in topics] for _, topic in rows], dtype=np.bool_)
    return LabelledTexts(texts=tuple(words for words, _ in rows), truths=truths)


def flagged_rows(path: Path, *, text: str, labels: Sequence[str]) -> LabelledTexts:
    """Give the rows that have a text; a topic is had where its column says yes."""
    rows = [row for row in read_columns(path, [text, *labels]) if row[0].strip()]
    truths = np.array([[cell.strip().casefold() in YES for cell in row[1:]] for row in rows], dtype=np.bool_)
    return LabelledTexts(texts=tuple(row[0] for row in rows), truths=truths)


def columns_named(listed: str, *, header: Sequence[str]) -> list[str]:
    """Part a list of column names at its commas; a name that has commas itself is known by the header."""
    parts = listed.split(",")
    found: list[str] = []
    while parts:
        fits = (end for end in range(len(parts), 1, -1) if ",".join(parts[:end]).strip() in header)
        end = next(fits, 1)
        found.append(",".join(parts[:end]).strip())
        parts = parts[end:]
    return found
