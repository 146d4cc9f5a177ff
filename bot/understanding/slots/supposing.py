"""Slots of what-if: a score if complaints about something, or a touchpoint, changed."""

from bot.messages import Json
from bot.understanding.heard import Heard
from bot.understanding.slots.filling import Filling, metric, scope
from bot.understanding.slots.texts import query_of


def what_if(filling: Filling) -> None:
    """Read a score if something changed: complaints about a theme, or a touchpoint."""
    heard = filling.heard
    metric(filling)
    touchpoint = heard.first_named(("touchpoint", "theme"))
    about = touchpoint.name if touchpoint is not None else _words_before_complaint(heard)
    change: dict[str, Json] = {}
    if about:
        change["theme" if heard.has("complaint") else "touchpoint"] = about
    change["factor"] = _factor(heard)
    filling.put("change", {k: v for k, v in change.items() if v is not None})
    scope(filling, leave=[about or "", "touchpoint"])
    filling.inherit("metric")
    filling.need("metric")
    if "factor" not in change or len(change) < 2:
        filling.need("change")


def _words_before_complaint(heard: Heard) -> str | None:

    return query_of(heard)


def _factor(heard: Heard) -> float | None:
    percent = next((n.value for n in heard.numbers if n.percent), None)
    if percent is not None:
        up = heard.has("increase") and not heard.has("reduce")
        return round(1 + percent / 100 if up else 1 - percent / 100, 4)
    share = next((n.value for n in heard.numbers if 0 < n.value < 1), None)
    if share is not None:
        return share
    for concept, factor in (
        ("quarter_left", 0.25),
        ("third_less", 0.6667),
        ("halve", 0.5),
        ("double", 2),
        ("remove", 0),
    ):
        if heard.has(concept):
            return factor
    return None
