"""Digests that fall due: told once for each local date, late after a time of not running, never twice."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.capabilities.digest import timer_key
from bot.digests.daily import DailyDigest, Wanted
from bot.jobs.slots import Slot, Weekly, latest_slot, next_slot
from bot.messages import Reply
from bot.people import Person
from bot.store.notify import notify
from bot.store.subscriptions import Subscription, Subscriptions, mark_digest
from bot.store.timers import Timer, set_timer
from bot.store.writes import Write

KIND = "digest"
ON_TIME = timedelta(minutes=10)
"""A digest that comes later than this says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestPost:
    """Handles the timer of a person's digest: tells it and sets the next."""

    subscriptions: Subscriptions
    person: Callable[[str], Person | None]
    digest: Callable[[], DailyDigest]

    def __call__(self, timer: Timer, now: datetime) -> tuple[Write, ...]:
        """Give what the timer comes to; nothing for whoever has left or stopped theirs."""
        key = str(timer.payload["person"])
        kept, person = self.subscriptions.of(key), self.person(key)
        if kept is None or not kept.active or person is None:
            return ()
        return self.due(kept, person, now=now) or (_next(kept, person, now=now),)

    def due(self, kept: Subscription, person: Person, *, now: datetime) -> tuple[Write, ...]:
        """Give the writes of a digest that is due, with those of the next one; nothing where none is."""
        slot = due_slot(kept, zone=person.timezone, now=now)
        if slot is None:
            return ()
        reply = self.told(kept, person, slot=slot, now=now)
        told = _tells(kept, person, reply, slot=slot, now=now)
        return (*told, _next(replace(kept, last_date=slot.date), person, now=now))

    def previewed(self, person: Person, *, now: datetime) -> tuple[str, Reply]:
        """Give the digest a person would get now, and its language."""
        kept = self.subscriptions.of(person.key)
        language = (kept.language if kept else None) or person.language
        wanted = Wanted(content=kept.content if kept else (), language=language)
        return language, self.digest().for_person(person, now=now, wanted=wanted)

    def told(self, kept: Subscription, person: Person, *, slot: Slot, now: datetime) -> Reply:
        """Build the digest of a slot."""
        late = slot.at if now - slot.at > ON_TIME else None
        wanted = Wanted(content=kept.content, language=kept.language or person.language, meant_for=late)
        return self.digest().for_person(person, now=now, wanted=wanted)


def due_slot(kept: Subscription, *, zone: str, now: datetime) -> Slot | None:
    """Give the slot that is to be told now: the latest since it was asked for, unless its date was told already.

    Where somebody has moved west since the timer was set, there is none yet.
    """
    slot = latest_slot(now, weekly=_weekly(kept, zone))
    if slot.at <= kept.since or (kept.last_date is not None and slot.date <= kept.last_date):
        return None
    return slot


def next_at(kept: Subscription, zone: str, now: datetime) -> datetime:
    """Say when the next digest is due."""
    return next_slot(now, weekly=_weekly(kept, zone), last=kept.last_date).at


def _weekly(kept: Subscription, zone: str) -> Weekly:
    return Weekly(zone=zone, at=kept.at, days=kept.weekdays)


def _tells(kept: Subscription, person: Person, reply: Reply, *, slot: Slot, now: datetime) -> tuple[Write, ...]:
    key = f"digest:{person.key}:{slot.date.isoformat()}"
    return (
        lambda connection: mark_digest(connection, person_key=person.key, day=slot.date),
        lambda connection: notify(
            connection, person_key=person.key, key=key, reply=reply, at=now, language=kept.language
        ),
    )


def _next(kept: Subscription, person: Person, *, now: datetime) -> Write:
    at = next_at(kept, person.timezone, now)
    return lambda connection: set_timer(
        connection, key=timer_key(person.key), kind=KIND, due_at=at, payload={"person": person.key}
    )
