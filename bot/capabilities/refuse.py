"""Saying no, saying not yet, and asking back: each with a reason and, where there is one, a way on."""

from bot.capabilities.ask import Answer, Ask
from bot.messages import Choice, Choices, Line, Outcome, Paragraph, Reply, Slots
from bot.ports import Understanding
from bot.wording.figures import metric_name

REASONS = frozenset({"out_of_scope", "permission", "pii_bulk", "prompt_injection", "tampering", "hr_harm"})
MOST_CHOICES = 5
SCOPED = frozenset(
    {"store", "region", "country", "unit", "segment", "persona", "channel", "language", "stage", "theme"}
)
"""What a choice narrows the question to."""
SOMETIMES_SCOPED = frozenset({"touchpoint", "journey"})
OF_THEIR_OWN = frozenset({"touchpoint_info", "journey_map", "journey_edit"})
"""Intents whose object is the touchpoint or the journey itself."""


def refuse(ask: Ask) -> Answer:
    """Refuse for the reason that was understood."""
    understood = ask.understanding.reason or str(ask.understanding.slots.get("reason", ""))
    reason = understood if understood in REASONS else "out_of_scope"
    return Answer(
        reply=Reply(
            outcome=Outcome.REFUSE,
            intent="refuse",
            blocks=(Paragraph(line=Line(key=f"refuse-{reason.replace('_', '-')}"), strong=True), ways_on()),
            reason=reason,
            slots=ask.understanding.slots,
        )
    )


def refusal(intent: str, *, key: str, reason: str, slots: Slots | None = None) -> Reply:
    """Say no in one sentence."""
    return Reply(
        outcome=Outcome.REFUSE,
        intent=intent,
        blocks=(Paragraph(line=Line(key=key), strong=True),),
        reason=reason,
        slots=slots or {},
    )


def denied(ask: Ask, *, place: bool = False) -> Answer:
    """Say that this person may not do this, or not here; never as if there were nothing."""
    key = "refuse-place" if place else "refuse-permission"
    understanding = ask.understanding
    return Answer(reply=refusal(understanding.intent, key=key, reason="permission", slots=understanding.slots))


def not_available(ask: Ask) -> Answer:
    """Say that this was understood and cannot be done yet."""
    intent = ask.understanding.intent
    what = Line(key=f"intent-{intent.replace('_', '-')}")
    return Answer(
        reply=Reply(
            outcome=Outcome.REFUSE,
            intent=intent,
            blocks=(Paragraph(line=Line(key="refuse-not-available", args={"what": what}), strong=True), ways_on()),
            reason="not_available",
            slots=ask.understanding.slots,
        )
    )


def ask_back(ask: Ask) -> Answer:
    """Ask one short question about the first thing that is missing or ambiguous, with at most five choices."""
    understanding = ask.understanding
    field = next(iter(understanding.ambiguous), None) or next(iter(understanding.missing), "question")
    options = tuple(understanding.ambiguous.get(field, ()))[:MOST_CHOICES]
    blocks: list[Paragraph | Choices] = [Paragraph(line=_question(field, understanding), strong=True)]
    if options:
        blocks.append(Choices(options=tuple(option(field, value, understanding) for value in options)))
    elif field == "scope" and understanding.unread:
        everything = Choice(label=Line(key="clarify-everything"), value="everything", intent=understanding.intent)
        blocks.append(Choices(options=(everything,)))
    elif field in ("metric", "question"):
        blocks.append(_metrics(ask))
    return Answer(
        reply=Reply(
            outcome=Outcome.CLARIFY,
            intent=understanding.intent,
            blocks=tuple(blocks),
            slots=understanding.slots,
            missing=understanding.missing,
            ambiguous=understanding.ambiguous,
            records=ask.before.records if ask.before else (),
        )
    )


def _question(field: str, understanding: Understanding) -> Line:
    """Ask by the words that could not be read, if there are any, else by the slot."""
    for what, words in understanding.unread.items():
        return Line(key=f"clarify-unread-{what}", args={"words": words})
    return Line(key=f"clarify-{field.replace('_', '-')}")


def ways_on() -> Choices:
    """Offer three questions that always work."""
    tries: tuple[tuple[str, str, str, Slots], ...] = (
        ("nps", "nps", "metric_value", {"metric": "nps", "period": "this_month"}),
        ("negative", "negative", "feedback_search", {"filters": {"sentiment": "negative"}, "period": "last_30d"}),
        ("help", "help", "help", {}),
    )
    return Choices(
        options=tuple(
            Choice(label=Line(key=f"try-{name}"), value=value, intent=intent, slots=slots)
            for name, value, intent, slots in tries
        )
    )


def option(field: str, value: str, understanding: Understanding) -> Choice:
    """Offer one value for what is missing or ambiguous."""
    if field == "intent":
        return Choice(label=Line(key=f"intent-{value.replace('_', '-')}"), value=value, intent=value)
    label = metric_name(value) if field == "metric" else value
    slots: Slots = {field: value}
    if field in SCOPED or (field in SOMETIMES_SCOPED and understanding.intent not in OF_THEIR_OWN):
        scope = understanding.slots.get("scope")
        slots = {"scope": {**scope, field: value} if isinstance(scope, dict) else {field: value}}
    return Choice(label=label, value=value, intent=understanding.intent, slots=slots)


def _metrics(ask: Ask) -> Choices:
    intent = ask.understanding.intent if ask.understanding.intent != "clarify" else "metric_value"
    return Choices(
        options=tuple(
            Choice(label=Line(key=f"metric-{metric}-name"), value=metric, intent=intent, slots={"metric": metric})
            for metric in ("nps", "csat", "ces", "stars")
        )
    )
