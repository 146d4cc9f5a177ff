"""Text as it is looked up: case and marks do not count."""

import unicodedata

_UNMARKED = str.maketrans({"ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae"})
LONGEST = 200


def fold(text: str) -> str:
    """Give the text case-folded, without marks (ó is o, ł is l), its spaces single; at most 200 characters."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_UNMARKED))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())[:LONGEST]


def fold_field(field: str, value: str) -> str:
    """Fold a piece of personal data: of a phone number only its digits count."""
    if field == "phone":
        return "".join(letter for letter in value if letter.isdigit())[:LONGEST]
    return fold(value)
