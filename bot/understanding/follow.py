"""Texts that go on from the turn before: a choice taken, a gap filled, or a few words that change one thing."""

from collections.abc import Iterable

from bot.messages import Slots
from bot.ports import Understanding
from bot.understanding.before import Before
from bot.understanding.heard import Heard
from bot.understanding.normalise import fold
from bot.understanding.slots.texts import item_ref

CONTEXTUAL = frozenset({
    "significance", "explain_change", "feedback_search", "priorities", "chart", "show_evidence", "translate_last",
    "case_assign", "case_close", "case_escalate", "alert_snooze", "alert_explain", "digest_update", "customer_file",
    "draft_reply", "impact_check", "export", "metric_compare", "tag_correct", "drivers", "touchpoint_info", "roi",
})  # fmt: skip
"""Intents that may speak of what was shown before without saying so."""


def chosen(text: str, *, heard: Heard, before: Before) -> Understanding | None:
    """Give the choice that the text takes, by its number, its label or its value; None if it takes none."""
    choices = before.choices
    if not choices:
        return None
    said = fold(text).strip(" .!")
    place = int(said) if said.isdigit() and len(said) < 3 else item_ref(heard) if heard.has("short") else None
    for number, choice in enumerate(choices, start=1):
        label = choice.label if isinstance(choice.label, str) else ""
        if number == place or said in {fold(choice.value), fold(label)}:
            return Understanding(
                intent=choice.intent or before.intent, slots={**before.slots, **dict(choice.slots)}, confidence=1.0
            )
    return None


def goes_on(heard: Heard) -> bool:
    """Whether the text only changes something of the question before."""
    things = heard.has("period", "named", "metric", "per", "dim", "group", "sentiment", "unread_time", "scope_mine")
    return things and (heard.has("short", "another", "that") or heard.said.length <= 7)


def refers_back(heard: Heard, *, intent: str) -> bool:
    """Whether an intent of its own still speaks of the turn before."""
    subject = heard.has("metric", "customer", "quote")
    return heard.has("that", "she", "another", "ordinal_1", "ordinal_2", "ordinal_3", "worst_ones", "best_ones") or (
        intent in CONTEXTUAL and not subject
    )


def without(slots: Slots, names: Iterable[str]) -> Slots:
    """Give the slots less some."""
    left = set(names)
    return {name: value for name, value in slots.items() if name not in left}
