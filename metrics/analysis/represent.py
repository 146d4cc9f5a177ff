"""Whether those who answered stand for all: their shares against those of the customer base."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

NOTABLE = 0.1
"""The standardised difference from which two groups are called unlike (Austin 2009, Comm. Statist. Simul. 38)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """One group of a dimension: its share among respondents and among customers, 0 to 1."""

    dimension: str
    group: str
    respondents: int
    share: float
    base_share: float

    @property
    def difference(self) -> float:
        """The standardised difference of the shares: in standard deviations of belonging to the group."""
        spread = (self.share * (1 - self.share) + self.base_share * (1 - self.base_share)) / 2
        return (self.share - self.base_share) / sqrt(spread) if spread else 0.0

    @property
    def notable(self) -> bool:
        """Whether respondents are unlike the customers there."""
        return abs(self.difference) > NOTABLE


def likeness(dimension: str, respondents: Mapping[str, int], base: Mapping[str, int]) -> tuple[Likeness, ...]:
    """Compare each group, the most unlike first; both sides must have somebody."""
    answered, everybody = sum(respondents.values()), sum(base.values())
    found = [
        Likeness(
            dimension=dimension,
            group=name,
            respondents=respondents.get(name, 0),
            share=respondents.get(name, 0) / answered,
            base_share=base.get(name, 0) / everybody,
        )
        for name in sorted(respondents.keys() | base.keys())
    ]
    return tuple(sorted(found, key=lambda one: -abs(one.difference)))
