"""Cases to look at: mine, overdue, due today, of a customer."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.query import today
from bot.capabilities.refuse import denied
from bot.messages import Block, Line, Outcome, Paragraph, Reply, Slots, Table, Value
from bot.people import Action, Extent, decide
from bot.store.cases import Case, CaseFilter
from bot.store.desk import CaseDesk, Staff

MOST = 10
NEW_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseList:
    """Answers "which of my cases breach SLA today?"."""

    desk: CaseDesk
    staff: Staff

    def __call__(self, ask: Ask) -> Answer:
        """Answer with the cases wanted, the one due first at the top."""
        decision = decide(ask.actor, Action.READ_CASES, place=ask.place.openness)
        if not decision.allowed:
            return denied(ask)
        wanted = self._owned(_filter(ask), ask)
        teams = ask.actor.teams if decision.extent is Extent.OWN_TEAMS else None
        shown, count = self.desk.wanted(wanted, scope=decision.scope, teams=teams, limit=MOST)
        key = f"cases-{_what(ask.understanding.slots)}"
        blocks: list[Block] = [Paragraph(line=Line(key=key, args={"n": count}), strong=True)]
        if shown:
            blocks.append(_table(shown, now=ask.now))
        if count > len(shown):
            blocks.append(Paragraph(line=Line(key="cases-cut", args={"left": count - len(shown)})))
        limited = (ask.actor.unit,) if decision.extent is Extent.OWN_UNITS and ask.actor.unit else ()
        return Answer(
            reply=Reply(
                outcome=Outcome.ANSWER,
                intent="case_list",
                blocks=tuple(blocks),
                slots=ask.understanding.slots,
                records=tuple(f"case:{case.number}" for case in shown),
                limited_to=limited or (teams or ()),
            )
        )

    def _owned(self, wanted: CaseFilter, ask: Ask) -> CaseFilter:
        owner = ask.understanding.slots.get("owner")
        if owner is None:
            return wanted
        if owner == "unassigned":
            return replace(wanted, unowned=True)
        if owner == "@me":
            return replace(wanted, owner_key=ask.actor.key)
        found = self.staff.by_name(str(owner))
        return replace(wanted, owner_key=found[0].key if found else str(owner))


def _filter(ask: Ask) -> CaseFilter:
    slots = ask.understanding.slots
    customer = slots.get("customer")
    wanted = CaseFilter(status="open", customer_key=str(customer) if customer else None)
    match slots.get("filter"):
        case "sla_due_today":
            start, end = _day(ask)
            return replace(wanted, due_from=start, due_to=end)
        case "overdue":
            return replace(wanted, due_to=ask.now)
        case "new":
            return replace(wanted, opened_from=ask.now - NEW_WITHIN)
        case "unassigned":
            return replace(wanted, unowned=True)
        case "closed":
            return replace(wanted, status="closed")
        case _:
            return wanted


def _day(ask: Ask) -> tuple[datetime, datetime]:
    day, zone = today(ask), ZoneInfo(ask.actor.timezone)
    return datetime.combine(day, time(), zone), datetime.combine(day + timedelta(days=1), time(), zone)


def _what(slots: Slots) -> str:
    kind = str(slots.get("filter", "open")).replace("_", "-")
    return kind if kind in {"sla-due-today", "overdue", "new", "unassigned", "closed"} else "open"


def _table(cases: tuple[Case, ...], *, now: datetime) -> Table:
    columns = ("case", "customer", "about", "owner", "due", "priority")
    return Table(
        columns=tuple(Line(key=f"column-{name}") for name in columns),
        rows=tuple(_row(case, now=now) for case in cases),
    )


def _row(case: Case, *, now: datetime) -> tuple[Value, ...]:
    about = ", ".join(name for name in (case.touchpoint, case.unit) if name)
    late = case.status == "open" and case.due_at < now
    due: Value = Line(key="cell-overdue", args={"at": case.due_at}) if late else case.due_at
    priority = Line(key=f"priority-{case.priority}")
    return (str(case.number), case.customer, about, case.owner or Line(key="cell-nobody"), due, priority)
