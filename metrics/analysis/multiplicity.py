"""Several comparisons in one answer: which of them stand (Benjamini and Hochberg 1995, JRSS B 57)."""

from collections.abc import Sequence

FALSE_DISCOVERIES = 0.05


def benjamini_hochberg(p_values: Sequence[float], *, rate: float = FALSE_DISCOVERIES) -> tuple[bool, ...]:
    """Say of each p-value whether it stands when at most `rate` of those that stand may be false."""
    tests = len(p_values)
    passing = [p for rank, p in enumerate(sorted(p_values), start=1) if p <= rate * rank / tests]
    limit = max(passing, default=-1.0)
    return tuple(p <= limit for p in p_values)
