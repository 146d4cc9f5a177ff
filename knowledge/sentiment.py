"""How a text feels, from small word lists of our own with negation. Enough to find the negative ones without a score.

Words are matched folded and by their beginning (a `*` ends a beginning). A negation turns what follows it within three
words; in Chinese what stands right behind it. A "but" makes what follows weigh more than what went before.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import tanh

from knowledge.lexicons import BUT, NEGATIONS, NEGATIVE, POSITIVE, STRONGER
from knowledge.script import HAN
from knowledge.tokens import folded

REACH = 3
"""How many words a negation reaches."""
TURNED = -0.7
"""What a negated word is worth: "not good" is less bad than "bad"."""
AFTER_BUT, BEFORE_BUT = 1.3, 0.6
LONGEST_CHINESE = 4

_TOKEN = re.compile(r"[㐀-䶿一-鿿]|[^\W_㐀-䶿一-鿿]+(?:'[^\W_]+)?|[.!?。！？;；,，]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentiment:
    """value: -1 to 1; `words` are what it rests on, as they were matched."""

    value: float
    words: tuple[str, ...]

    @property
    def label(self) -> str:
        """Name the side it is on: negative, neutral or positive."""
        if abs(self.value) < 0.2:
            return "neutral"
        return "positive" if self.value > 0 else "negative"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    at: int
    word: str
    value: float


def sentiment(text: str) -> Sentiment:
    """Read how a text feels; 0 and no words where nothing tells."""
    tokens = _TOKEN.findall(folded(text.replace("’", "'")))
    found = list(_found(tokens))
    buts = [at for at, token in enumerate(tokens) if _is_but(tokens, at, token)]
    total = sum(one.value * _weight(one.at, buts) for one in found)
    return Sentiment(value=tanh(total / 2), words=tuple(one.word for one in found))


def _found(tokens: list[str]) -> Iterator[_Found]:
    at, negated_until, stronger = 0, -1, 1.0
    while at < len(tokens):
        word, length = _longest(tokens, at)
        value = _value(word)
        if _is_negation(word):
            negated_until = at + length + (1 if HAN.match(word) else REACH)
        elif word in STRONGER:
            stronger = 1.5
            negated_until += length if at <= negated_until else 0
        elif value:
            yield _Found(at=at, word=word, value=value * stronger * (TURNED if at < negated_until else 1))
            stronger = 1.0
        elif not word[0].isalnum():
            negated_until, stronger = -1, 1.0
        at += length


def _longest(tokens: list[str], at: int) -> tuple[str, int]:
    """Give the word at a place and its tokens; Chinese is read as the longest word that the lists know."""
    if not HAN.match(tokens[at]):
        return tokens[at], 1
    for length in range(min(LONGEST_CHINESE, len(tokens) - at), 1, -1):
        word = "".join(tokens[at : at + length])
        if word in _exact() or word in NEGATIONS or word in STRONGER or word in BUT:
            return word, length
    return tokens[at], 1


def _is_negation(word: str) -> bool:
    return word in NEGATIONS or word.endswith("n't")


def _is_but(tokens: list[str], at: int, token: str) -> bool:
    return token in BUT or "".join(tokens[at : at + 2]) in BUT


def _weight(at: int, buts: list[int]) -> float:
    if not buts:
        return 1.0
    return AFTER_BUT if at > buts[-1] else BEFORE_BUT


@lru_cache(maxsize=50_000)
def _value(word: str) -> float:
    if word in _exact():
        return _exact()[word]
    beginnings = _beginnings()
    for length in range(len(word), 2, -1):
        if word[:length] in beginnings:
            return beginnings[word[:length]]
    return 0.0


@lru_cache(maxsize=1)
def _exact() -> Mapping[str, float]:
    return {word: value for words, value in ((POSITIVE, 1.0), (NEGATIVE, -1.0)) for word in words if word[-1] != "*"}


@lru_cache(maxsize=1)
def _beginnings() -> Mapping[str, float]:
    lists = ((POSITIVE, 1.0), (NEGATIVE, -1.0))
    return {word[:-1]: value for words, value in lists for word in words if word[-1] == "*"}
