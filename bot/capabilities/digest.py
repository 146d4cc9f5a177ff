"""One's own digest by talking: subscribe, change, stop, show. A change is shown first and made when confirmed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.confirming import CONFIRM, Do, propose
from bot.capabilities.digest_schedule import CONTENT, as_content, as_time, as_weekdays, schedule_line
from bot.messages import Block, Line, Listing, Openness, Outcome, Paragraph, Reply, Slots, Value
from bot.people import Action, Person, decide
from bot.say import spoken
from bot.store.pending import Pending
from bot.store.subscriptions import Subscription, Subscriptions, keep_subscription
from bot.store.timers import cancel_timer, set_timer
from bot.store.writes import Write
from bot.wording.figures import metric_name

ACTION = "digest"
USUAL_DAYS, USUAL_TIME = ("mon", "tue", "wed", "thu", "fri"), time(8, 30)
"""What is proposed where only the rest was said."""

NextAt = Callable[[Subscription, str, datetime], datetime]
"""When the next digest of a subscription is due, in a zone, after an instant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestDesk:
    """Answers "send me a digest every weekday at 8:30", "make it Mondays only", "po polsku", "stop my digest"."""

    subscriptions: Subscriptions
    pending: Callable[[str], Pending | None]
    next_at: NextAt
    build: Callable[[Person, datetime], tuple[str, Reply]]
    """The digest as it would come now, and its language."""

    def __call__(self, ask: Ask) -> Answer:
        """Propose what was asked for, or show what there is."""
        slots, kept = ask.understanding.slots, self.subscriptions.of(ask.actor.key)
        kept = kept if kept is not None and kept.active else None
        now = self._proposed(ask) or kept
        if slots.get("op") == "stop":
            return self._stop(ask, kept)
        if slots.get("op") == "now":
            language, reply = self.build(ask.actor, ask.now)
            return Answer(reply=reply, private=ask.place.openness is not Openness.PRIVATE, language=language)
        said = {name for name in ("schedule", "content", "language") if slots.get(name)}
        if ask.understanding.intent == "digest_update" and (not said or slots.get("op") == "show"):
            return self._show(ask, kept)
        try:
            wanted = _wanted(ask, now)
        except ValueError:
            return Answer(reply=_reply(ask, Line(key="digest-never"), outcome=Outcome.CLARIFY, missing=("schedule",)))
        if wanted is None:
            return self._show(ask, kept)
        return propose(ask, action=ACTION, arguments=_arguments(wanted), preview=self._preview(ask, wanted, kept))

    def do(self, do: Do) -> Answer:
        """Keep the subscription with its next slot, or stop it."""
        kept = self.subscriptions.of(do.actor.key)
        if do.arguments.get("op") == "stop":
            if kept is None:
                return Answer(reply=_said(Line(key="digest-none")))
            stopped = replace(kept, active=False, since=do.now)
            return Answer(reply=_said(Line(key="digest-stopped")), writes=(_keeps(stopped), _cancels(do.actor.key)))
        last = kept.last_date if kept is not None else None
        wanted = replace(_subscription(do.actor, do.arguments, since=do.now), last_date=last)
        at = self.next_at(wanted, do.actor.timezone, do.now)
        line = Line(key="digest-kept", args={"schedule": schedule_line(wanted), "at": at})
        return Answer(reply=_said(line), writes=(_keeps(wanted), _sets(wanted, at)))

    def _proposed(self, ask: Ask) -> Subscription | None:
        """Give the digest that was proposed right before and waits for a yes: a change goes on from it."""
        before = ask.before
        if before is None or before.outcome is not Outcome.CONFIRM or ask.understanding.intent != "digest_update":
            return None
        token = next((one.value.removeprefix(CONFIRM) for one in before.choices if one.value.startswith(CONFIRM)), "")
        pending = self.pending(token)
        if pending is None or pending.action != ACTION or pending.arguments.get("op") == "stop":
            return None
        return _subscription(ask.actor, pending.arguments, since=ask.now)

    def _stop(self, ask: Ask, kept: Subscription | None) -> Answer:
        if kept is None:
            return self._show(ask, kept)
        line = Line(key="digest-preview-stop", args={"was": schedule_line(kept)})
        return propose(ask, action=ACTION, arguments={"op": "stop"}, preview=(Paragraph(line=line, strong=True),))

    def _show(self, ask: Ask, kept: Subscription | None) -> Answer:
        if kept is None:
            return Answer(reply=_reply(ask, Line(key="digest-none")))
        at = self.next_at(kept, ask.actor.timezone, ask.now)
        line = Line(key="digest-shown", args={"schedule": schedule_line(kept), "at": at})
        reply = _reply(ask, line)
        return Answer(reply=replace(reply, blocks=(*reply.blocks, *_holds(ask.actor, kept))))

    def _preview(self, ask: Ask, wanted: Subscription, kept: Subscription | None) -> tuple[Block, ...]:
        args: dict[str, Value] = {"schedule": schedule_line(wanted)}
        key = "digest-preview-new"
        if kept is not None:
            same = (kept.days, kept.at) == (wanted.days, wanted.at)
            key = "digest-preview-content" if same else "digest-preview-change"
            args["was"] = schedule_line(kept)
        at = self.next_at(replace(wanted, last_date=kept.last_date if kept else None), ask.actor.timezone, ask.now)
        first = Paragraph(line=Line(key="digest-next", args={"at": at, "zone": ask.actor.timezone}))
        return (Paragraph(line=Line(key=key, args=args), strong=True), *_holds(ask.actor, wanted), first)


