"""Which words and phrases customers use most: by how many texts have them, each language apart."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from knowledge.topic_words import TopicWord, topic_words

LEAST_TEXTS = 2
PHRASE_WORDS = (2, 3)
LEAST_TOGETHER = 1.0
"""How much more often words must stand together than chance would have it, as a logarithm: e times as often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A text, and the language it is in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """A word or phrase as most texts write it, and how many texts have it."""

    words: str
    texts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsUsed:
    """What the texts of a language use most; texts: how many there are."""

    language: str
    texts: int
    words: tuple[Used, ...]
    phrases: tuple[Used, ...]


def words_used(texts: Sequence[Spoken], *, limit: int = 10) -> tuple[WordsUsed, ...]:
    """Count words and phrases, the language with most texts first."""
    by_language: dict[str, list[str]] = defaultdict(list)
    for one in texts:
        by_language[one.language].append(one.text)
    order = sorted(by_language, key=lambda code: (-len(by_language[code]), code))
    return tuple(_of_language(code, by_language[code], limit=limit) for code in order)


def _of_language(language: str, texts: Sequence[str], *, limit: int) -> WordsUsed:
    counts: Counter[tuple[str, ...]] = Counter()
    written: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for text in texts:
        had: dict[tuple[str, ...], str] = {}
        for stretch in topic_words(text, language):
            for words in _stretches(stretch):
                had.setdefault(tuple(root for root, _ in words), joined([word for _, word in words], language))
        counts.update(had.keys())
        for roots, form in had.items():
            written[roots][form] += 1
    frequent = {roots: n for roots, n in counts.items() if n >= LEAST_TEXTS}
    single = [roots for roots in frequent if not roots[1:]]
    phrases = [roots for roots in frequent if roots[1:] and _together(roots, counts, of=len(texts))]
    return WordsUsed(
        language=language,
        texts=len(texts),
        words=_most(single, frequent, written, limit=limit),
        phrases=_most(_longest(phrases, frequent), frequent, written, limit=limit),
    )


def joined(words: Sequence[str], language: str) -> str:
    """Write words as a phrase of the language."""
    return ("" if language.startswith("zh") else " ").join(words)


def _stretches(stretch: list[TopicWord]) -> list[list[TopicWord]]:
    lengths = (1, *PHRASE_WORDS)
    return [stretch[at : at + length] for length in lengths for at in range(len(stretch) - length + 1)]


def _together(roots: tuple[str, ...], counts: Counter[tuple[str, ...]], *, of: int) -> bool:
    expected = float(of)
    for root in roots:
        expected = expected * counts[(root,)] / of
    return log(counts[roots] / expected) >= LEAST_TOGETHER if expected else False


def _longest(phrases: Sequence[tuple[str, ...]], counts: dict[tuple[str, ...], int]) -> list[tuple[str, ...]]:
    """Leave out a phrase that nearly always stands inside a longer one."""
    inside = {
        part: n
        for phrase, n in counts.items()
        if len(phrase) == max(PHRASE_WORDS)
        for part in (phrase[:-1], phrase[1:])
    }
    return [one for one in phrases if inside.get(one, 0) * 2 < counts[one]]


def _most(
    chosen: Sequence[tuple[str, ...]],
    counts: dict[tuple[str, ...], int],
    written: dict[tuple[str, ...], Counter[str]],
    *,
    limit: int,
) -> tuple[Used, ...]:
    order = sorted(chosen, key=lambda roots: (-counts[roots], roots))[:limit]
    return tuple(Used(words=_usual(written[roots]), texts=counts[roots]) for roots in order)


def _usual(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))
