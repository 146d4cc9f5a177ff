"""Slots of comparisons: two groups, two periods, or one's own group against another; real or not, and why."""

import re
from dataclasses import replace

from bot.messages import Json
from bot.understanding.calendar_words import Span, plain_days
from bot.understanding.entities import Named
from bot.understanding.features import STEPS
from bot.understanding.heard import Heard
from bot.understanding.lexicon import Sense
from bot.understanding.phrases import Found
from bot.understanding.slots.filling import RECENT, SCOPE_KINDS, UNITS, Filling, group_by, metric, period, scope


def metric_compare(filling: Filling) -> None:
    """Two groups, two periods, or one's own group against another."""
    heard = filling.heard
    two_groups(filling)
    if "a" not in filling.slots:
        _against(filling)
    _two_periods(filling)
    named = "a" in filling.slots or isinstance(filling.slots.get("compare_to"), dict)
    metric(filling, default="csat" if named else None)
    period(filling, default=RECENT)
    scope(filling, leave=sides(filling))
    group_by(filling)
    if not heard.has("two_groups"):
        filling.inherit("by", "a", "b")
    if heard.has("launches") and "a" not in filling.slots:
        filling.need("a", "b")
    filling.need("metric")
    if not {"compare_to", "a", "by"} & set(filling.slots) and not filling.ambiguous:
        _usual_comparison(filling)


def _usual_comparison(filling: Filling) -> None:
    """Read a change without a second period is against the one before it."""
    before = {"this_week": "last_week", "this_month": "last_month", "this_quarter": "last_quarter",
              "this_year": "last_year"}.get(str(filling.slots.get("period")))  # fmt: skip
    if before is not None and filling.heard.has("changed", "compare"):
        filling.put("compare_to", before)
    elif not filling.heard.has("changed", "trend"):
        filling.need("compare_to")


def two_groups(filling: Filling) -> None:
    """Fill `by`, `a` and `b` where two groups of one kind are named."""
    heard = filling.heard
    for kind in ("store", "region", "country", "touchpoint", "journey", "segment", "channel", "persona", "stage"):
        names = heard.named(kind)
        distinct = list(dict.fromkeys(name.name for name in names))
        if len(distinct) > 1:
            filling.put("by", kind)
            filling.put("a", filling.choose("a", names[0]))
            filling.put("b", distinct[1])
            return
        if len(distinct) == 1 and _continues(filling, kind, distinct[0]):
            return


def _continues(filling: Filling, kind: str, name: str) -> bool:
    """Read a thread about one group, and now another "compared with": the first is `a`."""
    slots = filling.before.slots if filling.before is not None else {}
    earlier = slots.get("scope")
    other = earlier.get(kind) if isinstance(earlier, dict) else None
    if not filling.heard.has("compare") or not isinstance(other, str) or other in {name, "@mine"}:
        return False
    filling.put("by", kind)
    filling.put("a", other)
    filling.put("b", name)
    return True


def _two_periods(filling: Filling) -> None:
    periods = filling.heard.periods
    groups = "a" in filling.slots or isinstance(filling.slots.get("compare_to"), dict)
    if len(periods) > 1 and not groups:
        first, second = periods[0], periods[1]
        if first.paired:
            first, second = sorted((first, second), key=lambda one: str(one.span.start), reverse=True)
        elif _follows(filling.heard, first.first) and not _follows(filling.heard, second.first):
            first, second = second, first
        if first.span.value in STEPS:
            first, second = second, first
        filling.put("period", first.span.value)
        filling.put("compare_to", plain_period(second.span.value, first.span.value))
    elif len(periods) == 1 and not groups and periods[0].span.value in STEPS:
        _stepped(filling, str(periods[0].span.value))
    elif len(periods) == 1 and not groups and _since_last(filling) is not None:
        unit = _since_last(filling)
        filling.put("period", f"this_{unit}")
        filling.put("compare_to", f"last_{unit}")
    elif len(periods) == 1 and not groups and _after_than(filling.heard, periods[0].first):
        filling.inherit("period")
        filling.put("period", _partner(periods[0].span.value))
        filling.put("compare_to", plain_period(periods[0].span.value, filling.slots.get("period")))


