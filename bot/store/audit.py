"""Who read or did what, to whom, where and when."""

from datetime import datetime

from sqlalchemy import Connection, insert

from bot.messages import Place
from bot.store.tables import audit
from bot.store.writes import Write


def audited(actor: str, action: str, target: str, place: Place, *, at: datetime, result: str = "done") -> Write:
    """Note one act."""
    where = f"{place.platform}:{place.conversation}"

    def write(connection: Connection) -> None:
        connection.execute(
            insert(audit).values(at=at, actor=actor, action=action, object=target, place=where, result=result)
        )

    return write
