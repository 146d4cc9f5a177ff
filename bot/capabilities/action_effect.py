"""What an action did up to a day: worked out, and said with what it rests on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.actions.effect import Outcome, judge, spans
from bot.messages import Block, Line, Paragraph, Passport, Value
from bot.people import RIGHTS, Action, Extent, Person
from bot.store.actions import ActionItem, Checked
from bot.wording.figures import amount
from metrics.analysis.engine import ScoreEngine
from metrics.analysis.impact import Impact, ImpactReader, NamedEvent
from metrics.errors import AskerCanFix
from metrics.scope import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionEffects:
    """Compares before and after an action, with what it did not reach."""

    impacts: ImpactReader
    engine: ScoreEngine
    person: Callable[[str], Person | None]

    def check(self, item: ActionItem, *, until: date) -> tuple[Impact | None, Checked]:
        """Work out what an action did by a day; None: there were no answers to tell by."""
        metric = self.engine.metric(item.metric)
        touched = {**self._unit(item), **({"touchpoint": (item.touchpoint,)} if item.touchpoint else {})}
        event = NamedEvent(name=item.title, day=item.started_on, touched=touched)
        compared = spans(started=item.started_on, due=until)
        try:
            found = self.impacts.impact(event, metric=metric, today=until, where={}, spans=compared)
        except AskerCanFix:
            return None, Checked(verdict=Outcome.UNCLEAR.value, effect=None, low=None, high=None)
        came, finding = judge(found, metric=metric, expected=item.expected_effect), found.finding
        return found, Checked(verdict=came.value, effect=finding.value, low=finding.low, high=finding.high)

    def _unit(self, item: ActionItem) -> Where:
        """Name the unit of whoever made it, where they may act on their own only."""
        maker = self.person(item.created_by)
        if maker is None or maker.unit is None:
            return {}
        own = RIGHTS[maker.role].get(Action.WRITE_ACTIONS) is Extent.OWN_UNITS
        return {"unit": (maker.unit,)} if own else {}


def effect_blocks(item: ActionItem, found: Impact | None) -> list[Block]:
    """Say what was seen: before and after, against the untouched, against what was hoped for."""
    blocks: list[Block] = [Paragraph(line=line) for line in _grounds(item, found)]
    if found is None:
        return blocks
    now = found.touched.now
    rests_on: dict[str, Value] = {
        "before": found.touched.base.days, "after": now.days, "definition": now.definition, "n": now.n,
    }  # fmt: skip
    return [*blocks, Passport(line=Line(key="action-passport", args=rests_on))]


def _grounds(item: ActionItem, found: Impact | None) -> list[Line]:
    if found is None or found.finding.value is None:
        return [Line(key="action-too-few")]
    lines = [_moved("action-moved", found)]
    lines.append(_moved("action-nothing-beside" if found.untouched is None else "action-beside", found))
    if found.alike_before is False:
        lines.append(Line(key="impact-not-alike"))
    if item.expected_effect is not None:
        hoped = amount(item.expected_effect, found.finding.unit, signed=True)
        lines.append(Line(key="action-was-hoped", args={"hoped": hoped}))
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
