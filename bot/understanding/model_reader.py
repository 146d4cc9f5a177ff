"""Reads messages by a language model where the offline reading is unsure; what the model says is checked like all else.

The model sees the message and the turn before it without personal data, and may look names up. It answers nothing and
does nothing: whatever it says is a meaning, and `decide`, previews and confirmations come after it as always.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

from rapidfuzz import fuzz, process

from bot.messages import Json, Slots
from bot.people import Person
from bot.ports import LanguageModel, ModelCall, ModelFailed, ModelTurn, Understanding
from bot.store.vocabulary import Vocabulary
from bot.understanding.before import Before
from bot.understanding.masking import Mask
from bot.understanding.model_checking import ModelCheck, intent_slots
from bot.understanding.model_talk import Limits, ModelTalk, Purse
from metrics.errors import MetricsError
from metrics.period_words import NamedEvents, parse_period
from prompts.load import Prompt

CALLS, SECONDS = 6, 20.0
"""Of the 8 calls and 30 seconds a question may take; rewriting has the others."""
SURE = 0.56
OFFERED = 5
PUBLIC_KINDS = frozenset({
    "touchpoint", "journey", "stage", "store", "region", "country", "channel", "segment", "persona", "theme",
    "named_event", "source",
})  # fmt: skip
"""What a model may look up: nothing that is a person."""
LONGEST = 4_000
"""Characters from which a text is a record to be summed up rather than a question to be understood."""
TOOLS: tuple[Mapping[str, object], ...] = (
    {
        "type": "function",
        "function": {
            "name": "understand",
            "description": "Say what the message asks for.",
            "parameters": {
                "type": "object",
                "properties": {
                    "intent": {"type": "string"},
                    "slots": {"type": "object"},
                    "missing": {"type": "array", "items": {"type": "string"}},
                },
                "required": ["intent", "slots"],
            },
        },
    },
    {
        "type": "function",
        "function": {
            "name": "look_up",
            "description": "Find how a name is written.",
            "parameters": {
                "type": "object",
                "properties": {"kind": {"type": "string"}, "text": {"type": "string"}},
                "required": ["kind", "text"],
            },
        },
    },
)


class Offline(Protocol):
    """The offline reading."""

    def read(self, text: str, *, before: Before | None, asker: Person, now: datetime) -> Understanding:
        """Understand one text in the light of the turn before it."""
        ...

    def language_of(self, text: str) -> str | None:
        """Tell the language of a text; None where it does not show."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelReader:
    """Reads offline first, then by the model where that may help; a model that fails changes nothing but the label."""

    offline: Offline
    model: LanguageModel
    prompt: Prompt
    purse: Purse
    tokens: int
    """The most one question may cost."""
    reads: Literal["unsure", "always"]
    redact: Callable[[str], str]
    vocabulary: Callable[[], Vocabulary]
    metrics: frozenset[str]
    named_events: NamedEvents

    def language_of(self, text: str) -> str | None:
        """Tell the language of a text."""
        return self.offline.language_of(text)

    def read(self, text: str, *, before: Before | None, asker: Person, now: datetime) -> Understanding:
        """Understand one text; never raises for what a model does."""
        found = self.offline.read(text, before=before, asker=asker, now=now)
        if found.intent == "refuse" or len(text) > LONGEST or not (self.reads == "always" or _is_unsure(found)):
            return found
        try:
            return self._by_model(text, before=before, asker=asker, now=now)
        except ModelFailed as failed:
            return replace(found, fell_back=failed.reason)

    def _by_model(self, text: str, *, before: Before | None, asker: Person, now: datetime) -> Understanding:
        today = now.astimezone(ZoneInfo(asker.timezone)).date()
        mask = Mask(redact=self.redact)
        limits = Limits(calls=CALLS, seconds=SECONDS, tokens=self.tokens)
        talk = ModelTalk(model=self.model, purse=self.purse, limits=limits, person_key=asker.key, day=now.date())
        check = ModelCheck(
            vocabulary=self.vocabulary(),
            metrics=self.metrics,
            is_period=lambda value: self._is_period(value, today=today),
            text=text,
            before=before,
        )
        turns = [
            ModelTurn(role="system", text=self._prompt(before, mask=mask, today=today)),
            ModelTurn(role="user", text=mask.hidden(text)),
        ]
        repaired = False
        while True:
            reply = talk.ask(turns, tools=TOOLS)
            turns.append(ModelTurn(role="model", text=reply.text, calls=reply.calls))
            understood = next((call for call in reply.calls if call.name == "understand"), None)
            if understood is None and reply.calls:
                turns += [ModelTurn(role="tool", text=_looked_up(call, check), answers=call.id) for call in reply.calls]
                continue
            found, problem = self._checked(understood, mask=mask, check=check)
            if found is not None:
                return found
            if repaired:
                raise ModelFailed("unusable")
            repaired = True
            turns += _told(understood, reply.calls, problem)

    def _checked(self, call: ModelCall | None, *, mask: Mask, check: ModelCheck) -> tuple[Understanding | None, str]:
        if call is None:
            return None, "call `understand`"
        intent, slots, missing = (call.arguments.get(name) for name in ("intent", "slots", "missing"))
        missing = missing or []
        if not isinstance(intent, str) or not isinstance(slots, dict) or not isinstance(missing, list):
            return None, "intent is a string, slots an object, missing a list"
        shown = mask.shown(_as_json(slots))
        known: Slots = shown if isinstance(shown, dict) else {}
        problem = check.problem(intent, known)
        if problem is not None:
            return None, problem
        lacking = tuple(name for name in missing if name in intent_slots()[intent] and name not in known)
        return (
            Understanding(
                intent=intent,
                slots=_canonical(known, check),
                missing=lacking,
                reason=str(known["reason"]) if intent == "refuse" and "reason" in known else None,
                understood_by=self.model.name,
                prompt=self.prompt.id,
            ),
            "",
        )

    def _prompt(self, before: Before | None, *, mask: Mask, today: date) -> str:
        told = "none" if before is None else mask.hidden(
            json.dumps({"intent": before.intent, "slots": before.slots, "missing": before.missing}, ensure_ascii=False)
        )  # fmt: skip
        slots = "\n".join(f"- {intent}: {', '.join(names) or 'none'}" for intent, names in intent_slots().items())
        return self.prompt.filled(
            {"slots": slots, "metrics": ", ".join(sorted(self.metrics)), "today": today.isoformat(), "before": told}
        )

    def _is_period(self, value: Json, *, today: date) -> bool:
        try:
            parse_period(value, today=today, named_events=self.named_events)
        except (MetricsError, TypeError, ValueError):
            return value == "all"
        return True


