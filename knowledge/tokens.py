"""Texts as terms: words of any language folded alike, Chinese as pairs of characters, in simplified script.

A word of five letters or more also gives its first five as a term (`kolej*`), which is how kolejka, kolejki and
kolejkach, or queue and queues, meet without a stemmer for each language.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from knowledge.script import HAN, SIMPLIFIED
from knowledge.word_lists import CHINESE, EMPTY

STEM = 5
"""Letters that carry a word's meaning in inflected languages: long enough to tell words apart, shorter than endings."""

_HAN = "㐀-䶿一-鿿"
_RUN = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+")
_UNMARKED = str.maketrans("łŁđĐøØıŁ", "lLdDoOiL")


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A word that is looked for: as it is (`term`), and by its beginning (`stem`), where it has one."""

    term: str
    stem: str | None = None
    telling: bool = True
    """Whether it carries a topic; a word that does not can order answers, but makes nothing an answer."""


def folded(text: str) -> str:
    """Give the text without case and marks, its Chinese simplified. Lengths may change (ß is ss)."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.translate(_UNMARKED).translate(SIMPLIFIED))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def runs(text: str) -> Iterator[tuple[int, int, str]]:
    """Give each word and each run of Chinese: start and end in the text as it is, and the folded words."""
    for match in _RUN.finditer(text):
        yield match.start(), match.end(), folded(match[0])


def words(text: str) -> list[str]:
    """Give the words in order: folded; Chinese as pairs of neighbours, a lone character as itself."""
    found: list[str] = []
    for run in _RUN.findall(folded(text)):
        found.extend(_pairs(run) if HAN.match(run) else (run,))
    return found


@lru_cache(maxsize=100_000)
def hashes_of(word: str) -> tuple[int, ...]:
    """Give what stands for a word in a list of terms: its hash, its stem's, and those of Chinese characters."""
    stem = stem_of(word)
    terms = [word, *(word if HAN.match(word) and len(word) > 1 else ()), *((stem,) if stem else ())]
    return tuple(term_hash(term) for term in terms)


def term_hash(term: str) -> int:
    """Give a term as 32 bits, the same in every process."""
    return crc32(term.encode("utf-8", "surrogatepass"))


def stem_of(word: str) -> str | None:
    """Give the term that all forms of a word share; None for a short or a Chinese word."""
    return f"{word[:STEM]}*" if len(word) >= STEM and not HAN.match(word) else None


def concepts(text: str) -> tuple[Concept, ...]:
    """Give what a question looks for: its words, without those that carry no topic unless there are no others."""
    return tuple(concept for concept in all_concepts(text) if concept.telling)


def all_concepts(text: str) -> tuple[Concept, ...]:
    """Give every word of a question; where none carries a topic, all count as telling.

    Single Chinese characters follow, which tell nothing: they bring together the words that pairs cut apart.
    """
    found = list(dict.fromkeys(words(text)))
    bare = all(map(is_empty, found))
    characters = dict.fromkeys(letter for word in found if len(word) > 1 and HAN.match(word) for letter in word)
    return (
        *(Concept(term=word, stem=stem_of(word), telling=bare or not is_empty(word)) for word in found),
        *(Concept(term=letter, telling=False) for letter in characters if letter not in found),
    )


def is_empty(word: str) -> bool:
    """Say whether a word carries no topic."""
    return word in EMPTY or all(letter in CHINESE for letter in word)


def _pairs(run: str) -> Iterator[str]:
    if len(run) == 1:
        yield run
    for start in range(len(run) - 1):
        yield run[start : start + 2]
