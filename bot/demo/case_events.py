"""What happened to the demo company's cases, as the events that their numbers are counted from."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from bot.demo.plan import HOME_ZONE
from bot.store.case_rules import CaseRules
from bot.store.cases import NewCase
from metrics.records import EventRecord

RULES = CaseRules(timezone=HOME_ZONE)
ANSWERS_OF_100, SOLVED_OF_100 = 64, 71
"""How many customers say whether it is solved, and how many of those say yes."""


def case_events(
    cases: Sequence[NewCase],
    *,
    source_id: int,
    zones: Mapping[int, str],
    segments: Mapping[int, str | None],
    now: datetime,
) -> list[EventRecord]:
    """Give the events of numbered cases up to now; the number of a case decides how it went."""
    opened: dict[int, datetime] = {}
    found: list[EventRecord] = []
    for case in sorted(cases, key=lambda one: (one.opened_at, one.number or 0)):
        before = opened.get(case.customer_id)
        again = before is not None and case.opened_at - before <= timedelta(days=RULES.repeat_days)
        opened[case.customer_id] = case.opened_at
        zone = zones.get(case.unit_id or 0, HOME_ZONE)
        told = [("case_opened_again" if again else "case_opened", "opened", case.opened_at)]
        told += [*_contact(case, zone, now=now), *_end(case, zone, now=now)]
        found += [
            EventRecord(
                source_id=source_id, external_id=f"case:{case.number}:{name}", kind=kind, happened_at=at,
                timezone=zone, customer_id=case.customer_id, touchpoint_id=case.touchpoint_id, unit_id=case.unit_id,
                segment=segments.get(case.customer_id),
                attributes={"case": str(case.number), "priority": case.priority},
            )
            for kind, name, at in told
            if at <= now
        ]  # fmt: skip
    return found


def _contact(case: NewCase, zone: str, *, now: datetime) -> Iterator[tuple[str, str, datetime]]:
    due = RULES.contact_due(case.priority, case.opened_at, timezone=zone)
    if case.closed_at is None:
        if case.due_at < now:
            yield ("case_contact_missed", "contact", case.due_at)
        return
    took = (case.closed_at - case.opened_at) * (_drawn(case, 31) / 250)
    heard = case.opened_at + took
    yield ("case_contacted", "contacted", heard)
    yield ("case_contact_kept", "contact", heard) if heard <= due else ("case_contact_missed", "contact", due)


def _end(case: NewCase, zone: str, *, now: datetime) -> Iterator[tuple[str, str, datetime]]:
    due = RULES.resolve_due(case.opened_at, timezone=zone)
    if case.closed_at is None:
        if due < now:
            yield ("case_resolution_missed", "resolution", due)
        return
    yield ("case_resolved", "resolved:1", case.closed_at)
    kept = case.closed_at <= due
    yield ("case_resolution_kept" if kept else "case_resolution_missed", "resolution", min(case.closed_at, due))
    asked = case.closed_at + timedelta(days=RULES.reask_days, hours=2)
    if _drawn(case, 17) >= ANSWERS_OF_100:
        return
    if _drawn(case, 59) < SOLVED_OF_100:
        yield ("case_recovered", "recovery:1", asked)
        return
    yield ("case_not_recovered", "recovery:1", asked)
    yield ("case_reopened", "reopened:1", asked)
    yield ("case_resolved", "resolved:2", asked + timedelta(minutes=5))


def _drawn(case: NewCase, factor: int) -> int:
    """Draw 0 to 99 for a case, always the same."""
    return ((case.number or 0) * 7_919 * factor // 7) % 100
