"""Slots of the questions about what customers say: search, count, themes, summaries, tags, export."""

import re

from bot.messages import Json
from bot.understanding.entities import Named
from bot.understanding.heard import Heard
from bot.understanding.slots.comparing import plain_period
from bot.understanding.slots.filling import Filling, period, scope
from bot.understanding.unexplained import ordinary_places

LONG = "last_90d"
MOST_CLAUSE = 10
NUMBERED = 1000
"""A number from here on beside a word for comments is the number of one, not how many."""
QUIET = frozenset({"journey", "stage", "team", "source", "segment"})
"""Kinds whose names are also plain words: after "about", returns and refunds are what it is about."""
_ENDS = frozenset(
    {"from", "in", "at", "for", "during", "by", "with", "within", "this", "last", "since", "on", "to", "and"}
)


def feedback_search(filling: Filling) -> None:
    """Comments that match, with their order."""
    heard = filling.heard
    record = record_of(heard)
    if record is not None:
        filling.put("record", record)
        return
    _about(filling)
    own = "query" in filling.slots or "scope" in filling.slots
    if not own or heard.has("that"):
        filling.inherit("query")
    period(filling, default=LONG)
    scope(filling, leave=_asked(filling))
    filters = _with_earlier(filling, _sorted(filling, _filters(heard)))
    filling.put("filters", filters)
    if heard.has("verbatim"):
        filling.put("verbatim", True)
    filling.put("limit", _limit(heard, filters))
    filling.put("item_ref", item_ref(heard))


def _sorted(filling: Filling, filters: dict[str, Json]) -> dict[str, Json]:
    """Fill the order; the worst ones of NPS are its detractors."""
    heard = filling.heard
    if heard.has("worst_ones"):
        filling.put("sort", "score_asc")
        if "group" not in filters and _nps(filling):
            return {**{name: one for name, one in filters.items() if name != "sentiment"}, "group": "detractor"}
    elif heard.has("best_ones"):
        filling.put("sort", "score_desc")
    elif heard.has("newest"):
        filling.put("sort", "newest")
    return filters


def _with_earlier(filling: Filling, filters: dict[str, Json]) -> dict[str, Json]:
    """Keep what a search was narrowed to when the text names nothing new that it is about."""
    before = filling.before
    if before is None or before.intent not in {"feedback_search", "feedback_count"}:
        return filters
    earlier = before.slots.get("filters")
    same = filling.slots.get("query") == before.slots.get("query")
    return {**earlier, **filters} if same and isinstance(earlier, dict) else filters


def record_of(heard: Heard) -> str | None:
    """Read one record by its number: "feedback #33488"."""
    for number in heard.numbers:
        if not number.digits or number.scaled or number.percent or number.money or number.value != int(number.value):
            continue
        signed = number.first > 0 and heard.said.tokens[number.first - 1].form == "#"
        marked = any(f.last in {number.first, number.first - 1} for f in heard.concept("number_mark"))
        beside = any(0 <= number.first - f.last <= 2 for f in heard.concept("comment")) or any(
            0 <= f.first - number.last <= 1 for f in heard.concept("comment")
        )
        if (signed or marked or number.value >= NUMBERED) and beside:
            return str(number.plain)
    return None


def _limit(heard: Heard, filters: dict[str, Json]) -> Json:
    """How many to show: a number that counts them, and is no score."""
    scores = {filters.get("min_score"), filters.get("max_score")}
    limits = {f.last for f in heard.places("value.below")}
    return next(
        (n.plain for n in heard.numbers if 2 <= n.value <= 50 and n.plain not in scores and n.first not in limits), None
    )


def _nps(filling: Filling) -> bool:
    return filling.before is not None and filling.before.slots.get("metric") == "nps"


def item_ref(heard: Heard) -> int | None:
    """Which one of the last list: the second one is 2."""
    for place in range(1, 6):
        if heard.has(f"ordinal_{place}"):
            return place
    return None


def _asked(filling: Filling) -> list[str]:
    """Give the names that are already part of what it is about."""
    query = filling.slots.get("query")
    if not isinstance(query, str):
        return []
    whole = query == _clause(filling.heard)
    names = filling.heard.names
    inside = [name.name for name in names if (whole or name.kind in QUIET) and _said(filling.heard, name) in query]
    return [query, *inside]


def _said(heard: Heard, name: Named) -> str:
    return heard.said.between(name.first, name.last)


def _about(filling: Filling) -> None:
    query = query_of(filling.heard)
    if query is not None:
        filling.put("query", query)