def _is_unsure(found: Understanding) -> bool:
    return "intent" in found.ambiguous or bool(found.missing) or found.confidence < SURE


def _looked_up(call: ModelCall, check: ModelCheck) -> str:
    """Answer a look-up with names on file; anything else is no tool of ours."""
    kind, text = str(call.arguments.get("kind", "")), str(call.arguments.get("text", ""))[:100]
    if call.name != "look_up" or kind not in PUBLIC_KINDS:
        return "there is no such tool or kind"
    names = {written: entry.name for entry in check.vocabulary.entries if entry.kind == kind for written in entry.texts}
    found = process.extract(text, list(names), scorer=fuzz.WRatio, limit=OFFERED, score_cutoff=50)
    return json.dumps(list(dict.fromkeys(names[written] for written, _, _ in found)), ensure_ascii=False)


def _told(understood: ModelCall | None, calls: tuple[ModelCall, ...], problem: str) -> list[ModelTurn]:
    """Tell the model once what was wrong; every call it made must be answered."""
    if understood is None:
        return [ModelTurn(role="user", text=problem)]
    return [ModelTurn(role="tool", text=problem, answers=call.id) for call in calls]


def _canonical(slots: Slots, check: ModelCheck) -> Slots:
    scope = slots.get("scope")
    if not isinstance(scope, dict):
        return slots
    named = {
        kind: (check.canonical(kind, name) or name) if isinstance(name, str) else name for kind, name in scope.items()
    }
    return {**slots, "scope": named}


def _as_json(value: object) -> Json:
    """Take a model's arguments for JSON; what is none becomes its text."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case list():
            return [_as_json(item) for item in value]
        case dict():
            return {str(key): _as_json(item) for key, item in value.items()}
    return str(value)
