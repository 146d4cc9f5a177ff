"""What is done again and again: every night at its hour, and whenever something has come in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from bot.jobs.slots import Weekly, next_slot
from bot.store.timers import Timer, ask_for, set_timer
from bot.store.writes import Write

NIGHTLY, TEXTS = "nightly", "texts"
READ_EVERY = timedelta(minutes=1)
"""How often texts that came in are annotated and indexed; until then search reads them from the store."""

Work = Callable[[datetime], object]
"""Does what there is to do as of an instant; broken off and done again, it must do no harm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NightlyWork:
    """Does each job once on each local date: a handler of timers with the key `nightly:{job}:{date}`."""

    jobs: Mapping[str, Work]
    weekly: Weekly

    def first(self, now: datetime) -> tuple[Write, ...]:
        """Set what is next where nothing is set; to be written whenever a process starts."""
        return tuple(self._next(job, after=now, last=None) for job in self.jobs)

    def __call__(self, timer: Timer, now: datetime) -> tuple[Write, ...]:
        """Do one job, and set it for the night after."""
        job = timer.payload["job"]
        if job not in self.jobs:  # of an older release
            return ()
        self.jobs[job](now)
        return (self._next(job, after=now, last=date.fromisoformat(timer.payload["date"])),)

    def _next(self, job: str, *, after: datetime, last: date | None) -> Write:
        slot = next_slot(after, weekly=self.weekly, last=last)
        day = slot.date.isoformat()
        payload = {"job": job, "date": day}
        return partial(set_timer, key=f"{NIGHTLY}:{job}:{day}", kind=NIGHTLY, due_at=slot.at, payload=payload)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextWork:
    """Reads what came in, a minute after it did so last; also once, where `cxbot learn` was killed at it."""

    read: Work

    def first(self, now: datetime) -> tuple[Write, ...]:
        """Set the timer where it is not set; to be written whenever a process starts."""
        return (partial(ask_for, key=TEXTS, kind=TEXTS, due_at=now, payload={}),)

    def __call__(self, timer: Timer, now: datetime) -> tuple[Write, ...]:
        """Read, and set the timer again."""
        self.read(now)
        again = partial(set_timer, key=TEXTS, kind=TEXTS, due_at=now + READ_EVERY)
        return (again,) if timer.key == TEXTS else ()
