"""What labels are called, and which labels people mean."""

from collections.abc import Sequence

from bot.messages import Line, Value
from knowledge.theme_names import themes_meant
from knowledge.themes import NO_THEME, Theme
from metrics.folding import fold

FEELINGS = ("negative", "neutral", "positive")
LANGUAGES = ("en", "pl", "zh", "pt", "de")
"""Languages that a comment can be said to be in."""


def known_value(field: str, value: str, *, touchpoints: Sequence[str]) -> tuple[str, ...]:
    """Give what a value names of a feeling, a language or a touchpoint; empty if it names none."""
    options = {"sentiment": FEELINGS, "language": LANGUAGES}.get(field, tuple(touchpoints))
    return tuple(one for one in options if fold(one) == fold(value))


def labels_named(name: str, labels: Sequence[str], themes: Sequence[Theme]) -> tuple[str, ...]:
    """Give those of a text's themes that a word may mean."""
    meant = themes_meant(name, [theme for theme in themes if theme.key in labels])
    return tuple(label for label in labels if label in meant)


def label_name(field: str, label: str, *, themes: Sequence[Theme], language: str) -> Value:
    """Name a label as people call it."""
    match field:
        case "theme" if label != NO_THEME:
            return next((theme.name(language) for theme in themes if theme.key == label), label)
        case "touchpoint":
            return label
        case "language":
            code = label.split("-", maxsplit=1)[0]
            return Line(key=f"label-language-{code}") if code in LANGUAGES else label
        case "mixed":
            return label
        case _:
            return Line(key=f"label-{field.replace('_', '-')}-{label.replace('_', '-')}")
