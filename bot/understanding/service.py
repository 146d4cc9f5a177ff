"""The understanding with this home's names: rebuilt when the names have changed, not before."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from threading import Lock
from types import MappingProxyType

from bot.people import Person
from bot.ports import Understanding
from bot.store.vocabulary import StoredCustomerNames, read_vocabulary
from bot.store.vocabulary_version import vocabulary_version
from bot.understanding.before import Before
from bot.understanding.learned import load_learned
from bot.understanding.lexicon import Grammar, load_grammar
from bot.understanding.read import Understander
from metrics.store.engine import Database


class UnderstandingService:
    """Reads texts as `Understander` does, always with the present names; `metrics` are what own metrics are called.

    `kept_in` is a folder that keeps the prepared grammar between starts.
    """

    def __init__(
        self,
        engine: Database,
        *,
        metrics: Mapping[str, Sequence[str]] = MappingProxyType({}),
        kept_in: Path | None = None,
    ) -> None:
        self._engine = engine
        self._grammar: Grammar = load_grammar(own_metrics=metrics, kept_in=kept_in)
        self._learned = load_learned()
        self._version: str | None = None
        self._understander: Understander | None = None
        self._lock = Lock()

    def read(self, text: str, *, before: Before | None, asker: Person, now: datetime) -> Understanding:
        """Say what a text means; never raises."""
        return self.current().read(text, before=before, asker=asker, now=now)

    def language_of(self, text: str) -> str | None:
        """Guess the language of a text."""
        return self.current().language_of(text)

    def current(self) -> Understander:
        """Give the reader with the names as they are now: what a turn asks once and then keeps to."""
        version = vocabulary_version(self._engine)
        with self._lock:
            if self._understander is None or version != self._version:
                self._understander = Understander(
                    vocabulary=read_vocabulary(self._engine),
                    grammar=self._grammar,
                    learned=self._learned,
                    customers=StoredCustomerNames(engine=self._engine),
                )
                self._version = version
            return self._understander
