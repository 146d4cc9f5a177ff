"""What can go wrong with the store itself.

StoreError
  SchemaNewerThanCode     the database was written by a newer cxbot
  DatabaseUnusable        it cannot be opened, or is not a database of ours


DatabaseFailed is what the driver raises when a statement could not be done now: another writer, a full disk, a lost
connection.
"""

from sqlalchemy.exc import DBAPIError

DatabaseFailed = DBAPIError


class StoreError(Exception):
    """An operator must look at the database."""


class SchemaNewerThanCode(StoreError):
    """The database was written by a newer cxbot; `revision` is unknown here."""

    def __init__(self, revision: str) -> None:
        super().__init__(revision)
        self.revision = revision


class DatabaseUnusable(StoreError):
    """The database cannot be opened, or is not one of ours. `where` names it without its password."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where
