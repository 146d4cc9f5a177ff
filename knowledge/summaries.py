"""Summaries whose every sentence rests on texts that exist: what a writer is given, and what of it may be shown.

A sentence is kept if it names texts it was given, if every number in it stands in those texts or among the counts it
was given, if what it quotes stands in them word for word, and if it shares a telling word or a theme with them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from knowledge.themes import ThemeAnnotator
from knowledge.tokens import is_empty, stem_of, words

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_QUOTED = re.compile(r"[\"“”„«»「」]([^\"“”„«»「」]{3,})[\"“”„«»「」]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeShare:
    """A theme of the texts: how many have it, in percent of all, and how many of those are negative, in percent."""

    name: str
    texts: int
    share: float
    negative: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A verified quote, without personal data."""

    feedback_id: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a summary is written from; texts: how many there are in all."""

    texts: int
    themes: tuple[ThemeShare, ...]
    quotes: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence, and the ids of the texts it rests on."""

    sentence: str
    rests_on: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The sentences that are supported, in order, and how many were not."""

    kept: tuple[Claim, ...]
    dropped: int


class SummaryWriter(Protocol):
    """Writes a summary: a language model, or a double."""

    def write(self, material: Material, *, language: str) -> Sequence[Claim]:
        """Give sentences in the language, each with the ids it rests on; none if it cannot."""
        ...


def checked(claims: Sequence[Claim], material: Material, *, annotator: ThemeAnnotator) -> Checked:
    """Keep what the material supports."""
    kept = tuple(claim for claim in claims if _supported(claim, material, annotator))
    return Checked(kept=kept, dropped=len(claims) - len(kept))


def _supported(claim: Claim, material: Material, annotator: ThemeAnnotator) -> bool:
    texts = {one.feedback_id: one.text for one in material.quotes}
    if not claim.rests_on or not set(claim.rests_on) <= set(texts):
        return False
    cited = [texts[one] for one in claim.rests_on]
    quoted = _QUOTED.findall(claim.sentence)
    return (
        _numbers_stand(claim.sentence, cited, material)
        and all(any(part in text for text in cited) for part in quoted)
        and _about_the_same(claim.sentence, cited, annotator)
    )


def _numbers_stand(sentence: str, cited: Sequence[str], material: Material) -> bool:
    known = {_number(one) for text in cited for one in _NUMBER.findall(text)} | {float(material.texts)}
    for theme in material.themes:
        known |= {
            float(theme.texts),
            *(round(value, places) for value in (theme.share, theme.negative) for places in (0, 1)),
        }
    return all(_number(one) in known for one in _NUMBER.findall(sentence))


def _number(written: str) -> float:
    return float(written.replace(",", "."))


def _about_the_same(sentence: str, cited: Sequence[str], annotator: ThemeAnnotator) -> bool:
    if any(_terms(sentence) & _terms(text) for text in cited):
        return True
    themes = {found.theme for found in annotator.themes(sentence)}
    return any(themes & {found.theme for found in annotator.themes(text)} for text in cited)


def _terms(text: str) -> set[str]:
    return {stem_of(word) or word for word in words(text) if not is_empty(word)}
