"""Checks what a language model says a message means: nothing it made up gets through.

Intents, slots, names, periods and metrics must be ones that there are; customers, cases and numbers must stand in the
message or in the turn before it.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.messages import Json, Slots
from bot.store.vocabulary import Vocabulary
from bot.understanding.before import Before
from metrics.folding import fold
from metrics.scope import ATTRIBUTE, DIMENSIONS

SLOTS_FILE = Path(__file__).parent / "model_slots.toml"
SCOPE_KINDS = frozenset({
    "touchpoint", "journey", "stage", "store", "region", "country", "channel", "segment", "persona", "theme",
})  # fmt: skip
LANGUAGES = frozenset({"en", "pl", "zh", "zh-Hans", "zh-Hant"})
REASONS = frozenset({"out_of_scope", "permission", "pii_bulk", "prompt_injection", "tampering", "hr_harm"})
OWN = frozenset({"@mine", "@my_region", "@me", "@context"})
NAMED = {
    "assignee": "person", "owner": "person", "touchpoint": "touchpoint", "journey": "journey", "source": "source",
}  # fmt: skip
"""Slots that hold the name of something that must be there."""
FROM_TEXT = ("customer", "case", "investment", "profit", "condition", "item_ref", "limit", "min_n")
"""Slots that must stand in the message, or in the turn before it."""
LONGEST_WORDS = 200
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_LINK = re.compile(r"https?:|www\.|<[!@#]|\]\(", re.IGNORECASE)


@lru_cache(maxsize=1)
def intent_slots() -> Mapping[str, tuple[str, ...]]:
    """Give the slots that each intent may have."""
    return {name: tuple(slots) for name, slots in tomllib.loads(SLOTS_FILE.read_text(encoding="utf-8")).items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCheck:
    """Knows what there is, and what was said."""

    vocabulary: Vocabulary
    metrics: frozenset[str]
    is_period: Callable[[Json], bool]
    text: str
    before: Before | None

    def problem(self, intent: str, slots: Slots) -> str | None:
        """Say what is wrong, as the model may be told it; None: nothing."""
        allowed = intent_slots().get(intent)
        if allowed is None:
            return "there is no such intent"
        for name, value in slots.items():
            if name not in allowed:
                return f"{intent} has no slot {name}"
            if not self._is_right(name, value):
                return f"the value of {name} is not one there is, or was not said"
        return None

    def _is_right(self, name: str, value: Json) -> bool:
        if self.before is not None and self.before.slots.get(name) == value:
            return True
        if any(len(text) > LONGEST_WORDS or _LINK.search(text) for text in _texts(value)):
            return False
        checks: Mapping[str, Callable[[Json], bool]] = {
            "metric": lambda found: found in self.metrics,
            "period": self.is_period,
            "compare_to": lambda found: self._is_scope(found) or self.is_period(found),
            "scope": self._is_scope,
            "by": _are_dimensions,
            "weight_by": _are_dimensions,
            "reason": lambda found: found in REASONS,
        }
        return checks[name](value) if name in checks else self._is_known_or_said(name, value)

    def _is_known_or_said(self, name: str, value: Json) -> bool:
        if name in NAMED:
            return value in OWN or (isinstance(value, str) and self.canonical(NAMED[name], value) is not None)
        if name in FROM_TEXT:
            return value in OWN or self._was_said(value)
        return True

    def _is_scope(self, value: Json) -> bool:
        if not isinstance(value, dict) or not value:
            return False
        return all(self._is_group(kind, name) for kind, names in value.items() for name in _each(names))

    def _is_group(self, kind: str, name: Json) -> bool:
        if not isinstance(name, str):
            return False
        if kind == "language":
            return name in LANGUAGES
        return kind in SCOPE_KINDS and (name in OWN or self.canonical(kind, name) is not None)

    def canonical(self, kind: str, name: str) -> str | None:
        """Give the name on file for a name or synonym."""
        wanted = fold(name)
        return next((e.name for e in self.vocabulary.entries if e.kind == kind and wanted in map(fold, e.texts)), None)

    def _was_said(self, value: Json) -> bool:
        said = (
            fold(self.text)
            + " "
            + " ".join(fold(text) for text in _texts(dict(self.before.slots) if self.before else None))
        )
        numbers = {float(found.replace(",", ".")) for found in _NUMBER.findall(said)}
        return all(fold(text) in said for text in _texts(value)) and all(
            float(number) in numbers for number in _numbers(value)
        )


def _are_dimensions(value: Json) -> bool:
    return all(one in DIMENSIONS or one.startswith(ATTRIBUTE) for one in _texts(value))


def _each(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _texts(value: Json) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from _texts(item)
        case dict():
            for item in value.values():
                yield from _texts(item)


def _numbers(value: Json) -> Iterator[float]:
    match value:
        case bool():
            return
        case int() | float():
            yield float(value)
        case list():
            for item in value:
                yield from _numbers(item)
        case dict():
            for item in value.values():
                yield from _numbers(item)
