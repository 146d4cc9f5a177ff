"""What can go wrong between a question and a number.

MetricsError
  AskerCanFix             the person who asked can put it right; the reply tells them how
    UnknownMetric         no such metric; carries the nearest names
    UnknownPeriod         not a period; carries the words that were tried
    UnknownDimension      no such dimension; carries the nearest names
    UnknownGroup          no such store, touchpoint, segment ...; carries the nearest names
    NothingInPeriod       no responses there; carries the nearest period that has some
    OnlyVariants          no responses there on this scale; carries the metrics of other scales that have some
    BadDefinition         a metric of the configuration is wrong; carries the key and the nearest right one
    BadMap                the import map is wrong; carries the key and the nearest right one
    UnreadableFile        no such file, or not the file it says it is
  BadSourceData           an operator must look; the reply only apologises
    OutOfScale            an answer outside its instrument's scale

Errors carry facts, never a sentence for users: `bot/conversation/explain.py` writes that in the asker's language.
"""

from datetime import date


class MetricsError(Exception):
    """Anything between a question and a number."""


class AskerCanFix(MetricsError):
    """The person who asked can put it right."""


class UnknownMetric(AskerCanFix):
    """No such metric."""

    def __init__(self, name: str, *, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(name)
        self.name = name
        self.nearest = nearest


class UnknownPeriod(AskerCanFix):
    """Not a period."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class UnknownDimension(AskerCanFix):
    """No such dimension."""

    def __init__(self, name: str, *, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(name)
        self.name = name
        self.nearest = nearest


class UnknownGroup(AskerCanFix):
    """No such store, touchpoint, segment or other group."""

    def __init__(self, dimension: str, name: str, *, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(dimension, name)
        self.dimension = dimension
        self.name = name
        self.nearest = nearest


class NothingInPeriod(AskerCanFix):
    """No responses there. `nearest` is the day nearest to the period that has some, if any has."""

    def __init__(self, *, nearest: date | None) -> None:
        super().__init__(nearest)
        self.nearest = nearest


class OnlyVariants(AskerCanFix):
    """No responses there on this metric's scale, but some to the same question on others: never mixed, so named."""

    def __init__(self, metric: str, *, others: tuple[str, ...]) -> None:
        super().__init__(metric, others)
        self.metric = metric
        self.others = others


class BadDefinition(AskerCanFix):
    """A metric defined in the configuration is wrong at `key`."""

    def __init__(self, key: str, problem: str, *, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(key, problem)
        self.key = key
        self.problem = problem
        self.nearest = nearest


class BadMap(AskerCanFix):
    """The import map is wrong at `key`."""

    def __init__(self, key: str, problem: str, *, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(key, problem)
        self.key = key
        self.problem = problem
        self.nearest = nearest


class UnreadableFile(AskerCanFix):
    """No such file, or not the file it says it is. `problem` is a word from the catalogue: missing, empty, ..."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem


class BadSourceData(MetricsError):
    """An operator must look."""


class OutOfScale(BadSourceData):
    """An answer outside its instrument's scale."""

    def __init__(self, value: float, *, instrument: str) -> None:
        super().__init__(value, instrument)
        self.value = value
        self.instrument = instrument
