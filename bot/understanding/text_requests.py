"""What people ask of texts in so many words: change a theme, the words most used, others like this one, a summary.

The patterns are data (`grammar/text_requests.toml`). They say more than an intent does, so they come after it: the
period and the scope that were understood stay.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from bot.messages import Json, Slots
from bot.ports import Understanding
from bot.understanding.heard import Heard
from bot.understanding.slots.texts import item_ref, query_of

MOST_WORDS = 50
SCOPED = ("touchpoint", "store", "region", "country", "channel", "segment", "persona")
KEPT = ("period", "scope", "filters", "sentiment", "compare_to", "limit")
"""What stays of what was understood, whatever it was taken for."""

MARKS = " .!?,;:\"'()。！？，；：、"
LEFT_ALONE = frozenset({"prompt_injection", "pii_bulk", "hr_harm", "permission"})
"""Refusals that no wording lifts."""

OF_TEXTS = frozenset({"feedback_search", "feedback_count", "themes", "summarize_text", "help", "digest_subscribe"})
"""Intents that a request for a summary of many texts may have been taken for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """edits: by operation, in the order in which they are tried; the others stand anywhere in a text."""

    edits: tuple[tuple[str, re.Pattern[str]], ...]
    joins: re.Pattern[str]
    words: re.Pattern[str]
    similar: re.Pattern[str]
    summary: re.Pattern[str]
    new_themes: re.Pattern[str]


def requested(heard: Heard, understood: Understanding) -> Understanding:
    """Give what was understood, or what the text plainly asks for instead."""
    if understood.intent == "refuse" and understood.reason in LEFT_ALONE:
        return understood
    edit = edit_in(heard.said.shown, heard.said.folded)
    if edit is not None:
        return Understanding(intent="themes", slots={"edit": edit}, confidence=1.0)
    if understood.intent == "refuse" or any(not quote.short for quote in heard.quotes):
        return understood
    return _asked(heard, understood)


def edit_in(shown: str, folded: str) -> dict[str, Json] | None:
    """Read a change of a theme: its operation, and the names and words as they were typed."""
    patterns = load_patterns()
    for operation, pattern in patterns.edits:
        match = pattern.fullmatch(folded.rstrip(MARKS))
        if match is not None:
            parts = {name: shown[match.start(name) : match.end(name)].strip(MARKS) for name in match.re.groupindex}
            edit: dict[str, Json] = {"operation": operation, "theme": parts["name"]}
            if "words" in parts:
                edit["words"] = list(_parted(parts["words"], patterns.joins))
            if "into" in parts:
                edit["into"] = parts["into"]
            return edit
    return None


@cache
def load_patterns() -> Patterns:
    """Read the patterns of all languages."""
    data = tomllib.loads(files("bot.understanding").joinpath("grammar/text_requests.toml").read_text(encoding="utf-8"))
    edits = {operation: found for operation, found in data["edits"].items() if operation != "joins"}
    return Patterns(
        edits=tuple((operation, re.compile(one)) for operation, found in edits.items() for one in found),
        joins=re.compile("|".join(map(re.escape, data["edits"]["joins"]))),
        words=_any(data["words"]),
        similar=_any(data["similar"]),
        summary=_any(data["summary"]),
        new_themes=_any(data["new_themes"]),
    )


def _asked(heard: Heard, understood: Understanding) -> Understanding:
    patterns, folded = load_patterns(), heard.said.folded
    if patterns.words.search(folded):
        about = query_of(heard) if heard.has("about") and not _placed(heard, understood) else None
        return _of(heard, understood, "themes", {"what": "words", **({"query": about} if about else {})})
    if patterns.similar.search(folded) and not heard.has("about"):
        slots: Slots = {"like": "@context", **_heard_of(heard)}
        place = item_ref(heard)
        return replace(
            understood,
            intent="feedback_search",
            slots={"period": "last_90d", **slots, **({"item_ref": place} if place else {})},
            missing=(),
            ambiguous={},
        )
    if patterns.summary.search(folded) and understood.intent in OF_TEXTS:
        query = None if "scope" in _heard_of(heard) or heard.has("scope_mine") else query_of(heard)
        understood = _on_its_own(understood) if query else understood
        return _of(heard, understood, "themes", {"what": "summary", **({"query": query} if query else {})})
    if understood.intent == "themes" and patterns.new_themes.search(folded):
        return _of(heard, understood, "themes", {"order": "emerging", "what": "found"})
    return understood


def _of(heard: Heard, understood: Understanding, intent: str, slots: Mapping[str, Json]) -> Understanding:
    kept: Slots = {name: understood.slots[name] for name in KEPT if name in understood.slots}
    found: Slots = {"period": "last_90d", **_heard_of(heard), **kept, **slots}
    return replace(understood, intent=intent, slots=found, missing=(), ambiguous={})


def _on_its_own(understood: Understanding) -> Understanding:
    """Forget where and when the question before it was about: what this one is about, it says itself."""
    slots = {name: value for name, value in understood.slots.items() if name not in {"scope", "period"}}
    return replace(understood, slots=slots)


def _placed(heard: Heard, understood: Understanding) -> bool:
    """Say whether what it is about is a place the organisation has, rather than words."""
    return "scope" in understood.slots or "scope" in _heard_of(heard)


def _heard_of(heard: Heard) -> Slots:
    """Read when and where, for an intent that has no use for it may have been understood first."""
    found: Slots = {}
    if heard.periods:
        found["period"] = heard.periods[0].span.value
    scope: dict[str, Json] = {name.kind: name.name for name in reversed(heard.named(*SCOPED))}
    return {**found, "scope": scope} if scope else found


def _parted(words: str, joins: re.Pattern[str]) -> tuple[str, ...]:
    parts = (part.strip(MARKS) for part in joins.split(words))
    return tuple(dict.fromkeys(part for part in parts if part))[:MOST_WORDS]


def _any(section: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in section["any"]))
