"""A book of words, beginnings and phrases, and the longest of them that stands at a place in a text.

In the data `*` ends a beginning and `_` joins the words of a phrase. Chinese is read by characters.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from knowledge.script import HAN
from knowledge.tokens import folded

SHORTEST_BEGINNING = 2
WORDS_REMEMBERED = 200_000

_TOKEN = re.compile(
    r"[㐀-䶿一-鿿]|[^\W_㐀-䶿一-鿿]+(?:'[^\W_]+)?"
    r"|[:;=][-']?[()\[\]/\\dp]|<3|\^_*\^|>:\(|[.!?。！？;；,，、…~]|[\u2190-\u2bff\U0001f000-\U0001faff]"
)

T = TypeVar("T")


def tokens_of(text: str) -> list[str]:
    """Give the folded words of a text, each Chinese character, sign of feeling and stop as one of its own."""
    return _TOKEN.findall(folded(text.replace("’", "'")))


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """What stands at a place: what it means, how many tokens it takes, and how it reads."""

    meaning: T
    length: int
    words: str


class PhraseBook(Generic[T]):
    """Entries by how they begin; a word that was looked up once is found in one step."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._exact: dict[str, T] = {}
        self._beginnings: dict[str, T] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._known: dict[str, T | None] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for entry, meaning in entries:
            self._add(entry, meaning)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))
        for entry in self._exact:
            if HAN.match(entry):
                lengths = {len(entry), *self._lengths.get(entry[0], ())}
                self._lengths[entry[0]] = tuple(sorted(lengths, reverse=True))

    def _add(self, entry: str, meaning: T) -> None:
        parts = tuple(entry.split("_")) if len(entry) > 3 else (entry,)
        if len(parts) > 1:
            self._phrases.setdefault(parts[0].rstrip("*"), []).append((parts, meaning))
        elif entry.endswith("*"):
            self._beginnings[entry[:-1]] = meaning
        else:
            self._exact[entry] = meaning

    def at(self, tokens: list[str], place: int) -> Hit[T] | None:
        """Give the longest entry that begins at a place."""
        token = tokens[place]
        if token in self._lengths:
            return self._chinese(tokens, place)
        for parts, meaning in self._phrases.get(token, ()):
            if len(parts) <= len(tokens) - place and all(map(_fits, parts, tokens[place : place + len(parts)])):
                return Hit(meaning, len(parts), " ".join(tokens[place : place + len(parts)]))
        meaning_of_word = self.of(token)
        return None if meaning_of_word is None else Hit(meaning_of_word, 1, token)

    def of(self, word: str) -> T | None:
        """Give what a single word means."""
        if word not in self._known:
            if len(self._known) >= WORDS_REMEMBERED:
                self._known.clear()
            self._known[word] = self._look_up(word)
        return self._known[word]

    def _look_up(self, word: str) -> T | None:
        if word in self._exact:
            return self._exact[word]
        for length in range(len(word), SHORTEST_BEGINNING - 1, -1):
            if word[:length] in self._beginnings:
                return self._beginnings[word[:length]]
        return None

    def _chinese(self, tokens: list[str], place: int) -> Hit[T] | None:
        for length in self._lengths[tokens[place]]:
            words = "".join(tokens[place : place + length])
            if words in self._exact:
                return Hit(self._exact[words], min(length, len(tokens) - place), words)
        return None


def _fits(part: str, token: str) -> bool:
    return token.startswith(part[:-1]) if part.endswith("*") else token == part


def entries(section: Mapping[str, object], name: str) -> list[str]:
    """Give the entries of a list in the data; none if it has no such list."""
    listed = section.get(name, "")
    if not isinstance(listed, str):
        raise TypeError(f"{name} must be words in one string")
    return listed.split()
