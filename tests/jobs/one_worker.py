"""Handle timers in a process of its own, to be killed or paused: the store's URL, the lease in ms. Says when it begins.

Each timer of the kind "count" adds one to a fact with its key, so that a timer that is handled twice shows.
"""

import asyncio
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Connection

from adapters.clock import SystemClock
from bot.jobs.timing import TimeDesk, handle_next
from bot.ports import Clock
from bot.store.bell import Bell
from bot.store.busy import StoreBusy
from bot.store.facts import read_fact, write_fact
from bot.store.timers import StoredTimers, Timer
from bot.store.writes import Write
from metrics.store.engine import Database, open_engine

KIND = "count"
TAKES_S = 0.004


def count(connection: Connection, *, key: str) -> None:
    write_fact(connection, key=key, value=str(int(read_fact(connection, key) or 0) + 1))


def handler(timer: Timer, now: datetime) -> tuple[Write, ...]:
    time.sleep(TAKES_S)
    return (partial(count, key=timer.key),)


async def work_off(engine: Database, *, worker: str, clock: Clock, lease: timedelta) -> None:
    """Handle timers until none is due and free."""
    with ThreadPoolExecutor(1) as threads:
        desk = TimeDesk(
            timers=StoredTimers(engine, clock=clock),
            handlers={KIND: handler},
            clock=clock,
            bell=Bell(),
            threads=threads,
            lease=lease,
        )
        more = True
        while more:
            try:
                more = await handle_next(desk, worker=worker)
            except StoreBusy:
                await asyncio.sleep(0.1)


def main(url: str, lease_ms: int) -> None:
    engine = open_engine(url, durable=False)
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    lease = timedelta(milliseconds=lease_ms)
    asyncio.run(work_off(engine, worker="process", clock=SystemClock(), lease=lease))
    sys.stdout.write("done\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