def _stepped(filling: Filling, step: str) -> None:
    """Read "year on year" or "on the period before" said alone: of the period before this turn, else this month."""
    filling.inherit("period")
    if "period" not in filling.slots:
        filling.put("period", "this_month")
    filling.put("compare_to", plain_period(step, filling.slots["period"]))


def _since_last(filling: Filling) -> str | None:
    """Give the unit of "dropped since last month", which is this one against the last."""
    value = filling.heard.periods[0].span.value
    if not isinstance(value, dict) or not filling.heard.has("changed"):
        return None
    for unit in ("week", "month", "quarter", "year"):
        start = plain_days(Span(value=f"last_{unit}"), today=filling.today).start
        if start is not None and value == {"since": start.isoformat()}:
            said = filling.heard.said
            words = said.between(filling.heard.periods[0].first, filling.heard.periods[0].last)
            return None if any(c.isdigit() for c in words) else unit
    return None


def _follows(heard: Heard, at: int) -> bool:
    """Whether a word of comparison stands right before this place: "better than last month this month"."""
    return any(word.last == at for word in heard.concept("over"))


def plain_period(compared: Json, against: Json) -> Json:
    """Read "the previous one" as the period before the other, and "year on year" as the same one a year earlier."""
    if not isinstance(compared, str):
        return compared
    if compared in {"same_month_last_year", "year_on_year"}:
        return _year_earlier(against)
    if compared not in {"previous", "period_on_period"}:
        return compared
    if isinstance(against, str) and PLAIN.fullmatch(against):
        return _one_before(against)
    if isinstance(against, str) and against.startswith("this_"):
        return "last_" + against[5:]
    return {"today": "yesterday"}.get(str(against), "last_month")


PLAIN = re.compile(r"(\d{4})(?:-(?:Q(\d)|(\d\d)))?")
"""A year, a quarter or a month."""


def _year_earlier(against: Json) -> Json:
    match = PLAIN.fullmatch(str(against))
    if match is not None and not match[3]:
        return f"{int(match[1]) - 1}" + (f"-Q{match[2]}" if match[2] else "")
    return "last_year" if against == "this_year" else "same_month_last_year"


def _one_before(against: str) -> Json:
    match = PLAIN.fullmatch(against)
    if match is None:
        return against
    year = int(match[1])
    if match[2]:
        quarter = int(match[2])
        return f"{year}-Q{quarter - 1}" if quarter > 1 else f"{year - 1}-Q4"
    if match[3]:
        month = int(match[3])
        return f"{year}-{month - 1:02d}" if month > 1 else f"{year - 1}-12"
    return str(year - 1)


def _partner(compared: Json) -> Json:
    """Read what stands against a period when only that was said: against last month, this month."""
    if (
        isinstance(compared, str)
        and compared.startswith("last_")
        and compared[5:] in {"week", "month", "quarter", "year"}
    ):
        return "this_" + compared[5:]
    if isinstance(compared, str) and compared[:4].isdigit():
        return {4: "this_year", 7: "this_quarter" if "Q" in compared else "this_month"}.get(len(compared), RECENT)
    return {"yesterday": "today", "same_month_last_year": "this_month"}.get(str(compared), RECENT)


def _after_than(heard: Heard, first: int) -> bool:
    """Whether the period follows a word of comparison rather than saying when."""
    words = [w for w in heard.concept("compare", "than") if not _either(heard, w)]
    names = {name.first for name in heard.names}
    scores = {found.first for found in heard.places("metric")}
    near = (word for word in words if first - 3 <= word.last <= first)
    between = ((names if word.value.name == "compare" else names | scores, range(word.last, first)) for word in near)
    return any(places.isdisjoint(words) for places, words in between) or heard.periods[0].span.value in (
        "same_month_last_year",
        "previous",
    )


def _either(heard: Heard, word: Found[Sense]) -> bool:
    """Whether a word of comparison leaves open which way: "better or worse" is followed by when, not by than what."""
    forms = {token.form for token in heard.said.tokens[word.first : word.last]}
    return word.last - word.first >= 3 and not forms.isdisjoint(heard.language.data["query"].get("or", ()))


