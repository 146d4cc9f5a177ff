"""Where a sidecar stands, so that it is known what it may be trusted with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Where a sidecar stands: after which run, up to which id of feedback, and how many texts it then held."""

    run: int
    newest: int
    texts: int
