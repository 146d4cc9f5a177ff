"""Slots of cases: which to list, and what to do with one."""

from datetime import date, timedelta

from bot.messages import Json
from bot.understanding.heard import Heard
from bot.understanding.slots.filling import Filling, period, scope
from bot.understanding.slots.texts import item_ref


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
    filling.put("due", due(heard, today=filling.today))
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


def due(heard: Heard, *, today: date | None = None) -> Json:
    """When something is due, in the canonical words."""
    words = heard.all_of("schedule.due")
    if "day_after_tomorrow" in words and today is not None:
        return (today + timedelta(days=2)).isoformat()
    if words:
        return words[-1] if words[0] == "today" else words[0]
    days = heard.all_of("schedule.weekday")
    if days:
        return _WEEKDAYS[days[0]]
    start = heard.periods[0].span.start if heard.periods else None
    if start is None:
        return None
    passed = today is not None and start < today and (start.month, start.day) != (2, 29)
    return (start.replace(year=start.year + 1) if passed else start).isoformat()


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
    return _told(heard)


def _told(heard: Heard) -> str | None:
    """Read what follows a colon, a dash or a comma: "322 is sorted: wrong invoice, money refunded"."""
    tokens = heard.said.tokens
    done = {at for f in heard.places("value.resolution") for at in range(f.first, f.last)}
    for marks in ({":", "：", "-", "–", "—"}, {",", "，"}):
        for at in (at for at, token in enumerate(tokens) if token.form in marks and at):
            last = at + 1
            while last < len(tokens) and tokens[last].form not in {",", ";", ".", "，", "。"}:
                last += 1
            told = "," not in marks or any(place in heard.unexplained for place in range(at + 1, last))
            if told and done.isdisjoint(range(at + 1, last)) and last > at + 1:
                return heard.said.between(at + 1, last)
    return None
