"""Cuts long texts where a reader would, and loses nothing: the pieces joined are the text."""

import unicodedata
from collections.abc import Callable

JOINERS = frozenset("\u200d\ufe0e\ufe0f")
"""Zero-width joiner and variation selectors: what stands before or after them is one sign."""


def pieces(text: str, *, limit: int, length: Callable[[str], int] = len) -> tuple[str, ...]:
    """Cut a text into pieces no longer than `limit`, after a line or a word if possible, never within a sign."""
    found = []
    rest = text
    while length(rest) > limit:
        at = _cut(rest, _fitting(rest, limit, length))
        found.append(rest[:at])
        rest = rest[at:]
    return (*found, rest) if rest or not found else tuple(found)


def utf16_length(text: str) -> int:
    """Count as Telegram does: UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def _fitting(text: str, limit: int, length: Callable[[str], int]) -> int:
    """Count the characters that fit; length grows by one or two each, so it is found from below."""
    at = min(len(text), limit)
    while length(text[:at]) > limit:
        at -= max(1, (length(text[:at]) - limit) // 2)
    return at


def _cut(text: str, most: int) -> int:
    for border in ("\n", " "):
        at = text.rfind(border, most // 2, most)
        if at >= 0:
            return at + 1
    at = most
    while at > 1 and _continues(text, at):
        at -= 1
    return at if at > 1 else most


def _continues(text: str, at: int) -> bool:
    """Say whether the character at `at` belongs to the sign before it."""
    return (
        text[at] in JOINERS
        or text[at - 1] == "\u200d"
        or unicodedata.combining(text[at]) > 0
        or "\U0001f3fb" <= text[at] <= "\U0001f3ff"  # skin tones
    )
