"""Texts that go on from the turn before: a choice taken, a gap filled, or a few words that change one thing."""

from collections.abc import Iterator

from bot.messages import Choice
from bot.ports import Understanding
from bot.say import LOCALES, Say, UnknownLine
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
NOTHING_SAID = frozenset({"help", "refuse", "clarify", "error"})
"""Turns after which a new question stands alone, and a short one goes on from the turn before them."""
RETOLD = frozenset({"translate_last", "show_evidence"})
"""Turns that are about the one before them, which stays the subject."""
PUNCTUATION = " .!?,;:\"'()。！？"


def chosen(text: str, *, heard: Heard, before: Before) -> Understanding | None:
    """Give the choice that the text takes, by its number, its label or its value; None if it takes none."""
    choices = before.choices
    if not choices:
        return None
    said = fold(text).strip(PUNCTUATION)
    place = int(said) if said.isdigit() and len(said) < 3 else item_ref(heard) if _bare(heard) else None
    for number, choice in enumerate(choices, start=1):
        if number == place or said in _names(choice):
            return Understanding(
                intent=choice.intent or before.intent, slots={**before.slots, **dict(choice.slots)}, confidence=1.0
            )
    return None


def _bare(heard: Heard) -> bool:
    """Whether a few words say no more than which: "the second one", not "on second thoughts, Fridays"."""
    return heard.has("short") and not heard.has("days", "schedule.weekday", "time", "metric", "period", "named")


def _names(choice: Choice) -> Iterator[str]:
    """Give the value of a choice and its label as each language shows it."""
    yield fold(choice.value)
    if isinstance(choice.label, str):
        yield fold(choice.label).strip(PUNCTUATION)
        return
    for language in LOCALES:
        try:
            yield fold(Say(language).text(choice.label)).strip(PUNCTUATION)
        except UnknownLine:
            continue


def subject(before: Before | None) -> Before | None:
    """Give the turn that a text may go on from: the last one that was about something."""
    while before is not None and before.intent in NOTHING_SAID | RETOLD:
        before = before.earlier
    return before


def goes_on(heard: Heard) -> bool:
    """Whether the text only changes something of the question before."""
    things = heard.has("period", "named", "metric", "per", "dim", "group", "sentiment", "unread_time", "scope_mine")
    return things and not is_whole(heard) and (heard.has("short", "another", "that") or heard.said.length <= 7)


def narrows_search(before: Before, heard: Heard) -> bool:
    """Whether a few words only say which of the comments found are meant, or in which order."""
    if (
        before.intent != "feedback_search"
        or not heard.has("short")
        or heard.has("metric", "how_many", "dim", "customer")
    ):
        return False
    if heard.has("newest", "best_ones") and not heard.has("period", "data"):
        return True
    return heard.has("only") and heard.has("language_name", "sentiment", "group")


def reschedules(before: Before, heard: Heard) -> bool:
    """Whether a few words only give another day or time for the digest just asked for."""
    if before.intent not in {"digest_subscribe", "digest_update"} or not heard.has("short"):
        return False
    return heard.has("days", "schedule.weekday", "time") and not heard.has("subscribe", "metric", "case_word")


def says_again(before: Before, heard: Heard) -> bool:
    """Whether a few words only name a language: the answer shown is wanted in it."""
    elsewhere = before.intent.startswith("digest_") or before.intent in {"feedback_search", "draft_reply", "export"}
    return (
        heard.has("language_pl", "language_en", "language_zh")
        and heard.said.length <= 3
        and not elsewhere
        and not heard.has("digest", "comment", "only", "metric", "period", "named", "figure")
    )


def is_whole(heard: Heard) -> bool:
    """Whether the text is a question of its own: a score and a word of asking, and nothing that points back."""
    points_back = heard.has("that", "she") or any(found.first <= 1 for found in heard.concept("another"))
    return heard.has("metric") and heard.has("ask", "question") and heard.said.length > 2 and not points_back


def refers_back(heard: Heard, *, intent: str) -> bool:
    """Whether an intent of its own still speaks of the turn before."""
    subject = heard.has("metric", "customer", "quote")
    return heard.has("that", "she", "another", "ordinal_1", "ordinal_2", "ordinal_3", "worst_ones", "best_ones") or (
        intent in CONTEXTUAL and not subject
    )