def query_of(heard: Heard) -> str | None:
    """Read what it is about, in the asker's own words: a quotation, or what follows "about" up to the next thing."""
    short = next((quote.text for quote in heard.quotes if quote.short), None)
    if short is not None:
        return short
    clause = _clause(heard)
    if clause is not None:
        return clause
    taken = _taken(heard)
    for concepts in (("about",), ("say", "complaint", "praise")):
        for about in sorted(heard.concept(*concepts), key=lambda f: -f.last):
            words = _stretch(heard, about.last, taken)
            if words:
                return words
    return _left_over(heard, taken)


def _clause(heard: Heard) -> str | None:
    """Read "say that ..." and "about it that ..." whole, up to the next stop."""
    tokens = heard.said.tokens
    marks = heard.language.data["query"].get("clause", ())
    for at, token in enumerate(tokens):
        said = any(0 <= at - f.last <= 2 for f in heard.concept("say", "about"))
        if token.form not in marks or not said:
            continue
        last = at + 1
        while last < len(tokens) and tokens[last].kind != "stop":
            last += 1
        last = min([last, *(p.first for p in heard.periods if p.first > at)])
        if last - at > MOST_CLAUSE:
            continue
        if last - at > 2:
            return heard.said.between(at + 1, last)
    return None


def _left_over(heard: Heard, taken: set[int]) -> str | None:
    """Read the longest run of words that nothing else explains: "count parking complaints"."""
    runs: list[list[int]] = []
    for at in sorted(heard.unexplained - taken - ordinary_places(heard.said, language=heard.language)):
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    longest = max(runs, key=len, default=None)
    return heard.said.between(longest[0], longest[-1] + 1) if longest is not None else None


def _taken(heard: Heard) -> set[int]:
    spans = [(n.first, n.last) for n in heard.names if n.kind not in QUIET] + [(p.first, p.last) for p in heard.periods]
    return {at for first, last in spans for at in range(first, last)}


def _stretch(heard: Heard, first: int, taken: set[int]) -> str | None:
    ends = _ENDS | set(heard.language.data.get("query", {}).get("ends", []))
    skips = set(heard.language.data.get("query", {}).get("skips", []))
    tokens = heard.said.tokens
    while first < len(tokens) and first not in taken and tokens[first].form in skips:
        first += 1
    last = first
    while last < len(tokens) and last not in taken and tokens[last].kind in {"word", "han"}:
        if tokens[last].form in ends or (last > first and last - first >= 5):
            break
        last += 1
    generic = set(heard.language.data["query"]["generic"])
    words = [token.form for token in tokens[first:last]]
    said = {at for f in heard.senses if f.value.group == "value.group" for at in range(f.first, f.last)}
    said |= ordinary_places(heard.said, language=heard.language)
    small = heard.language.function_words
    if all(word in generic or word in skips or word in small or first + at in said for at, word in enumerate(words)):
        return None
    if "".join(words) in generic:
        return None
    return heard.said.between(first, last) or None


def _filters(heard: Heard) -> dict[str, Json]:
    filters: dict[str, Json] = {}
    for group in heard.all_of("value.group"):
        filters["group"] = group
    sentiments = heard.all_of("value.sentiment")
    if sentiments and "group" not in filters:
        filters["sentiment"] = sentiments[0]
    languages = heard.all_of("value.language_name")
    if languages:
        filters["language"] = languages[0]
    stars = _stars(heard)
    if stars is not None:
        filters["min_score"] = filters["max_score"] = stars
        filters.pop("sentiment", None)
    return {**filters, **_score_bounds(heard)}


def _stars(heard: Heard) -> int | None:
    """Read "1-star", "two-star", "jednogwiazdkowe"."""
    figure = re.search(r"(\d)\s*-?\s*(?:star|gwiazd|星)", heard.said.folded)
    said = heard.all_of("value.stars")
    return int(figure.group(1)) if figure else int(said[0]) if said else None


def _score_bounds(heard: Heard) -> dict[str, Json]:
    """Read "2 or below", "4 and up", "score below 3" and "at least 4"."""
    for number in heard.numbers:
        if number.value <= 10:
            ops = [f.value.name for f in heard.places("value.below") if f.last == number.first]
            if ops and number.value == int(number.value):
                return _bound(ops[-1], int(number.value))
            if any(number.last <= f.first <= number.last + 1 for f in heard.concept("or_less")):
                return {"max_score": number.plain}
            if any(number.last <= f.first <= number.last + 1 for f in heard.concept("or_more")):
                return {"min_score": number.plain}
    return {}


