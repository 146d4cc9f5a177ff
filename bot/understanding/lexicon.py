"""What the languages' grammar files say, read once and compiled: words to senses, with no language in code."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from bot.understanding.kept import keep, key_of, read_kept
from bot.understanding.normalise import fold
from bot.understanding.phrases import Phrases, grouped

LANGUAGES = ("en", "pl", "zh")

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+(?:'[^\W\d_]+)*\*?|\d+(?:[.,]\d+)*|[*#%,<>≥≤-]")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_EITHER = re.compile(r"\(([^()]*)\)")


class Sense(NamedTuple):
    """What a phrase means: `group` concept, metric, dimension, channel or value.SLOT, and the name in it."""

    group: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inflection:
    """Endings that names take and stems they change; both as data."""

    endings: tuple[str, ...]
    alternations: tuple[tuple[str, str], ...]
    nominative: tuple[tuple[str, str], ...] = ()
    """Endings of personal names, and those they have as the subject of a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language's grammar. `data` is its file; `senses` what its phrases mean; `words` all its plain words."""

    code: str
    letters: frozenset[str]
    hints: frozenset[str]
    contractions: Mapping[str, str]
    inflection: Inflection
    senses: Phrases[Sense]
    atoms: Phrases[Sense]
    words: frozenset[str]
    function_words: frozenset[str]
    """Small words that carry no content of their own."""
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """All languages, the characters that are variants of others, and the signs by which intents are told."""

    languages: tuple[Language, ...]
    variants: Mapping[str, str]
    signs: Mapping[str, Mapping[str, float]]

    def language(self, code: str) -> Language:
        """Give the language of this code."""
        return next(language for language in self.languages if language.code == code)


def load_grammar(
    *, own_metrics: Mapping[str, Sequence[str]] = MappingProxyType({}), kept_in: Path | None = None
) -> Grammar:
    """Read the grammar files that stand beside this module; `own_metrics` are called the same in every language.

    `kept_in` is a folder where what was prepared is kept for the next start.
    """
    folder = files("bot.understanding").joinpath("grammar")
    texts = {name: folder.joinpath(f"{name}.toml").read_text(encoding="utf-8") for name in ("intents", *LANGUAGES)}
    own = {name: list(words) for name, words in own_metrics.items()}
    key = key_of(texts, own)
    prepared = read_kept(kept_in, key) if kept_in is not None else None
    if prepared is None:
        prepared = _prepared(texts, own)
        if kept_in is not None:
            keep(kept_in, key, prepared)
    variants: Mapping[str, str] = prepared["variants"]
    return Grammar(
        languages=tuple(_language(prepared["data"][code], prepared["spelt"][code]) for code in LANGUAGES),
        variants=variants,
        signs=prepared["data"]["intents"],
    )


