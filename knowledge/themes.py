"""Themes by their terms: a taxonomy read from data, and which of its themes a text is about, and by which words.

A text may have several themes. One without any is labelled as such, so that it is known to have been read.
"""

import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from knowledge.script import HAN
from knowledge.tokens import folded, runs
from metrics.ports import Label

FOLDER = Path(__file__).parent / "taxonomy"
LANGUAGES = ("en", "pl", "zh")
"""Languages that every shipped theme has terms in; others may have some too."""

MORE_LANGUAGES = ("pt",)
NO_THEME = "other"
LONGEST_WORD = 60
"""Characters of a word that are looked at: what is longer is no word, and reading all of it takes its square."""
SHORTEST_BEGINNING = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme: what it is called in each language, and the terms that speak for it, folded."""

    key: str
    names: tuple[tuple[str, str], ...]
    terms: tuple[str, ...]

    def name(self, language: str) -> str:
        """Name it in a language; where it has no name in that, in a dialect of it, in English, or in any."""
        names = dict(self.names)
        dialects = (name for code, name in self.names if code.split("-")[0] == language.split("-", maxsplit=1)[0])
        return names.get(language) or next(dialects, None) or names.get("en") or self.names[0][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A theme of a text, and the term it rests on."""

    theme: str
    term: str


@lru_cache(maxsize=1)
def read_taxonomy(folder: Path = FOLDER) -> tuple[Theme, ...]:
    """Read every file of themes, in order."""
    themes: list[Theme] = []
    for path in sorted(folder.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        themes += [_theme(key, entry) for key, entry in data.items() if isinstance(entry, dict)]
    return tuple(themes)


def annotator_name(version: int) -> str:
    """Name who reads by this version of the taxonomy; texts read by another are read anew."""
    return f"themes@2.{version}"


class ThemeAnnotator:
    """Labels each text with its themes."""

    def __init__(self, themes: Sequence[Theme] | None = None, *, version: int = 0) -> None:
        """Read by these themes, else by the shipped ones; `version`: of the taxonomy, 0 as it is shipped."""
        self.name = annotator_name(version)
        self._han: list[tuple[str, str]] = []
        self._exact: dict[str, list[int]] = {}
        self._begins: dict[str, list[int]] = {}
        self._terms: list[tuple[str, str, int]] = []
        for theme in read_taxonomy() if themes is None else themes:
            for term in theme.terms:
                self._add(theme.key, term)
        self._known: dict[str, tuple[int, ...]] = {}

    def annotate(self, texts: Sequence[str], languages: Sequence[str | None]) -> Sequence[Sequence[Label]]:
        """Label each text, in order; the terms are looked for in every language, since texts mix them."""
        del languages
        return [self._labels(text) for text in texts]

    def themes(self, text: str) -> tuple[Found, ...]:
        """Give the themes of a text, each with the first of its terms."""
        words = {word for _, _, word in runs(text)}
        met = Counter(term for word in words for term in self._terms_with(word))
        found = {self._terms[term][0]: self._terms[term][1] for term in met if met[term] == self._terms[term][2]}
        if HAN.search(text):
            plain = folded(text)
            for theme, term in self._han:
                if theme not in found and term in plain:
                    found[theme] = term
        return tuple(Found(theme=theme, term=term) for theme, term in sorted(found.items()))

    def _labels(self, text: str) -> list[Label]:
        found = [Label(field="theme", label=one.theme, words=(one.term,)) for one in self.themes(text)]
        return found or [Label(field="theme", label=NO_THEME)]

    def _add(self, theme: str, term: str) -> None:
        if HAN.search(term):
            self._han.append((theme, term))
            return
        words = tuple(dict.fromkeys(term.split()))
        for word in words:
            where, part = (self._begins, word[:-1]) if word.endswith("*") else (self._exact, word)
            where.setdefault(part, []).append(len(self._terms))
        self._terms.append((theme, term, len(words)))

    def _terms_with(self, word: str) -> tuple[int, ...]:
        """Give the terms that a word is part of; each at most once."""
        if len(word) > LONGEST_WORD:
            return self._terms_with(word[:LONGEST_WORD])
        if word not in self._known:
            terms = set(self._exact.get(word, ()))
            for end in range(SHORTEST_BEGINNING, len(word) + 1):
                terms.update(self._begins.get(word[:end], ()))
            self._known[word] = tuple(sorted(terms))
        return self._known[word]


def _theme(key: str, entry: dict[str, Any]) -> Theme:
    terms = tuple(folded(term) for language in (*LANGUAGES, *MORE_LANGUAGES) for term in entry.get(language, ()))
    return Theme(key=key, names=tuple(entry["name"].items()), terms=terms)
