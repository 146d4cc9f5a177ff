"""Words that feel good or bad to a customer, by language, read from the lists in `lexicons/`."""

import tomllib
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from knowledge.phrases import PhraseBook, entries

FOLDER = Path(__file__).parent / "lexicons"
EVERY = "every"
"""The list of signs that mean the same in every language."""


class Turn(Enum):
    """Words that do something to the feeling of the words around them."""

    NEGATION = "negations"
    STRONGER = "stronger"
    BUT = "but"


Meaning = float | Turn

WEIGHTS = {"hint_good": 0.35, "hint_bad": -0.35, "good": 1.0, "bad": -1.0, "best": 2.0, "worst": -2.0}
"""What a word of each list is worth. Hints are no feelings, but are said more often by those who have one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The words of a language; `negating` are the beginnings that turn a word round, as nie- does in Polish."""

    book: PhraseBook[Meaning]
    negating: tuple[str, ...]


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Name the languages there are lists for, by their ISO 639 codes."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != EVERY))


def lexicon_of(language: str | None) -> Lexicon:
    """Give the words of a language; of all languages together where it is unknown or has no list."""
    code = (language or "").split("-", maxsplit=1)[0]
    return _lexicon((code,) if code in languages() else languages())


@lru_cache(maxsize=32)
def section_of(language: str, name: str) -> dict[str, Any]:
    """Give a section of a language's list; empty if it has none."""
    with (FOLDER / f"{language}.toml").open("rb") as file:
        found = tomllib.load(file).get(name, {})
    if not isinstance(found, dict):
        raise TypeError(f"[{name}] of {language} must be a section")
    return found


@lru_cache(maxsize=32)
def _lexicon(codes: tuple[str, ...]) -> Lexicon:
    sections = [section_of(code, "sentiment") for code in (EVERY, *codes)]
    turns: list[tuple[str, Meaning]] = [
        (entry, turn)
        for turn in (Turn.STRONGER, Turn.BUT)
        for section in sections
        for entry in entries(section, turn.value)
    ]
    feelings = [
        (entry, weight) for name, weight in WEIGHTS.items() for section in sections for entry in entries(section, name)
    ]
    negations = [(entry, Turn.NEGATION) for section in sections for entry in entries(section, Turn.NEGATION.value)]
    return Lexicon(
        book=PhraseBook(chain(turns, feelings, negations)),
        negating=tuple(chain.from_iterable(entries(section, "negating_prefixes") for section in sections)),
    )
