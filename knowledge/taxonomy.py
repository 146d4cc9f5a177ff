"""The taxonomy as people change it: what a change makes of a theme, and what cannot be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from knowledge.script import HAN
from knowledge.themes import NO_THEME, Theme
from knowledge.tokens import folded

Operation = Literal["add", "add_words", "remove_words", "rename", "remove", "merge"]
OPERATIONS: tuple[Operation, ...] = ("add", "add_words", "remove_words", "rename", "remove", "merge")

MOST_TERMS, LONGEST_TERM, LONGEST_NAME = 200, 60, 60
BENT_FROM = 4
"""Letters from which a word is met with its endings too: shorter ones would meet too much."""
VOWELS = frozenset("aeiouy")


class CannotEdit(Exception):
    """The change makes no sense; `problem` says why: unknown, exists, no_words, too_many, no_change."""

    def __init__(self, problem: str, *, theme: str) -> None:
        super().__init__(problem, theme)
        self.problem = problem
        self.theme = theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """The themes in force, and the version they are of; 0: as shipped."""

    themes: tuple[Theme, ...]
    version: int = 0

    def named(self, name: str) -> Theme | None:
        """Find a theme by its key, or by its name in any language."""
        wanted = _bare(name)
        return next((one for one in self.themes if wanted in {_bare(one.key), *(_bare(n) for _, n in one.names)}), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What somebody wants changed: words of a theme, its name (`into`), or the theme it becomes part of (`into`)."""

    operation: Operation
    theme: str
    words: tuple[str, ...] = ()
    into: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A theme before and after; None: there was, or will be, no such theme."""

    key: str
    was: Theme | None
    now: Theme | None


def changes_of(taxonomy: Taxonomy, edit: Edit) -> tuple[Changed, ...]:
    """Say what an edit changes; raises CannotEdit."""
    if edit.operation == "add":
        return (_added(taxonomy, edit),)
    theme = taxonomy.named(edit.theme)
    if theme is None:
        raise CannotEdit("unknown", theme=edit.theme)
    if edit.operation == "merge":
        return _merged(taxonomy, theme, edit)
    if edit.operation == "remove":
        return (Changed(key=theme.key, was=theme, now=None),)
    return (Changed(key=theme.key, was=theme, now=_changed(theme, edit)),)


def term_of(word: str) -> str:
    """Give the term of a word as somebody typed it: folded, and met with its endings; `=word` is met as it stands."""
    exact = word.strip().startswith("=")
    parts = folded(word.strip().lstrip("=")).replace("“", "").replace("”", "").split()
    return " ".join(part if exact else _bent(part) for part in parts)


def to_json(theme: Theme) -> dict[str, Any]:
    """Write a theme as it is stored."""
    return {"name": dict(theme.names), "terms": list(theme.terms)}


def from_json(key: str, content: Mapping[str, Any]) -> Theme:
    """Read a theme as it was stored."""
    names = tuple((str(code), str(name)) for code, name in content["name"].items())
    return Theme(key=key, names=names, terms=tuple(str(term) for term in content["terms"]))


def _added(taxonomy: Taxonomy, edit: Edit) -> Changed:
    if taxonomy.named(edit.theme) is not None:
        raise CannotEdit("exists", theme=edit.theme)
    terms = _terms(edit)
    name = edit.theme.strip()[:LONGEST_NAME]
    key = "_".join(_bare(name).split()) or name
    if key == NO_THEME:
        raise CannotEdit("exists", theme=edit.theme)
    return Changed(key=key, was=None, now=Theme(key=key, names=((edit.language, name),), terms=terms))


def _changed(theme: Theme, edit: Edit) -> Theme:
    if edit.operation == "rename":
        name = edit.into.strip()[:LONGEST_NAME]
        if not name:
            raise CannotEdit("no_words", theme=edit.theme)
        return replace(theme, names=((edit.language, name), *(one for one in theme.names if one[0] != edit.language)))
    wanted = _terms(edit)
    if edit.operation == "add_words":
        terms = tuple(dict.fromkeys((*theme.terms, *wanted)))
    else:
        gone = {*wanted, *(folded(word.strip()) for word in edit.words)}
        terms = tuple(term for term in theme.terms if term not in gone)
    if terms == theme.terms:
        raise CannotEdit("no_change", theme=edit.theme)
    if not terms:
        raise CannotEdit("no_words", theme=edit.theme)
    return replace(theme, terms=_few(terms, edit))


def _merged(taxonomy: Taxonomy, theme: Theme, edit: Edit) -> tuple[Changed, ...]:
    into = taxonomy.named(edit.into)
    if into is None:
        raise CannotEdit("unknown", theme=edit.into)
    if into.key == theme.key:
        raise CannotEdit("no_change", theme=edit.theme)
    terms = _few(tuple(dict.fromkeys((*into.terms, *theme.terms))), edit)
    return (
        Changed(key=into.key, was=into, now=replace(into, terms=terms)),
        Changed(key=theme.key, was=theme, now=None),
    )


def _terms(edit: Edit) -> tuple[str, ...]:
    terms = tuple(dict.fromkeys(term for word in edit.words if (term := term_of(word)[:LONGEST_TERM].strip())))
    if not terms:
        raise CannotEdit("no_words", theme=edit.theme)
    return _few(terms, edit)


def _few(terms: Sequence[str], edit: Edit) -> tuple[str, ...]:
    if len(terms) > MOST_TERMS:
        raise CannotEdit("too_many", theme=edit.theme)
    return tuple(terms)


def _bent(word: str) -> str:
    """Let a word be met with its endings: queue as queu*, wrapping as wrapping*; Chinese stays as it is."""
    if word.endswith("*") or HAN.search(word) or len(word) < BENT_FROM:
        return word
    return f"{word[:-1] if word[-1] in VOWELS and len(word) > BENT_FROM else word}*"


def _bare(name: str) -> str:
    return " ".join(folded(name).replace("_", " ").replace("-", " ").split())
