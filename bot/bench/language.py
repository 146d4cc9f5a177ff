"""Measures how often the language of a text is told right."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.bench.measured import Measured
from knowledge.language import LanguageTeller
from metrics.scores.intervals import wilson


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLanguage:
    """A text and its language, by its ISO 639 code; zh stands for both of its scripts."""

    text: str
    language: str


def measure(rows: Sequence[KnownLanguage], *, languages: Sequence[str]) -> list[Measured]:
    """Tell each text's language among `languages`: the share told right, of all and of each language."""
    teller = LanguageTeller(languages)
    configured = {code.split("-", maxsplit=1)[0] for code in languages}
    right = [(one.language, _right(teller.of(one.text), one.language, configured)) for one in rows]
    figures = [_share("accuracy", [fits for _, fits in right])]
    figures += [
        _share(f"accuracy.{code}", [fits for language, fits in right if language == code])
        for code in sorted({language for language, _ in right})
    ]
    return [*figures, Measured(name="rows.tested", value=len(rows), unit="rows")]


def _right(told: str | None, language: str, configured: set[str]) -> bool:
    if language.split("-", maxsplit=1)[0] not in configured:
        return told == "other"
    return told is not None and (told == language or told.split("-", maxsplit=1)[0] == language)


def _share(name: str, outcomes: Sequence[bool]) -> Measured:
    interval = wilson(sum(outcomes), len(outcomes))
    share = sum(outcomes) / len(outcomes)
    return Measured(name=name, value=share, low=interval.low, high=interval.high, unit="share")
