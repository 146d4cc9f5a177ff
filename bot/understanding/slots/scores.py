"""Slots of the questions about numbers: value, rank, drivers, response rate, definition, chart."""

from bot.understanding.heard import Heard
from bot.understanding.slots.comparing import sides, two_groups
from bot.understanding.slots.filling import RECENT, Filling, group_by, metric, period, scope

LOWER_IS_BETTER = frozenset({"negative_share", "contact_time", "resolution_time", "churn_rate"})
LONG = "last_90d"


def metric_value(filling: Filling) -> None:
    """Read a number, perhaps cut by a dimension."""
    metric(filling)
    period(filling, default=RECENT)
    scope(filling)
    if filling.heard.has("weighted"):
        _weights(filling)
    else:
        group_by(filling)
    filling.inherit("by")
    filling.need("metric")


def _weights(filling: Filling) -> None:
    """Read what stands behind "weighted" as what it is weighted by, what stands before it as what it is cut by.

    Where nothing stands behind (as in Chinese), what stands before it is what it is weighted by.
    """
    said = filling.heard.concept("weighted")[0].first
    dims = filling.heard.places("dimension")
    behind = [found.value.name for found in dims if found.first > said]
    before = [found.value.name for found in dims if found.first < said]
    if before and not behind and _else_behind(filling.heard, said):
        filling.put("by", before[-1])
        filling.need("weight_by")
        return
    filling.put("weight_by", list(dict.fromkeys(behind or before)))
    if behind and before:
        filling.put("by", before[-1])


def _else_behind(heard: Heard, said: int) -> bool:
    """Whether something that is no dimension stands right behind "weighted by": revenue, or a word not known."""
    near = range(said + 1, said + 4)
    return any(f.first in near for f in heard.places("metric")) or any(at in near for at in heard.unexplained)


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
        return "desc" if heard.has("most") and filling.slots.get("metric") in LOWER_IS_BETTER else None
    down = bool(lowest) and not (highest and highest[0].first < lowest[0].first)
    word = (lowest if down else highest)[0]
    literal = any(f.first < word.last and word.first < f.last for f in heard.concept("literal"))
    if filling.slots.get("metric") in LOWER_IS_BETTER and not literal:
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
            and not _beside_few(heard, number.last)
        ):
            return int(number.value)
    singular = filling.heard.language.data["entity"].get("plural", [])
    for sense in heard.places("dimension"):
        one = heard.concept("which_one") + (heard.concept("lowest", "highest") if heard.language.code == "en" else [])
        which = [
            w for w in one if w.last == sense.first or (w.first <= sense.first and w.last <= sense.last <= w.last + 2)
        ]
        which = [w for w in which if w.first <= sense.first]
        if which and heard.said.tokens[sense.last - 1].form not in singular and not _plural(heard, sense.last - 1):
            return 1
    return None


def _plural(heard: Heard, at: int) -> bool:
    return heard.language.code == "en" and heard.said.tokens[at].form.endswith("s")


def drivers(filling: Filling) -> None:
    """Read what goes with a score."""
    metric(filling)
    scope(filling)
    period(filling, default=LONG)
    own = [(f.first, f.last) for f in filling.heard.places("value.scope_mine")]
    dims = [
        f.value.name
        for f in filling.heard.places("dimension")
        if not any(first <= f.first and f.last <= last for first, last in own)
    ]
    filling.put("by", dims[0] if dims else None)
    filling.inherit("by")
    filling.put("by", "touchpoint")


priorities = drivers


def response_rate(filling: Filling) -> None:
    """How many answer, and whether those who do stand for all."""
    period(filling, default=RECENT)
    two_groups(filling)
    scope(filling, leave=sides(filling))
    group_by(filling)
    dims = filling.heard.all_of("dimension")
    if filling.heard.has("which", "highest", "lowest"):
        filling.put("by", dims[0] if dims else None)
    if filling.heard.has("representative"):
        filling.put("representativeness", True)
    filling.inherit("by")


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
