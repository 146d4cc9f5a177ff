"""The charts of a reply as pictures, for the platforms that show them."""

import asyncio
import logging

from adapters.errors import CannotDraw
from bot.messages import Chart, Reply
from bot.ports import Charts, Picture
from bot.say import Say

log = logging.getLogger(__name__)


async def pictures(reply: Reply, *, charts: Charts | None, say: Say) -> tuple[tuple[Chart, Picture], ...]:
    """Draw the charts of a reply; one that cannot be drawn is left out, to be drawn in letters."""
    found: list[tuple[Chart, Picture]] = []
    for chart in (block for block in reply.blocks if isinstance(block, Chart)):
        if charts is not None:
            try:
                found.append((chart, await asyncio.to_thread(charts.draw, chart, say=say)))
            except CannotDraw as error:
                log.warning("a chart cannot be drawn: %s", error)
    return tuple(found)
