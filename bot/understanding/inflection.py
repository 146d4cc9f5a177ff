"""Names as they are bent in a sentence: Gdańsku, Kowalskiej, paczkomacie come back to the name they are forms of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from bot.understanding.lexicon import Inflection

SHORTEST_STEM = 2


def stems(word: str, *, inflection: Inflection) -> Iterator[str]:
    """Give the word itself and what is left of it without an ending, with the changes of its last consonant undone."""
    yield word
    for ending in inflection.endings:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            stem = word[: -len(ending)]
            yield stem
            for bent, plain in inflection.alternations:
                if stem.endswith(bent):
                    yield stem[: -len(bent)] + plain


class Forms:
    """Looks up which known words a word may be a form of."""

    def __init__(self, words: Iterable[str], *, inflection: Inflection) -> None:
        self._inflection = inflection
        by_stem: defaultdict[str, set[str]] = defaultdict(set)
        for word in words:
            for stem in stems(word, inflection=inflection):
                by_stem[stem].add(word)
        self._by_stem: Mapping[str, frozenset[str]] = {stem: frozenset(found) for stem, found in by_stem.items()}

    def of(self, word: str) -> frozenset[str]:
        """Known words that share a stem with this one, itself left out."""
        found: set[str] = set()
        for stem in stems(word, inflection=self._inflection):
            found |= self._by_stem.get(stem, frozenset())
        return frozenset(found - {word})
