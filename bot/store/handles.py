"""Names for an open database, for code above the stores, which does not know SQLAlchemy."""

from sqlalchemy import Connection, Engine

Database = Engine
"""A database that `reading` and `writing` open connections of."""

Transaction = Connection
"""One transaction, as `writing` gives it."""