def _against(filling: Filling) -> None:
    """One's own group against its parent or another group."""
    heard = filling.heard
    mine = heard.all_of("value.scope_mine")
    names = heard.named(*SCOPE_KINDS)
    own = {"region", "my_region"} & set(mine)
    stores = [name for name in names if name.kind == "store"]
    if _two_regions(filling, mine, names):
        return
    if own and stores and heard.has("compare"):
        _against_parent(filling, stores[0])
        return
    if "region" in mine or ("my_region" in mine and "store" in mine):
        filling.put("compare_to", {"region": "@my_region"})
        if heard.has("rest", "mine", "me", "our") and not names and filling.asker.unit is not None:
            filling.put("scope", {"store": "@mine"})
        return
    if heard.has("compare", "rest") and "compare_to" not in filling.slots:
        _against_units(filling, mine, names)


def _against_units(filling: Filling, mine: list[str], names: list[Named]) -> None:
    """Read one's own store or region against a named unit, or the first named unit against the second."""
    for name in names:
        if ("store" in mine or "my_region" in mine) and name.kind in UNITS:
            filling.put("compare_to", {name.kind: filling.choose(name.kind, name)})
            return
    if len(names) >= 2 and names[0].kind in UNITS and names[1].kind in UNITS:
        filling.put("compare_to", {names[1].kind: filling.choose(names[1].kind, names[1])})


def _two_regions(filling: Filling, mine: list[str], names: list[Named]) -> bool:
    """Read one's own region against another one."""
    regions = [name for name in names if name.kind == "region"]
    if "my_region" not in mine or "store" in mine or not regions or not filling.heard.has("compare"):
        return False
    filling.put("scope", {"region": "@my_region"})
    filling.put("compare_to", {"region": filling.choose("region", regions[0])})
    return True


def _against_parent(filling: Filling, store: Named) -> None:
    """Read a named store against its region: the region's name, known from the map of units."""
    if store.parent is not None:
        filling.put("compare_to", {"region": store.parent})
        filling.heard = replace(filling.heard, senses=tuple(f for f in filling.heard.senses if not _of_region(f)))


def _of_region(found: Found[Sense]) -> bool:
    return found.value.group == "value.scope_mine" and found.value.name != "store"


def sides(filling: Filling) -> list[str]:
    """Give the groups that are compared, so that they are no scope."""
    sides = [str(filling.slots[name]) for name in ("a", "b") if name in filling.slots]
    against = filling.slots.get("compare_to")
    return [*sides, *(str(value) for value in against.values())] if isinstance(against, dict) else sides


def significance(filling: Filling) -> None:
    """Whether a difference is more than noise."""
    _compared(filling)


def explain_change(filling: Filling) -> None:
    """Why a score moved."""
    _compared(filling)


def _difference(filling: Filling) -> bool:
    """Read "is that difference real?" after one group and then another: the two of them."""
    now = filling.before
    then = now.earlier if now is not None else None
    if now is None or then is None or not filling.heard.has("compare") or filling.heard.has("period", "named", "group"):
        return False
    if {"a", "compare_to", "by"} & {*now.slots, *then.slots} or now.slots.get("metric") != then.slots.get("metric"):
        return False
    first, second = then.slots.get("scope"), now.slots.get("scope")
    if not isinstance(first, dict) or not isinstance(second, dict) or first.keys() != second.keys():
        return False
    differing = [kind for kind in first if first[kind] != second[kind]]
    if len(differing) != 1 or then.slots.get("period") != now.slots.get("period"):
        return False
    kind = differing[0]
    filling.put("by", kind)
    filling.put("a", first[kind])
    filling.put("b", second[kind])
    filling.put("scope", {one: name for one, name in second.items() if one != kind})
    filling.inherit("metric", "period")
    if "scope" not in filling.slots:
        filling.before = replace(now, slots={name: one for name, one in now.slots.items() if name != "scope"})
    return True


def _compared(filling: Filling) -> None:
    if _difference(filling):
        return
    if filling.heard.has("two_groups"):
        two_groups(filling)
    elif filling.heard.has("compare"):
        _against(filling)
    _two_periods(filling)
    metric(filling)
    period(filling, default=RECENT)
    scope(filling, leave=sides(filling))
    filling.inherit("compare_to", "by", "a", "b")
    group_by(filling)
    filling.need("metric")
