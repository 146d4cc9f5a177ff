"""Root causes: a list that learns. Known ones have names in several languages, new ones are kept as they were typed."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from metrics.folding import fold
from metrics.scores.registry import nearest

LIKE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What a root cause that was typed stands for: the one it is, or those nearest to it."""

    cause: str | None
    nearest: tuple[str, ...] = ()


def meant(said: str, *, known: Sequence[str]) -> Meant:
    """Read a root cause in any language; `known` are those used so far, the likeliest first."""
    wanted = fold(said.strip())
    by_name = {fold(cause): cause for cause in known}
    if wanted in by_name:
        return Meant(cause=by_name[wanted])
    for cause, languages in _named().items():
        if any(wanted == fold(name) for names in languages.values() for name in names):
            return Meant(cause=cause)
    names = {fold(name): cause for cause, languages in _named().items() for some in languages.values() for name in some}
    names |= by_name
    close = tuple(dict.fromkeys(names[name] for name in nearest(wanted, tuple(names), limit=LIKE + 2)))
    return Meant(cause=None, nearest=close[:LIKE])


def cause_name(cause: str, *, language: str) -> str:
    """Name a root cause in a language, as it was typed where it has no name there."""
    return next(iter(_named().get(cause, {}).get(language, ())), cause)


@cache
def _named() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads(files("bot.cases").joinpath("causes.toml").read_text(encoding="utf-8"))
