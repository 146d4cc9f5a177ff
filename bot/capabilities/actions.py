"""The action register by talking: an action is shown first and kept when confirmed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.actions.due import USUAL, due_day
from bot.capabilities.action_words import hoped, number_of
from bot.capabilities.ask import Answer, Ask
from bot.capabilities.confirming import Do, propose
from bot.capabilities.query import local_day
from bot.capabilities.refuse import denied, refusal
from bot.messages import Amount, Block, Json, Line, Openness, Outcome, Paragraph, Reply, Slots, Value
from bot.people import Action, Extent, Person, Thing, decide
from bot.store.actions import ActionBook, NewAction, Told, add_action
from bot.store.desk import Staff
from bot.store.timers import set_timer
from bot.store.writes import Write
from metrics.analysis.engine import ScoreEngine
from metrics.store.targets import TargetReader

ACTION, KIND = "action_create", "action_due"
CHECKED_AT = time(9, 0)
"""When an effect is told on the day it is due, in the owner's zone."""
USUAL_METRIC = "csat"
TITLE_KEPT = 200


class Cannot(Exception):
    """What was said about an action cannot be; `line` says why, `missing` what to say instead."""

    def __init__(self, line: Line, *, missing: str) -> None:
        super().__init__(line.key)
        self.line = line
        self.missing = missing


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterAction:
    """Answers "open an action: simplify the return form, owner Ola, +5 CSAT by end of Q1"."""

    book: ActionBook
    staff: Staff
    engine: ScoreEngine
    targets: TargetReader
    touchpoint_in: Callable[[str], str | None]
    """The touchpoint that a text names, in any language."""

    def __call__(self, ask: Ask) -> Answer:
        """Propose the action, or say what about it cannot be."""
        try:
            arguments = self._arguments(ask)
        except Cannot as problem:
            return asked_back(ask, problem)
        touchpoint = arguments.get("touchpoint")
        if not self._may(ask.actor, touchpoint, place=ask.place.openness):
            return denied(ask)
        return propose(ask, action=ACTION, arguments=arguments, preview=self._preview(arguments))

    def do(self, do: Do) -> Answer:
        """Keep a confirmed action, and set the day its effect is checked."""
        given = do.arguments
        if not self._may(do.actor, given.get("touchpoint"), place=do.place.openness):
            return Answer(reply=refusal(ACTION, key="refuse-permission", reason="permission"))
        owner = self.staff.named(str(given["owner_key"]))
        new = self._new(do)
        at = checked_at(new.due_on, owner or do.actor)
        line = Line(key="action-kept", args={"number": number_of(new.number), "day": new.due_on})
        reply = Reply(
            outcome=Outcome.ANSWER,
            intent=ACTION,
            blocks=(Paragraph(line=line, strong=True),),
            records=(f"action:{new.number}",),
        )
        return Answer(reply=reply, writes=(lambda connection: add_action(connection, new), checks(new.number, at)))

    def _may(self, actor: Person, touchpoint: Json, *, place: Openness) -> bool:
        """Say whether they may open an action there: of what is theirs, or, without a place, at all."""
        decision = decide(actor, Action.WRITE_ACTIONS, place=place)
        if decision.extent is not Extent.OWN_TOUCHPOINTS or not isinstance(touchpoint, str):
            return decision.allowed
        thing = Thing(touchpoint=self.book.touchpoint_id(touchpoint))
        return decide(actor, Action.WRITE_ACTIONS, place=place, of=thing).allowed

    def _arguments(self, ask: Ask) -> Slots:
        slots = ask.understanding.slots
        owner, today = self._owner(slots.get("owner"), ask.actor), local_day(ask.now, ask.actor.timezone)
        title = str(slots["title"])[:TITLE_KEPT]
        touchpoint = self.touchpoint_in(title)
        metric = self.engine.metric(str(slots.get("metric") or self._usual_metric(touchpoint))).id
        arguments: Slots = {
            "title": title, "owner_key": owner.key, "owner": owner.name, "metric": metric,
            "touchpoint": touchpoint, "due": due_after(slots.get("due"), today=today).isoformat(),
            "usual_due": "due" not in slots, "started": today.isoformat(),
        }  # fmt: skip
        for name in ("expected_effect", "cost"):
            value = slots.get(name)
            if isinstance(value, int | float):
                arguments[name] = value
        return arguments

    def _owner(self, said: Json, actor: Person) -> Person:
        if said in (None, "@me"):
            return actor
        found = self.staff.by_name(str(said))
        if len(found) != 1:
            key = "action-owner-several" if found else "action-owner-unknown"
            names = ", ".join(one.name for one in found)
            raise Cannot(Line(key=key, args={"name": str(said), "names": names}), missing="owner")
        return found[0]

    def _usual_metric(self, touchpoint: str | None) -> str:
        return next((one.metric for one in self.targets.targets() if one.touchpoint == touchpoint), USUAL_METRIC)

    def _preview(self, given: Slots) -> tuple[Block, ...]:
        due, expected, cost = (
            date.fromisoformat(str(given["due"])),
            _number(given, "expected_effect"),
            given.get("cost"),
        )
        where: Value = str(given["touchpoint"]) if given.get("touchpoint") else Line(key="passport-everything")
        facts: dict[str, Value] = {
            "owner": str(given["owner"]), "where": where, "hoped": hoped(str(given["metric"]), expected), "day": due,
        }  # fmt: skip
        lines = [Line(key="action-facts", args=facts)]
        if isinstance(cost, int | float):
            lines.append(Line(key="action-cost", args={"cost": Amount(value=cost)}))
        if given.get("usual_due"):
            lines.append(Line(key="action-usual-due"))
        lines.append(Line(key="action-will-check" if given.get("touchpoint") else "action-will-check-alone"))
        title = Paragraph(line=Line(key="action-preview", args={"title": str(given["title"])}), strong=True)
        return (title, *(Paragraph(line=line) for line in lines))

    def _new(self, do: Do) -> NewAction:
        given, touchpoint = do.arguments, do.arguments.get("touchpoint")
        private = do.place.openness is Openness.PRIVATE
        return NewAction(
            number=self.book.next_number(),
            title=str(given["title"]),
            owner_key=str(given["owner_key"]),
            created_by=do.actor.key,
            created_at=do.now,
            started_on=date.fromisoformat(str(given["started"])),
            due_on=date.fromisoformat(str(given["due"])),
            touchpoint_id=self.book.touchpoint_id(str(touchpoint)) if touchpoint else None,
            metric=str(given["metric"]),
            expected_effect=_number(given, "expected_effect"),
            cost=_number(given, "cost"),
            told=Told(place=do.place, recipient=do.actor.key if private else None, language=do.language),
        )


