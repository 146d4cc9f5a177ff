"""Which theme somebody means by a word: by its key or name, else by the terms that speak for it."""

from collections.abc import Sequence

from knowledge.script import HAN
from knowledge.themes import Theme, ThemeAnnotator
from knowledge.tokens import folded

SHORTEST_STEM = 4


def themes_meant(name: str, themes: Sequence[Theme]) -> tuple[str, ...]:
    """Give the keys of the themes that a word may mean: one if it names it, several if it is a part of many."""
    wanted = _bare(name)
    named = [theme.key for theme in themes if wanted in {_bare(theme.key), *(_bare(one) for _, one in theme.names)}]
    if named or not wanted:
        return tuple(named)
    said = [found.theme for found in ThemeAnnotator(themes).themes(name)]
    return tuple(said) or tuple(theme.key for theme in themes if _has(theme, wanted))


def _has(theme: Theme, wanted: str) -> bool:
    """Say whether a word stands in what a theme is called, or in its terms."""
    stem = wanted if HAN.search(wanted) else wanted[: max(SHORTEST_STEM, len(wanted) - 2)]
    texts = [_bare(theme.key), *(_bare(name) for _, name in theme.names), *theme.terms]
    if HAN.search(stem):
        return any(stem in text for text in texts)
    return any(word.startswith(stem) for text in texts for word in text.split())


def _bare(name: str) -> str:
    return " ".join(folded(name).replace("_", " ").replace("-", " ").split())
