"""An alert kept silent until a day, or called no issue or useful, which the rules learn from."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.alerts.rules import Kind
from bot.alerts.wording import headline
from bot.capabilities.alert_context import AlertsMeant, which_alert
from bot.capabilities.ask import Answer, Ask
from bot.capabilities.case_days import due_at
from bot.capabilities.confirming import Do, propose
from bot.messages import Line, Outcome, Paragraph, Reply, Slots
from bot.people import Person
from bot.store.alerts import FALSE, USEFUL, Alert
from bot.store.reach import learn, silence
from bot.store.writes import Write

MORNING = time(8, 0)
"""When an alert may speak again on the day it was silenced until."""
NO_DAY = timedelta(days=1)
"""How long "snooze" is where no day was said."""
STATES = {"false_positive": FALSE, "useful": USEFUL}
"""What may be said of an alert, as it is kept."""
OFFLINE = "offline"
ACTION = "alert_snooze"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """Which alert, until when it is to be silent, and what was said of it; None: nothing said."""

    alert: Alert
    until: datetime | None
    said: str | None

    def writes(self, actor: Person, *, now: datetime) -> tuple[Write, ...]:
        """Give the changes, for this person alone."""
        one = self.alert
        rule, cause = one.rule or one.kind, one.cause or f"{one.kind}:{one.id}"
        found: list[Write] = []
        if self.said is not None:
            state = STATES[self.said]
            found.append(learn(person_key=actor.key, alert_id=one.id, rule=rule, cause=cause, state=state))
        if self.until is not None:
            found.append(silence(person_key=actor.key, rule=rule, cause=cause, until=self.until, at=now))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class SnoozeAlert:
    """Answers "snooze until Monday", "false alarm, mute it until Friday", "not an issue", "that was useful"."""

    alerts: AlertsMeant

    def __call__(self, ask: Ask) -> Answer:
        """Silence the alert meant, for the asker alone, or learn what they said of it.

        At once, for it hurts nobody; but what a language model read is shown first, as every change is.
        """
        meant = self.alerts.meant(ask)
        if meant is None:
            return which_alert(ask)
        feedback = ask.understanding.slots.get("feedback")
        said = feedback if isinstance(feedback, str) and feedback in STATES else None
        until = _until(ask) if ask.understanding.slots.get("until") is not None or said is None else None
        if until is not None and until <= ask.now:
            return _past(ask, until)
        wish = _Wish(alert=meant, until=until, said=said)
        if ask.understanding.understood_by == OFFLINE:
            reply = _done(wish, slots=ask.understanding.slots)
            return Answer(reply=reply, writes=wish.writes(ask.actor, now=ask.now))
        arguments: Slots = {"alert": meant.id, "until": until.isoformat() if until else None, "said": said}
        return propose(ask, action=ACTION, arguments=arguments, preview=_preview(wish))

    def do(self, do: Do) -> Answer:
        """Make the change that was confirmed."""
        number, until, said = do.arguments["alert"], do.arguments["until"], do.arguments["said"]
        meant = self.alerts.numbered(number, of=do.actor) if isinstance(number, int) else None
        if meant is None:
            return Answer(reply=_said(Line(key="alert-none"), outcome=Outcome.CLARIFY))
        wish = _Wish(
            alert=meant,
            until=datetime.fromisoformat(until) if isinstance(until, str) else None,
            said=said if isinstance(said, str) else None,
        )
        return Answer(reply=_done(wish, slots={}), writes=wish.writes(do.actor, now=do.now))


def _until(ask: Ask) -> datetime:
    zone = ask.actor.timezone
    due = due_at(str(ask.understanding.slots.get("until", "")), now=ask.now, timezone=zone)
    return ask.now + NO_DAY if due is None else due.replace(hour=MORNING.hour).astimezone(ask.now.tzinfo)


def _about(alert: Alert) -> Paragraph:
    return Paragraph(line=Line(key="alert-about", args={"what": headline(Kind(alert.kind), alert.facts)}))


def _preview(wish: _Wish) -> tuple[Paragraph, ...]:
    asked = [Line(key=f"alert-learn-{STATES[wish.said]}-ask")] if wish.said is not None else []
    asked += [Line(key="alert-silence-ask", args={"until": wish.until})] if wish.until is not None else []
    return (*(Paragraph(line=line, strong=True) for line in asked), _about(wish.alert))


def _done(wish: _Wish, *, slots: Slots) -> Reply:
    told = [Line(key=f"alert-learnt-{STATES[wish.said]}")] if wish.said is not None else []
    told += [Line(key="alert-silent", args={"until": wish.until})] if wish.until is not None else []
    first, *rest = told
    return Reply(
        outcome=Outcome.ANSWER,
        intent="alert_snooze",
        blocks=(
            Paragraph(line=first, strong=True),
            *(Paragraph(line=line) for line in rest),
            _about(wish.alert),
        ),
        slots=slots,
        records=(f"alert:{wish.alert.id}",),
    )


def _said(line: Line, *, outcome: Outcome) -> Reply:
    return Reply(outcome=outcome, intent="alert_snooze", blocks=(Paragraph(line=line, strong=True),))


def _past(ask: Ask, until: datetime) -> Answer:
    reply = Reply(
        outcome=Outcome.CLARIFY,
        intent="alert_snooze",
        blocks=(Paragraph(line=Line(key="alert-until-past", args={"until": until}), strong=True),),
        slots=ask.understanding.slots,
        missing=("until",),
    )
    return Answer(reply=reply)
