"""Actions that fall due: what they did is worked out and told in the thread they were made in, once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.actions.effect import Outcome as Came
from bot.actions.effect import judge, spans
from bot.capabilities.action_words import number_of
from bot.capabilities.actions import KIND as ACTION_DUE
from bot.messages import Block, Line, Outcome, Paragraph, Passport, Reply, Value
from bot.people import RIGHTS, Action, Extent, Person
from bot.store.actions import ActionBook, ActionItem, Checked, end_action
from bot.store.notify import TERMINAL, notify
from bot.store.outbox import StoredOutbox, ToSay
from bot.store.timers import Timer
from bot.store.turns import remember
from bot.store.writes import Write
from bot.wording.figures import amount, metric_name
from metrics.analysis.engine import ScoreEngine
from metrics.analysis.impact import Impact, ImpactReader, NamedEvent
from metrics.errors import AskerCanFix
from metrics.scope import Where

KIND = ACTION_DUE


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionCheck:
    """Handles the timer of an action: compares before and after, with what it did not reach, and says what it finds."""

    book: ActionBook
    impacts: ImpactReader
    engine: ScoreEngine
    person: Callable[[str], Person | None]
    outbox: StoredOutbox

    def __call__(self, timer: Timer, now: datetime) -> tuple[Write, ...]:
        """Give what the timer comes to; nothing for an action that was checked already."""
        item = self.book.numbered(int(timer.payload["action"]))
        if item is None or item.status != "open":
            return ()
        found, checked = self.check(item)
        reply = _reply(item, found, checked)
        return (lambda connection: end_action(connection, item.number, checked, at=now), *self._tells(item, reply, now))

    def check(self, item: ActionItem) -> tuple[Impact | None, Checked]:
        """Work out what an action did; None: there were no answers to tell by."""
        metric = self.engine.metric(item.metric)
        touched = {**self._unit(item), **({"touchpoint": (item.touchpoint,)} if item.touchpoint else {})}
        event = NamedEvent(name=item.title, day=item.started_on, touched=touched)
        compared = spans(started=item.started_on, due=item.due_on)
        try:
            found = self.impacts.impact(event, metric=metric, today=item.due_on, where={}, spans=compared)
        except AskerCanFix:
            return None, Checked(verdict=Came.UNCLEAR.value, effect=None, low=None, high=None)
        came, finding = judge(found, metric=metric, expected=item.expected_effect), found.finding
        return found, Checked(verdict=came.value, effect=finding.value, low=finding.low, high=finding.high)

    def _unit(self, item: ActionItem) -> Where:
        """Name the unit of whoever made it, where they may act on their own only."""
        maker = self.person(item.created_by)
        if maker is None or maker.unit is None:
            return {}
        own = RIGHTS[maker.role].get(Action.WRITE_ACTIONS) is Extent.OWN_UNITS
        return {"unit": (maker.unit,)} if own else {}

    def _tells(self, item: ActionItem, reply: Reply, now: datetime) -> tuple[Write, ...]:
        """Tell it where it was made, and to its owner where that is somebody else's place."""
        place, key = item.told.place, f"action:{item.number}"
        people = {item.owner_key} - ({item.created_by} if place.platform != TERMINAL else set())
        if place.platform == TERMINAL:
            people.add(item.created_by)
        writes: list[Write] = [_notifies(one, f"{key}:{one}", reply, now) for one in sorted(people)]
        if place.platform != TERMINAL:
            saying = ToSay(
                key=f"{key}:checked", platform=place.platform, conversation=place.conversation,
                thread=None if place.thread == place.conversation else place.thread,
                recipient=None, language=item.told.language, reply=reply,
            )  # fmt: skip
            writes.append(lambda connection: self.outbox.put(connection, saying, not_before=now))
            language = item.told.language
            writes.append(remember(place, person_key=item.created_by, said="", reply=reply, at=now, language=language))
        return tuple(writes)


def _notifies(person_key: str, key: str, reply: Reply, now: datetime) -> Write:
    return lambda connection: notify(connection, person_key=person_key, key=key, reply=reply, at=now)


def _reply(item: ActionItem, found: Impact | None, checked: Checked) -> Reply:
    args: dict[str, Value] = {"number": number_of(item.number), "title": item.title, "metric": metric_name(item.metric)}
    blocks: list[Block] = [Paragraph(line=Line(key=f"action-checked-{checked.verdict}", args=args), strong=True)]
    blocks += [Paragraph(line=line) for line in _grounds(item, found)]
    if found is not None:
        days: dict[str, Value] = {"before": found.touched.base.days, "after": found.touched.now.days}
        definition: dict[str, Value] = {**days, "definition": found.touched.now.definition, "n": found.touched.now.n}
        blocks.append(Passport(line=Line(key="action-passport", args=definition)))
    figures = (found.finding, found.touched.change, found.touched.now) if found is not None else ()
    return Reply(
        outcome=Outcome.ANSWER,
        intent="impact_check",
        blocks=tuple(blocks),
        figures=figures,
        records=(f"action:{item.number}",),
    )


def _grounds(item: ActionItem, found: Impact | None) -> list[Line]:
    """Say what was seen: before and after, against the untouched, against what was hoped for."""
    if found is None or found.finding.value is None:
        return [Line(key="action-too-few")]
    lines = [_moved("action-moved", found)]
    if found.untouched is None:
        lines.append(Line(key="action-nothing-beside"))
    else:
        lines.append(_moved("action-beside", found))
    if found.alike_before is False:
        lines.append(Line(key="impact-not-alike"))
    if item.expected_effect is not None:
        unit = found.finding.unit
        lines.append(Line(key="action-was-hoped", args={"hoped": amount(item.expected_effect, unit, signed=True)}))
    return lines


def _moved(key: str, found: Impact) -> Line:
    touched, finding, unit = found.touched, found.finding, found.finding.unit
    args: dict[str, Value] = {
        "now": amount(touched.now.value or 0.0, unit),
        "base": amount(touched.base.value or 0.0, unit),
        "effect": amount(finding.value or 0.0, unit, signed=True),
        "low": amount(finding.low or 0.0, unit, signed=True),
        "high": amount(finding.high or 0.0, unit, signed=True),
        "n": touched.now.n,
    }
    return Line(key=key, args=args)
