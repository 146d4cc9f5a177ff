"""Columns of a fixed-width face."""

from unicodedata import east_asian_width


def width(text: str) -> int:
    """Count the columns a text takes; Chinese characters take two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def pad(text: str, columns: int) -> str:
    """Fill a text with spaces to so many columns."""
    return text + " " * (columns - width(text))
