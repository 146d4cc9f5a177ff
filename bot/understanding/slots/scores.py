"""Slots of the questions about numbers: value, compare, rank, significance, reasons, drivers, what-if, chart."""

from bot.messages import Json
from bot.understanding.heard import Heard
from bot.understanding.slots.filling import SCOPE_KINDS, UNITS, Filling, group_by, metric, period, scope

LOWER_IS_BETTER = frozenset({"negative_share", "contact_time", "resolution_time", "churn_rate"})
RECENT = "last_30d"
LONG = "last_90d"


def metric_value(filling: Filling) -> None:
    """Read a number, perhaps cut by a dimension."""
    metric(filling)
    period(filling, default=RECENT)
    scope(filling)
    group_by(filling)
    filling.inherit("by")
    if filling.heard.has("weighted"):
        dims = filling.heard.all_of("dimension")
        filling.put("weight_by", [d for d in dims if d != filling.slots.get("by")])
    filling.need("metric")


def metric_compare(filling: Filling) -> None:
    """Two groups, two periods, or one's own group against another."""
    heard = filling.heard
    _two_groups(filling)
    _two_periods(filling)
    if "a" not in filling.slots:
        _against(filling)
    named = "a" in filling.slots or isinstance(filling.slots.get("compare_to"), dict)
    metric(filling, default="csat" if named else None)
    period(filling, default=RECENT)
    scope(filling, leave=_sides(filling))
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


def _two_groups(filling: Filling) -> None:
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
    if len(periods) > 1:
        filling.put("period", periods[0].span.value)
        filling.put("compare_to", periods[1].span.value)
    elif len(periods) == 1 and _after_than(filling.heard, periods[0].first):
        filling.inherit("period")
        filling.put("compare_to", periods[0].span.value)
        filling.put("period", _partner(periods[0].span.value))


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
    words = heard.concept("compare", "than")
    names = {name.first for name in heard.names}
    near = (word for word in words if first - 3 <= word.last <= first)
    return any(names.isdisjoint(range(word.last, first)) for word in near) or heard.periods[0].span.value in (
        "same_month_last_year",
        "previous",
    )


def _against(filling: Filling) -> None:
    """One's own group against its parent or another group."""
    heard = filling.heard
    mine = heard.all_of("value.scope_mine")
    names = heard.named(*SCOPE_KINDS)
    if "region" in mine:
        filling.put("compare_to", {"region": "@my_region"})
        return
    if not heard.has("compare", "rest") or "compare_to" in filling.slots:
        return
    for name in names:
        if "store" in mine and name.kind in UNITS:
            filling.put("compare_to", {name.kind: filling.choose(name.kind, name)})
            return
    if len(names) >= 2 and names[0].kind in UNITS and names[1].kind in UNITS:
        filling.put("compare_to", {names[1].kind: filling.choose(names[1].kind, names[1])})


def _sides(filling: Filling) -> list[str]:
    sides = [str(filling.slots[name]) for name in ("a", "b") if name in filling.slots]
    against = filling.slots.get("compare_to")
    return [*sides, *(str(value) for value in against.values())] if isinstance(against, dict) else sides


def rank(filling: Filling) -> None:
    """Read groups in order."""
    heard = filling.heard
    dims = [d for d in heard.all_of("dimension") if d not in {"day", "week", "month", "quarter", "hour"}]
    dims = dims or heard.all_of("dimension")
    filling.put("by", dims[0] if dims else None)
    filling.inherit("by")
    metric(filling)
    period(filling, default=RECENT)
    scope(filling)
    filling.put("order", _order(filling))
    filling.put("limit", _limit(filling))
    filling.inherit("order", "limit", "min_n")
    if heard.has("too_few"):
        filling.put(
            "min_n", next((n.plain for n in heard.numbers if n.value >= 5 and _beside_few(heard, n.first)), None)
        )
    filling.need("metric", "by")


def _beside_few(heard: Heard, at: int) -> bool:
    return any(f.first <= at <= f.last for f in heard.concept("too_few"))


