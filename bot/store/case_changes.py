"""What may be changed of a case, each change with its step in the history and its event in the metrics store.

A change of a case that is no longer as it was seen raises Overtaken in the transaction: it is decided anew.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select, update

from bot.store.case_book import RANK, case_row
from bot.store.case_events import write_event, zone_of
from bot.store.case_rules import CaseRules
from bot.store.case_steps import CUSTOMER, add_step
from bot.store.case_tables import case_link, case_step
from bot.store.case_timers import cancel_due, cancel_reask, set_due, set_reask
from bot.store.once import insert_once
from bot.store.tables import customer_case
from bot.store.writes import Overtaken

MERGED = "merged"
"""The root cause of a case that goes on as another."""


def give_case(
    connection: Connection, number: int, *, owner_key: str, team: str | None, due: datetime | None, actor: str,
    at: datetime, kind: str = "assigned", note: str = "",
) -> None:  # fmt: skip
    """Let somebody look after an open case; `due` and `team` None leave what there is."""
    case = _changed(
        connection,
        number,
        was="open",
        owner_key=owner_key,
        **({"team": team} if team else {}),
        **({"due_at": due} if due else {}),
    )
    if due is not None:
        stage: Any = "resolve" if case["contacted_at"] else "contact"
        set_due(connection, number, stage=stage, since=at, until=due)
    facts = {"owner": owner_key, **({"due": due.isoformat()} if due else {})}
    add_step(connection, number, at=at, actor=actor, kind=kind, note=note, facts=facts)


def contact_customer(connection: Connection, number: int, *, at: datetime, actor: str, rules: CaseRules) -> None:
    """Note that the customer has heard from us; the first time ends the first promise and begins the second."""
    case = case_row(connection, number)
    if case["contacted_at"] is not None or case["status"] != "open":
        return
    due = case["contact_due_at"] or case["due_at"]
    solve_by = case["resolve_due_at"] or rules.resolve_due(case["opened_at"], timezone=_zone(connection, case))
    _changed(connection, number, was="open", contacted_at=at, due_at=max(solve_by, at), resolve_due_at=solve_by)
    write_event(
        connection, case, "case_contacted", name="contacted", at=at, timezone=rules.timezone,
        facts={"owner": case["owner_key"] or actor},
    )  # fmt: skip
    judge_contact(connection, case, due=due, at=at, rules=rules)
    set_due(connection, number, stage="resolve", since=at, until=max(solve_by, at))


def judge_contact(connection: Connection, case: RowMapping, *, due: datetime, at: datetime, rules: CaseRules) -> None:
    """Write whether the customer heard from us in time; the day of the verdict is when it was known."""
    kept = at <= due
    write_event(
        connection, case, "case_contact_kept" if kept else "case_contact_missed", name="contact",
        at=at if kept else due, timezone=rules.timezone,
    )  # fmt: skip


def judge_resolution(
    connection: Connection, case: RowMapping, *, due: datetime, at: datetime, rules: CaseRules
) -> None:
    """Write whether it was solved in time."""
    kept = at <= due
    write_event(
        connection, case, "case_resolution_kept" if kept else "case_resolution_missed", name="resolution",
        at=at if kept else due, timezone=rules.timezone,
    )  # fmt: skip


def close_case(
    connection: Connection, number: int, *, root_cause: str, resolution: str | None, compensation: float | None,
    actor: str, at: datetime, rules: CaseRules,
) -> None:  # fmt: skip
    """End a case; its customer is asked after some days whether it is solved."""
    case = _changed(
        connection, number, was="open", status="closed", closed_at=at, root_cause=root_cause[:200],
        resolution=resolution, compensation=compensation, outcome=None,
    )  # fmt: skip
    facts = {"root_cause": root_cause, "resolution": resolution, "compensation": compensation}
    place = add_step(connection, number, at=at, actor=actor, kind="closed", facts=facts)
    cause = {"root_cause": root_cause[:200]}
    write_event(
        connection, case, "case_resolved", name=f"resolved:{place}", at=at, timezone=rules.timezone, facts=cause
    )  # fmt: skip
    judge_resolution(connection, case, due=case["resolve_due_at"] or case["due_at"], at=at, rules=rules)
    cancel_due(connection, number)
    set_reask(connection, number, at=at, days=rules.reask_days)


def reopen_case(
    connection: Connection, number: int, *, actor: str, at: datetime, rules: CaseRules, note: str = ""
) -> None:
    """Take up a closed case again, with the time to solve it anew."""
    zone = _zone(connection, case_row(connection, number))
    solve_by = rules.resolve_due(at, timezone=zone)
    case = _changed(
        connection, number, was="closed", status="open", closed_at=None, due_at=solve_by, resolve_due_at=solve_by,
        merged_into=None,
    )  # fmt: skip
    place = add_step(connection, number, at=at, actor=actor, kind="reopened", note=note)
    write_event(connection, case, "case_reopened", name=f"reopened:{place}", at=at, timezone=rules.timezone)
    cancel_reask(connection, number)
    set_due(connection, number, stage="resolve", since=at, until=solve_by)


def merge_cases(connection: Connection, number: int, *, into: int, actor: str, at: datetime, rules: CaseRules) -> None:
    """End a duplicate: what belongs to it belongs to the other, which takes the higher priority and the earlier due."""
    other = case_row(connection, into)
    if other["status"] != "open":
        raise Overtaken(into)
    case = _changed(
        connection, number, was="open", status="closed", closed_at=at, root_cause=MERGED, merged_into=into
    )  # fmt: skip
    linked = connection.execute(select(case_link).where(case_link.c.case_id == number)).mappings()
    rows = [{**row, "case_id": into} for row in linked]
    if case["feedback_id"] is not None:
        rows.append({"case_id": into, "kind": "feedback", "record_id": case["feedback_id"], "at": at})
    if rows:
        insert_once(connection, case_link, rows)
    higher = max((case["priority"], other["priority"]), key=RANK.__getitem__)
    earlier = min(case["due_at"], other["due_at"])
    _changed(connection, into, was="open", priority=higher, due_at=earlier)
    add_step(connection, number, at=at, actor=actor, kind=MERGED, facts={"into": into})
    place = add_step(connection, into, at=at, actor=actor, kind="joined", facts={"case": number})
    write_event(connection, case, "case_merged", name=f"merged:{place}", at=at, timezone=rules.timezone)
    cancel_due(connection, number)


def judge_recovery(connection: Connection, number: int, *, solved: bool, at: datetime, rules: CaseRules) -> None:
    """Keep what the customer said about the end of a case; a no takes it up again. The first answer counts."""
    outcome = "recovered" if solved else "not_recovered"
    case = _changed(connection, number, was="closed", outcome=outcome)
    place = add_step(connection, number, at=at, actor=CUSTOMER, kind=outcome)
    kind: Any = f"case_{outcome}"
    write_event(connection, case, kind, name=f"recovery:{place}", at=at, timezone=rules.timezone)
    if not solved:
        reopen_case(connection, number, actor=CUSTOMER, at=at, rules=rules)


def times_done(connection: Connection, number: int, kind: str) -> int:
    """Count the steps of a kind."""
    query = select(func.count()).where(case_step.c.case_id == number, case_step.c.kind == kind)
    return int(connection.execute(query).scalar_one())


def _changed(connection: Connection, number: int, *, was: str, **values: object) -> RowMapping:
    """Change a case that is still open or closed, as it was seen, and give its row as it was before."""
    before = case_row(connection, number)
    mine = (customer_case.c.id == number, customer_case.c.status == was)
    if connection.execute(update(customer_case).where(*mine).values(**values)).rowcount != 1:
        raise Overtaken(number)
    return before


def _zone(connection: Connection, case: RowMapping) -> str | None:
    return zone_of(connection, case["unit_id"])