def timer_key(number: int) -> str:
    """Name the timer of an action."""
    return f"action:{number}"


def checked_at(due: date, owner: Person) -> datetime:
    """Give the instant at which an effect is told."""
    return datetime.combine(due, CHECKED_AT, tzinfo=ZoneInfo(owner.timezone))


def checks(number: int, at: datetime) -> Write:
    """Set, or move, the timer of an action."""
    return lambda connection: set_timer(
        connection, key=timer_key(number), kind=KIND, due_at=at, payload={"action": number}
    )


def due_after(said: Json, *, today: date) -> date:
    """Read a due date that lies ahead; raises Cannot."""
    if said is None:
        return today + USUAL
    try:
        due = due_day(str(said), today=today)
    except ValueError:
        raise Cannot(Line(key="action-due-unknown", args={"said": str(said)}), missing="due") from None
    if due <= today:
        key = "action-due-past" if due < today else "action-due-today"
        raise Cannot(Line(key=key, args={"day": due}), missing="due")
    return due


def _number(given: Slots, name: str) -> float | None:
    value = given.get(name)
    return float(value) if isinstance(value, int | float) else None


def asked_back(ask: Ask, problem: Cannot) -> Answer:
    """Ask for what could not be taken as it was said."""
    understanding = ask.understanding
    slots = {name: value for name, value in understanding.slots.items() if name != problem.missing}
    reply = Reply(
        outcome=Outcome.CLARIFY,
        intent=understanding.intent,
        blocks=(Paragraph(line=problem.line, strong=True),),
        slots=slots,
        missing=(problem.missing,),
    )
    return Answer(reply=reply)
