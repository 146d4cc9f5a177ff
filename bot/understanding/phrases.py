"""Phrases found in tokens: a trie over word forms. `word*` stands for any word that begins so, `*` for a few words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

Forms = Sequence[Sequence[tuple[str, int]]]
"""For each token the forms it may stand for, with the price of taking it so: 0 as written, more if bent or misspelt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[T]):
    """A phrase in the text: tokens from `first` to before `last`, what it means, and how freely it was read."""

    value: T
    first: int
    last: int
    price: int = 0
    gapped: bool = False


GAP = 4
"""As many words as a lone `*` may stand for."""


@dataclass(slots=True)
class _Node(Generic[T]):
    words: dict[str, "_Node[T]"] = field(default_factory=dict)
    stems: dict[str, "_Node[T]"] = field(default_factory=dict)
    lengths: set[int] = field(default_factory=set)
    gap: "_Node[T] | None" = None
    values: list[T] = field(default_factory=list)


Grouped = dict[str, dict[str, str]]
"""Phrases by their first word ("words"), or its stem ("stems"), or neither ("others"): a line for each, of the place of
its value and the words that follow. As few objects as can be: there are tens of thousands of phrases."""


def grouped(phrases: Iterable[tuple[Sequence[str], int]]) -> Grouped:
    """Group phrases, each with the place of its value, by what they begin with."""
    lines: dict[str, dict[str, list[str]]] = {"words": {}, "stems": {}, "others": {"": []}}
    for words, place in phrases:
        if not words or words[0] == "*":
            lines["others"][""].append(" ".join([str(place), *words]))
        else:
            kind, first = ("stems", words[0][:-1]) if words[0].endswith("*") else ("words", words[0])
            lines[kind].setdefault(first, []).append(" ".join([str(place), *words[1:]]))
    return {kind: {first: "\n".join(found) for first, found in table.items()} for kind, table in lines.items()}


class Phrases(Generic[T]):
    """Phrases and what they mean; grouped once, then only read.

    There are thousands, and a text has a few of their first words: what follows a word is built when it is first met.
    """

    def __init__(self, phrases: Grouped, *, values: Sequence[T]) -> None:
        self._phrases = phrases
        self._values = values
        self._root: _Node[T] = _Node()
        self._root.lengths = {len(stem) for stem in phrases["stems"]}
        for line in phrases["others"][""].splitlines():
            place, *words = line.split(" ")
            _add(self._root, words, values[int(place)])

    def _after(self, node: _Node[T], form: str) -> _Node[T] | None:
        found = node.words.get(form)
        if found is None and node is self._root and form in self._phrases["words"]:
            found = node.words.setdefault(form, self._built(self._phrases["words"][form]))
        return found

    def _after_stem(self, node: _Node[T], stem: str) -> _Node[T] | None:
        found = node.stems.get(stem)
        if found is None and node is self._root and stem in self._phrases["stems"]:
            found = node.stems.setdefault(stem, self._built(self._phrases["stems"][stem]))
        return found

    def _built(self, following: str) -> _Node[T]:
        node: _Node[T] = _Node()
        for line in following.splitlines():
            place, *words = line.split(" ")
            _add(node, words, self._values[int(place)], ends=True)
        return node

    def find(self, forms: Forms) -> list[Found[T]]:
        """Every phrase anywhere in the tokens, of every length."""
        found: list[Found[T]] = []
        for first in range(len(forms)):
            self._walk(_Path(self._root, first, first), forms, found)
        return found

    def at(self, forms: Forms, first: int) -> list[Found[T]]:
        """Every phrase that begins at token `first`."""
        found: list[Found[T]] = []
        self._walk(_Path(self._root, first, first), forms, found)
        return found

    def _walk(self, path: "_Path[T]", forms: Forms, found: list[Found[T]]) -> None:
        node, at = path.node, path.at
        for value in node.values:
            found.append(Found(value=value, first=path.first, last=at, price=path.price, gapped=path.gapped))  # noqa: PERF401
        if at >= len(forms):
            return
        for form, cost in forms[at]:
            following = self._after(node, form)
            if following is not None:
                self._walk(_Path(following, path.first, at + 1, path.price + cost, path.gapped), forms, found)
            for length in node.lengths:
                if length <= len(form) and (stem := self._after_stem(node, form[:length])) is not None:
                    self._walk(_Path(stem, path.first, at + 1, path.price + cost, path.gapped), forms, found)
        if node.gap is not None:
            self._skip(node.gap, path, forms, found)

    def _skip(self, node: _Node[T], path: "_Path[T]", forms: Forms, found: list[Found[T]]) -> None:
        for skipped in range(1, GAP + 1):
            if path.at + skipped >= len(forms) or not forms[path.at + skipped - 1]:
                return
            self._walk(_Path(node, path.first, path.at + skipped, path.price, True), forms, found)


def _add(node: _Node[T], words: Sequence[str], value: T, *, ends: bool = False) -> None:
    """Put a phrase under a node; `ends` says whether it may end there."""
    for word in words:
        if word == "*":
            node.gap = node.gap or _Node()
            node = node.gap
        elif word.endswith("*"):
            node.lengths.add(len(word) - 1)
            node = node.stems.setdefault(word[:-1], _Node())
        else:
            node = node.words.setdefault(word, _Node())
    if (words or ends) and value not in node.values:
        node.values.append(value)


class _Path(NamedTuple, Generic[T]):
    node: _Node[T]
    first: int
    at: int
    price: int = 0
    gapped: bool = False


def longest(found: Iterable[Found[T]]) -> list[Found[T]]:
    """Leave out what lies strictly inside a longer phrase, or covers the same tokens at a higher price."""
    kept: list[Found[T]] = []
    for item in sorted(found, key=lambda f: (f.first - f.last, f.price)):
        if item.gapped or not any(_covers(other, item) for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda f: (f.first, f.last))


def _covers(other: Found[T], item: Found[T]) -> bool:
    if other.gapped:
        return False
    inside = other.first <= item.first and item.last <= other.last
    same = (other.first, other.last) == (item.first, item.last)
    return inside and (not same or other.price < item.price)


def phrases_of(pairs: Iterable[tuple[Sequence[str], T]]) -> Phrases[T]:
    """Make phrases of pairs of words and what they mean."""
    listed = list(pairs)
    return Phrases(
        grouped((words, place) for place, (words, _) in enumerate(listed)), values=[value for _, value in listed]
    )
