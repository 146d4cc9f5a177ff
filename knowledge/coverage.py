"""Texts that stand for many: together they say what most of the others say. Feeling plays no part in the choice."""

from collections import Counter
from collections.abc import Mapping
from math import sqrt

from knowledge.tokens import is_empty, stem_of, words

LONGEST_USUAL = 40
"""Words from which a text has no advantage from being longer."""


def covering(texts: Mapping[int, str], *, limit: int) -> tuple[int, ...]:
    """Choose up to `limit` texts that share most words with the others; each adds what those before it lack.

    Earlier texts win ties, so the same texts give the same choice.
    """
    terms = {key: _terms(text) for key, text in texts.items()}
    weights = Counter(term for of_one in terms.values() for term in of_one)
    shared = {term: float(count - 1) for term, count in weights.items() if count > 1}
    chosen: list[int] = []
    while len(chosen) < min(limit, len(terms)):
        best = max((key for key in terms if key not in chosen), key=lambda key: _worth(terms[key], shared))
        chosen.append(best)
        shared = {term: weight for term, weight in shared.items() if term not in terms[best]}
    return tuple(chosen)


def _worth(terms: frozenset[str], shared: Mapping[str, float]) -> float:
    """Weigh what a text shares with others against its length, so that neither long nor tiny texts win by it."""
    return sum(shared.get(term, 0.0) for term in terms) / sqrt(min(len(terms), LONGEST_USUAL) + 3)


def _terms(text: str) -> frozenset[str]:
    return frozenset(stem_of(word) or word for word in words(text) if not is_empty(word))
