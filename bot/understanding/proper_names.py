"""Words of names of places and people, bent or not: they belong to no language."""

from collections.abc import Iterator

from bot.store.vocabulary import Vocabulary
from bot.understanding.inflection import Forms
from bot.understanding.lexicon import Grammar, words_of

KINDS = frozenset({"store", "region", "country", "person"})


class ProperNames:
    """Knows the capitalised words of names."""

    def __init__(self, vocabulary: Vocabulary, *, grammar: Grammar) -> None:
        ordinary = frozenset(word for language in grammar.languages for word in language.hints)
        self._ordinary = ordinary
        self._words = frozenset(_capitalised(vocabulary)) - ordinary
        self._forms = [Forms(self._words, inflection=language.inflection) for language in grammar.languages]

    def has(self, word: str) -> bool:
        """Whether a folded word may be a form of one of them."""
        if word in self._ordinary or len(word) < 3:
            return False
        return word in self._words or any(forms.of(word) for forms in self._forms)


def _capitalised(vocabulary: Vocabulary) -> Iterator[str]:
    for entry in vocabulary.entries:
        if entry.kind in KINDS:
            for text in entry.texts:
                for written in text.split():
                    if written[:1].isupper() and len(written) > 2:
                        yield from words_of(written)
