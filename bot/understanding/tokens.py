"""A text as tokens: words, single Han characters, numbers, dates, times, signs and stops, with their places."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.understanding.normalise import fold

Kind = Literal["word", "han", "number", "date", "time", "sign", "stop"]

_TOKEN = re.compile(
    r"(?P<date>\d{4}-\d{1,2}-\d{1,2}(?!\d)|(?:19|20)\d\d-\d\d(?!\d)|\d{4}-?q\d(?!\d)|\d{4}-?w\d\d?(?!\d)"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d)|(?:19|20)\d\d[./]\d{1,2}[./]\d{1,2}(?!\d))"
    r"|(?P<time>\d{1,2}:\d{2}(?!\d))"
    r"|(?P<number>\d{1,3}(?: \d{3})+(?![\d])|\d+(?:[.,]\d+)*)"
    r"|(?P<han>[\u3400-\u9fff])"
    r"|(?P<word>[^\W\d_\u3400-\u9fff]+(?:'[^\W\d_]+)*)"
    r"|(?P<sign>[%+<>=&@#/≥≤-])"
    r"|(?P<stop>[^\w\s])"
)
_QUOTED = re.compile(r"\"([^\"]{1,1500})\"|(?<![^\s(:\[,])'([^']{1,1500})'(?![^\W_])")
NAME_AT_MOST = 5
"""A quotation of more words is somebody's text, not a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token: `form` is how it is compared, `start` and `end` where it stands."""

    kind: Kind
    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Something between quotation marks: data. `short`: it may be a name."""

    text: str
    start: int
    end: int
    short: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A text taken apart: as shown, folded (same length), in tokens, with its quotations."""

    shown: str
    folded: str
    tokens: tuple[Token, ...]
    quotes: tuple[Quoted, ...]

    @property
    def length(self) -> int:
        """How many words it has; two Han characters count as one."""
        han = sum(token.kind == "han" for token in self.tokens)
        return sum(token.kind not in {"han", "stop"} for token in self.tokens) + (han + 1) // 2

    def between(self, first: int, last: int) -> str:
        """Give the words as they were written from token `first` to before token `last`."""
        if first >= last:
            return ""
        return self.shown[self.tokens[first].start : self.tokens[last - 1].end]


def take_apart(shown: str, *, contractions: Mapping[str, str], variants: Mapping[str, str]) -> Said:
    """Tokenise a cleaned text; contractions are written out, each part standing where the whole stood."""
    folded = fold(shown, variants=variants)
    tokens: list[Token] = []
    for match in _TOKEN.finditer(folded):
        kind: Kind = match.lastgroup or "stop"  # type: ignore[assignment]  # the groups are named after the kinds
        form = match.group()
        whole = contractions.get(form, form) if kind == "word" else form
        if kind == "word" and whole.endswith("'s"):
            whole = whole[:-2]
        if kind == "sign" and form == "-" and not _minus(folded, match.start()):
            continue
        for part in whole.split(" ") if kind == "word" else (whole,):
            tokens.append(Token(kind=kind, form=part, start=match.start(), end=match.end()))  # noqa: PERF401
    return Said(shown=shown, folded=folded, tokens=tuple(tokens), quotes=_quotes(shown))


def _minus(text: str, at: int) -> bool:
    """Whether a dash is a sign of its own: spaced, or between figures; not the hyphen of a compound."""
    around = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return not any(c.isalpha() for c in around)


def _quotes(shown: str) -> tuple[Quoted, ...]:
    found = []
    for match in _QUOTED.finditer(shown):
        text = match.group(1) or match.group(2)
        words = len(text.split()) if text.isascii() or " " in text else len(text) // 2
        found.append(Quoted(text=text.strip(), start=match.start(), end=match.end(), short=words <= NAME_AT_MOST))
    return tuple(found)
