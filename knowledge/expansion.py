"""A question about a subject, in other languages too: "queue" finds 排队 and kolejka by the names of its theme."""

from functools import lru_cache

from knowledge.themes import ThemeAnnotator, read_taxonomy
from knowledge.tokens import Concept, all_concepts, concepts

SHORT = 4
"""Telling words up to which a question names a subject; a longer one is about more than its themes."""


def expanded(text: str) -> tuple[Concept, ...]:
    """Give every word of a question, and the one-word names of its themes in each language."""
    asked = all_concepts(text)
    if len(concepts(text)) > SHORT:
        return asked
    known = {concept.term for concept in asked}
    beginnings = {concept.stem for concept in asked if concept.stem}
    more = (
        concept
        for name in _names(text)
        for concept in concepts(name)
        if concept.term not in known and (concept.stem is None or concept.stem not in beginnings)
    )
    return (*asked, *{concept.term: concept for concept in more}.values())


def _names(text: str) -> tuple[str, ...]:
    found = {one.theme for one in _annotator().themes(text)}
    names = (name for theme in read_taxonomy() if theme.key in found for _, name in theme.names)
    return tuple(name for name in dict.fromkeys(names) if len(name.split()) == 1 and "-" not in name)


@lru_cache(maxsize=1)
def _annotator() -> ThemeAnnotator:
    return ThemeAnnotator()
