"""Slips of the finger: an unknown word that is one or two keys away from exactly one known word."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

SHORTEST = 5
LONG = 8
"""Words from here on may have two slips."""


class Spelling:
    """Knows words, and puts right those that are nearly one of them."""

    def __init__(self, words: Iterable[str], *, stems: Iterable[str], ordinary: frozenset[str] = frozenset()) -> None:
        self._known = frozenset(words)
        self._ordinary = ordinary
        self._stems = frozenset(stem for stem in stems if len(stem) >= 3)
        buckets: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self._known:
            if len(word) >= SHORTEST - 1 and word.isalpha():
                buckets[word[0], len(word)].append(word)
        self._buckets = dict(buckets)

    def knows(self, word: str) -> bool:
        """Whether it is a known word, or begins like one of which any ending counts."""
        return word in self._known or any(word[:length] in self._stems for length in range(3, len(word) + 1))

    def nearest(self, word: str) -> str | None:
        """Give the one known word this is a slip of; None if it is known, short, or near to several."""
        if len(word) < SHORTEST or len(word) > 24 or not word.isalpha():
            return None
        if word in self._ordinary or self.knows(word):
            return None
        allowed = 2 if len(word) >= LONG else 1
        best, nearest, several = allowed + 1, None, False
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            for known in self._buckets.get((word[0], length), ()):
                distance = OSA.distance(word, known, score_cutoff=allowed)
                if distance < best:
                    best, nearest, several = distance, known, False
                elif distance == best and distance <= allowed:
                    several = True
        if nearest is None or several or word.startswith(nearest) or nearest.startswith(word):
            return None
        return nearest
