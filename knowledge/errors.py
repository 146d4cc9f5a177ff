"""What can go wrong with the index. None of it stops an answer: search falls back and says why.

IndexUnavailable
  IndexLocked     another process has it open
  IndexBroken     it cannot be opened or read
"""


class IndexUnavailable(Exception):
    """The vector index cannot be used now; `reason` is a word from the catalogue."""

    reason = "index_unavailable"


class IndexLocked(IndexUnavailable):
    """Another process has it open."""

    reason = "index_locked"


class IndexBroken(IndexUnavailable):
    """It cannot be opened or read; it can be rebuilt."""

    reason = "index_broken"
