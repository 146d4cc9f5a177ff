"""Slots of alerts: the rule, the reason, the silence."""

from bot.messages import Json
from bot.understanding.heard import Heard
from bot.understanding.slots.cases import due
from bot.understanding.slots.filling import Filling, metric, scope


def alert_rule_create(filling: Filling) -> None:
    """When to tell whom."""
    heard = filling.heard
    metric(filling)
    scope(filling)
    filling.put("condition", _condition(heard))
    person = heard.first_named(("person",))
    filling.put("notify", filling.choose("notify", person) if person is not None else "@me")
    if filling.before is not None and filling.before.intent == "alert_rule_create":
        earlier = filling.before.slots.get("condition")
        said = filling.slots.get("condition")
        if isinstance(earlier, dict):
            filling.slots["condition"] = {**earlier, **(said if isinstance(said, dict) else {})}
    filling.need("metric", "condition")


def _condition(heard: Heard) -> dict[str, Json]:
    condition: dict[str, Json] = {}
    below = heard.places("value.below")
    least = [
        f
        for f in below
        if f.value.name == ">=" and any(n.first == f.last and _counts(heard, n.last) for n in heard.numbers)
    ]
    ops = [f for f in below if f not in least]
    for number in heard.numbers:
        if any(f.last == number.first for f in least) or _counts(heard, number.last):
            condition["min_n"] = number.plain
        elif "value" not in condition:
            condition["value"] = number.plain
    if ops and "value" in condition:
        condition["op"] = ops[-1].value.name
    return condition


def _counts(heard: Heard, at: int) -> bool:
    """Whether a word for answers follows, so that the number counts them."""
    tokens = heard.said.tokens
    at += at < len(tokens) and tokens[at].form == "+"
    return at < len(tokens) and tokens[at].form in heard.language.data["numbers"].get("counted", ())


def alert_explain(filling: Filling) -> None:
    """Why an alert came."""
    filling.put("alert", "@context")


def alert_snooze(filling: Filling) -> None:
    """Until when an alert shall be silent."""
    filling.put("alert", "@context")
    filling.put("until", due(filling.heard, today=filling.today))
    if filling.heard.has("false_alarm"):
        filling.put("feedback", "false_positive")
    elif filling.heard.has("useful"):
        filling.put("feedback", "useful")
