"""What the metrics store needs from others, as protocols."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One thing a text says: `field` sentiment, theme, urgency ...; `value` -1 to 1 where the field is a measure.

    `words` are what it rests on, as they were read in the text.
    """

    field: str
    label: str
    value: float | None = None
    confidence: float | None = None
    words: tuple[str, ...] = ()


class Annotator(Protocol):
    """Reads texts."""

    @property
    def name(self) -> str:
        """name@version, kept beside every label it gives."""
        ...

    def annotate(self, texts: Sequence[str], languages: Sequence[str | None]) -> Sequence[Sequence[Label]]:
        """Label each text, in order."""
        ...


class Redactor(Protocol):
    """Takes personal data out of a text before it is stored beside the original."""

    def redact(self, text: str) -> str:
        """Give the text back with personal data replaced by placeholders."""
        ...
