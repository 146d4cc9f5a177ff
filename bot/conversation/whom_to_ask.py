"""Whom to ask for what one may not see: the manager of the place, the owner of the touchpoint, an administrator."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.query import where_of
from bot.messages import Block, Line, Listing, Paragraph, Reply, Value
from bot.people import Person, Role
from metrics.errors import AskerCanFix
from metrics.scope import Where
from metrics.store.whereabouts import Named

DENIED = "refuse-permission"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhomToAsk:
    """Knows who looks after what."""

    staff: Callable[[], tuple[Person, ...]]
    places: Callable[[Where], Named]
    """Resolves named places and touchpoints."""

    def said(self, answer: Answer, ask: Ask) -> Answer:
        """Name somebody where the answer only says that it may not be seen."""
        if not any(isinstance(block, Paragraph) and block.line.key == DENIED for block in answer.reply.blocks):
            return answer
        names = self._names(ask)
        return replace(answer, reply=_named(answer.reply, names)) if names else answer

    def _names(self, ask: Ask) -> tuple[Value, ...]:
        others = [person for person in self.staff() if person.key != ask.actor.key]
        try:
            asked = self.places(where_of(ask.understanding.slots, ask.actor))
        except AskerCanFix:  # an unknown place belongs to nobody
            asked = Named(units=None, touchpoints=None)
        manager = min((one for one in others if _looks_after(one, asked)), key=_reach, default=None)
        admin = next((one for one in others if one.role is Role.ADMIN), None)
        found: list[Value] = []
        if manager is not None:
            found.append(f"{manager.name} ({manager.unit})" if manager.unit else manager.name)
        if admin is not None:
            found.append(Line(key="whom-admin", args={"name": admin.name}))
        return tuple(found)


def _looks_after(person: Person, asked: Named) -> bool:
    if asked.units:
        return asked.units <= person.units
    return asked.touchpoints <= person.touchpoints if asked.touchpoints else False


def _reach(person: Person) -> tuple[int, str]:
    """Put whoever looks after the least first."""
    return len(person.units) + len(person.touchpoints), person.name


def _named(reply: Reply, names: tuple[Value, ...]) -> Reply:
    line = Line(key="refuse-permission-ask", args={"names": Listing(items=names, style="or")})
    return replace(reply, blocks=tuple(_instead(block, line) for block in reply.blocks))


def _instead(block: Block, line: Line) -> Block:
    return replace(block, line=line) if isinstance(block, Paragraph) and block.line.key == DENIED else block