def _bound(op: str, value: int) -> dict[str, Json]:
    """Read a limit as the lowest or highest whole score within it."""
    side = "max_score" if "<" in op else "min_score"
    return {side: value + {"<": -1, ">": 1}.get(op, 0)}


def feedback_count(filling: Filling) -> None:
    """How many said something."""
    heard = filling.heard
    _about(filling)
    filters = _filters(heard)
    if heard.has("complaint") and "query" in filling.slots:
        filters.pop("sentiment", None)
    if "query" not in filling.slots and not filters:
        filling.inherit("query")
    filling.inherit("query")
    period(filling, default=LONG)
    scope(filling, leave=_asked(filling))
    filling.put("filters", filters)
    if "query" not in filling.slots and not filters and "scope" not in filling.slots:
        filling.need("query")


def themes(filling: Filling) -> None:
    """Read what they talk about."""
    heard = filling.heard
    if heard.has("emerging"):
        filling.put("order", "emerging")
    periods = [found.span.value for found in heard.periods]
    if (
        heard.has("emerging")
        and len(periods) == 1
        and periods[0] in {"last_month", "last_week", "last_quarter"}
        and heard.has("emerging_against")
    ):
        filling.put("period", "this_" + str(periods[0])[5:])
        filling.put("compare_to", periods[0])
    elif len(periods) > 1:
        filling.put("compare_to", plain_period(periods[1], periods[0]))
    sentiments = heard.all_of("value.sentiment")
    if sentiments and not heard.has("emerging"):
        filling.put("sentiment", sentiments[0])
    period(filling, default=LONG)
    scope(filling)
    filling.put("limit", next((n.plain for n in heard.numbers if 2 <= n.value <= 50), None))
    if heard.has("most"):
        filling.put("order", "volume")
    filling.inherit("sentiment", "order")


def summarize_text(filling: Filling) -> None:
    """Read the quoted text is data; nothing in it is read."""


def tag_correct(filling: Filling) -> None:
    """Read what a comment's tag should be."""
    heard = filling.heard
    filling.put("record", "@context")
    sentiments = heard.all_of("value.sentiment")
    said = {found.first for found in heard.places("value.tag_topic")}
    touchpoints = [name.name for name in heard.named("touchpoint", "theme") if name.first not in said]
    topics = list(dict.fromkeys([*touchpoints, *heard.all_of("value.tag_topic")]))
    if heard.has("tag_field:language"):
        filling.put("field", "language")
        languages = heard.all_of("value.language_name")
        filling.put("value", languages[0] if languages else None)
    elif sentiments and (heard.has("tag_field:sentiment") or not topics):
        filling.put("field", "sentiment")
        _value_and_old(filling, sentiments)
    else:
        of_touchpoint = heard.has("dim:touchpoint") or heard.places("value.tag_field", "touchpoint")
        filling.put("field", "touchpoint" if of_touchpoint else "topic")
        _value_and_old(filling, _in_order(heard, topics))
    filling.need("value")


def _in_order(heard: Heard, topics: list[str]) -> list[str]:
    places = {f.value.name: f.first for f in reversed(heard.places("value.tag_topic"))}
    places.update({n.name: n.first for n in reversed(heard.names)})
    return sorted(topics, key=lambda topic: places.get(topic, 0))


def _value_and_old(filling: Filling, found: list[str]) -> None:
    """Of two, the one after "not" is the old one."""
    heard = filling.heard
    if len(found) < 2:
        filling.put("value", found[0] if found else None)
        return
    denied = [f.last for f in heard.concept("negation", "instead_of")]
    places = {f.value.name: f.first for f in heard.senses if f.value.group.startswith("value.")}
    places.update({n.name: n.first for n in heard.names})
    old = next((one for one in found if any(0 <= places[one] - at <= 2 for at in denied)), found[0])
    filling.put("value", next(one for one in found if one != old))
    filling.put("old", old)


def export(filling: Filling) -> None:
    """Read what to put in a file."""
    heard = filling.heard
    what = heard.all_of("value.export_what")
    filling.put("what", what[0] if what else None)
    if "feedback" in what and heard.has("about", "quote"):
        filling.put("query", query_of(heard))
    if not what and filling.before is not None:
        filling.inherit("query", "filters")
    filling.put("what", "feedback" if filling.before is not None and "query" not in filling.slots else None)
    if heard.periods or heard.unread_time or filling.before is not None:
        period(filling)
    scope(filling, leave=_asked(filling))
    formats = heard.all_of("value.format")
    filling.put("format", formats[0] if formats else None)
    if "feedback" in what:
        filling.put("filters", _filters(heard))
    if "query" not in filling.slots:
        filling.need("what")
