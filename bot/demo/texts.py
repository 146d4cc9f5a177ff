"""Comments put together from phrases: opener, core, more, closer, with slots filled, as people really type."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np

from bot.demo.names import email, phone

LANGUAGES = ("en", "pl", "zh-Hans", "zh-Hant")
BAD, OK, GOOD = "bad", "ok", "good"

_CHANCE = {"opener": 0.5, "more": 0.62, "closer": 0.5}
_SLOT = re.compile(r"\{([^{}]*)\}")
_EMOJI = {BAD: ("😡", "😞", "👎", "🙄"), OK: ("🤔", "🙂"), GOOD: ("😊", "👍", "❤️", "🎉")}
_NO_MARKS = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a comment is about and who makes it."""

    topic: str
    feeling: str
    language: str
    woman: bool
    name: str
    key: str
    attack: bool = False
    """An order to the bot hides in it."""
    contact: bool = False
    """The customer leaves an address or a number."""


class Composer:
    """Writes comments; the same random source and the same remarks give the same comments."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._phrases = {language: _phrases(language) for language in LANGUAGES}

    def write(self, remark: Remark) -> str:
        """Write one comment."""
        phrases = self._phrases[remark.language]
        bank = phrases[remark.topic][remark.feeling]
        parts = [self._pick(bank["core"])]
        if self._rng.random() < _CHANCE["more"]:
            parts.append(self._pick(bank["more"]))
        if self._rng.random() < _CHANCE["opener"]:
            parts.insert(0, self._pick(phrases["opener"][remark.feeling]))
        if self._rng.random() < _CHANCE["closer"]:
            parts.append(self._pick(phrases["closer"][remark.feeling]))
        parts += self._extras(remark, phrases)
        joint = "" if remark.language.startswith("zh") else " "
        text = self._fill(joint.join(parts), remark, phrases["items"])
        return text if remark.attack or remark.contact else self._as_typed(text, remark)

    def _extras(self, remark: Remark, phrases: dict[str, Any]) -> list[str]:
        """Find what only some add: an attack, an address, a word in another language."""
        if remark.attack:
            return [self._pick(phrases["attack"]["texts"])]
        if remark.contact:
            return [self._pick(phrases["contact"]["texts"])]
        tails = phrases["mixed"]["tails"] if self._rng.random() < 0.015 else ()
        gloomy = ("never", "zero", "bad", "disappointed")
        fitting = [tail for tail in tails if (remark.feeling == BAD) == any(word in tail.lower() for word in gloomy)]
        return [self._pick(fitting)] if fitting and remark.feeling != OK else []

    def _fill(self, text: str, remark: Remark, items: Sequence[str]) -> str:
        number = int(self._rng.integers(0, 10_000_000))
        values = {
            "min": str((15, 20, 25, 30, 35, 40, 45)[number % 7]),
            "days": str((4, 5, 6, 7, 8, 9)[number % 6]),
            "hour": ("18:30", "19:15", "20:00", "21:40", "6:50")[number % 5],
            "item": items[number % len(items)],
            "ł": "łam" if remark.woman else "łem",
            "y": "a" if remark.woman else "y",
            "a": "a" if remark.woman else "",
            "phone": phone(remark.language, number),
            "email": email(remark.name, remark.key),
        }

        def value(match: re.Match[str]) -> str:
            man, bar, woman = match[1].partition("|")
            return (woman if remark.woman else man) if bar else values[match[1]]

        return _SLOT.sub(value, text)

    def _as_typed(self, text: str, remark: Remark) -> str:
        """Let some type carelessly: a slip, no Polish marks, no capitals, an emoji."""
        chance = self._rng.random()
        latin = not remark.language.startswith("zh")
        if chance < 0.06:
            return (
                f"{text} {self._pick(_EMOJI[remark.feeling])}" if latin else text + self._pick(_EMOJI[remark.feeling])
            )
        if latin and chance < 0.11:
            return self._slip(text)
        if latin and chance < 0.15:
            return text.lower().rstrip(".!")
        if remark.language == "pl" and chance < 0.21:
            return text.translate(_NO_MARKS)
        return text

    def _slip(self, text: str) -> str:
        """Swap two neighbouring letters inside a word, if there is a long enough word."""
        words = list(re.finditer(r"[^\W\d_]{5,}", text))
        if not words:
            return text
        word = words[int(self._rng.integers(len(words)))]
        at = word.start() + 1 + int(self._rng.integers(len(word[0]) - 3))
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]

    def _pick(self, options: Sequence[str]) -> str:
        return options[int(self._rng.random() * len(options))]


def _phrases(language: str) -> dict[str, Any]:
    return tomllib.loads(files("bot.demo").joinpath("phrases", f"{language}.toml").read_text(encoding="utf-8"))
