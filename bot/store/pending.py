"""Changes that were shown and wait for a yes: of whom, what exactly, where, until when, and once."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, insert, select, update

from bot.messages import Place, Slots
from bot.store.tables import pending
from bot.store.writes import Overtaken, Write
from metrics.store.engine import reading

GOOD_FOR = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """One proposed change. `seal` is the hash of everything it is bound to; `result` is None while it waits."""

    token: str
    person_key: str
    action: str
    arguments: Slots
    platform: str
    conversation: str
    language: str
    proposed_at: datetime
    expires_at: datetime
    seal: str
    result: str | None = None

    @property
    def unchanged(self) -> bool:
        """Whether what is stored is still what was shown."""
        return self.seal == sealed(
            person_key=self.person_key,
            action=self.action,
            arguments=self.arguments,
            where=(self.platform, self.conversation),
        )


def sealed(*, person_key: str, action: str, arguments: Slots, where: tuple[str, str]) -> str:
    """Give the hash of who may do what, exactly, and where it was shown."""
    exact = json.dumps([person_key, action, arguments, *where], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(exact.encode()).hexdigest()


def propose_change(
    token: str, *, person_key: str, action: str, arguments: Slots, place: Place, language: str, at: datetime
) -> Write:
    """Keep a proposal; what the same person was shown in this conversation before it can no longer be confirmed."""

    def write(connection: Connection) -> None:
        connection.execute(
            update(pending)
            .where(
                pending.c.person_key == person_key,
                pending.c.platform == place.platform,
                pending.c.conversation == place.conversation,
                pending.c.result.is_(None),
            )
            .values(result="replaced", ended_at=at)
        )
        connection.execute(
            insert(pending).values(
                token=token,
                person_key=person_key,
                action=action,
                arguments=arguments,
                platform=place.platform,
                conversation=place.conversation,
                language=language,
                proposed_at=at,
                expires_at=at + GOOD_FOR,
                seal=sealed(
                    person_key=person_key,
                    action=action,
                    arguments=arguments,
                    where=(place.platform, place.conversation),
                ),
            )
        )

    return write


def read_pending(engine: Engine, token: str) -> Pending | None:
    """Find a proposal by its token."""
    columns = [column for column in pending.c if column.name != "ended_at"]
    with reading(engine) as connection:
        row = connection.execute(select(*columns).where(pending.c.token == token)).mappings().first()
    return None if row is None else Pending(**row)


def end_pending(token: str, *, result: str, at: datetime) -> Write:
    """End a proposal, once: raises Overtaken in the transaction if it has ended already."""

    def write(connection: Connection) -> None:
        waiting = (pending.c.token == token, pending.c.result.is_(None))
        if connection.execute(update(pending).where(*waiting).values(result=result, ended_at=at)).rowcount != 1:
            raise Overtaken(token)

    return write
