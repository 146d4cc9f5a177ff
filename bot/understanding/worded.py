"""What a text says word by word, with names, times and numbers left open: for the second opinion on its intent.

The first opinion rests on what the grammar understood; this one needs no grammar, so where both agree they are seldom
wrong together.
"""

from collections.abc import Iterator

from bot.understanding.heard import Heard

STEM = 5
"""So many letters of a word tell it from others, whatever its ending."""


def worded(heard: Heard, *, after: str | None) -> frozenset[str]:
    """Give the words, their beginnings, and which stand side by side."""
    words = list(_words(heard))
    found = {f"w:{word}" for word in words} | {f"p:{word[:STEM]}" for word in words if len(word) > STEM}
    found |= {f"b:{one[:STEM]} {two[:STEM]}" for one, two in zip(["^", *words], [*words, "$"], strict=True)}
    return frozenset(found | {f"a:{after or '-'}"})


def _words(heard: Heard) -> Iterator[str]:
    open_at = {at: f"@{name.kind}" for name in heard.names for at in range(name.first, name.last)}
    open_at |= {at: "@time" for period in heard.periods for at in range(period.first, period.last)}
    last = ""
    for at, token in enumerate(heard.said.tokens):
        quoted = any(q.start < token.start < q.end for q in heard.quotes)
        word = "@quote" if quoted else open_at.get(at) or ("#" if token.kind in {"number", "time"} else token.form)
        if not (word == last and word.startswith("@")):
            yield word
        last = word
