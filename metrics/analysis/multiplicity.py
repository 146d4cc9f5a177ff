"""Several comparisons in one answer: which of them stand (Benjamini and Hochberg 1995, JRSS B 57)."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import accumulate

FALSE_DISCOVERIES = 0.05


def benjamini_hochberg(p_values: Sequence[float], *, rate: float = FALSE_DISCOVERIES) -> tuple[bool, ...]:
    """Say of each p-value whether it stands when at most `rate` of those that stand may be false."""
    tests = len(p_values)
    passing = [p for rank, p in enumerate(sorted(p_values), start=1) if p <= rate * rank / tests]
    limit = max(passing, default=-1.0)
    return tuple(p <= limit for p in p_values)


def standing(tests: Sequence[Callable[[float], bool]], *, rate: float = FALSE_DISCOVERIES) -> tuple[bool, ...]:
    """Decide as `benjamini_hochberg` does, by tests that say whether their p-value is at most something.

    Only rate / m, 2 rate / m, ... rate matter, so each of m tests is asked a few times and no p-value is searched for.
    """
    count = len(tests)
    limits = [rate * rank / count for rank in range(1, count + 1)]
    first = [bisect_left(limits, True, key=test) for test in tests]  # the lowest limit that its p-value is within
    within = list(accumulate(first.count(rank) for rank in range(count)))
    last = max((rank for rank in range(count) if within[rank] > rank), default=-1)
    return tuple(rank <= last for rank in first)
