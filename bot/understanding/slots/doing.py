"""Slots of journeys, actions, their effect and return, surveys, evidence, freshness and translation."""

from bot.messages import Json
from bot.understanding.entities import Named
from bot.understanding.heard import Heard
from bot.understanding.lexicon import Sense
from bot.understanding.numbers import Number
from bot.understanding.phrases import Found
from bot.understanding.slots.cases import due
from bot.understanding.slots.filling import Filling, metric, period, plain_metric, scope
from bot.understanding.slots.texts import item_ref


def journey_map(filling: Filling) -> None:
    """Read a journey, seen one way."""
    heard = filling.heard
    journey = heard.first_named(("journey",))
    if journey is not None:
        filling.put("journey", filling.choose("journey", journey))
    said = heard.places("entity.journey")
    filling.put("journey", said[0].value.name if said else None)
    filling.inherit("journey")
    if heard.has("emotion_curve"):
        filling.put("view", "emotion_curve")
    elif heard.has("weak_spot", "lowest"):
        filling.put("view", "weakest_stage")
    else:
        filling.put("view", "map")
    if heard.periods:
        period(filling)
    filling.need("journey")


def touchpoint_info(filling: Filling) -> None:
    """Read what is written down about a touchpoint."""
    heard = filling.heard
    touchpoint = heard.first_named(("touchpoint",))
    if touchpoint is not None:
        filling.put("touchpoint", filling.choose("touchpoint", touchpoint))
    else:
        filling.put("item_ref", item_ref(heard))
    if "item_ref" not in filling.slots:
        filling.inherit("touchpoint")
    filling.put("fields", _fields(heard))
    if "item_ref" not in filling.slots:
        filling.need("touchpoint")


def _fields(heard: Heard) -> list[Json]:
    """Name what is asked; "what is ... for" is a purpose only where nothing else is asked."""
    found = heard.places("value.info_field")
    plain = [field for field in found if not field.gapped]
    return list(dict.fromkeys(field.value.name for field in plain or found))


def journey_edit(filling: Filling) -> None:
    """Read a change of a map."""
    heard = filling.heard
    journey = next((name for name in heard.named("journey") if not _is_quoted(heard, name)), None)
    filling.put("journey", journey.name if journey is not None else None)
    filling.put("op", _op(heard))
    _position(filling)
    new = _new_touchpoint(filling)
    filling.put("touchpoint", new)
    person = heard.first_named(("person",))
    if person is not None:
        filling.put("owner", filling.choose("owner", person))
    channel = heard.first_named(("channel",))
    if channel is not None:
        filling.put("channel", channel.name)
    filling.need("touchpoint")


def _is_quoted(heard: Heard, name: Named) -> bool:
    return any(quote.start < heard.said.tokens[name.first].start < quote.end for quote in heard.quotes)


def _op(heard: Heard) -> str | None:
    for op, concept in (
        ("rename", "edit_rename"), ("set_owner", "edit_owner"), ("set_channel", "edit_channel"),
        ("add_touchpoint", "edit_add"), ("remove_touchpoint", "edit_remove"), ("move", "edit_move"),
    ):  # fmt: skip
        if heard.has(concept):
            if op == "add_touchpoint" and heard.has("edit_move") and not heard.has("dim:touchpoint", "quote"):
                continue
            return op
    return None


def _position(filling: Filling) -> None:
    heard = filling.heard
    for side in ("after", "before"):
        for mark in heard.concept(f"position_{side}"):
            anchor = _named_at(heard, mark.last)
            if anchor is not None:
                filling.put("position", {side: anchor.name})


def _named_at(heard: Heard, at: int) -> Named | None:
    return next((n for n in heard.named("touchpoint") if at <= n.first <= at + 3), None)


def _new_touchpoint(filling: Filling) -> str | None:
    heard = filling.heard
    position = filling.slots.get("position")
    anchors = set(position.values()) if isinstance(position, dict) else set()
    names = [n.name for n in heard.named("touchpoint") if n.name not in anchors]
    if filling.slots.get("op") == "add_touchpoint" and heard.quotes:
        return heard.quotes[0].text
    return names[0] if names else heard.quotes[0].text if heard.quotes else None


def action_create(filling: Filling) -> None:
    """Read an improvement to be made."""
    heard = filling.heard
    filling.put("title", _title(heard))
    person = heard.first_named(("person",))
    if person is not None:
        filling.put("owner", filling.choose("owner", person))
    metrics = heard.all_of("metric")
    filling.put("metric", metrics[0] if metrics else None)
    effect = _effect(heard) if metrics else None
    filling.put("expected_effect", effect)
    filling.put("due", due(heard, today=filling.today))
    filling.need("title")


def _effect(heard: Heard) -> Json:
    """Read by how much a score should move: a number with a sign, else the first in figures, else the first."""
    small = [n for n in heard.numbers if n.value < 1000]
    signed = [n for n in small if n.first and heard.said.tokens[n.first - 1].form in {"+", "-"}]
    chosen = [*signed, *(n for n in small if n.digits), *small]
    return chosen[0].plain if chosen else None


