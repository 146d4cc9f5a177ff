"""Slots of the questions about one customer, of drafts, cases, alerts and digests."""

import re

from bot.messages import Json
from bot.understanding.heard import Heard
from bot.understanding.slots.filling import Filling, metric, period, scope
from bot.understanding.slots.texts import item_ref

_NOT_NAMES = re.compile(r"[^\w .'-]")


def customer_file(filling: Filling) -> None:
    """One customer's file, or a part of it."""
    _customer(filling)
    heard = filling.heard
    for name, concept in (
        ("last_contact", "last_contact"), ("open_cases", "open_cases"), ("consent", "consent"),
        ("complaints", "complaint"), ("orders", "orders"), ("scores", "scores_word"), ("scores", "metric"),
    ):  # fmt: skip
        if heard.has(concept):
            filling.put("filter", name)
    if heard.periods and not heard.has("last_contact"):
        period(filling)
    filling.need("customer")


def _customer(filling: Filling) -> None:
    heard = filling.heard
    if heard.customers:
        filling.put("customer", heard.customers[0])
    elif not heard.has("case_word"):
        filling.put("customer", _figure(heard) or _name_after(heard))
    filling.inherit("customer")


def _figure(heard: Heard) -> str | None:
    """Read a number that can only be a key: plain figures, no amount, no limit."""
    for number in heard.numbers:
        if number.digits and not (number.scaled or number.percent or number.money) and number.value >= 100:
            return str(number.plain)
    return None


def _name_after(heard: Heard) -> str | None:
    """Capitalised words after "customer", where nobody on file is called so."""
    for word in heard.concept("customer_word", "file"):
        run = word.last
        tokens = heard.said.tokens
        while run < len(tokens) and tokens[run].kind == "word" and heard.said.shown[tokens[run].start].isupper():
            run += 1
        if run > word.last:
            return _NOT_NAMES.sub("", heard.said.between(word.last, run))
    return None


def churn_risk(filling: Filling) -> None:
    """Who may leave."""
    scope(filling)
    heard = filling.heard
    filling.put("limit", next((n.plain for n in heard.numbers if 1 <= n.value <= 100), None))
    if filling.heard.has("highest", "rank") and "limit" in filling.slots:
        filling.put("order", "desc")


def draft_reply(filling: Filling) -> None:
    """Read a reply to a customer or about a case, with its tone."""
    heard = filling.heard
    if heard.has("case_word"):
        filling.put("case", _figure(heard))
    else:
        _customer(filling)
    filling.put("tone", list[Json](heard.all_of("value.tone")))
    filling.put("constraints", list[Json](heard.all_of("value.constraint")))
    if "customer" not in filling.slots:
        filling.inherit("case")
    if not {"customer", "case"} & set(filling.slots) and filling.before is None:
        filling.need("customer")


def case_list(filling: Filling) -> None:
    """Cases to look at."""
    heard = filling.heard
    person = heard.first_named(("person",))
    if person is not None:
        filling.put("owner", filling.choose("owner", person))
    elif heard.has("mine", "work_list"):
        filling.put("owner", "@me")
    for name, concepts in (
        ("unassigned", ("unassigned",)), ("overdue", ("overdue",)), ("new", ("new_state",)),
        ("closed", ("closed_state",)), ("open", ("open_state",)),
    ):  # fmt: skip
        if "filter" not in filling.slots and heard.has(*concepts):
            filling.put("filter", name)
    if heard.has("sla") and heard.has("due_today", "schedule.due"):
        filling.slots["filter"] = "sla_due_today"
    if heard.customers:
        filling.put("customer", heard.customers[0])
    scope(filling)
    if heard.periods and filling.slots.get("filter") in {"closed", "new"}:
        period(filling)


def case_assign(filling: Filling) -> None:
    """Who shall have a case."""
    heard = filling.heard
    _case(filling)
    person = heard.first_named(("person",))
    if person is not None:
        filling.put("assignee", _as_said(heard, person.first, person.last, person.options))
        if len(person.options) > 1:
            filling.ambiguous["assignee"] = person.options
    elif heard.has("me"):
        filling.put("assignee", "@me")
    filling.put("due", due(heard))
    filling.need("assignee")


def _as_said(heard: Heard, first: int, last: int, options: tuple[str, ...]) -> str:
    """Read a name that fits one person is that person; one that fits several stays as it was said."""
    if len(options) > 1:
        shared = set(options[0].split()).intersection(*(option.split() for option in options[1:]))
        return next(iter(shared), heard.said.between(first, last))
    return options[0]


def _case(filling: Filling) -> None:
    heard = filling.heard
    number = next(
        (n for n in heard.numbers if n.digits and not (n.scaled or n.percent or n.money) and n.value >= 10), None
    )
    if number is not None:
        filling.put("case", str(number.plain))
        return
    place = item_ref(heard)
    if place is not None:
        filling.put("item_ref", place)
        return
    filling.inherit("case")
    if "case" not in filling.slots:
        filling.need("case")


def due(heard: Heard) -> Json:
    """When something is due, in the canonical words."""
    words = heard.all_of("schedule.due")
    if words:
        return words[0]
    days = heard.all_of("schedule.weekday")
    if days:
        return _WEEKDAYS[days[0]]
    start = heard.periods[0].span.start if heard.periods else None
    return start.isoformat() if start is not None else None