def _order(filling: Filling) -> str | None:
    heard = filling.heard
    lowest, highest = heard.concept("lowest", "worst_ones"), heard.concept("highest")
    if not lowest and not highest:
        return None
    literal = {"lowest", "fewest", "smallest", "least", "highest", "most", "largest", "biggest"}
    down = bool(lowest) and not (highest and highest[0].first < lowest[0].first)
    word = heard.said.tokens[(lowest if down else highest)[0].first].form
    if filling.slots.get("metric") in LOWER_IS_BETTER and word not in literal:
        down = not down
    return "asc" if down else "desc"


def _limit(filling: Filling) -> int | None:
    heard = filling.heard
    for number in heard.numbers:
        if (
            (number.digits or number.value > 1)
            and 1 <= number.value <= 50
            and not number.percent
            and not _beside_few(heard, number.first)
        ):
            return int(number.value)
    singular = filling.heard.language.data["entity"].get("plural", [])
    for sense in heard.places("dimension"):
        which = [w for w in heard.concept("which") if w.last == sense.first]
        if (
            which
            and not heard.has("rank")
            and heard.said.tokens[sense.last - 1].form not in singular
            and not _plural(heard, sense.last - 1)
        ):
            return 1
    return None


def _plural(heard: Heard, at: int) -> bool:
    return heard.language.code == "en" and heard.said.tokens[at].form.endswith("s")


def significance(filling: Filling) -> None:
    """Whether a difference is more than noise."""
    _compared(filling)


def explain_change(filling: Filling) -> None:
    """Why a score moved."""
    _compared(filling)


def _compared(filling: Filling) -> None:
    if filling.heard.has("two_groups"):
        _two_groups(filling)
    _two_periods(filling)
    metric(filling)
    period(filling, default=RECENT)
    scope(filling, leave=_sides(filling))
    filling.inherit("compare_to", "by", "a", "b")
    group_by(filling)
    filling.need("metric")


def drivers(filling: Filling) -> None:
    """Read what goes with a score."""
    metric(filling)
    scope(filling)
    period(filling, default=LONG)
    dims = filling.heard.all_of("dimension")
    filling.put("by", dims[0] if dims else None)
    filling.inherit("by")
    filling.put("by", "touchpoint")


priorities = drivers


def response_rate(filling: Filling) -> None:
    """How many answer, and whether those who do stand for all."""
    period(filling, default=RECENT)
    _two_groups(filling)
    scope(filling, leave=_sides(filling))
    group_by(filling)
    dims = filling.heard.all_of("dimension")
    if filling.heard.has("which", "highest", "lowest"):
        filling.put("by", dims[0] if dims else None)
    if filling.heard.has("representative"):
        filling.put("representativeness", True)


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
    from bot.understanding.slots.texts import query_of  # noqa: PLC0415 the two families read each other's words

    return query_of(heard)


def _factor(heard: Heard) -> float | None:
    percent = next((n.value for n in heard.numbers if n.percent), None)
    if percent is not None:
        up = heard.has("increase") and not heard.has("reduce")
        return round(1 + percent / 100 if up else 1 - percent / 100, 4)
    for concept, factor in (("halve", 0.5), ("double", 2), ("remove", 0)):
        if heard.has(concept):
            return factor
    return None


def define_metric(filling: Filling) -> None:
    """Read what a metric means."""
    metric(filling)
    filling.need("metric")


def chart(filling: Filling) -> None:
    """Read the last result, or a metric, as a picture."""
    heard = filling.heard
    metric(filling)
    filling.inherit("query")
    scope(filling)
    if heard.periods or heard.unread_time:
        period(filling)
    filling.inherit("period")
    times = [d for d in heard.all_of("dimension") if d in {"hour", "day", "week", "month", "quarter"}]
    filling.put("grain", times[0] if times else None)
    others = [d for d in heard.all_of("dimension") if d not in times]
    filling.put("by", others[0] if others else None)
    filling.inherit("by")
    if "query" not in filling.slots:
        filling.need("metric")
