"""What a text shows, as the words that the signs of intents are made of."""

from collections.abc import Iterator

from bot.understanding.heard import Heard

SHORT = 5
"""A text of so few words may be the continuation of what was said before."""
MOST_LEFT = 3
"""More unexplained words than this say no more."""
STEPS = ("year_on_year", "period_on_period")
"""Times that say what a period is compared with, and no period."""
GROUPS = frozenset({"store", "region", "country", "touchpoint", "segment", "journey", "channel", "persona"})


def features(heard: Heard) -> Iterator[str]:
    """Name what is there: concepts, metrics, dimensions, values, kinds of names, and the shape of the text."""
    for found in heard.senses:
        yield from _of_sense(found.value.group, found.value.name)
    for name in heard.names:
        yield from ("named", f"named:{name.kind}")
    yield from _counted(heard)
    yield from _shape(heard)
    yield f"left:{min(len(heard.unexplained), MOST_LEFT)}"


def _of_sense(group: str, name: str) -> Iterator[str]:
    if group == "concept":
        yield name
    elif group == "metric":
        yield from ("metric", f"metric:{name}")
    elif group == "dimension":
        yield from ("dim", f"dim:{name}")
    elif group.startswith("schedule."):
        yield "days" if group == "schedule.days" else group
    elif group.startswith("value."):
        yield from (group.removeprefix("value."), f"{group.removeprefix('value.')}:{name}")


def _counted(heard: Heard) -> Iterator[str]:
    counts = {
        "period": len(heard.periods),
        "number": len(heard.numbers),
        "customer": len(heard.customers),
        "amount": sum(n.scaled or n.money or (n.digits and n.value >= 1000) for n in heard.numbers),
        "percent": sum(n.percent for n in heard.numbers),
        "quote": len(heard.quotes),
        "figure": sum(n.is_key for n in heard.numbers),
    }
    if any(period.span.value in STEPS for period in heard.periods):
        yield from ("compare", "period_on_period")
    for name, count in counts.items():
        if count:
            yield name
        if count > 1:
            yield f"two_{name}s"


def _shape(heard: Heard) -> Iterator[str]:
    groups = [name.kind for name in heard.names if name.kind in GROUPS]
    shape = {
        "long_quote": any(not quote.short for quote in heard.quotes),
        "unread_time": bool(heard.unread_time),
        "time": any(token.kind == "time" for token in heard.said.tokens),
        "two_groups": len(groups) > len(set(groups)),
        "short": heard.said.length <= SHORT,
        "question": any(token.form == "?" for token in heard.said.tokens[-1:]),
    }
    return (name for name, there in shape.items() if there)
