"""How a reading is judged against the right one, as the vocabulary of the questions says."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.bench.question_rows import Question
from bot.messages import Json, Outcome, Reply, Slots

WEIGHTY = (
    "metric", "period", "scope", "compare_to", "by", "customer", "case", "assignee", "item_ref", "condition",
    "schedule", "investment", "profit", "touchpoint", "journey",
)  # fmt: skip
"""Slots that make an answer wrong if they are wrong."""
UNASKED = ("scope", "customer", "case")
"""Slots that nobody named may not be there in a first turn."""
OFFERED = 3
DONE = frozenset({Outcome.ANSWER, Outcome.CONFIRM, Outcome.NO_DATA})

DaysOf = Callable[[Json], Json]
"""Gives the days of a period as a comparable value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What became of one question."""

    question: Question
    reply: Reply
    right: bool
    offered: bool
    """Whether it is right, or asked back with the right intent among the first three choices."""
    asked_back: bool
    confidently_wrong: bool
    hits: int
    expected: int
    found: int
    differing: Mapping[str, tuple[str | None, str | None]]
    """Slots that differ: what was expected, what was found."""


def judge(question: Question, reply: Reply, *, days_of: DaysOf) -> Judgement:
    """Judge one reply."""
    asked_back = reply.outcome is Outcome.CLARIFY
    right = _right(question, reply)
    compared = question.answerable and right and reply.intent == question.intent
    expected = flat(question.slots, days_of=days_of) if compared else {}
    found = flat(reply.slots, days_of=days_of) if compared else {}
    differing = {
        name: (expected.get(name), found.get(name))
        for name in sorted({*expected, *found})
        if expected.get(name) != found.get(name)
    }
    return Judgement(
        question=question,
        reply=reply,
        right=right,
        offered=right or _offered(question, reply),
        asked_back=asked_back,
        confidently_wrong=_confidently_wrong(question, reply, right=right, differing=differing),
        hits=sum(found.get(name) == value for name, value in expected.items()),
        expected=len(expected),
        found=len(found),
        differing=differing,
    )


def _right(question: Question, reply: Reply) -> bool:
    if question.intent == "clarify":
        return reply.outcome is Outcome.CLARIFY
    if question.intent == "refuse":
        return reply.outcome is Outcome.REFUSE and reply.reason == question.slots.get("reason")
    if reply.outcome is Outcome.CLARIFY:
        open_questions = bool(reply.missing or reply.ambiguous)
        return (reply.intent == question.intent and open_questions) or "clarify" in question.alt
    return reply.intent in {question.intent, *question.alt}


def _offered(question: Question, reply: Reply) -> bool:
    offered = {choice.intent for choice in reply.choices[:OFFERED]} | set(reply.ambiguous.get("intent", ())[:OFFERED])
    return reply.outcome is Outcome.CLARIFY and not offered.isdisjoint({question.intent, *question.alt})


def _confidently_wrong(
    question: Question, reply: Reply, *, right: bool, differing: Mapping[str, tuple[str | None, str | None]]
) -> bool:
    if reply.outcome not in DONE:
        return False
    if not right:
        return True
    for name, (expected, found) in differing.items():
        slot = name.partition(".")[0]
        if slot in WEIGHTY and expected is not None:
            return True
        if slot in UNASKED and found is not None and question.after is None:
            return True
    return False


def flat(slots: Slots, *, days_of: DaysOf) -> dict[str, str]:
    """Slots as leaves that can be compared: `scope.store` and its value, case and separators left out."""
    leaves: dict[str, str] = {}
    for name, value in slots.items():
        if name in {"period", "compare_to"} and not _is_group(value):
            leaves[name] = _plain(days_of(value))
        elif isinstance(value, dict):
            leaves.update({f"{name}.{key}": leaf for key, leaf in flat(value, days_of=days_of).items()})
        else:
            leaves[name] = _plain(value)
    return leaves


def _is_group(value: Json) -> bool:
    return isinstance(value, dict) and not {"from", "since", "since_event"} & set(value)


def _plain(value: Json) -> str:
    written = json.dumps(value, ensure_ascii=False, sort_keys=True).lower()
    return "".join(c for c in written if c not in " -_")
