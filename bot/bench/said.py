"""Made-up comments for speed alone: words of a made-up language, as frequent as those of a real one (Zipf)."""

from collections.abc import Iterator

import numpy as np

WORDS, SUBJECTS, OF_A_SUBJECT = 30_000, 40, 60
FREQUENT = "delivery"
"""A word that half of the comments have."""

SYLLABLES = [first + last for first in "bdfgklmnprstvz" for last in ("a", "e", "i", "o", "u", "an", "el", "or")]


def comments(count: int, *, seed: int = 0) -> Iterator[str]:
    """Make so many comments of 8 to 30 words; the same ones for the same seed."""
    chance = np.random.default_rng(seed)
    pool = np.array(_words())
    ranks = 1 / np.arange(1, WORDS + 1)
    common = np.cumsum(ranks / ranks.sum())
    for start in range(0, count, 10_000):
        many = min(10_000, count - start)
        lengths = chance.integers(8, 31, many)
        drawn = np.minimum(np.searchsorted(common, chance.random(int(lengths.sum()))), WORDS - 1)
        subjects = np.repeat(chance.integers(0, SUBJECTS, many), lengths)
        own = WORDS - 1 - subjects * OF_A_SUBJECT - chance.integers(0, OF_A_SUBJECT, len(drawn))
        chosen = pool[np.where(chance.random(len(drawn)) < 0.25, own, drawn)]
        ends = np.cumsum(lengths)
        having = chance.random(many) < 0.5
        for end, length, has in zip(ends.tolist(), lengths.tolist(), having.tolist(), strict=True):
            yield " ".join([*chosen[end - length : end].tolist(), *([FREQUENT] if has else [])])


def _words() -> list[str]:
    size = len(SYLLABLES)
    return [
        SYLLABLES[number % size] + SYLLABLES[number // size % size] + SYLLABLES[(number * 7 + number // 97) % size]
        for number in range(WORDS)
    ]
