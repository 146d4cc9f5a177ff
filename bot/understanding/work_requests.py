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
from bot.understanding.slots.cases import due
from bot.understanding.slots.doing import action_create
from bot.understanding.slots.filling import Filling
from bot.understanding.slots.texts import item_ref

DIGEST_TALK = frozenset({"digest_subscribe", "digest_update"})
NEVER = frozenset({"prompt_injection", "pii_bulk", "hr_harm", "permission", "tampering"})
"""Refusals that no wording lifts."""
ABOUT_DIGEST = ("stop", "show", "now")
PLACES = ("touchpoint", "store", "region", "country")
TITLE_ENDS = re.compile("[,;，；。]")


def worked(
    heard: Heard, understood: Understanding, *, before: Before | None, asker: Person, today: date
) -> Understanding:
    """Give what was understood, or what the text plainly asks for instead; `before` is what it may go on from."""
    if understood.intent == "refuse" and understood.reason in NEVER:
        return understood
    folded = heard.said.folded
    if understood.intent in DIGEST_TALK or any(_says(f"{op}_digest", folded) for op in ABOUT_DIGEST):
        return _digest(heard, understood)
    if _says("bare_language", folded) and before is not None and before.intent in DIGEST_TALK:
        language = heard.all_of("value.language_name")
        slots: Slots = {"language": language[0] if language else "en", "target": "@me"}
        return Understanding(intent="digest_update", slots=slots, confidence=1.0)
    numbered = _patterns()["action_number"].search(folded)
    if numbered is not None:
        return _one_action(heard, int(numbered["number"]), today=today)
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
    for op in ABOUT_DIGEST:
        if _says(f"{op}_digest", folded) and "schedule" not in understood.slots:
            return Understanding(intent="digest_update", slots={"op": op, "target": "@me"}, confidence=1.0)
    impossible, schedule = _patterns()["no_time"].search(folded), understood.slots.get("schedule")
    if impossible is not None and isinstance(schedule, dict):
        return replace(understood, slots={**understood.slots, "schedule": {**schedule, "time": impossible[0]}})
    if understood.intent == "digest_update" and "content" in understood.slots:
        understood = _named_by_its_days(understood)
        changes = [name for name in ("remove", "only") if _says(f"{name}_content", folded)]
        return replace(understood, slots={**understood.slots, "op": changes[0]}) if changes else understood
    return understood


def _one_action(heard: Heard, number: int, *, today: date) -> Understanding:
    """Read what is asked of one action by its number: how it goes, another due date, an end to it."""
    slots: Slots = {"action": number}
    filled: Slots = {"due": due(heard, today=today)}
    until = {**filled, **_besides(heard, {}, today=today)}.get("due")
    if _says("cancel_action", heard.said.folded):
        slots["op"] = "cancel"
    elif until is not None:
        slots |= {"op": "move", "due": until}
    return Understanding(intent="action_list", slots=slots, confidence=1.0)


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
    changed = {name: one for name, one in besides.items() if understood.slots.get(name) != one}
    return replace(understood, slots={**understood.slots, **changed}) if changed else understood


def _besides(heard: Heard, filled: Slots, *, today: date) -> Slots:
    """Read what the slots of an action leave out: its cost, a due day as it was said, an owner whom nobody knows."""
    folded = heard.said.folded
    found: Slots = {}
    cost, day = _cost(folded), _due(folded, today=today)
    if cost is not None:
        found["cost"] = cost
    if day is not None and (day < today or _is_vague(filled.get("due"))):
        found["due"] = day.isoformat()
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


def _is_vague(due_said: Json) -> bool:
    """Whether a due date is none, or what is left of "end of June" where the month was read as its first day."""
    return due_said in (None, "end_of_month") or str(due_said).endswith("-01")


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
