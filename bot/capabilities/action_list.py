"""The action register: what is open and what came of the rest; one action's state, another due date, an end to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.capabilities.action_effect import ActionEffects, effect_blocks
from bot.capabilities.action_words import came_of_it, hoped, number_of
from bot.capabilities.actions import Cannot, asked_back, checked_at, checks, due_after, timer_key
from bot.capabilities.ask import Answer, Ask
from bot.capabilities.confirming import Do, propose
from bot.capabilities.query import today
from bot.capabilities.refuse import denied, refusal
from bot.messages import Block, Json, Line, Openness, Outcome, Paragraph, Reply, Slots, Table, Value
from bot.people import Action, Extent, Person, decide
from bot.store.actions import ActionBook, ActionItem, move_action, take_back
from bot.store.timers import cancel_timer
from metrics.analysis.engine import ScoreEngine

ACTION = "action_change"
MOST_LISTED = 12
COLUMNS = (
    "column-action", "column-title", "column-owner", "dimension-touchpoint", "column-hoped", "column-due",
    "column-came-of-it",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ListActions:
    """Answers "which actions are open?", "did A-1 work?", "move A-1 to the end of June", "cancel A-1"."""

    book: ActionBook
    engine: ScoreEngine
    effects: ActionEffects
    person: Callable[[str], Person | None]

    def __call__(self, ask: Ask) -> Answer:
        """List them all, or speak of one."""
        if not decide(ask.actor, Action.READ_SCORES, place=ask.place.openness).allowed:
            return denied(ask)
        number = ask.understanding.slots.get("action")
        if not isinstance(number, int):
            return Answer(reply=self._listed(ask))
        item = self.book.numbered(number)
        if item is None:
            line = Line(key="action-unknown", args={"number": number_of(number)})
            return asked_back(ask, Cannot(line, missing="action"))
        op = ask.understanding.slots.get("op")
        if op is None or item.status != "open":
            return Answer(reply=self._shown(ask, item))
        if not _may_change(ask.actor, item, place=ask.place.openness):
            return denied(ask)
        return self._change(ask, item, op)

    def do(self, do: Do) -> Answer:
        """Make a confirmed change of an open action."""
        item = self.book.numbered(_number(do.arguments))
        if item is None or not _may_change(do.actor, item, place=do.place.openness):
            return Answer(reply=refusal("action_list", key="refuse-permission", reason="permission"))
        number, due = item.number, do.arguments.get("due")
        args: dict[str, Value] = {"number": number_of(number)}
        if due is None:
            writes = (
                lambda connection: take_back(connection, number, at=do.now),
                lambda connection: cancel_timer(connection, key=timer_key(number)),
            )
            return Answer(reply=_said("action-was-taken-back", args, number), writes=writes)
        day = date.fromisoformat(str(due))
        at = checked_at(day, self.person(item.owner_key) or do.actor)
        moved = (lambda connection: move_action(connection, number, due_on=day), checks(number, at))
        return Answer(reply=_said("action-kept", {**args, "day": day}, number), writes=moved)

    def _change(self, ask: Ask, item: ActionItem, op: Json) -> Answer:
        args: dict[str, Value] = {"number": number_of(item.number), "title": item.title, "day": item.due_on}
        arguments: Slots = {"action": item.number}
        key = "action-preview-take-back"
        if op == "move":
            try:
                day = due_after(ask.understanding.slots.get("due"), today=today(ask))
            except Cannot as problem:
                return asked_back(ask, problem)
            key, args["to"], arguments["due"] = "action-preview-move", day, day.isoformat()
        return propose(
            ask, action=ACTION, arguments=arguments, preview=(Paragraph(line=Line(key=key, args=args), strong=True),)
        )

    def _shown(self, ask: Ask, item: ActionItem) -> Reply:
        """Show one: how it stands, and, while it runs, what can be seen so far."""
        state: dict[str, Value] = {
            "number": number_of(item.number), "title": item.title,
            "came": came_of_it(item, unit=self.engine.metric(item.metric).unit),
        }  # fmt: skip
        where: Value = item.touchpoint or Line(key="passport-everything")
        facts: dict[str, Value] = {
            "owner": item.owner, "where": where, "hoped": hoped(item.metric, item.expected_effect), "day": item.due_on,
        }  # fmt: skip
        blocks: list[Block] = [
            Paragraph(line=Line(key="action-state", args=state), strong=True),
            Paragraph(line=Line(key="action-facts", args=facts)),
        ]
        if item.status == "open":
            blocks += self._so_far(item, until=min(today(ask), item.due_on))
        return Reply(
            outcome=Outcome.ANSWER,
            intent=ask.understanding.intent,
            blocks=tuple(blocks),
            slots=ask.understanding.slots,
            records=(f"action:{item.number}",),
        )

    def _so_far(self, item: ActionItem, *, until: date) -> list[Block]:
        if until <= item.started_on:
            return [Paragraph(line=Line(key="action-not-begun"))]
        found, checked = self.effects.check(item, until=until)
        so_far = Line(key="action-so-far", args={"came": Line(key=f"action-verdict-{checked.verdict}")})
        return [Paragraph(line=so_far), *effect_blocks(item, found)]

    def _listed(self, ask: Ask) -> Reply:
        items = self.book.all()
        still_open = sum(one.status == "open" for one in items)
        blocks: list[Block] = [Paragraph(line=Line(key="action-list", args={"n": still_open}), strong=True)]
        if items:
            rows = tuple(self._row(one) for one in items[:MOST_LISTED])
            blocks.append(Table(columns=tuple(Line(key=key) for key in COLUMNS), rows=rows))
        if len(items) > MOST_LISTED:
            blocks.append(Paragraph(line=Line(key="table-cut", args={"left": len(items) - MOST_LISTED})))
        return Reply(
            outcome=Outcome.ANSWER,
            intent=ask.understanding.intent,
            blocks=tuple(blocks),
            slots=ask.understanding.slots,
            records=tuple(f"action:{one.number}" for one in items[:MOST_LISTED]),
        )

    def _row(self, one: ActionItem) -> tuple[Value, ...]:
        came = came_of_it(one, unit=self.engine.metric(one.metric).unit)
        effect = hoped(one.metric, one.expected_effect)
        return number_of(one.number), one.title, one.owner, one.touchpoint or "", effect, one.due_on, came


def _may_change(actor: Person, item: ActionItem, *, place: Openness) -> bool:
    """Say whether they may change it: whoever owns or made it, and whoever may act on everything."""
    if actor.key in (item.owner_key, item.created_by):
        return True
    return decide(actor, Action.WRITE_ACTIONS, place=place).extent is Extent.ALL


def _number(arguments: Slots) -> int:
    number = arguments.get("action")
    return number if isinstance(number, int) else 0


def _said(key: str, args: dict[str, Value], number: int) -> Reply:
    return Reply(
        outcome=Outcome.ANSWER,
        intent="action_list",
        blocks=(Paragraph(line=Line(key=key, args=args), strong=True),),
        records=(f"action:{number}",),
    )
