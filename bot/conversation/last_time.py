"""A question asked back once is answered as last time, which is said, with a button to change it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.capabilities.ask import Answer
from bot.capabilities.refuse import option
from bot.messages import Choice, Choices, Line, Listing, Outcome, Paragraph, Reply
from bot.ports import Understanding
from bot.store.preferences import prefer
from bot.store.writes import Write
from bot.wording.figures import metric_name

OF_HABIT = frozenset({
    "metric", "store", "region", "country", "touchpoint", "segment", "channel", "journey", "persona", "theme",
    "assignee", "owner",
})  # fmt: skip
"""What people mean alike each time. A customer, a case or a period is another one each time, and asked for."""
CHANGE = "change"
LONGEST = 200

Recalled = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTime:
    """Knows what people chose; `recall` gives a person's last answer to a question."""

    recall: Callable[[str, str], str | None]

    def fill(self, understanding: Understanding, *, person_key: str) -> tuple[Understanding, Recalled]:
        """Fill what would be asked back with what was chosen last time, if all of it was chosen before."""
        open_ = _open(understanding)
        if not open_ or not OF_HABIT.issuperset(open_):
            return understanding, ()
        filled = understanding
        recalled = []
        for field, options in open_.items():
            chosen = self.recall(person_key, _question(field, options))
            if chosen is None or (options and chosen not in options):
                return understanding, ()
            filled = replace(filled, slots={**filled.slots, **option(field, chosen, filled).slots})
            recalled.append((field, chosen))
        return replace(filled, missing=(), ambiguous={}), tuple(recalled)


def _open(understanding: Understanding) -> Mapping[str, tuple[str, ...]]:
    """Name what would be asked for, with what there is to choose from."""
    if understanding.intent in {"clarify", "refuse"}:
        return {}
    gaps: dict[str, tuple[str, ...]] = dict.fromkeys(understanding.missing, ())
    return gaps | {field: tuple(options) for field, options in understanding.ambiguous.items()}


def _question(field: str, options: tuple[str, ...]) -> str:
    return f"{field}:{'|'.join(sorted(options))}"[:LONGEST]


def noted(understanding: Understanding, *, last: Reply | None, person_key: str, at: datetime) -> tuple[Write, ...]:
    """Keep the choice that was just taken of those offered before."""
    if last is None or last.outcome is not Outcome.CLARIFY:
        return ()
    field = next(iter(last.ambiguous), None) or next(iter(last.missing), "")
    if field not in OF_HABIT:
        return ()
    question = _question(field, tuple(last.ambiguous.get(field, ())))
    for choice in last.choices:
        if understanding.slots == {**last.slots, **choice.slots}:
            return (prefer(person_key, question, choice.value, at=at),)
    return ()


def said(answer: Answer, recalled: Recalled, *, asked: Understanding) -> Answer:
    """Say what was taken as last time, and offer to change it."""
    if not recalled:
        return answer
    names = Listing(items=tuple(metric_name(name) if field == "metric" else name for field, name in recalled))
    field = recalled[0][0]
    change = Choice(
        label=Line(key="clarify-choose-anew"),
        value=f"{CHANGE}:{field}",
        intent=asked.intent,
        slots={CHANGE: [field, *asked.ambiguous.get(field, ())]},
    )
    blocks = (
        Paragraph(line=Line(key="clarify-as-last-time", args={"names": names})),
        Choices(options=(change,)),
    )
    return replace(answer, reply=replace(answer.reply, blocks=(*answer.reply.blocks, *blocks)))


def reopened(understanding: Understanding) -> Understanding | None:
    """Give the question to ask back anew, where the button to change a choice was pressed; else None."""
    change = understanding.slots.get(CHANGE)
    if not isinstance(change, list) or not change:
        return None
    field, *options = (str(one) for one in change)
    slots = {name: value for name, value in understanding.slots.items() if name not in {CHANGE, field}}
    scope = slots.get("scope")
    if isinstance(scope, dict):
        slots["scope"] = {name: value for name, value in scope.items() if name != field}
        slots = {name: value for name, value in slots.items() if name != "scope" or value}
    return replace(
        understanding,
        slots=slots,
        missing=() if options else (field,),
        ambiguous={field: tuple(options)} if options else {},
    )
