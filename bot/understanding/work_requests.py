"""What people ask of digests, actions and root causes in so many words, which no intent of its own says.

The patterns are data (`grammar/work_requests.toml`); like those of texts they come after the intent.
"""

import re
import tomllib
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from bot.messages import Json, Slots
from bot.people import Person
from bot.ports import Understanding
from bot.understanding.before import Before
from bot.understanding.heard import Heard
from bot.understanding.normalise import fold
from bot.understanding.slots.doing import action_create
from bot.understanding.slots.filling import Filling
from bot.understanding.slots.texts import item_ref

DIGEST_TALK = frozenset({"digest_subscribe", "digest_update"})
NEVER = frozenset({"prompt_injection", "pii_bulk", "hr_harm", "permission", "tampering"})
"""Refusals that no wording lifts."""
PLACES = ("touchpoint", "store", "region", "country")
TITLE_ENDS = re.compile("[,;，；。]")


def worked(
    heard: Heard, understood: Understanding, *, before: Before | None, asker: Person, today: date
) -> Understanding:
    """Give what was understood, or what the text plainly asks for instead; `before` is what it may go on from."""
    if understood.intent == "refuse" and understood.reason in NEVER:
        return understood
    folded = heard.said.folded
    if understood.intent in DIGEST_TALK or _says("stop_digest", folded) or _says("show_digest", folded):
        return _digest(heard, understood)
    if _says("bare_language", folded) and before is not None and before.intent in DIGEST_TALK:
        language = heard.all_of("value.language_name")
        slots: Slots = {"language": language[0] if language else "en", "target": "@me"}
        return Understanding(intent="digest_update", slots=slots, confidence=1.0)
    if _says("weekly_review", folded):
        return _root_causes(heard, what="review")
    if _says("root_causes", folded) and understood.intent != "case_close" and not heard.places("metric"):
        return _root_causes(heard, what="counts")
    if _says("action_list", folded):
        return Understanding(intent="action_list", slots={}, confidence=1.0)
    filling = Filling(heard=heard, intent="action_create", before=None, asker=asker, today=today)
    return _action(filling, _went_on(understood, before))


def _digest(heard: Heard, understood: Understanding) -> Understanding:
    folded = heard.said.folded
    for change in ("stop_digest", "show_digest"):
        if _says(change, folded) and "schedule" not in understood.slots:
            slots: Slots = {"op": change.removesuffix("_digest"), "target": "@me"}
            return Understanding(intent="digest_update", slots=slots, confidence=1.0)
    if understood.intent == "digest_update" and "content" in understood.slots:
        understood = _named_by_its_days(understood)
        op = next((name for name in ("remove", "only") if _says(f"{name}_content", folded)), None)
        return replace(understood, slots={**understood.slots, "op": op}) if op else understood
    return understood


def _named_by_its_days(understood: Understanding) -> Understanding:
    """Leave out days that only name the digest: "add CSAT to my daily report"."""
    schedule = understood.slots.get("schedule")
    if not isinstance(schedule, dict) or schedule.keys() - {"days"} or schedule.get("days") not in ("daily", "weekly"):
        return understood
    return replace(understood, slots={name: one for name, one in understood.slots.items() if name != "schedule"})


def _root_causes(heard: Heard, *, what: str) -> Understanding:
    slots: Slots = {"what": what}
    if heard.periods:
        slots["period"] = heard.periods[0].span.value
    scope: dict[str, Json] = {name.kind: name.name for name in reversed(heard.named(*PLACES))}
    if scope:
        slots["scope"] = scope
    return Understanding(intent="root_causes", slots=slots, confidence=1.0)


def _went_on(understood: Understanding, before: Before | None) -> Understanding:
    """Take over what was said of the action before, where this only changes or adds to it."""
    if understood.intent != "action_create" or before is None or before.intent != "action_create":
        return understood
    if "title" in understood.slots or "title" not in before.slots:
        return understood
    missing = tuple(name for name in understood.missing if name not in before.slots)
    return replace(understood, slots={**before.slots, **understood.slots}, missing=missing)


def _action(filling: Filling, understood: Understanding) -> Understanding:
    """Read an action that nobody called one: "we simplify returns, owner Ola, +5 CSAT by March"."""
    heard = filling.heard
    if understood.intent != "action_create":
        if not _says("register_action", heard.said.folded) or item_ref(heard):
            return understood
        action_create(filling)
        title = TITLE_ENDS.split(heard.said.shown, maxsplit=1)[0].strip()
        slots = {**filling.slots, "title": title}
        understood = Understanding(
            intent="action_create", slots=slots, ambiguous=dict(filling.ambiguous), confidence=1.0
        )
    besides = _besides(heard, understood.slots, today=filling.today)
    return replace(understood, slots={**understood.slots, **besides}) if besides else understood


def _besides(heard: Heard, filled: Slots, *, today: date) -> Slots:
    """Read what the slots of an action leave out: its cost, a due day as it was said, an owner whom nobody knows."""
    folded = heard.said.folded
    found: Slots = {}
    cost, due = _cost(folded), _due(folded, today=today)
    if cost is not None:
        found["cost"] = cost
    if (
        due is not None
        and due.isoformat() != filled.get("due")
        and (due < today or filled.get("due") in (None, "end_of_month"))
    ):
        found["due"] = due.isoformat()
    stranger = _patterns()["owner"].search(folded)
    if stranger is not None and "owner" not in filled:
        place = stranger.lastgroup or 0
        who = heard.said.shown[stranger.start(place) : stranger.end(place)]
        found["owner"] = "@me" if _says("me", fold(who)) else who
    title = str(filled.get("title", ""))
    owned = _patterns()["owner"].search(fold(title))
    if owned is not None and owned.start() > 0:
        found["title"] = title[: owned.start()].rstrip(" ,;-")
    return found


def _due(folded: str, *, today: date) -> date | None:
    """Read a month by whose end it is due, or a day that may well be in the past."""
    day = _patterns()["past_day"].search(folded)
    if day is not None:
        return _exact(day[0], today=today)
    month = _patterns()["by_month"].search(folded)
    if month is None or month.lastgroup is None:
        return None
    number = int(month.lastgroup.removeprefix("m"))
    year = today.year + (number < today.month)
    return date(year, number, monthrange(year, number)[1])


def _exact(said: str, *, today: date) -> date | None:
    if not said[:1].isdigit():
        return today - timedelta(days=1)
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _cost(folded: str) -> float | None:
    match = _patterns()["cost"].search(folded)
    if match is None:
        return None
    said = re.sub(r"[ ,](?=\d{3})", "", match["cost"] or match["cost_zh"]).rstrip(" ,.").replace(",", ".")
    times = 1_000 if match["thousand"] else 10_000 if match["ten_thousand"] else 1
    return float(said) * times if said.count(".") < 2 else None


def _says(name: str, folded: str) -> bool:
    return _patterns()[name].search(folded) is not None


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    text = files("bot.understanding").joinpath("grammar/work_requests.toml").read_text(encoding="utf-8")
    return {
        name: re.compile("|".join(f"(?:{one})" for one in part["any"])) for name, part in tomllib.loads(text).items()
    }
