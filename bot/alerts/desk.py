"""From findings to alerts and messages, in the caller's transaction: routed, decided, grouped by cause, kept once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.alerts.finding import Finding
from bot.alerts.routing import Told, route
from bot.alerts.rules import Kind, Priority
from bot.alerts.telling import Reason, Telling, next_summary, telling
from bot.alerts.wording import QUOTES, Notice, notice
from bot.messages import Openness
from bot.people import Action, Person, decide
from bot.store.alerts import OPEN, SILENCED, WITH, NewAlert, add_alert
from bot.store.committed import texts_within
from bot.store.handles import Transaction
from bot.store.notify import notify
from bot.store.reach import read_reach
from bot.store.staffing import read_staffing
from bot.store.timers import set_timer

FLUSH = "alert_flush"
"""The kind of timer that brings a person the summary of what was held back."""


class OpenCase(Protocol):
    """Opens a case for what a customer said, or finds the one it has."""

    def __call__(self, connection: Transaction, *, feedback_id: int, priority: Priority, at: datetime) -> int:
        """Give the case's number."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertDesk:
    """Tells people what was found. `timezone` is the workspace's: whose day an absence counts by."""

    timezone: str
    open_case: OpenCase

    def tell(self, connection: Transaction, findings: Sequence[Finding], *, now: datetime) -> int:
        """Keep the findings as alerts and tell whom they concern; say how many messages that were."""
        if not findings:
            return 0
        staffing = read_staffing(connection, today=now.astimezone(ZoneInfo(self.timezone)).date())
        cased = [self._with_case(connection, finding, now=now) for finding in findings]
        today = now.astimezone(ZoneInfo(self.timezone)).date()
        by_person: dict[str, list[tuple[Told, Finding]]] = {}
        for finding in cased:
            for told in route(finding, staffing, today=today):
                by_person.setdefault(told.person.key, []).append((told, finding))
        return sum(_to_person(connection, theirs, now=now) for theirs in by_person.values())

    def _with_case(self, connection: Transaction, finding: Finding, *, now: datetime) -> Finding:
        if finding.kind is not Kind.SEVERE or finding.feedback_id is None:
            return finding
        case = self.open_case(connection, feedback_id=finding.feedback_id, priority=finding.priority, at=now)
        return replace(finding, case=case, facts={**finding.facts, "case": case})


def _to_person(connection: Transaction, theirs: Sequence[tuple[Told, Finding]], *, now: datetime) -> int:
    """Tell one person of everything that is for them; gives how many messages that were."""
    person = theirs[0][0].person
    reach = read_reach(connection, person, now=now)
    messages = 0
    held = False
    for group in _by_cause(theirs):
        decided = telling(group[0][1], reach, now=now)
        held = held or decided.when == "later"
        kept = _keep_all(connection, group, decided)
        if kept and decided.when == "now":
            messages += 1
            reach = replace(reach, told_today=reach.told_today + 1)
            _say(connection, person, kept, now=now)
    if held:
        due = next_summary(now, person.timezone)
        set_timer(connection, key=f"{FLUSH}:{person.key}", kind=FLUSH, due_at=due, payload={"person": person.key})
    return messages


def _by_cause(theirs: Iterable[tuple[Told, Finding]]) -> list[list[tuple[Told, Finding]]]:
    """Group what has one cause, the strongest first, and what is critical before the rest."""
    groups: dict[str, list[tuple[Told, Finding]]] = {}
    for told, finding in theirs:
        groups.setdefault(finding.cause, []).append((told, finding))
    for group in groups.values():
        group.sort(key=lambda one: (one[1].priority != "critical", -one[1].strength))
    return sorted(groups.values(), key=lambda group: (group[0][1].priority != "critical", -group[0][1].strength))


def _keep_all(
    connection: Transaction, group: Sequence[tuple[Told, Finding]], decided: Telling
) -> list[tuple[Told, Finding, int]]:
    """Keep what is not kept yet, with its id; of what is told now, the first has the message and the rest are in it."""
    kept: list[tuple[Told, Finding, int]] = []
    for told, finding in group:
        when = WITH if kept and decided.when == "now" else decided.when
        number = add_alert(connection, _alert(told, finding, told_as=when, reason=decided.reason))
        if number is not None:
            kept.append((told, finding, number))
    return kept


def _alert(told: Told, finding: Finding, *, told_as: str, reason: Reason) -> NewAlert:
    return NewAlert(
        person_key=told.person.key,
        at=finding.at,
        kind=finding.kind.value,
        feedback_id=finding.feedback_id,
        facts={**finding.facts, "why": told.why, "how": reason.value},
        key=f"{finding.rule}:{finding.subject}:{told.person.key}",
        rule=finding.rule,
        cause=finding.cause,
        priority=finding.priority,
        state=SILENCED if reason is Reason.SILENCED else OPEN,
        told=told_as,
    )


def _say(connection: Transaction, person: Person, kept: Sequence[tuple[Told, Finding, int]], *, now: datetime) -> None:
    ids = [finding.feedback_id for _, finding, _ in kept if finding.feedback_id is not None][:QUOTES]
    may = decide(person, Action.READ_TEXTS, place=Openness.PRIVATE)
    said = Notice(
        findings=[finding for _, finding, _ in kept],
        ids=[number for _, _, number in kept],
        why=kept[0][0].why,
        texts=texts_within(connection, ids, within=may.scope) if ids and may.allowed else (),
    )
    notify(connection, person_key=person.key, key=f"alert:{kept[0][2]}", reply=notice(said), at=now)
