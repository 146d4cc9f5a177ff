"""Alerts as durable work: what came in is looked at as soon as it is committed; what was held back is summed up.

A stretch of feedback is marked as looked at in the transaction that holds its alerts and messages: looked at again
after a kill, it finds them there by their keys.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.alerts.desk import AlertDesk
from bot.alerts.finding import Finding
from bot.alerts.rules import Kind, Rule, of_kind
from bot.alerts.severe import severe
from bot.alerts.wording import summary
from bot.ports import Clock
from bot.store.alerts import WITH, alerts_held_back, set_told
from bot.store.bell import Bell, heard
from bot.store.busy import StoreBusy, or_busy
from bot.store.checkpoints import checkpoint
from bot.store.committed import Stretch, looked_at, next_stretch, teams_of_touchpoints
from bot.store.handles import Database, Transaction
from bot.store.notify import notify
from bot.store.timers import Timer
from bot.store.writes import Overtaken, Write
from metrics.ports import Annotator
from metrics.store.engine import reading, writing

LOOK_AGAIN_S = 0.5
"""How often it is looked for feedback that another process committed."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Looks at feedback that came in."""

    engine: Database
    desk: AlertDesk
    rules: Sequence[Rule]
    annotator: Callable[[], Annotator]
    soon: Callable[[datetime], Write]
    """Has the rules about scores looked at soon."""

    def look(self, *, now: datetime) -> bool:
        """Look at the feedback that waits longest and tell whoever must know; False: none waits."""
        rules = of_kind(self.rules, Kind.SEVERE)
        since = now - timedelta(hours=max((rule.max_age_hours for rule in rules), default=0))
        with reading(self.engine) as connection:
            stretch = next_stretch(connection, since=since)
            if stretch is None:
                return False
            teams = teams_of_touchpoints(connection)
        findings = self._severe(stretch, rules, teams=teams, now=now)
        checkpoint("alerts-found")
        try:
            with writing(self.engine) as connection:
                looked_at(connection, stretch)
                self.desk.tell(connection, findings, now=now)
                self.soon(now)(connection)
        except Overtaken:
            log.info("stretch %s was looked at by another process", stretch.id)
        checkpoint("alerts-committed")
        return True

    def _severe(
        self, stretch: Stretch, rules: Sequence[Rule], *, teams: Mapping[str, str], now: datetime
    ) -> list[Finding]:
        said = [row for row in stretch.rows if row.text]
        read = self.annotator().annotate([row.text or "" for row in said], [row.language for row in said])
        labels = dict(zip((row.id for row in said), read, strict=True))
        found = (
            severe(row, labels.get(row.id, ()), rule=rule, team=teams.get(row.touchpoint or ""), now=now)
            for row in stretch.rows
            for rule in rules
        )
        return [one for one in found if one is not None]


class Looker(Protocol):
    """Looks at what waits."""

    def __call__(self, *, now: datetime) -> bool:
        """Look at some of it; False: nothing waits."""
        ...


async def watch_feedback(looker: Looker, *, clock: Clock, bell: Bell, stop: asyncio.Event) -> None:
    """Look at feedback as it is committed, until told to stop."""
    look = or_busy(looker)
    while not stop.is_set():
        ring = bell.listen()
        try:
            if await asyncio.to_thread(look, now=clock.now()):
                bell.ring()
                continue
        except StoreBusy as busy:
            log.warning("feedback is looked at later: the store is busy (%s)", busy)
        await heard(ring, timeout_s=LOOK_AGAIN_S)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summaries:
    """Handles the timers of summaries: what was held back for a person, in one message."""

    def __call__(self, timer: Timer, now: datetime) -> tuple[Write, ...]:
        """Give the message and what was told in it."""
        person = str(timer.payload["person"])

        def write(connection: Transaction) -> None:
            held = alerts_held_back(connection, person_key=person)
            if held:
                key = f"summary:{person}:{timer.due_at.isoformat()}"
                notify(connection, person_key=person, key=key, reply=summary(held), at=now)
                set_told(connection, [one.id for one in held], told=WITH)

        return (write,)
