"""Slots while they are being filled, with what is still missing or not clear."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bot.messages import Json, Slots
from bot.people import Person
from bot.understanding.before import Before
from bot.understanding.entities import Named
from bot.understanding.features import STEPS
from bot.understanding.heard import Heard
from bot.understanding.lexicon import Sense
from bot.understanding.phrases import Found

SCOPE_KINDS = ("touchpoint", "journey", "stage", "store", "region", "country", "channel", "segment", "persona", "theme")
UNITS = frozenset({"store", "region", "country"})
RECENT = "last_30d"
"""The usual period of scores, where none is said."""


@dataclass(slots=True, kw_only=True)
class Filling:
    """One reading in the making: what was heard, and the slots so far."""

    heard: Heard
    intent: str
    before: Before | None
    asker: Person
    today: date
    slots: Slots = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    ambiguous: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def put(self, name: str, value: Json) -> None:
        """Fill a slot unless there is nothing to fill it with, or it is filled."""
        if value not in (None, [], {}, "") and name not in self.slots:
            self.slots[name] = value

    def need(self, *names: str) -> None:
        """Ask for what is not filled."""
        for name in names:
            if name not in self.slots and name not in self.missing and name not in self.ambiguous:
                self.missing.append(name)

    def inherit(self, *names: str) -> None:
        """Take over from the turn before what this text left unsaid."""
        if self.before is not None:
            for name in names:
                self.put(name, self.before.slots.get(name))

    def choose(self, slot: str, name: Named) -> str:
        """Give the name's first option; if several fit, the question stays open."""
        if len(name.options) > 1:
            self.ambiguous[slot] = name.options
        return name.name


def period(filling: Filling, *, default: str | None = None) -> None:
    """Fill `period` with the time that was said, else the default; unreadable time is asked about."""
    heard = filling.heard
    said = [found.span.value for found in heard.periods if found.span.value not in STEPS]
    if said:
        filling.put("period", _meant(filling, said[0]))
    elif heard.unread_time:
        filling.need("period")
    else:
        filling.inherit("period")
        if default is not None:
            filling.put("period", default)


def _meant(filling: Filling, said: Json) -> Json:
    """Read "and the last one?" as the period before that of the turn before."""
    if said != "previous":
        return said
    earlier = filling.before.slots.get("period") if filling.before is not None else None
    this = isinstance(earlier, str) and earlier.startswith("this_")
    return f"last_{str(earlier)[5:]}" if this else "yesterday" if earlier == "today" else "last_month"


def scope(filling: Filling, *, leave: Iterable[str] = (), kinds: tuple[str, ...] = SCOPE_KINDS) -> None:
    """Fill `scope` with the groups that were named, one's own included."""
    left = set(leave)
    found: dict[str, Json] = {}
    for name in filling.heard.named(*kinds):
        if name.name not in left and name.kind not in left:
            _add(filling, found, name)
    if "store" in filling.heard.all_of("value.scope_mine") and "store" not in found and "@mine" not in left:
        found["store"] = "@mine"
    if "my_region" in filling.heard.all_of("value.scope_mine") and "region" not in found and "@my_region" not in left:
        found["region"] = "@my_region"
    inherited = filling.before.slots.get("scope") if filling.before is not None else None
    if isinstance(inherited, dict):
        taken = set(found) | (UNITS if UNITS & set(found) else set())
        found = {**{k: v for k, v in inherited.items() if k not in taken}, **found}
    filling.put("scope", found)


def _add(filling: Filling, found: dict[str, Json], name: Named) -> None:
    if name.kind in found:
        return
    if len(name.options) > 1:
        filling.ambiguous[name.kind] = name.options
    else:
        found[name.kind] = name.name


def group_by(filling: Filling) -> None:
    """Fill `by` with the dimension that follows "by" or stands in the plural's place."""
    heard = filling.heard
    for sense in heard.places("dimension"):
        beside = any(p.last in {sense.first, sense.first - 1} or p.first == sense.first for p in heard.concept("per"))
        if beside or any(p.first <= sense.first and sense.last <= p.last for p in heard.concept("periodic")):
            filling.put("by", sense.value.name)


def metric(filling: Filling, *, default: str | None = None) -> None:
    """Fill `metric` with the one that was said, the one before, or the default; an unknown one is asked about."""
    found = known_metrics(filling.heard)
    if found:
        filling.put("metric", plain_metric(filling.heard))
    elif filling.heard.has("unknown_metric"):
        filling.ambiguous["metric"] = ("nps", "csat", "ces")
    else:
        filling.inherit("metric")
        if default is not None:
            filling.put("metric", default)


def plain_metric(heard: Heard) -> str | None:
    """Give the metric that was said most plainly; None if none was."""
    found = known_metrics(heard)
    plain = [name for name in found if name != "volume"] or found
    return _plainest(heard, plain) if plain else None


def _plainest(heard: Heard, names: list[str]) -> str:
    """Give the first that is called by its name: "rates best on stars" is about stars, not about rating."""
    tokens = heard.said.tokens
    for name in names:
        for found in heard.places("metric", name):
            said = " ".join(token.form for token in tokens[found.first : found.last])
            if len(names) == 1 or said.startswith(name) or name not in {"csat", "nps"}:
                return name
    return names[0]


def _lies_in(found: Found[Sense], name: Found[Sense]) -> bool:
    """Say whether something is only part of a name; what has the whole name for its own is not."""
    inside = name.first <= found.first and found.last <= name.last
    return inside and (found.first, found.last) != (name.first, name.last)


def known_metrics(heard: Heard) -> list[str]:
    """Name the metrics that were said, without words that are part of the name of one that does not exist."""
    unknown = heard.concept("unknown_metric")
    return list(
        dict.fromkeys(
            found.value.name for found in heard.places("metric") if not any(_lies_in(found, one) for one in unknown)
        )
    )
