"""Text as it is compared: one width, one kind of quotes, no control characters; a folded twin of equal length."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

LONGEST = 2000
"""Longer texts are pasted material, not questions."""

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」『』〝〞＂", '"') | dict.fromkeys("‘’‚‛`´＇", "'"))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_UNMARKED = {"ł": "l", "đ": "d", "ø": "o", "ß": "s", "ı": "i"}
_SPACES = re.compile(r"\s+")


def clean(text: str) -> str:
    """Give the text with one width, straight quotes and plain spaces, cut a little past LONGEST."""
    cut = unicodedata.normalize("NFKC", text[: LONGEST + 1].translate(_QUOTES)).translate(_DASHES)
    visible = "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in cut if _keeps(c))
    return _SPACES.sub(" ", visible).strip()[: LONGEST + 1]


def fold(text: str, *, variants: Mapping[str, str] | None = None) -> str:
    """Give the text in lower case without marks, character for character, so that positions stay the same."""
    if text.isascii():
        return text.lower()
    folded = "".join(map(_fold_one, text))
    if variants is None or folded.isascii():
        return folded
    return "".join(variants.get(c, c) for c in folded)


@lru_cache(maxsize=8192)
def _fold_one(character: str) -> str:
    lower = character.lower()[:1] or " "
    if lower in _UNMARKED:
        return _UNMARKED[lower]
    return unicodedata.normalize("NFD", lower)[0] if lower > "\x7f" else lower


def _keeps(character: str) -> bool:
    """Zero-width and direction characters say nothing and hide much."""
    return unicodedata.category(character) not in {"Cf", "Cs", "Co", "Cn"}
