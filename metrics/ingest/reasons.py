"""Why a line of a file is rejected: a closed set of words, said in the locale catalogue as import-reason-WORD."""

from enum import StrEnum


class Reason(StrEnum):
    """What is wrong with a line."""

    RAGGED = "ragged"
    """More or fewer cells than the header."""
    UNBALANCED_QUOTE = "unbalanced-quote"
    NUL_BYTE = "nul-byte"
    TOO_LONG = "too-long"
    """A field over 64 KiB."""
    NOT_JSON = "not-json"
    """A line of a JSONL file that is no JSON object."""
    NO_ID = "no-id"
    DUPLICATE_ID = "duplicate-id"
    """The id stood on an earlier line of the file."""
    NO_NAME = "no-name"
    NO_DATE = "no-date"
    BAD_DATE = "bad-date"
    """Not in the map's format, or a day that does not exist."""
    FUTURE_DATE = "future-date"
    """More than a day after the import's now."""
    BAD_NUMBER = "bad-number"
    OFF_SCALE = "off-scale"
    NOTHING_SAID = "nothing-said"
    """Neither a score nor a text."""
    UNKNOWN_KIND = "unknown-kind"


class Rejected(Exception):
    """The line cannot be a record; `column` names what is at fault, where one thing is."""

    def __init__(self, reason: Reason, *, column: str = "") -> None:
        super().__init__(reason, column)
        self.reason = reason
        self.column = column
