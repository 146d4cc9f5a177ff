"""Durable work in one process: what keeps time for `serve`, and all that `worker` does."""

import asyncio
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack

from adapters.clock import SystemClock
from bot.jobs.alerting import watch_feedback
from bot.jobs.timing import TimeDesk, handle_next, keep_time
from bot.main import App
from bot.store.bell import Bell
from bot.store.busy import or_busy
from bot.store.commit import commit
from bot.store.timers import StoredTimers

LONG = "long-timer"


async def work_alone(app: App, *, worker: str, ready: Callable[[], None]) -> None:
    """Do durable work only, until SIGTERM or SIGINT; any number of processes share it."""
    stop = asyncio.Event()
    stop_on_signals(stop)
    async with AsyncExitStack() as stack, asyncio.TaskGroup() as tasks:
        for desk in time_desks(app, stack, bell=Bell()):
            tasks.create_task(keep_time(desk, worker=worker, stop=stop))
        tasks.create_task(watch_feedback(app.watch.look, clock=app.clock, bell=Bell(), stop=stop))
        ready()
        await stop.wait()


async def work_off(app: App, *, worker: str) -> int:
    """Do the durable work that is due now; say how many pieces that were."""
    done, look = 0, or_busy(app.watch.look)
    while await asyncio.to_thread(look, now=app.clock.now()):
        done += 1
    async with AsyncExitStack() as stack:
        for desk in time_desks(app, stack, bell=Bell()):
            while await handle_next(desk, worker=worker):
                done += 1
    return done


def time_desks(app: App, stack: AsyncExitStack, *, bell: Bell) -> tuple[TimeDesk, ...]:
    """Build what keeps time: quick timers, and beside them those whose work may take minutes.

    The long ones go by the machine's clock, are not waited for at the end, and set themselves anew.
    """
    clock = SystemClock()
    timers = StoredTimers(app.engine, clock=clock)
    commit(
        app.engine,
        (*app.nightly.first(clock.now()), *app.text_work.first(clock.now()), *app.rule_checks.first(clock.now())),
    )
    quick = stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="timer"))
    long = ThreadPoolExecutor(1, thread_name_prefix=LONG)
    stack.callback(long.shutdown, wait=False, cancel_futures=True)
    return (
        TimeDesk(timers=timers, handlers=app.timers, clock=app.clock, bell=bell, threads=quick),
        TimeDesk(timers=timers, handlers=app.long_timers, clock=clock, bell=bell, threads=long, drains=False),
    )


def is_left_behind() -> bool:
    """Say whether long work is still in hand that was given back; a process that ends need not wait for it."""
    return any(thread.name.startswith(LONG) for thread in threading.enumerate())


def stop_on_signals(stop: asyncio.Event) -> None:
    """Set `stop` on SIGTERM and SIGINT."""
    for told in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(told, stop.set)
