"""The words of a text that may say what it is about: small words and words of feeling left out, each language its own.

Chinese is parted by jieba, which takes half a second to load: only where there is Chinese.
"""

import logging
import re
import tomllib
import warnings
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from knowledge.script import HAN
from knowledge.tokens import folded, runs
from knowledge.word_lists import CHINESE, EMPTY, OTHERS

SHORTEST = 3
SHORTEST_CHINESE = 2
ROOT = 6
"""Letters that forms of a word share, where it is longer: kolejka and kolejki, delivered and delivery."""

_BREAK = re.compile(r"[.!?。！？;；,，:：()\n、]+")
_MARK = re.compile(r"\[[a-z]+\]")
"""What redaction put in the place of personal data."""

TopicWord = tuple[str, str]
"""The root that all forms share, and the word as the text has it."""


def topic_words(text: str, language: str | None = None) -> list[list[TopicWord]]:
    """Give the telling words of a text in order, parted where a stop or an empty word stands between them."""
    stretches: list[list[TopicWord]] = []
    for part in _BREAK.split(_MARK.sub(".", text)):
        stretches.append([])
        for word in _words(part):
            plain = folded(word)
            if is_stop(plain, language):
                stretches.append([])
            else:
                stretches[-1].append((root_of(plain), word.lower()))
    return [one for one in stretches if one]


def root_of(word: str) -> str:
    """Give what the forms of a folded word share."""
    return word[:ROOT] if len(word) > ROOT and not HAN.match(word) else word


def is_stop(word: str, language: str | None = None) -> bool:
    """Say whether a folded word says nothing of a topic; in a language of its own, that language's words alone."""
    if HAN.search(word):
        return len(word) < SHORTEST_CHINESE or word in _stops()["zh"] or all(letter in CHINESE for letter in word)
    if len(word) < SHORTEST or not word.isalpha():
        return True
    code = (language or "").split("-", maxsplit=1)[0]
    own = _stops().get(code)
    return word in EMPTY or word in OTHERS or (word in own if own is not None else word in _all_stops())


def _words(part: str) -> Iterator[str]:
    for start, end, _ in runs(part):
        word = part[start:end]
        if HAN.match(word):
            yield from _cut(word)
        else:
            yield word


@lru_cache(maxsize=50_000)
def _cut(run: str) -> tuple[str, ...]:
    return tuple(_jieba().cut(run))


@cache
def _jieba() -> "Cutter":
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its patterns are written as Python no longer likes
        import jieba  # noqa: PLC0415 half a second, and only for Chinese
    jieba.setLogLevel(logging.CRITICAL)
    return Cutter(jieba)


class Cutter:
    """Parts Chinese into words. Traditional script is parted by its simplified form, character for character."""

    def __init__(self, library: Any) -> None:
        self._library = library

    def cut(self, run: str) -> Iterator[str]:
        """Give the words of a run of Chinese, as it is written."""
        plain = folded(run)
        at = 0
        for word in self._library.lcut(plain if len(plain) == len(run) else run):
            yield run[at : at + len(word)]
            at += len(word)


@cache
def _stops() -> Mapping[str, frozenset[str]]:
    data = tomllib.loads(files("knowledge").joinpath("stop_words.toml").read_text(encoding="utf-8"))
    return {code: frozenset(listed.split()) for code, listed in data.items()}


@cache
def _all_stops() -> frozenset[str]:
    return frozenset().union(*_stops().values())