_WEEKDAYS = {
    "mon": "monday", "tue": "tuesday", "wed": "wednesday", "thu": "thursday", "fri": "friday", "sat": "saturday",
    "sun": "sunday",
}  # fmt: skip


def case_escalate(filling: Filling) -> None:
    """To whom a case goes up."""
    heard = filling.heard
    _case(filling)
    roles = heard.all_of("value.team_role")
    person = heard.first_named(("person",))
    if roles:
        to: dict[str, Json] = {"role": "manager" if "manager" in roles and roles[0] == "manager" else roles[0]}
        for name in heard.names:
            team, store = name.as_kind("team"), name.as_kind("store")
            if team is not None and "team" not in to:
                to["team"] = team
            elif store is not None:
                to["store"] = filling.choose("store", name)
            elif "team" not in to and any(f.first == name.last for f in heard.places("value.team_role")):
                to["team"] = name.name
        filling.put("to", to)
    elif person is not None:
        filling.put("to", filling.choose("to", person))
    filling.need("to")


def case_close(filling: Filling) -> None:
    """Why a case is done."""
    heard = filling.heard
    _case(filling)
    filling.put("root_cause", _cause(heard))
    resolutions = heard.all_of("value.resolution")
    filling.put("resolution", resolutions[0] if resolutions else None)
    filling.need("root_cause")


def _cause(heard: Heard) -> str | None:
    for cause in heard.concept("cause"):
        first = cause.last
        tokens = heard.said.tokens
        while first < len(tokens) and (
            tokens[first].kind == "stop" or tokens[first].form in {"is", "was", "by", "to", "of", "-"}
        ):
            first += 1
        last = first
        while last < len(tokens) and tokens[last].form not in {",", ";", ".", "，", "。"}:
            last += 1
        if last > first:
            return heard.said.between(first, last)
    return None


def alert_rule_create(filling: Filling) -> None:
    """When to tell whom."""
    heard = filling.heard
    metric(filling)
    scope(filling)
    filling.put("condition", _condition(heard))
    filling.put("notify", "@me")
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
    return at < len(tokens) and tokens[at].form in heard.language.data["numbers"].get("counted", ())


def alert_explain(filling: Filling) -> None:
    """Why an alert came."""
    filling.put("alert", "@context")


def alert_snooze(filling: Filling) -> None:
    """Until when an alert shall be silent."""
    filling.put("alert", "@context")
    filling.put("until", due(filling.heard))
    if filling.heard.has("false_alarm"):
        filling.put("feedback", "false_positive")
    elif filling.heard.has("useful"):
        filling.put("feedback", "useful")


def digest_subscribe(filling: Filling) -> None:
    """When to send which summary."""
    heard = filling.heard
    filling.put("schedule", schedule(heard))
    filling.put("content", _content(heard))
    languages = heard.all_of("value.language_name")
    filling.put("language", languages[0] if languages else None)
    filling.put("target", "@me")
    filling.need("schedule")


def digest_update(filling: Filling) -> None:
    """Read a digest changed: what is not said stays."""
    heard = filling.heard
    earlier = filling.before.slots.get("schedule") if filling.before is not None else None
    said = schedule(heard)
    filling.put("schedule", {**(earlier if isinstance(earlier, dict) and said else {}), **said})
    filling.put("content", _content(heard))
    languages = heard.all_of("value.language_name")
    filling.put("language", languages[0] if languages else None)
    filling.put("target", "@me")


def _content(heard: Heard) -> list[Json]:
    found = [(f.first, f.value.name) for f in heard.places("metric")]
    found += [(f.first, f.value.name) for f in heard.places("value.content")]
    return list(dict.fromkeys(name for _, name in sorted(found)))


def schedule(heard: Heard) -> dict[str, Json]:
    """Days and time of day."""
    found: dict[str, Json] = {}
    days = heard.all_of("schedule.weekday")
    spans = heard.all_of("schedule.days")
    named = [span for span in spans if span != "daily"]
    if "mon-fri" in named or (not days and spans):
        found["days"] = "mon-fri" if "mon-fri" in named else (named or spans)[0]
    elif days:
        found["days"] = ",".join(days)
    time = _time(heard)
    if time is not None:
        found["time"] = time
    return found


def _time(heard: Heard) -> str | None:
    pm = heard.places("schedule", "pm")
    for token in heard.said.tokens:
        if token.kind == "time":
            hour, _, minute = token.form.partition(":")
            return _clock(int(hour), int(minute), pm=bool(pm))
    if heard.places("schedule", "noon"):
        return "12:00"
    for number in heard.numbers:
        marked = any(f.last == number.first for f in heard.places("schedule", "at"))
        followed = any(f.first == number.last for f in heard.places("schedule", "am", "pm"))
        if (marked or followed) and 0 <= number.value <= 24 and number.value == int(number.value):
            half = any(f.first in {number.last, number.last + 1} for f in heard.concept("half_past"))
            return _clock(int(number.value), 30 if half else 0, pm=bool(pm))
    return None


def _clock(hour: int, minute: int, *, pm: bool) -> str:
    return f"{(hour + 12 if pm and hour < 12 else hour) % 24:02d}:{minute % 60:02d}"
