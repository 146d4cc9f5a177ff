"""Which case a message is about, and whether this person may see or change it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.refuse import denied, refusal
from bot.messages import Block, Choice, Choices, Line, Openness, Outcome, Paragraph, Reply, Slots, Value
from bot.people import Action, Decision, Extent, Person, decide
from bot.store.cases import Case, CaseFilter
from bot.store.desk import CaseDesk
from metrics.feedback import FeedbackRow
from metrics.scope import EVERYTHING
from metrics.store.feedback import FeedbackReader

NUMBER = re.compile(r"\d{1,12}")
MOST_OFFERED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment that has no case yet: doing something with it opens one."""

    row: FeedbackRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFinder:
    """Finds cases within the rights of a person."""

    desk: CaseDesk
    feedback: FeedbackReader

    def meant(self, ask: Ask, action: Action) -> Case | Comment | Answer:
        """Give the case of a question, or the comment one may be opened for; else the answer that says why not."""
        slots = ask.understanding.slots
        said = str(slots.get("case", ""))
        if NUMBER.fullmatch(said):
            return self.numbered(ask, int(said), action)
        record = _record(ask)
        if record is None:
            return self._which(ask, action)
        kind, _, number = record.partition(":")
        if kind == "case":
            return self.numbered(ask, int(number), action)
        return self._commented(ask, int(number), action)

    def numbered(self, ask: Ask, number: int, action: Action) -> Case | Answer:
        """Give the case of a number; else the answer that says why not."""
        found = self.may(ask.actor, number, action, place=ask.place.openness)
        if found is not None:
            return found
        if not decide(ask.actor, action, place=ask.place.openness).allowed:
            return denied(ask)
        if self.desk.numbered(number, scope=EVERYTHING, teams=None) is None:
            return said_no(ask, Line(key="case-unknown", args={"number": str(number)}), reason="unknown_case")
        intent = ask.understanding.intent
        reply = refusal(intent, key="case-not-yours", reason="permission", slots=ask.understanding.slots)
        return Answer(reply=reply)

    def may(self, actor: Person, number: int, action: Action, *, place: Openness) -> Case | None:
        """Give a case if this person may do this with it."""
        decision = decide(actor, action, place=place)
        if not decision.allowed:
            return None
        return self.desk.numbered(number, scope=decision.scope, teams=teams_of(actor, decision))

    def _commented(self, ask: Ask, feedback_id: int, action: Action) -> Case | Comment | Answer:
        number = self.desk.of_feedback(feedback_id)
        if number is not None:
            return self.numbered(ask, number, action)
        decision = decide(ask.actor, action, place=ask.place.openness)
        texts = decide(ask.actor, Action.READ_TEXTS, place=ask.place.openness)
        rows = self.feedback.get([feedback_id], within=texts.scope) if decision.allowed and texts.allowed else ()
        if rows:
            return Comment(row=rows[0])
        return Answer(reply=refusal(ask.understanding.intent, key="refuse-permission", reason="permission"))

    def _which(self, ask: Ask, action: Action) -> Answer:
        """Ask which case is meant, with one's own that are due first."""
        decision = decide(ask.actor, action, place=ask.place.openness)
        if not decision.allowed:
            return Answer(reply=refusal(ask.understanding.intent, key="refuse-permission", reason="permission"))
        wanted = CaseFilter(status="open", owner_key=ask.actor.key)
        mine, _ = self.desk.wanted(
            wanted, scope=decision.scope, teams=teams_of(ask.actor, decision), limit=MOST_OFFERED
        )  # fmt: skip
        intent = ask.understanding.intent
        if intent == "case_open":
            return asked_back(ask, Line(key="tag-which-comment"), missing="record")
        options = tuple(
            Choice(label=_label(case), value=str(case.number), intent=intent, slots={"case": str(case.number)})
            for case in mine
        )
        return asked_back(ask, Line(key="clarify-case"), missing="case", options=options)


def teams_of(actor: Person, decision: Decision) -> Sequence[str] | None:
    """Give the teams that rights limit to; None: they do not."""
    return actor.teams if decision.extent is Extent.OWN_TEAMS else None


def asked_back(ask: Ask, line: Line, *, missing: str, options: Sequence[Choice] = ()) -> Answer:
    """Ask for one thing, with choices where there are any."""
    blocks: list[Block] = [Paragraph(line=line, strong=True)]
    if options:
        blocks.append(Choices(options=tuple(options[:MOST_OFFERED])))
    reply = Reply(
        outcome=Outcome.CLARIFY,
        intent=ask.understanding.intent,
        blocks=tuple(blocks),
        slots=ask.understanding.slots,
        missing=(missing,),
        records=ask.before.records if ask.before else (),
    )
    return Answer(reply=reply)


def said_no(ask: Ask, line: Line, *, reason: str, case: Case | None = None, options: Sequence[Choice] = ()) -> Answer:
    """Say in one sentence why it is not done, and what can be done instead."""
    blocks: list[Block] = [Paragraph(line=line, strong=True)]
    if options:
        blocks.append(Choices(options=tuple(options)))
    reply = Reply(
        outcome=Outcome.REFUSE,
        intent=ask.understanding.intent,
        blocks=tuple(blocks),
        reason=reason,
        slots=ask.understanding.slots,
        records=(f"case:{case.number}",) if case else (),
    )
    return Answer(reply=reply)


def closed_already(ask: Ask, case: Case) -> Answer:
    """Say that a case has ended, and offer to take it up again."""
    args: dict[str, Value] = {
        "number": str(case.number),
        "at": case.closed_at or case.opened_at,
        "cause": case.root_cause or "–",
    }
    reopen = button("reopen", case.number)
    return said_no(
        ask, Line(key="case-closed-already", args=args), reason="already_closed", case=case, options=[reopen]
    )


def button(verb: str, number: int, *, more: str = "") -> Choice:
    """Offer one thing to do with a case; the value says it by itself, wherever it is pressed."""
    intents: dict[str, tuple[str, Slots]] = {
        "take": ("case_assign", {"assignee": "@me"}),
        "draft": ("draft_reply", {}),
        "send": ("reply_send", {}),
        "close": ("case_close", {}),
        "reopen": ("case_reopen", {}),
        "contacted": ("case_contacted", {}),
        "history": ("case_show", {}),
        "approve": ("case_approve", {}),
        "decline": ("case_decline", {}),
    }
    intent, slots = intents[verb]
    value = f"case:{verb}:{number}" + (f":{more}" if more else "")
    return Choice(
        label=Line(key=f"case-button-{verb}"), value=value, intent=intent, slots={**slots, "case": str(number)}
    )


def _record(ask: Ask) -> str | None:
    """Find the record that is meant among those the thread has just shown."""
    records = [one for one in (ask.before.records if ask.before else ()) if one.startswith(("case:", "feedback:"))]
    place = ask.understanding.slots.get("item_ref")
    if isinstance(place, int):
        listed = [one for one in records if one.partition(":")[0] == records[0].partition(":")[0]] if records else []
        at = place - 1 if place > 0 else len(listed) + place
        return listed[at] if 0 <= at < len(listed) else None
    cases = [one for one in records if one.startswith("case:")]
    return next(iter((*cases, *records)), None)


def _label(case: Case) -> str:
    about = ", ".join(name for name in (case.touchpoint, case.unit) if name)
    return f"{case.number} · {about}" if about else str(case.number)
