"""What can go wrong with the index. None of it stops an answer: search falls back and says why.

IndexUnavailable
  IndexLocked     another process has it open
  IndexBroken     it cannot be opened or read
  IndexDown       its server does not answer
  EmbedderDown    the provider of vectors does not answer
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


class IndexDown(IndexUnavailable):
    """Its server does not answer, or did not and is left alone for a while."""

    reason = "index_down"


class EmbedderDown(IndexUnavailable):
    """The provider of vectors does not answer."""

    reason = "embedder_down"
