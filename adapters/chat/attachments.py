"""The files of a reply, for the platforms that take them."""

import asyncio
from collections.abc import Callable

from bot.messages import Attachment, Reply

Files = Callable[[str], bytes | None]
"""Gives a file's content by its name; None where it is not here."""


async def attachments(reply: Reply, *, files: Files | None) -> tuple[tuple[Attachment, bytes | None], ...]:
    """Read the files of a reply; None in place of one that is not here."""
    found: list[tuple[Attachment, bytes | None]] = []
    for block in reply.blocks:
        if isinstance(block, Attachment):
            content = None if files is None else await asyncio.to_thread(files, block.name)
            found.append((block, content))
    return tuple(found)
