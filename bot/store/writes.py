"""Changes that a turn makes, applied in the one transaction that also marks the message as answered."""

from collections.abc import Callable

from sqlalchemy import Connection

Write = Callable[[Connection], None]
