"""Who should I call first: dissatisfied customers nobody has spoken to since, by urgency, risk and value."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from bot.capabilities.ask import Answer, Ask, Capability
from bot.capabilities.query import today, where_of
from bot.capabilities.refuse import denied
from bot.capabilities.rights import limits, limits_said, outside
from bot.cases.ranking import Ranked, ranked
from bot.messages import Block, Line, Listing, Outcome, Paragraph, Passport, Reply, Table, Value
from bot.people import Action, decide
from bot.store.audit import audited
from bot.store.call_list import Unhappy, unhappy_customers
from bot.store.handles import Database
from metrics.figures import Days
from metrics.store.engine import reading
from metrics.store.whereabouts import Whereabouts

MOST = 7
DAYS_BACK = 30
ASKED = "call_first"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFirst:
    """Answers "who should I call first?"; `otherwise` answers whatever else comes by this intent."""

    database: Database
    whereabouts: Whereabouts
    otherwise: Capability
    read: Callable[..., tuple[Unhappy, ...]] = unhappy_customers

    def __call__(self, ask: Ask) -> Answer:
        """Answer with the list, the reasons beside each, within the rights to customers."""
        if ask.understanding.slots.get("what") != ASKED:
            return self.otherwise(ask)
        decision = decide(ask.actor, Action.READ_CUSTOMER, place=ask.place.openness)
        where = where_of(ask.understanding.slots, ask.actor)
        named = self.whereabouts.named(where)
        if not decision.allowed or outside(decision.scope, named):
            return denied(ask)
        day = today(ask)
        days = Days(first=day - timedelta(days=DAYS_BACK - 1), end=day + timedelta(days=1))
        with reading(self.database) as connection:
            people = self.read(
                connection, days=days, within=decision.scope, units=named.units, touchpoints=named.touchpoints,
                segment=next(iter(where.get("segment", ())), None),
            )  # fmt: skip
        shown = ranked(people, now=ask.now)[:MOST]
        limited = limits(ask.actor, decision)
        blocks: list[Block] = [Paragraph(line=Line(key="call-headline", args={"n": len(people)}), strong=True)]
        if shown:
            blocks.append(_table(shown))
            blocks.append(Passport(line=Line(key="call-how", args={"days": days})))
        reply = Reply(
            outcome=Outcome.ANSWER, intent=ask.understanding.intent, blocks=(*blocks, *limits_said(limited)),
            slots=ask.understanding.slots, records=tuple(_record(one) for one in shown), limited_to=limited,
        )  # fmt: skip
        keys = ",".join(one.who.customer for one in shown)[:180]
        return Answer(
            reply=reply,
            writes=(audited(ask.actor.key, "read_customers", f"customers:{keys}", ask.place, at=ask.now),),
        )


def _record(one: Ranked) -> str:
    """Let "assign the first one" mean their case, or the comment one is opened for."""
    return f"case:{one.who.case}" if one.who.case is not None else f"feedback:{one.who.feedback_id}"


def _table(shown: tuple[Ranked, ...]) -> Table:
    names = ("customer", "about", "why-first", "case")
    return Table(columns=tuple(Line(key=f"column-{name}") for name in names), rows=tuple(_row(one) for one in shown))


def _row(one: Ranked) -> tuple[Value, ...]:
    about = ", ".join(name for name in (one.who.touchpoint, one.who.unit) if name)
    case = str(one.who.case) if one.who.case is not None else "–"
    return (one.who.customer, about or "–", Listing(items=one.reasons), case)