def _title(heard: Heard) -> str | None:
    if heard.quotes:
        return heard.quotes[0].text
    words = heard.concept("action_word")
    tokens = heard.said.tokens
    if not words:
        return None
    first = max(word.last for word in words if word.first <= words[0].last)
    colon = next((at for at in range(first, min(first + 3, len(tokens))) if tokens[at].form == ":"), None)
    first = colon + 1 if colon is not None else first
    while first < len(tokens) and (
        tokens[first].kind in {"stop", "sign"} or tokens[first].form in {"to", "for", "called", "named"}
    ):
        first += 1
    last = first
    while last < len(tokens) and tokens[last].form not in {",", ";", ".", ":"}:
        last += 1
    return heard.said.between(first, last) or None


def impact_check(filling: Filling) -> None:
    """Whether something helped."""
    initiative = filling.heard.first_named(("named_event",))
    if initiative is not None:
        filling.put("initiative", filling.choose("initiative", initiative))
    filling.inherit("initiative")
    filling.put("metric", plain_metric(filling.heard))
    scope(filling)
    filling.need("initiative")


def roi(filling: Filling) -> None:
    """Read what was put in and what came out."""
    heard = filling.heard
    for number in heard.numbers:
        role = _role(heard, number)
        if role is not None:
            filling.put(role, number.plain)
    _asked_for(filling)
    initiative = heard.first_named(("named_event",))
    filling.put("initiative", initiative.name if initiative is not None else None)
    filling.inherit("initiative", "investment", "profit")
    filling.need("investment", "profit")


def _asked_for(filling: Filling) -> None:
    """Read a lone amount as the first one that was asked for."""
    before, numbers = filling.before, filling.heard.numbers
    if before is None or before.intent != "roi" or not before.missing or len(numbers) != 1:
        return
    if not {"investment", "profit"} & set(filling.slots):
        filling.put(before.missing[0], numbers[0].plain)


def _holds(outer: Found[Sense], inner: Found[Sense]) -> bool:
    longer = outer.last - outer.first > inner.last - inner.first
    return longer and outer.first <= inner.first and inner.last <= outer.last


def _role(heard: Heard, number: Number) -> str | None:
    """Whether an amount was put in or came out: by the nearest such word before it, else the nearest after it."""
    senses = heard.concept("cost", "gain")
    outer = [f for f in senses if not any(_holds(other, f) for other in senses)]
    words = [(f.first, "investment" if f.value.name == "cost" else "profit") for f in outer]
    beside = [role for first, role in words if first == number.last]
    if beside:
        return beside[0]
    floor = max((n.last for n in heard.numbers if n.last <= number.first), default=0)
    before = [word for word in words if floor <= word[0] < number.first]
    if before:
        return max(before)[1]
    after = [word for word in words if word[0] >= number.last]
    return min(after)[1] if after else None


def survey_send(filling: Filling) -> None:
    """Which survey goes to whom."""
    heard = filling.heard
    metrics = heard.all_of("metric")
    filling.put("survey", metrics[0] if metrics else None)
    filling.inherit("survey", "channel" if not heard.named("channel") else "survey")
    audience: dict[str, Json] = {}
    if heard.has("audience_closed"):
        audience["filter"] = "case_closed"
    for kind in ("touchpoint", "store", "segment"):
        name = heard.first_named((kind,))
        if name is not None:
            audience[kind] = filling.choose(kind, name)
    if "store" in heard.all_of("value.scope_mine"):
        audience.setdefault("store", "@mine")
    if heard.periods:
        audience["period"] = heard.periods[0].span.value
    filling.put("audience", audience)
    channel = heard.first_named(("channel",))
    filling.put("channel", channel.name if channel is not None else None)
    filling.inherit("audience")
    filling.need("survey", "audience")


def show_evidence(filling: Filling) -> None:
    """Read what the last answer rests on."""
    heard = filling.heard
    kinds = {
        "query": ("query",),
        "n": ("sample_size",),
        "definition": ("definition_word",),
        "sources": ("source_word", "dim:source"),
    }
    what = [name for name, concepts in kinds.items() if heard.has(*concepts)]
    if not what and heard.has("means", "computed"):
        what = ["definition"]
    filling.put("what", list[Json](what))


def data_freshness(filling: Filling) -> None:
    """How old the data of a source is."""
    for name in filling.heard.names:
        source = name.as_kind("source")
        if source is not None:
            filling.put("source", source)


def translate_last(filling: Filling) -> None:
    """Read the last answer in another language."""
    heard = filling.heard
    for code in ("pl", "en", "zh"):
        if heard.has(f"language_{code}"):
            filling.put("language", code)
    filling.need("language")


def help_(filling: Filling) -> None:
    """Read what the bot can do."""


def define_or_nothing(filling: Filling) -> None:
    """Read a metric, if one was said."""
    metric(filling)
