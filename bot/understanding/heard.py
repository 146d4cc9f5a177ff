"""Everything that was found in one text, before it is decided what it means together."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.entities import Named
from bot.understanding.lexicon import Language, Sense
from bot.understanding.numbers import Number
from bot.understanding.periods import PeriodFound
from bot.understanding.phrases import Found
from bot.understanding.tokens import Quoted, Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The parts of a text. `features` are what the signs of intents speak of."""

    said: Said
    language: Language
    senses: tuple[Found[Sense], ...]
    names: tuple[Named, ...]
    numbers: tuple[Number, ...]
    periods: tuple[PeriodFound, ...]
    unread_time: str
    """Words about time that make no days; empty if there are none."""
    customers: tuple[str, ...]
    quotes: tuple[Quoted, ...]
    unexplained: frozenset[int]
    """Places of content words that nothing here explains."""
    features: frozenset[str]

    def has(self, *concepts: str) -> bool:
        """Whether any of these features is there."""
        return not self.features.isdisjoint(concepts)

    def all_of(self, group: str) -> list[str]:
        """Give the names found of a group, in the order of the text, each once."""
        return list(dict.fromkeys(found.value.name for found in self.senses if found.value.group == group))

    def places(self, group: str, *names: str) -> list[Found[Sense]]:
        """Where senses of a group stand; of these names only, if any are given."""
        return [f for f in self.senses if f.value.group == group and (not names or f.value.name in names)]

    def concept(self, *names: str) -> list[Found[Sense]]:
        """Where concepts stand."""
        return self.places("concept", *names)

    def named(self, *kinds: str) -> list[Named]:
        """Give the names of these kinds, in order."""
        return [name for name in self.names if name.kind in kinds]

    def first_named(self, kinds: Sequence[str]) -> Named | None:
        """Give the first name of any of these kinds."""
        return next(iter(self.named(*kinds)), None)
