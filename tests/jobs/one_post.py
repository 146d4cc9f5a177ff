"""Handle the quick timers of a home in a process of its own, to be killed: home, the instant, and maybe a database."""

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

from adapters.clock import FixedClock, SystemClock
from bot.jobs.timing import LEASE, TimeDesk, handle_next
from bot.main import App, open_app
from bot.settings import Settings
from bot.store.bell import Bell
from bot.store.timers import StoredTimers


async def work_off(app: App, *, ahead: timedelta) -> int:
    """Handle what is due, the machine's clock put ahead so that leases of a dead process have run out."""
    done = 0
    with ThreadPoolExecutor(1) as threads:
        clock = FixedClock(SystemClock().now() + ahead)
        desk = TimeDesk(
            timers=StoredTimers(app.engine, clock=clock),
            handlers=app.timers,
            clock=app.clock,
            bell=Bell(),
            threads=threads,
        )
        while await handle_next(desk, worker="one"):
            done += 1
    return done


def work_off_later(app: App) -> int:
    return asyncio.run(work_off(app, ahead=LEASE * 1.5))


if __name__ == "__main__":
    settings = Settings(home=Path(sys.argv[1]), database_url="".join(sys.argv[3:]))
    home = open_app(settings, now=datetime.fromisoformat(sys.argv[2]))
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    asyncio.run(work_off(home, ahead=timedelta(0)))
