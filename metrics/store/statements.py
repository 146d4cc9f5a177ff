"""SQL as text, straight to the driver: for the few statements that every answer needs.

SQLAlchemy's own work on one of them would take several times as long as the database's.
"""

from typing import Any

from sqlalchemy import Connection

Rows = list[tuple[Any, ...]]


def fetched(connection: Connection, sql: str, values: tuple[Any, ...] = ()) -> Rows:
    """Give all rows of a statement of ours that marks its values with ? and holds no other ? or %.

    The connection must be one of `reading` or `writing`: only those have begun a transaction.
    """
    driver: Any = connection.connection.driver_connection
    text = sql.replace("?", "%s") if connection.dialect.name == "postgresql" else sql
    return driver.execute(text, values).fetchall()  # type: ignore[no-any-return]


def among(column: str, count: int) -> str:
    """Write the condition that a column is one of so many values; of one by =, which every planner reads best."""
    return f"{column} = ?" if count == 1 else f"{column} IN ({', '.join('?' * count)})"
