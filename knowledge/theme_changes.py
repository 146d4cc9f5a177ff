"""Themes of one period against those of another: which grew by more than chance and the day of the week explain."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, lgamma

from knowledge.store.themes import ThemeCount, ThemeCounts
from metrics.analysis.multiplicity import benjamini_hochberg

EMERGING_FALSE_DISCOVERIES = 0.02
"""Stricter than elsewhere: a theme that is called new sends people looking."""

LEAST_TEXTS = 5
LEAST_LIFT = 1.5

NOTHING = ThemeCount(texts=0, negative=0)

Stratum = tuple[int, int, int, int]
"""Texts with the theme now, of all now, with the theme before, of all before: on one day of the week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeChange:
    """A theme now and before, of how many texts each; `emerging`: its share grew, by more than chance explains.

    expected: its share now, were each day of the week as it was before; None where nothing was before.
    """

    theme: str
    now: ThemeCount
    of: int
    before: ThemeCount
    of_before: int
    emerging: bool
    expected: float | None = None

    @property
    def lift(self) -> float:
        """How many times its share has grown; half a text is added before, so that new is not infinite."""
        before = self.before.texts / self.of_before if self.of_before else 0.0
        expected = before if self.expected is None else self.expected
        return (self.now.texts / self.of) / (expected + 0.5 / (self.of_before + 0.5))


def theme_changes(now: ThemeCounts, before: ThemeCounts) -> tuple[ThemeChange, ...]:
    """Compare every theme that is met now, most frequent first."""
    keys = sorted(now.themes, key=lambda key: (-now.themes[key].texts, key))
    strata = {key: _strata(now, before, key) for key in keys}
    chances = [grew(strata[key]) for key in keys]
    stands = benjamini_hochberg(chances, rate=EMERGING_FALSE_DISCOVERIES) if keys else []
    found = (
        ThemeChange(
            theme=key,
            now=now.themes[key],
            of=now.texts,
            before=_of(before.themes, key),
            of_before=before.texts,
            emerging=False,
            expected=_expected(strata[key]),
        )
        for key in keys
    )
    return tuple(replace(one, emerging=_emerges(one, stands=ok)) for one, ok in zip(found, stands, strict=True))


def grew(strata: Sequence[Stratum]) -> float:
    """Give the chance of so many texts or more, were there no change: exact, one-sided, days of the week apart.

    With one stratum it is Fisher's exact test. 1 where there is nothing before to compare with.
    """
    usable = [one for one in strata if one[1] and one[3]]
    chances = [1.0]
    for stratum in usable:
        chances = _sums(chances, list(_chances(stratum)))
    having = sum(now for now, _, _, _ in usable)
    return min(sum(chances[having:]), 1.0) if usable else 1.0


def _chances(stratum: Stratum) -> Iterator[float]:
    """Give the chance that 0, 1, 2, ... of the texts with the theme fall on now (the hypergeometric distribution)."""
    now, of, before, of_before = stratum
    having, texts = now + before, of + of_before
    whole = _ways(texts, of)
    for k in range(min(having, of) + 1):
        possible = of - k <= texts - having
        yield exp(_ways(having, k) + _ways(texts - having, of - k) - whole) if possible else 0.0


def _sums(first: Sequence[float], second: Sequence[float]) -> list[float]:
    import numpy as np  # noqa: PLC0415 not needed to start

    return [float(chance) for chance in np.convolve(first, second)]


def _strata(now: ThemeCounts, before: ThemeCounts, key: str) -> list[Stratum]:
    theme, earlier = now.themes[key], _of(before.themes, key)
    if not (theme.by_weekday and now.by_weekday and before.by_weekday):
        return [(theme.texts, now.texts, earlier.texts, before.texts)]
    then = earlier.by_weekday or (0,) * len(before.by_weekday)
    return list(zip(theme.by_weekday, now.by_weekday, then, before.by_weekday, strict=True))


def _expected(strata: Sequence[Stratum]) -> float | None:
    usable = [one for one in strata if one[1] and one[3]]
    texts = sum(of for _, of, _, _ in usable)
    if not texts:
        return None
    return sum(of * before / of_before for _, of, before, of_before in usable) / texts


def _emerges(change: ThemeChange, *, stands: bool) -> bool:
    return stands and change.now.texts >= LEAST_TEXTS and change.lift >= LEAST_LIFT


def _of(themes: Mapping[str, ThemeCount], key: str) -> ThemeCount:
    return themes.get(key, NOTHING)


def _ways(of: int, chosen: int) -> float:
    """Give the logarithm of how many ways there are to choose."""
    return lgamma(of + 1) - lgamma(chosen + 1) - lgamma(of - chosen + 1)
