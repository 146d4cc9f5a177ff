"""An alert kept silent until a day, or called no issue or useful, which the rules learn from."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.alerts.rules import Kind
from bot.alerts.wording import headline
from bot.capabilities.alert_context import AlertsMeant, which_alert
from bot.capabilities.ask import Answer, Ask
from bot.capabilities.case_days import due_at
from bot.messages import Line, Outcome, Paragraph, Reply
from bot.store.alerts import FALSE, USEFUL, Alert
from bot.store.reach import learn, silence
from bot.store.writes import Write

MORNING = time(8, 0)
"""When an alert may speak again on the day it was silenced until."""
NO_DAY = timedelta(days=1)
"""How long "snooze" is where no day was said."""

@dataclass(frozen=True, slots=True, kw_only=True)
class SnoozeAlert:
    """Answers "snooze until Monday", "false alarm, mute it until Friday", "not an issue", "that was useful"."""

    alerts: AlertsMeant

    def __call__(self, ask: Ask) -> Answer:
        """Silence the alert meant, for the asker alone, or learn what they said of it: at once, it hurts nobody."""
        meant = self.alerts.meant(ask)
        if meant is None:
            return which_alert(ask)
        slots = ask.understanding.slots
        rule, cause = meant.rule or meant.kind, meant.cause or f"{meant.kind}:{meant.id}"
        said = slots.get("feedback")
        lines: list[Line] = []
        writes: list[Write] = []
        if said in ("false_positive", "useful"):
            state = FALSE if said == "false_positive" else USEFUL
            writes.append(learn(person_key=ask.actor.key, alert_id=meant.id, rule=rule, cause=cause, state=state))
            lines.append(Line(key=f"alert-learnt-{state}"))
        if slots.get("until") is not None or said is None:
            until = _until(ask)
            if until <= ask.now:
                return _past(ask, until)
            writes.append(silence(person_key=ask.actor.key, rule=rule, cause=cause, until=until, at=ask.now))
            lines.append(Line(key="alert-silent", args={"until": until}))
        return Answer(reply=_done(ask, meant, lines), writes=tuple(writes))


def _until(ask: Ask) -> datetime:
    zone = ask.actor.timezone
    due = due_at(str(ask.understanding.slots.get("until", "")), now=ask.now, timezone=zone)
    return ask.now + NO_DAY if due is None else due.replace(hour=MORNING.hour).astimezone(ask.now.tzinfo)


def _done(ask: Ask, meant: Alert, lines: list[Line]) -> Reply:
    about = Line(key="alert-about", args={"what": headline(Kind(meant.kind), meant.facts)})
    first, *rest = lines
    return Reply(
        outcome=Outcome.ANSWER,
        intent="alert_snooze",
        blocks=(
            Paragraph(line=first, strong=True),
            *(Paragraph(line=line) for line in rest),
            Paragraph(line=about),
        ),
        slots=ask.understanding.slots,
        records=(f"alert:{meant.id}",),
    )


def _past(ask: Ask, until: datetime) -> Answer:
    reply = Reply(
        outcome=Outcome.CLARIFY,
        intent="alert_snooze",
        blocks=(Paragraph(line=Line(key="alert-until-past", args={"until": until}), strong=True),),
        slots=ask.understanding.slots,
        missing=("until",),
    )
    return Answer(reply=reply)
