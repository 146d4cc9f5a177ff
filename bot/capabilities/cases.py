"""Cases to look at: mine, overdue, due today, of a customer."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.query import today, where_of
from bot.capabilities.refuse import denied
from bot.capabilities.rights import limits, limits_said, outside
from bot.capabilities.score_slots import ScoreSlots
from bot.cases.words import next_step
from bot.messages import Block, Line, Listing, Outcome, Paragraph, Passport, Reply, Slots, Table, Value
from bot.people import Action, Extent, decide
from bot.store.cases import Case, CaseFilter
from bot.store.desk import CaseDesk, Staff
from metrics.figures import Days
from metrics.scope import EVERYTHING, Where
from metrics.store.customers import CustomerReader
from metrics.store.whereabouts import Whereabouts

MOST = 10
NEW_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseList:
    """Answers "which of my cases breach SLA today?", "overdue cases in Gdańsk"."""

    desk: CaseDesk
    staff: Staff
    customers: CustomerReader
    whereabouts: Whereabouts
    slots: ScoreSlots

    def __call__(self, ask: Ask) -> Answer:
        """Answer with the cases wanted, the one due first at the top."""
        decision = decide(ask.actor, Action.READ_CASES, place=ask.place.openness)
        where = where_of(ask.understanding.slots, ask.actor)
        named = self.whereabouts.named(where)
        if not decision.allowed or outside(decision.scope, named):
            return denied(ask)
        days = self._days(ask)
        wanted = replace(self._owned(_filter(ask, days), ask), unit_ids=named.units, touchpoint_ids=named.touchpoints)
        teams = ask.actor.teams if decision.extent is Extent.OWN_TEAMS else None
        shown, count = self.desk.wanted(wanted, scope=decision.scope, teams=teams, limit=MOST)
        limited = limits(ask.actor, decision)
        key = f"cases-{_what(ask.understanding.slots)}"
        blocks: list[Block] = [Paragraph(line=Line(key=key, args={"n": count}), strong=True)]
        if shown:
            blocks.append(_table(shown, now=ask.now))
        if count > len(shown):
            blocks.append(Paragraph(line=Line(key="cases-cut", args={"left": count - len(shown)})))
        return Answer(
            reply=Reply(
                outcome=Outcome.ANSWER,
                intent="case_list",
                blocks=(*blocks, *_asked(where, days), *limits_said(limited)),
                slots=ask.understanding.slots,
                records=tuple(f"case:{case.number}" for case in shown),
                limited_to=limited,
            )
        )

    def _days(self, ask: Ask) -> Days | None:
        period = ask.understanding.slots.get("period")
        return None if period in (None, "all") else self.slots.period(period, ask, metric="volume").days

    def _owned(self, wanted: CaseFilter, ask: Ask) -> CaseFilter:
        slots = ask.understanding.slots
        if slots.get("customer"):
            wanted = replace(wanted, customer_key=self._customer(str(slots["customer"])))
        match slots.get("owner"):
            case None:
                return wanted
            case "unassigned":
                return replace(wanted, unowned=True)
            case "@me":
                return replace(wanted, owner_key=ask.actor.key)
            case owner:
                found = self.staff.by_name(str(owner))
                return replace(wanted, owner_key=found[0].key if found else str(owner))

    def _customer(self, name: str) -> str:
        """Give the key of a customer by name; what is listed is limited by the rights to cases alone."""
        found = self.customers.find(name, within=EVERYTHING)
        return found[0].key if len(found) == 1 else name


def _filter(ask: Ask, days: Days | None) -> CaseFilter:
    slots = ask.understanding.slots
    closed = slots.get("filter") == "closed"
    wanted = CaseFilter(status="closed" if closed else "open")
    if days is not None:
        start, end = _instants(ask, days)
        wanted = (
            replace(wanted, closed_from=start, closed_to=end)
            if closed
            else replace(wanted, opened_from=start, opened_to=end)
        )
    match slots.get("filter"):
        case "sla_due_today":
            first = today(ask)
            start, end = _instants(ask, Days(first=first, end=first + timedelta(days=1)))
            return replace(wanted, due_from=start, due_to=end)
        case "overdue":
            return replace(wanted, due_to=ask.now)
        case "new" if days is None:
            return replace(wanted, opened_from=ask.now - NEW_WITHIN)
        case "unassigned":
            return replace(wanted, unowned=True)
        case _:
            return wanted


def _instants(ask: Ask, days: Days) -> tuple[datetime, datetime]:
    zone = ZoneInfo(ask.actor.timezone)
    return datetime.combine(days.first, time(), zone), datetime.combine(days.end, time(), zone)


def _asked(where: Where, days: Days | None) -> list[Passport]:
    """Say back the places and the period that were understood."""
    said: list[Value] = [name for names in where.values() for name in names]
    if days is not None:
        said.append(days)
    return [Passport(line=Line(key="cases-asked", args={"what": Listing(items=tuple(said))}))] if said else []


def _what(slots: Slots) -> str:
    kind = str(slots.get("filter", "open")).replace("_", "-")
    return kind if kind in {"sla-due-today", "overdue", "new", "unassigned", "closed"} else "open"


def _table(cases: tuple[Case, ...], *, now: datetime) -> Table:
    columns = ("case", "customer", "about", "owner", "due", "priority", "next")
    return Table(
        columns=tuple(Line(key=f"column-{name}") for name in columns),
        rows=tuple(_row(case, now=now) for case in cases),
    )


def _row(case: Case, *, now: datetime) -> tuple[Value, ...]:
    about = ", ".join(name for name in (case.touchpoint, case.unit) if name)
    late = case.status == "open" and case.due_at < now
    due: Value = Line(key="cell-overdue", args={"at": case.due_at}) if late else case.due_at
    priority = Line(key=f"priority-{case.priority}")
    owner = case.owner or Line(key="cell-nobody")
    return (str(case.number), case.customer, about, owner, due, priority, next_step(case))
