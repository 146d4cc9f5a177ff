"""What a text names that this company has not, and what it wants left out: asked about, never answered past.

"NPS in Madrid" is not the whole company's NPS, and "NPS without Leeds" is not that of Leeds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from bot.ports import Understanding
from bot.store.vocabulary import Entry
from bot.understanding.entities import Named
from bot.understanding.heard import Heard
from bot.understanding.normalise import fold
from bot.understanding.slots.filling import SCOPE_KINDS
from bot.understanding.unexplained import ordinary_places

PLACED = frozenset({
    "metric_value", "metric_compare", "rank", "significance", "explain_change", "drivers", "priorities",
    "response_rate", "chart", "alert_rule_create", "themes", "churn_risk", "what_if", "root_causes",
})  # fmt: skip
"""Intents that take no free words: a word that nothing explains where a place stands is a place not known."""
BOUNDED = PLACED | {"feedback_search", "feedback_count", "export", "case_list", "journey_map"}
"""Intents whose answer would be wrong if what is to be left out were what is asked for."""
NEAR = 72.0
"""How alike (0-100) a known name must be to be offered for an unknown one."""
MOST = 3


def bounded(heard: Heard, understood: Understanding, *, entries: Sequence[Entry]) -> Understanding:
    """Give what was understood, or the same with a question about a name that is unknown or to be left out."""
    out = left_out(heard) if understood.intent in BOUNDED else []
    if out:
        return _without(understood, out)
    if understood.intent in PLACED:
        name = unknown_name(heard)
        if name:
            return _unknown(understood, name, entries)
    if "metric" in (*understood.missing, *understood.ambiguous):
        return _near_metric(heard, understood)
    if "period" in understood.missing and heard.unread_time:
        return replace(understood, unread={"period": heard.unread_time})
    return understood


def left_out(heard: Heard) -> list[Named]:
    """Give the names that follow "without" or "except", or stand before "left out"."""
    found = []
    for name in heard.named(*SCOPE_KINDS):
        before = any(0 <= name.first - word.last <= 2 for word in heard.concept("excluding"))
        after = any(0 <= word.first - name.last <= 1 for word in heard.concept("excluded"))
        if before or after:
            found.append(name)
    return found


def unknown_name(heard: Heard) -> str | None:
    """Give the words that stand where a place or a touchpoint would, and are none."""
    for first, last in _runs(heard):
        if _placed(heard, first, last):
            return heard.said.between(first, last)
    return None


def strange_words(heard: Heard) -> int:
    """Count the words that nothing explains and that are not ordinary ones."""
    return sum(last - first for first, last in _runs(heard))


def _runs(heard: Heard) -> Iterator[tuple[int, int]]:
    ordinary = ordinary_places(heard.said, language=heard.language)
    places = sorted(at for at in heard.unexplained if at not in ordinary)
    while places:
        last = 1
        while last < len(places) and places[last] == places[last - 1] + 1:
            last += 1
        yield places[0], places[last - 1] + 1
        places = places[last:]


def _placed(heard: Heard, first: int, last: int) -> bool:
    tokens = heard.said.tokens
    heads = [(f.first, f.last) for f in heard.senses if f.value.group in {"head", "dimension"}]
    if any(start == last for start, _ in heads) or (any(end == first for _, end in heads) and _is_proper(heard, first)):
        return True
    if tokens[first].kind == "han":
        ends = frozenset(heard.language.data["strange"]["after"])
        asked = [f.first for f in heard.senses if f.value.group == "metric"] + [p.first for p in heard.periods]
        beside = first == 0 or last in asked or (last < len(tokens) and tokens[last].form in ends)
        return last - first >= 2 and beside
    if heard.has("short") and heard.has("metric"):
        return True
    small = heard.language.function_words
    prepositions = {f.last for f in heard.concept("from_prep")}
    at = first
    while at > 0 and at not in prepositions and tokens[at - 1].form in small and first - at < 2:
        at -= 1
    return at in prepositions or _is_proper(heard, first)


def _is_proper(heard: Heard, at: int) -> bool:
    """Whether a word inside a sentence is written like a name, among words that are not."""
    shown, token = heard.said.shown, heard.said.tokens[at]
    word = shown[token.start : token.end]
    return at > 0 and word[:1].isupper() and word[1:].islower() and heard.said.tokens[at - 1].kind != "stop"


def _without(understood: Understanding, out: Sequence[Named]) -> Understanding:
    names = {name.name for name in out}
    scope = understood.slots.get("scope")
    kept = {kind: name for kind, name in scope.items() if name not in names} if isinstance(scope, dict) else {}
    slots = {
        slot: value
        for slot, value in understood.slots.items()
        if slot != "scope" and not (isinstance(value, str) and value in names)
    }
    return replace(
        understood,
        slots=slots | ({"scope": kept} if kept else {}),
        missing=("scope", *understood.missing),
        ambiguous={},
        unread={"exclusion": ", ".join(sorted(names))},
    )


def _unknown(understood: Understanding, name: str, entries: Sequence[Entry]) -> Understanding:
    near = sorted(_alike(name, entries), key=lambda one: -one[0])
    kind = near[0][1].kind if near else ""
    options = tuple(dict.fromkeys(entry.name for _, entry in near if entry.kind == kind))[:MOST]
    return replace(
        understood,
        missing=understood.missing if options else ("scope", *understood.missing),
        ambiguous={kind: options} if options else {},
        unread={"scope": name},
    )


def _alike(name: str, entries: Sequence[Entry]) -> Iterator[tuple[float, Entry]]:
    said = fold(name)
    for entry in entries:
        if entry.kind in SCOPE_KINDS:
            alike = max(ratio(said, fold(text)) for text in entry.texts)
            if alike >= NEAR:
                yield alike, entry


def _near_metric(heard: Heard, understood: Understanding) -> Understanding:
    """Offer first the metric whose short name is one key away from a word that says nothing else."""
    for at in sorted(heard.unexplained):
        form = heard.said.tokens[at].form
        near = tuple(name for name in ("nps", "csat", "ces", "fcr") if OSA.distance(form, name) == 1)
        if near and 3 <= len(form) <= 5:
            return replace(
                understood,
                missing=tuple(slot for slot in understood.missing if slot != "metric"),
                ambiguous={"metric": near},
                unread={"metric": form},
            )
    return understood
