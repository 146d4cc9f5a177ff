"""Themes of one period against those of another: which grew by more than chance explains."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, lgamma

from knowledge.store.themes import ThemeCount, ThemeCounts
from metrics.analysis.multiplicity import benjamini_hochberg

EMERGING_FALSE_DISCOVERIES = 0.02
"""Stricter than elsewhere: a theme that is called new sends people looking."""

LEAST_TEXTS = 5
LEAST_LIFT = 1.5

NOTHING = ThemeCount(texts=0, negative=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeChange:
    """A theme now and before, of how many texts each; `emerging`: its share grew, by more than chance explains."""

    theme: str
    now: ThemeCount
    of: int
    before: ThemeCount
    of_before: int
    emerging: bool

    @property
    def lift(self) -> float:
        """How many times its share has grown; half a text is added before, so that new is not infinite."""
        return (self.now.texts / self.of) / ((self.before.texts + 0.5) / (self.of_before + 0.5))


def theme_changes(now: ThemeCounts, before: ThemeCounts) -> tuple[ThemeChange, ...]:
    """Compare every theme that is met now, most frequent first."""
    keys = sorted(now.themes, key=lambda key: (-now.themes[key].texts, key))
    if not keys:
        return ()
    stands = dict(zip(keys, benjamini_hochberg(
        [grew(now.themes[key].texts, now.texts, _of(before.themes, key).texts, before.texts) for key in keys],
        rate=EMERGING_FALSE_DISCOVERIES,
    ), strict=True))  # fmt: skip
    found = [
        ThemeChange(
            theme=key,
            now=now.themes[key],
            of=now.texts,
            before=_of(before.themes, key),
            of_before=before.texts,
            emerging=False,
        )
        for key in keys
    ]
    return tuple(_judged(one, stands=stands[one.theme]) for one in found)


def grew(now: int, of: int, before: int, of_before: int) -> float:
    """Give the chance of a share this high or higher, were there no change: Fisher's exact test, one-sided.

    1 where there is nothing before to compare with.
    """
    if not of_before or not of:
        return 1.0
    having, texts = now + before, of + of_before
    whole = _ways(texts, of)
    most = min(having, of)
    least = max(now, 0)
    chances = (exp(_ways(having, k) + _ways(texts - having, of - k) - whole) for k in range(least, most + 1)
               if of - k <= texts - having)  # fmt: skip
    return min(sum(chances), 1.0)


def _judged(change: ThemeChange, *, stands: bool) -> ThemeChange:
    emerging = stands and change.now.texts >= LEAST_TEXTS and change.lift >= LEAST_LIFT
    return ThemeChange(
        theme=change.theme,
        now=change.now,
        of=change.of,
        before=change.before,
        of_before=change.of_before,
        emerging=emerging,
    )


def _of(themes: Mapping[str, ThemeCount], key: str) -> ThemeCount:
    return themes.get(key, NOTHING)


def _ways(of: int, chosen: int) -> float:
    """Give the logarithm of how many ways there are to choose."""
    return lgamma(of + 1) - lgamma(chosen + 1) - lgamma(of - chosen + 1)
