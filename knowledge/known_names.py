"""Names of people known to the store, found in texts: whole names, their inflected forms, and surnames by themselves.

A first name alone stays: it is too common a word to be one person's.
"""

import re
from collections.abc import Iterable

from knowledge.script import HAN
from knowledge.tokens import folded

_WORD = re.compile(r"[^\W\d_㐀-䶿一-鿿]+(?:[-'’][^\W\d_㐀-䶿一-鿿]+)*")
SHORTEST_SURNAME = 4
"""Letters of a surname that is taken out by itself; it must be written with a capital."""
LONGEST_ENDING = 4
"""Letters by which a form of a name may be longer than its stem: Kowalska, Kowalskiej."""
SHORTEST_CHINESE = 2
MOST_REMEMBERED = 100_000


class KnownNames:
    """Finds names; the time grows with the text, not with the number of names."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_stem: dict[str, set[str]] = {}
        self._surnames: set[str] = set()
        chinese: set[str] = set()
        for name in names:
            words = [folded(word) for word in _WORD.findall(name)]
            if HAN.search(name):
                chinese.add(name.strip())
            elif len(words) > 1:
                self._by_stem.setdefault(_stem(words[0]), set()).add(_stem(words[-1]))
                self._surnames.update({_stem(words[-1])} if len(words[-1]) >= SHORTEST_SURNAME else ())
        self._parts = {*self._by_stem, *(last for lasts in self._by_stem.values() for last in lasts), *self._surnames}
        self._may_be: dict[str, bool] = {}
        found = sorted((name for name in chinese if len(name) >= SHORTEST_CHINESE), key=len, reverse=True)
        self._chinese = re.compile("|".join(map(re.escape, found))) if found else None

    def replace(self, text: str, placeholder: str) -> str:
        """Give the text back with every known name replaced."""
        if self._chinese is not None:
            text = self._chinese.sub(placeholder, text)
        if not self._by_stem:
            return text
        words = list(_WORD.finditer(text))
        parts, end, at = [], 0, 0
        while at < len(words):
            taken = self._taken(words, at, text) if self._is_part(words[at][0]) else 0
            if taken:
                parts += [text[end : words[at].start()], placeholder]
                end = words[at + taken - 1].end()
            at += taken or 1
        return "".join([*parts, text[end:]])

    def _is_part(self, word: str) -> bool:
        """Say whether a word may be a part of any name; remembered, since texts repeat their words."""
        known = self._may_be.get(word)
        if known is None:
            if len(self._may_be) >= MOST_REMEMBERED:
                self._may_be.clear()
            known = self._may_be[word] = not self._parts.isdisjoint(_stems(folded(word)))
        return known

    def _taken(self, words: list[re.Match[str]], at: int, text: str) -> int:
        """Say how many words from here are a name: two, one, or none."""
        if at + 1 < len(words) and text[words[at].end() : words[at + 1].start()].isspace():
            first, last = folded(words[at][0]), folded(words[at + 1][0])
            lasts = {second for stem in _stems(first) for second in self._by_stem.get(stem, ())}
            firsts = {second for stem in _stems(last) for second in self._by_stem.get(stem, ())}
            if lasts & set(_stems(last)) or firsts & set(_stems(first)):
                return 2
        word = words[at][0]
        return int(word[0].isupper() and bool(self._surnames & set(_stems(folded(word)))))


def _stem(word: str) -> str:
    """Give what stays of a name in all its forms: without its last vowel."""
    return word[:-1] if len(word) > 3 and word[-1] in "aeiouy" else word


def _stems(word: str) -> list[str]:
    """Give what a written form may be a form of."""
    shortest = max(3, len(word) - LONGEST_ENDING)
    return [word[:length] for length in range(len(word), min(shortest, len(word)) - 1, -1)] or [word]
