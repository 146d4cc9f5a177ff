"""A change of the taxonomy as a change of a turn: kept, and the labels of texts put right with it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from bot.store.writes import Overtaken, Write
from knowledge.store.retheming import Effect, relabel
from knowledge.store.taxonomy import keep_changes, version_in
from knowledge.taxonomy import Changed


def change_themes(
    changes: Sequence[Changed], effects: Sequence[Effect] | None, *, was: int, by: str, at: datetime
) -> Write:
    """Change the taxonomy of version `was`; `effects` None: texts are read anew in the background."""

    def write(connection: Connection) -> None:
        if version_in(connection) != was:
            raise Overtaken
        version = keep_changes(connection, changes, by=by, at=at)
        if effects is not None:
            relabel(connection, effects, was=was, version=version)

    return write
