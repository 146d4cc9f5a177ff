"""A database that cannot take a statement now: another writer holds it, its disk is full, it went away."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from sqlalchemy.exc import DBAPIError, OperationalError

P = ParamSpec("P")
R = TypeVar("R")


class StoreBusy(Exception):
    """Nothing was written; it may be tried again."""


def or_busy(function: Callable[P, R]) -> Callable[P, R]:
    """Let a function that uses the database raise StoreBusy where the database could not do it now."""

    @wraps(function)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except DBAPIError as error:
            if isinstance(error, OperationalError) or error.connection_invalidated:
                raise StoreBusy(type(error.orig).__name__) from error
            raise

    return wrapped
