"""A yes or a no to a proposed change: whose it must be, how late it may come, and what then happens."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Literal

from bot.capabilities.ask import Answer
from bot.capabilities.confirming import CANCEL, CONFIRM, Do, Doer
from bot.messages import IncomingMessage, Line, Openness, Outcome, Paragraph, Place, Reply
from bot.people import Person
from bot.say import LOCALES, Say
from bot.store.audit import audited
from bot.store.pending import Pending, end_pending
from bot.understanding.normalise import clean, fold

PUNCTUATION = " .!?,;:\"'()[]。！？，"

Why = Literal["unknown", "other-person", "elsewhere", "done", "cancelled", "replaced", "ended", "late", "not-available"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A yes or a no to one proposal."""

    yes: bool
    token: str


def decided(message: IncomingMessage, *, last: Reply | None) -> Decided | None:
    """Read a yes or a no: a button's value, or, right after the proposal, its number, its label or a word for it."""
    text = fold(clean(message.text))
    for yes, mark in ((True, CONFIRM), (False, CANCEL)):
        if text.startswith(mark):
            return Decided(yes=yes, token=text.removeprefix(mark)[:64])
    said = text.strip(PUNCTUATION)
    if last is None or last.outcome is not Outcome.CONFIRM:
        return None
    for number, choice in enumerate(last.choices, start=1):
        mark, _, token = choice.value.partition(":")
        if f"{mark}:" in (CONFIRM, CANCEL) and (said == str(number) or said in _words(f"{mark}:")):
            return Decided(yes=f"{mark}:" == CONFIRM, token=token)
    return None


@cache
def _words(mark: str) -> frozenset[str]:
    """Collect what people say for yes or no, in every language."""
    keys = ("confirm-yes", "confirm-words-yes") if mark == CONFIRM else ("confirm-no", "confirm-words-no")
    return frozenset(_said(keys))


def _said(keys: tuple[str, str]) -> Iterator[str]:
    label, words = keys
    for language in LOCALES:
        say = Say(language)
        yield fold(say.text(Line(key=label)))
        yield from (fold(word.strip()) for word in say.text(Line(key=words)).split(","))


def judge(pending: Pending, *, actor: Person, place: Place, now: datetime) -> Why | None:
    """Say why this person may not end this proposal here and now; None: they may.

    A proposal shown to its person alone is answered in private, whatever the place it was asked for in.
    """
    if not pending.unchanged:
        return "unknown"
    if pending.person_key != actor.key:
        return "other-person"
    there = place.conversation == pending.conversation or place.openness is Openness.PRIVATE
    if place.platform != pending.platform or not there:
        return "elsewhere"
    if pending.result is not None:
        return _ended(pending.result)
    return "late" if now >= pending.expires_at else None


def _ended(result: str) -> Why:
    match result:
        case "done" | "cancelled" | "replaced":
            return result
        case _:
            return "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmations:
    """Ends proposals: makes the change through its doer, or says why not."""

    pending: Callable[[str], Pending | None]
    doers: Mapping[str, Doer]

    def settle(self, said: Decided, *, actor: Person, place: Place, now: datetime) -> Answer:
        """Answer a yes or a no. The change, the proposal's end and the audit entry are one answer's writes."""
        proposal = self.pending(said.token)
        if proposal is None:
            return _no("unknown", intent="refuse")
        why = judge(proposal, actor=actor, place=place, now=now)
        if why is None and said.yes and proposal.action not in self.doers:
            why = "not-available"
        if why is not None:
            note = audited(actor.key, proposal.action, _object(proposal), place, at=now, result=f"not {why}")
            return replace(_no(why, intent=proposal.action), writes=(note,))
        answer = self._done(proposal, actor=actor, place=place, now=now) if said.yes else _cancelled(proposal)
        result = _result(answer.reply.outcome) if said.yes else "cancelled"
        ended = end_pending(proposal.token, result=result, at=now)
        note = audited(actor.key, proposal.action, _object(proposal), place, at=now, result=result)
        return replace(answer, writes=(ended, *answer.writes, note), language=answer.language or proposal.language)

    def _done(self, proposal: Pending, *, actor: Person, place: Place, now: datetime) -> Answer:
        do = Do(
            actor=actor,
            action=proposal.action,
            arguments=proposal.arguments,
            place=place,
            now=now,
            language=proposal.language,
        )
        return self.doers[proposal.action](do)


def _result(outcome: Outcome) -> str:
    return "done" if outcome is Outcome.ANSWER else outcome.value


def _object(proposal: Pending) -> str:
    return f"proposal:{proposal.token}"


def _cancelled(proposal: Pending) -> Answer:
    return Answer(reply=_sentence("confirm-cancelled", outcome=Outcome.ANSWER, intent=proposal.action))


def _no(why: Why, *, intent: str) -> Answer:
    """Say why nothing was done."""
    reply = _sentence(f"confirm-not-{why}", outcome=Outcome.REFUSE, intent=intent)
    reason = "permission" if why == "other-person" else why.replace("-", "_")
    return Answer(reply=replace(reply, reason=reason))


def _sentence(key: str, *, outcome: Outcome, intent: str) -> Reply:
    return Reply(outcome=outcome, intent=intent, blocks=(Paragraph(line=Line(key=key), strong=True),))