def _prepared(texts: Mapping[str, str], own_metrics: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Parse the files and write all phrases out, as plain as JSON."""
    data = {name: tomllib.loads(text) for name, text in texts.items()}
    for code in LANGUAGES:
        data[code]["metric"] |= {name: [_literal(words) for words in called] for name, called in own_metrics.items()}
    variants = dict(zip(data["zh"]["variants"]["from"], data["zh"]["variants"]["to"], strict=True))
    spelt = {}
    for code in LANGUAGES:
        senses = _spelt(_senses(data[code]), variants=variants)
        atoms = _spelt(_atoms(data[code]["period"]), variants=variants)
        hints = set(data[code]["hints"])
        words = _plain(senses) | _plain(atoms) | hints | _number_words(data[code]) | _short_forms(data[code])
        small = set(words_of(" ".join(data[code]["function"]["words"]))) | hints
        spelt[code] = {
            "senses": _grouped(senses),
            "atoms": _grouped(atoms),
            "words": sorted(words),
            "function_words": sorted(small),
        }
    return {"data": data, "variants": variants, "spelt": spelt}


def _spelt(phrases: Iterable[tuple[Sense, str]], *, variants: Mapping[str, str]) -> list[tuple[tuple[str, ...], Sense]]:
    """Give every spelling of every phrase in words, with its sense."""
    return [(words_of(one, variants=variants), sense) for sense, phrase in phrases for one in _written_out(phrase)]


def _grouped(pairs: Sequence[tuple[Sequence[str], Sense]]) -> dict[str, Any]:
    """Group phrases by their first words, with their senses listed once."""
    places: dict[Sense, int] = {}
    phrases = grouped([(words, places.setdefault(sense, len(places))) for words, sense in pairs])
    return {"senses": [list(sense) for sense in places], "phrases": phrases}


def _phrases(kept: Mapping[str, Any]) -> Phrases[Sense]:
    return Phrases(kept["phrases"], values=[Sense(group, name) for group, name in kept["senses"]])


def _literal(text: str) -> str:
    """Take out of a text what phrases read as more than words."""
    return re.sub(r"[\[\]()|*]+", " ", text).strip()


def words_of(text: str, *, variants: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Give the words of a phrase as tokens have them: folded, Han one by one."""
    return tuple(_WORD.findall(_HYPHEN.sub(" ", fold(text, variants=variants))))


def spellings(phrase: str) -> Iterator[str]:
    """Write a phrase out in full: `[x]` with and without, `(a|b)` both ways."""
    if match := _OPTIONAL.search(phrase):
        for choice in ("", f"({match.group(1)})"):
            yield from spellings(phrase[: match.start()] + choice + phrase[match.end() :])
    elif match := _EITHER.search(phrase):
        for choice in match.group(1).split("|"):
            yield from spellings(phrase[: match.start()] + choice + phrase[match.end() :])
    else:
        yield phrase


def _language(data: Mapping[str, Any], spelt: Mapping[str, Any]) -> Language:
    inflection = data["inflection"]
    return Language(
        code=data["language"],
        letters=frozenset(data["letters"]),
        hints=frozenset(data["hints"]),
        contractions={fold(short): long for short, long in data["contractions"].items()},
        inflection=Inflection(
            endings=tuple(sorted(inflection["endings"], key=len, reverse=True)),
            alternations=tuple((a, b) for a, b in inflection["alternations"]),
            nominative=tuple((a, b) for a, b in inflection.get("nominative", ())),
        ),
        senses=_phrases(spelt["senses"]),
        atoms=_phrases(spelt["atoms"]),
        words=frozenset(spelt["words"]),
        function_words=frozenset(spelt["function_words"]),
        data=data,
    )


def _written_out(phrase: str) -> Iterable[str]:
    """Give each spelling of a phrase once; most have but one."""
    return dict.fromkeys(spellings(phrase)) if "[" in phrase or "(" in phrase else (phrase,)


def _plain(pairs: Iterable[tuple[Sequence[str], Sense]]) -> set[str]:
    """Give the words of phrases, and whole phrases of characters that are written together."""
    words = {word.rstrip("*") for words, _ in pairs for word in words if len(word) > 1}
    return words | {"".join(words) for words, _ in pairs if words and not words[0].isascii()}


def _short_forms(data: Mapping[str, Any]) -> set[str]:
    return {fold(short) for short in data["contractions"]}


def _number_words(data: Mapping[str, Any]) -> set[str]:
    numbers = data["numbers"]
    return {word for name in ("words", "multipliers") for word in numbers[name]} | set(numbers["currency"])


def _senses(data: Mapping[str, Any]) -> Iterator[tuple[Sense, str]]:
    groups: list[tuple[str, str, Sequence[str]]] = [("concept", n, p) for n, p in data["concepts"].items()]
    groups += [(group, n, p) for group in ("metric", "dimension", "channel") for n, p in data[group].items()]
    groups += [(f"value.{slot}", n, p) for slot, names in data["values"].items() for n, p in names.items()]
    groups += [("concept", "unknown_metric", data["unknown_metric"]["words"])]
    groups += [("entity.journey", n, p) for n, p in data["entity"]["journey_words"].items()]
    groups += [("entity.segment", n, p) for n, p in data["entity"]["segment_words"].items()]
    groups += [("entity.touchpoint", n, p) for n, p in data["entity"]["touchpoint_words"].items()]
    for name, words in data["schedule"]["days"].items():
        groups.append(("schedule.days", name, words))
    for name, words in data["schedule"]["weekday"].items():
        groups.append(("schedule.weekday", name, words))
    for name, words in data["schedule"]["due"].items():
        groups.append(("schedule.due", name, words))
    groups += [("schedule", n, data["schedule"][n]) for n in ("am", "pm", "at", "noon", "due_mark")]
    groups += [("head", kind, words) for kind, words in data["entity"]["heads"].items()]
    for group, name, phrases in groups:
        for phrase in phrases:
            yield Sense(group, name), phrase


def _atoms(period: Mapping[str, Any]) -> Iterator[tuple[Sense, str]]:
    for group, table in (("fixed", period["fixed"]), ("atom", period["atoms"]), ("unit", period["units"])):
        for name, phrases in table.items():
            for phrase in phrases:
                yield Sense(group, name), phrase
    for group in ("months", "weekdays"):
        for number, names in enumerate(period[group]["names"], start=1):
            for name in names:
                yield Sense(group.removesuffix("s"), str(number)), name
    for phrase in period["unreadable"]:
        yield Sense("unreadable", phrase), phrase
