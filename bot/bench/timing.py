"""How long things take, side by side: in rounds, one after the other, so that a busy machine slows all of them."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from bot.bench.measured import Measured

BOOTSTRAPS = 2_000
MS = 1_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Seconds of each party, round by round."""

    of: Mapping[str, Sequence[float]]

    def ratio(self, slower: str, faster: str, *, name: str) -> Measured:
        """How many times as long one takes as the other: of medians, with a bootstrap interval over the rounds."""
        pairs = np.array([self.of[slower], self.of[faster]])
        rounds = pairs.shape[1]
        drawn = np.random.default_rng(0).integers(0, rounds, (BOOTSTRAPS, rounds))
        medians = np.median(pairs[:, drawn], axis=2)
        low, high = np.quantile(medians[0] / medians[1], (0.025, 0.975))
        value = float(np.median(pairs[0]) / np.median(pairs[1]))
        return Measured(name=name, value=value, low=float(low), high=float(high), unit="ratio")

    def median_ms(self, party: str, *, name: str) -> Measured:
        """Give the median of one party."""
        return Measured(name=name, value=float(np.median(self.of[party])) * MS, unit="ms")


def in_turns(parties: Mapping[str, Callable[[], object]], *, rounds: int) -> Times:
    """Let each party work once a round, after one round that is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in parties}
    with _no_collections():
        for number in range(rounds + 1):
            for name, work in parties.items():
                spent = stopwatch(work)
                if number:
                    taken[name].append(spent)
    return Times(of=taken)


def stopwatch(work: Callable[[], object]) -> float:
    """Say how many seconds the work takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


@contextmanager
def _no_collections() -> Iterator[None]:
    """Keep the collector of cycles from searching one party's data on another's time, as timeit does."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
