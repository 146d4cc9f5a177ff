"""One's own quiet hours and how many alerts a day, shown first and kept when confirmed."""

from dataclasses import dataclass
from datetime import time
from functools import partial

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.confirming import Do, propose
from bot.messages import Json, Line, Outcome, Paragraph, Reply, Slots, Value
from bot.store.handles import Database
from bot.store.reach import read_reach, want_alerts
from metrics.store.engine import reading

ACTION = "alert_hours"


@dataclass(frozen=True, slots=True)
class SetAlertHours:
    """Answers "no alerts between 20:00 and 7:00", "at most 3 alerts a day"; what is not said stays as it was."""

    engine: Database

    def __call__(self, ask: Ask) -> Answer:
        """Show when and how often the asker would be told."""
        with reading(self.engine) as connection:
            now = read_reach(connection, ask.actor, now=ask.now)
        kept: Slots = {"quiet_from": now.quiet_from, "quiet_to": now.quiet_to, "budget": now.budget}
        wanted: Slots = {name: ask.understanding.slots.get(name, value) for name, value in kept.items()}
        if "budget" not in ask.understanding.slots and wanted["quiet_from"] == wanted["quiet_to"]:
            return _none(ask, wanted)
        preview = (
            Paragraph(line=Line(key="alert-hours-preview", args=_args(wanted)), strong=True),
            Paragraph(line=Line(key="alert-hours-critical")),
        )
        return propose(ask, action=ACTION, arguments=wanted, preview=preview)

    def do(self, do: Do) -> Answer:
        """Keep what was confirmed, for the one who confirmed it."""
        start, end, budget = (_whole(do.arguments[name]) for name in ("quiet_from", "quiet_to", "budget"))
        write = partial(want_alerts, person_key=do.actor.key, quiet_from=start, quiet_to=end, budget=budget)
        said = Paragraph(line=Line(key="alert-hours-kept", args=_args(do.arguments)), strong=True)
        return Answer(reply=Reply(outcome=Outcome.ANSWER, intent="alert_rule_create", blocks=(said,)), writes=(write,))


def _none(ask: Ask, wanted: Slots) -> Answer:
    """Say that hours which end as they begin are none; "after 8" may mean the evening."""
    line = Line(key="alert-hours-none", args={"from": _clock(_whole(wanted["quiet_from"]))})
    intent = ask.understanding.intent
    return Answer(reply=Reply(outcome=Outcome.CLARIFY, intent=intent, blocks=(Paragraph(line=line, strong=True),)))


def _args(wanted: Slots) -> dict[str, Value]:
    start, end = (_clock(_whole(wanted[name])) for name in ("quiet_from", "quiet_to"))
    return {"from": start, "to": end, "budget": _whole(wanted["budget"])}


def _clock(minutes: int) -> str:
    return time(*divmod(minutes, 60)).isoformat(timespec="minutes")


def _whole(value: Json) -> int:
    return int(value) if isinstance(value, int | float | str) else 0
