"""Names in a text linked to what they name: exactly, by synonym, bent, misspelt or in part; doubt is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.store.vocabulary import Entry, Vocabulary
from bot.understanding.inflection import Forms as Inflected
from bot.understanding.lexicon import Language, words_of
from bot.understanding.phrases import Forms, Found, longest, phrases_of

PART = 10
"""The price of taking a part of a name for the name."""
KINDS = (
    "touchpoint", "store", "region", "country", "segment", "persona", "journey", "stage", "channel", "named_event",
    "source", "person", "team", "theme",
)  # fmt: skip
"""The likelier kind first, where one text names several kinds of thing."""
PARTIAL = frozenset({"store", "person", "touchpoint", "named_event"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name in the text: tokens `first` to before `last`. `options` are all that fit, one if it is clear."""

    kind: str
    options: tuple[str, ...]
    first: int
    last: int
    others: tuple[tuple[str, str], ...] = ()
    """The same words as names of other kinds: (kind, name)."""
    parent: str | None = None
    """What a store or region lies in."""

    @property
    def name(self) -> str:
        """The first that fits."""
        return self.options[0]

    def as_kind(self, kind: str) -> str | None:
        """Give what these words name among things of this kind."""
        if kind == self.kind:
            return self.name
        return next((name for other, name in self.others if other == kind), None)


class Linker:
    """Finds names; built once per vocabulary and language."""

    def __init__(self, vocabulary: Vocabulary, *, language: Language, variants: dict[str, str]) -> None:
        self._entries = vocabulary.entries
        pairs: list[tuple[tuple[str, ...], tuple[int, int]]] = []
        common = set(language.data["entity"]["common"]) | language.words
        for index, entry in enumerate(vocabulary.entries):
            for text in entry.texts:
                words = words_of(text, variants=variants)
                pairs.append((words, (index, 0)))
                if entry.kind in PARTIAL:
                    pairs += [(part, (index, PART)) for part in _parts(words, common=common)]
        self._phrases = phrases_of(pairs)
        self.words = frozenset(word for words, _ in pairs for word in words if len(word) > 2)
        self._inflected = Inflected(self.words, inflection=language.inflection)

    def forms_of(self, word: str) -> frozenset[str]:
        """Give the words of names that this one may be a form of."""
        return self._inflected.of(word)

    def beginning_with(self, word: str) -> tuple[str, ...]:
        """Give the words of names that this one begins: central for Centralna."""
        if len(word) < 5:
            return ()
        return tuple(known for known in self.words if known.startswith(word) and 0 < len(known) - len(word) <= 2)

    def link(self, forms: Forms, *, heads: Sequence[tuple[int, int, str]]) -> list[Named]:
        """Find names, leaving out those inside longer ones; `heads` are words that say a kind, with their places."""
        spans: dict[tuple[int, int], list[Found[tuple[int, int]]]] = {}
        for found in longest(self._phrases.find(forms)):
            spans.setdefault((found.first, found.last), []).append(found)
        named = [self._choose(span, found, heads) for span, found in spans.items()]
        return _apart(one for one in named if one is not None)

    def _choose(
        self, span: tuple[int, int], found: list[Found[tuple[int, int]]], heads: Sequence[tuple[int, int, str]]
    ) -> Named | None:
        price = min(one.price + one.value[1] for one in found)
        entries = [self._entries[one.value[0]] for one in found if one.price + one.value[1] == price]
        wanted = {kind for first, last, kind in heads if first == span[1] or last == span[0]}
        hinted = [entry for entry in entries if entry.kind in wanted]
        if wanted and not hinted and price >= PART:
            hinted = [e for one in found if (e := self._entries[one.value[0]]).kind in wanted]
        chosen = hinted or entries
        kind = min((entry.kind for entry in chosen), key=_rank)
        names = tuple(dict.fromkeys(entry.name for entry in chosen if entry.kind == kind))
        others = tuple((entry.kind, entry.name) for entry in entries if entry.kind != kind)
        parent = next((entry.parent for entry in chosen if entry.kind == kind), None)
        return Named(kind=kind, options=names, first=span[0], last=span[1], others=others, parent=parent)


def _rank(kind: str) -> int:
    return KINDS.index(kind) if kind in KINDS else len(KINDS)


def _parts(words: tuple[str, ...], *, common: set[str]) -> Iterable[tuple[str, ...]]:
    """Shorter stretches of a name that still say something."""
    for first in range(len(words)):
        for last in range(first + 1, len(words) + 1):
            part = words[first:last]
            if part != words and _telling(part, common=common):
                yield part


def _telling(part: tuple[str, ...], *, common: set[str]) -> bool:
    if all("\u3400" <= word[0] <= "\u9fff" for word in part):
        return len(part) >= 2 and "".join(part) not in common
    return any(word not in common and len(word) >= 4 for word in part) or (
        len(part) >= 2 and all(len(word) >= 3 for word in part)
    )


def _apart(named: Iterable[Named]) -> list[Named]:
    """Of names that overlap without containing each other, keep the longer, then the earlier."""
    kept: list[Named] = []
    for one in sorted(named, key=lambda n: (n.first - n.last, n.first)):
        if all(one.last <= other.first or one.first >= other.last for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda n: n.first)


def entry_names(entries: Iterable[Entry], *, kind: str) -> tuple[str, ...]:
    """Give the names of one kind."""
    return tuple(entry.name for entry in entries if entry.kind == kind)
