"""Changes that a turn makes, applied in the one transaction that also marks the message as answered."""

from collections.abc import Callable

from sqlalchemy import Connection

Write = Callable[[Connection], None]
"""One change, made in the transaction it is given; it may raise Overtaken, and then nothing has happened."""


class Overtaken(Exception):
    """What a change rests on has changed since it was decided: the message is to be answered anew."""
