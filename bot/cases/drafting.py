"""A draft of a reply to a customer: in their language, with the facts of the file, promising nothing beyond policy.

Sentences are those of the catalogue, chosen by tone; no one of them speaks of money. Whoever sends it reads it first.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bot.messages import Line, Value
from bot.say import FALLBACK, LOCALES, Say, spoken

SHORT, WARM = "short", frozenset({"warm", "polite", "sincere"})
DEEP = frozenset({"apologetic", "sincere"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a draft may speak of. `name` only where whoever asks may see it; `until`: when they hear from us again."""

    name: str | None
    touchpoint: str | None
    day: date | None
    until: date | None
    signed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text in one of the languages there are sentences for; `fell_back`: the customer's own is none of them."""

    text: str
    language: str
    fell_back: bool


def draft(facts: Facts, *, language: str, tones: Collection[str]) -> Draft:
    """Write a draft in the customer's language, in English where there are no sentences in it."""
    known = language in LOCALES or language.partition("-")[0] in {"en", "pl", "zh"}
    chosen = spoken(language) if known else FALLBACK
    say = Say(chosen)
    lines = [line for line in _lines(facts, set(tones)) if line is not None]
    space = "" if chosen.startswith("zh") else " "
    hello, *body, bye = (say.text(line) for line in lines)
    return Draft(text=f"{hello}\n{space.join(body)}\n{bye}", language=chosen, fell_back=not known)


def _lines(facts: Facts, tones: set[str]) -> list[Line | None]:
    about: dict[str, Value] = {"touchpoint": facts.touchpoint or "", "day": facts.day or ""}
    return [
        Line(key="draft-hello-named", args={"name": facts.name}) if facts.name else Line(key="draft-hello"),
        Line(key="draft-sorry-deep" if tones & DEEP else "draft-sorry"),
        Line(key="draft-about", args=about) if facts.touchpoint and facts.day else None,
        None if SHORT in tones else Line(key="draft-learn"),
        Line(key="draft-until", args={"day": facts.until}) if facts.until else Line(key="draft-soon"),
        Line(key="draft-warm") if tones & WARM and SHORT not in tones else None,
        Line(key="draft-bye", args={"name": facts.signed}),
    ]