def _wanted(ask: Ask, now: Subscription | None) -> Subscription | None:
    """Give the digest asked for; None: there is nothing to change yet. Raises ValueError for one that never comes."""
    slots, update = ask.understanding.slots, ask.understanding.intent == "digest_update"
    asked = slots.get("schedule")
    schedule = asked if isinstance(asked, dict) else {}
    if update and now is None and not schedule:
        return None
    base = now or Subscription(person_key=ask.actor.key, days=USUAL_DAYS, at=USUAL_TIME, since=ask.now)
    content = as_content(slots.get("content"))
    language = slots.get("language")
    return replace(
        base,
        days=as_weekdays(str(schedule["days"])) if "days" in schedule else base.days,
        at=as_time(str(schedule["time"])) if "time" in schedule else base.at,
        content=_content(base.content, content, op=str(slots.get("op", "add"))) if update else content,
        language=spoken(str(language)) if language else base.language if update else None,
        since=ask.now,
    )


def _content(now: Sequence[str], said: tuple[str, ...], *, op: str) -> tuple[str, ...]:
    """Add to, take from, or replace what a digest holds."""
    match op:
        case "remove":
            return tuple(one for one in now if one not in said)
        case "only":
            return said
        case _:
            return tuple(dict.fromkeys((*now, *said)))


def _holds(actor: Person, wanted: Subscription) -> list[Block]:
    """Say what is in it, and what of that its reader may not see."""
    names: tuple[Value, ...] = tuple(
        Line(key=f"digest-content-{one.replace('_', '-')}") if one in CONTENT else metric_name(one)
        for one in wanted.content
    )
    line = Line(key="digest-holds", args={"content": Listing(items=names)}) if names else Line(key="digest-holds-usual")
    lines = [line]
    if wanted.language is not None:
        lines.append(Line(key=f"digest-language-{wanted.language.lower()}"))
    if "overdue_cases" in wanted.content and not _sees_cases(actor):
        lines.append(Line(key="digest-no-cases"))
    return [Paragraph(line=one) for one in lines]


def _sees_cases(actor: Person) -> bool:

    return decide(actor, Action.READ_CASES, place=Openness.PRIVATE).allowed


def _arguments(wanted: Subscription) -> Slots:
    return {
        "op": "keep",
        "days": list(wanted.days),
        "at": wanted.at.strftime("%H:%M"),
        "content": list(wanted.content),
        "language": wanted.language,
    }


def _subscription(actor: Person, arguments: Slots, *, since: datetime) -> Subscription:
    days, language = arguments.get("days"), arguments.get("language")
    return Subscription(
        person_key=actor.key,
        days=tuple(str(day) for day in days) if isinstance(days, list) else USUAL_DAYS,
        at=time.fromisoformat(str(arguments["at"])),
        content=as_content(arguments.get("content")),
        language=str(language) if language else None,
        since=since,
    )


def _keeps(kept: Subscription) -> Write:
    return lambda connection: keep_subscription(connection, kept)


def _sets(kept: Subscription, at: datetime) -> Write:
    return lambda connection: set_timer(
        connection, key=timer_key(kept.person_key), kind="digest", due_at=at, payload={"person": kept.person_key}
    )


def _cancels(person_key: str) -> Write:
    return lambda connection: cancel_timer(connection, key=timer_key(person_key))


def timer_key(person_key: str) -> str:
    """Name the timer of a person's digest."""
    return f"digest:{person_key}"


def _reply(ask: Ask, line: Line, *, outcome: Outcome = Outcome.ANSWER, missing: tuple[str, ...] = ()) -> Reply:
    return Reply(
        outcome=outcome,
        intent=ask.understanding.intent,
        blocks=(Paragraph(line=line, strong=True),),
        slots=ask.understanding.slots,
        missing=missing,
    )


def _said(line: Line) -> Reply:
    return Reply(outcome=Outcome.ANSWER, intent="digest_update", blocks=(Paragraph(line=line, strong=True),))
