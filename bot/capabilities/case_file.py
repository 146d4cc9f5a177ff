"""A case's file: what happened in it, notes, what belongs to it, taking it up again, duplicates."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.case_meant import CaseFinder, Comment, asked_back, button, closed_already, said_no
from bot.capabilities.case_replies import about, done, notice, preview, tell
from bot.capabilities.confirming import Do, propose
from bot.capabilities.refuse import denied, refusal
from bot.cases.words import next_step, step_line
from bot.messages import Block, Choices, Line, Outcome, Paragraph, Passport, Reply, Slots, Value
from bot.people import Action, decide
from bot.store.audit import audited
from bot.store.case_book import join_case, open_case
from bot.store.case_changes import contact_customer, merge_cases, reopen_case
from bot.store.case_rules import CaseRules
from bot.store.case_steps import BOT, CUSTOMER, add_step
from bot.store.cases import Case
from bot.store.desk import Staff
from bot.store.handles import Transaction
from bot.wording.quotes import quotes_of
from metrics.scope import Scope

NOTE, REOPEN, MERGE = "case_note", "case_reopen", "case_merge"
LINK, OPEN, CONTACTED = "case_link", "case_open", "case_contacted"
ACTIONS = (NOTE, REOPEN, MERGE, LINK, OPEN, CONTACTED)
MOST_STEPS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """Answers "show case 318", "note on 318: ...", "reopen 300", "merge 320 into 318", "link this to 318"."""

    finder: CaseFinder
    staff: Staff
    rules: CaseRules

    def show(self, ask: Ask) -> Answer:
        """Answer with the case, what the customer said, and what was done so far."""
        case = self.finder.meant(ask, Action.READ_CASES)
        if isinstance(case, Comment):
            return said_no(ask, Line(key="case-none-for-comment"), reason="unknown_case")
        if isinstance(case, Answer):
            return case
        steps = self.finder.desk.history(case.number)
        names = {one.key: one.name for one in self.staff.everyone()}
        args: dict[str, Value] = {
            **about(case), "owner": case.owner or Line(key="cell-nobody"), "next": next_step(case),
            "priority": Line(key=f"priority-{case.priority}"),
        }  # fmt: skip
        blocks: list[Block] = [Paragraph(line=Line(key=f"case-shown-{case.status}", args=args), strong=True)]
        if case.feedback_id is not None:
            blocks += quotes_of(self.finder.feedback.get([case.feedback_id], within=self._scope(ask)))
        shown = steps[-MOST_STEPS:]
        if len(steps) > len(shown):
            blocks.append(Passport(line=Line(key="case-steps-cut", args={"left": len(steps) - len(shown)})))
        blocks += [Paragraph(line=step_line(step, actor=_actor(step.actor, names))) for step in shown]
        verbs = ("take", "draft", "close") if case.status == "open" else ("reopen",)
        blocks.append(Choices(options=tuple(button(verb, case.number) for verb in verbs)))
        reply = Reply(
            outcome=Outcome.ANSWER, intent="case_show", blocks=tuple(blocks), slots=ask.understanding.slots,
            records=(f"case:{case.number}",),
        )  # fmt: skip
        read = audited(ask.actor.key, "read_case", f"case:{case.number}", ask.place, at=ask.now)
        return Answer(reply=reply, writes=(read,))

    def note(self, ask: Ask) -> Answer:
        """Show a note for colleagues."""
        text = str(ask.understanding.slots.get("text", "")).strip()
        return self._one(ask, NOTE, "case-preview-note", {"text": text})

    def reopen(self, ask: Ask) -> Answer:
        """Show that a case would be taken up again."""
        found = self.finder.meant(ask, Action.WRITE_CASES)
        if isinstance(found, Case) and found.status == "open":
            args: dict[str, Value] = {"number": str(found.number)}
            return said_no(ask, Line(key="case-open-already", args=args), reason="already_open", case=found)
        text = str(ask.understanding.slots.get("text") or "")
        return self._one(ask, REOPEN, "case-preview-reopen", {"text": text})

    def contacted(self, ask: Ask) -> Answer:
        """Show that the customer was spoken to otherwise."""
        return self._one(ask, CONTACTED, "case-preview-contacted", {})

    def merge(self, ask: Ask) -> Answer:
        """Show a duplicate ending in another case of the same customer."""
        case = self.finder.meant(ask, Action.WRITE_CASES)
        if not isinstance(case, Case):
            return case if isinstance(case, Answer) else denied(ask)
        other = self.finder.numbered(ask, int(str(ask.understanding.slots["into"])), Action.WRITE_CASES)
        if isinstance(other, Answer):
            return other
        for one in (case, other):
            if one.status != "open":
                return closed_already(ask, one)
        if case.number == other.number or case.customer_id != other.customer_id:
            args: dict[str, Value] = {"number": str(case.number), "into": str(other.number)}
            key = "case-merge-itself" if case.number == other.number else "case-merge-others"
            return said_no(ask, Line(key=key, args=args), reason="other_customer", case=case)
        arguments: Slots = {"case": case.number, "into": other.number}
        shown = preview("case-preview-merge", {**about(case), "into": str(other.number)})
        return _about(propose(ask, action=MERGE, arguments=arguments, preview=shown), other)

    def link(self, ask: Ask) -> Answer:
        """Show a comment joining a case."""
        found = self.finder.numbered(ask, int(str(ask.understanding.slots["case"])), Action.WRITE_CASES)
        if isinstance(found, Answer):
            return found
        comment = self._comment(ask)
        if comment is None:
            return asked_back(ask, Line(key="tag-which-comment"), missing="record")
        if self.finder.desk.said_by(comment.row.id) not in (None, found.customer_id):
            line = Line(key="case-link-others", args=about(found))
            return said_no(ask, line, reason="other_customer", case=found)
        arguments: Slots = {"case": found.number, "feedback": comment.row.id}
        shown = (*preview("case-preview-link", about(found)), *quotes_of((comment.row,)))
        return _about(propose(ask, action=LINK, arguments=arguments, preview=shown), found)

    def open(self, ask: Ask) -> Answer:
        """Show a case being opened for a comment."""
        found = self.finder.meant(ask, Action.WRITE_CASES)
        if isinstance(found, Answer):
            return found
        if isinstance(found, Case):
            args = about(found)
            return said_no(ask, Line(key="case-has-one", args=args), reason="already_open", case=found)
        shown = (*preview("case-preview-open", {}), *quotes_of((found.row,)))
        return propose(ask, action=OPEN, arguments={"feedback": found.row.id}, preview=shown)

    def do(self, do: Do) -> Answer:
        """Do what was confirmed; the right to change the case is asked for anew."""
        if do.action == OPEN:
            return self._opened(do)
        case = self.finder.may(do.actor, int(str(do.arguments["case"])), Action.WRITE_CASES, place=do.place.openness)
        if case is None:
            return Answer(reply=refusal(do.action, key="refuse-permission", reason="permission"))
        writes: dict[str, Callable[[Transaction], object]] = {
            NOTE: lambda connection: add_step(
                connection, case.number, at=do.now, actor=do.actor.key, kind="note", note=str(do.arguments["text"])
            ),
            REOPEN: lambda connection: reopen_case(
                connection, case.number, actor=do.actor.key, at=do.now, rules=self.rules,
                note=str(do.arguments.get("text") or ""),
            ),
            CONTACTED: lambda connection: _contacted(connection, case.number, do, self.rules),
            MERGE: lambda connection: merge_cases(
                connection, case.number, into=int(str(do.arguments["into"])), actor=do.actor.key, at=do.now,
                rules=self.rules,
            ),
            LINK: lambda connection: join_case(
                connection, case.number, feedback_id=int(str(do.arguments["feedback"])), at=do.now, actor=do.actor.key
            ),
        }  # fmt: skip
        if (case.status == "open") is (do.action == REOPEN) and do.action != NOTE:
            return Answer(reply=refusal(do.action, key="case-changed-meanwhile", reason="overtaken"))
        change = writes[do.action]

        def write(connection: Transaction) -> None:
            change(connection)
            heard = notice(f"case-notice-{do.action[5:]}", {**about(case), "by": do.actor.name}, number=case.number)
            key = f"case:{case.number}:{do.action}:{int(do.now.timestamp())}"
            tell(case.owner_key, heard, key=key, at=do.now, but=do.actor.key)(connection)

        args = {**about(case), "into": str(do.arguments.get("into", "–"))}
        into = do.arguments.get("into")
        number = int(str(into)) if into else case.number
        return done(do.action, f"case-done-{do.action[5:]}", args, writes=(write,), number=number)

    def _opened(self, do: Do) -> Answer:
        if not self._may_open(do):
            return Answer(reply=refusal(OPEN, key="refuse-permission", reason="permission"))

        def write(connection: Transaction) -> None:
            feedback_id = int(str(do.arguments["feedback"]))
            open_case(
                connection, feedback_id=feedback_id, priority="high", at=do.now, actor=do.actor.key, rules=self.rules
            )  # fmt: skip

        answer = done(OPEN, "case-done-open", {}, writes=(write,))
        record = (f"feedback:{do.arguments['feedback']}",)
        return replace(answer, reply=replace(answer.reply, records=record))

    def _may_open(self, do: Do) -> bool:
        return decide(do.actor, Action.WRITE_CASES, place=do.place.openness).allowed

    def _one(self, ask: Ask, action: str, key: str, arguments: Slots) -> Answer:
        found = self.finder.meant(ask, Action.WRITE_CASES)
        if isinstance(found, Answer):
            return found
        if isinstance(found, Comment):
            return said_no(ask, Line(key="case-none-for-comment"), reason="unknown_case")
        if action == CONTACTED and found.status != "open":
            return closed_already(ask, found)
        args: dict[str, Value] = {**about(found), "text": str(arguments.get("text") or "–")}
        proposal: Slots = {**arguments, "case": found.number}
        return _about(propose(ask, action=action, arguments=proposal, preview=preview(key, args)), found)

    def _comment(self, ask: Ask) -> Comment | None:
        """Find the comment of the thread that is meant, if this person may see it."""
        records = [one for one in (ask.before.records if ask.before else ()) if one.startswith("feedback:")]
        place = ask.understanding.slots.get("item_ref")
        at = place - 1 if isinstance(place, int) else 0
        if not 0 <= at < len(records):
            return None
        rows = self.finder.feedback.get([int(records[at].partition(":")[2])], within=self._scope(ask))
        return Comment(row=rows[0]) if rows else None

    def _scope(self, ask: Ask) -> Scope:
        return decide(ask.actor, Action.READ_TEXTS, place=ask.place.openness).scope


def _contacted(connection: Transaction, number: int, do: Do, rules: CaseRules) -> None:
    contact_customer(connection, number, at=do.now, actor=do.actor.key, rules=rules)
    add_step(connection, number, at=do.now, actor=do.actor.key, kind="contacted")


def _actor(key: str, names: dict[str, str]) -> str:
    return names.get(key, "–" if key in (BOT, CUSTOMER) else key)


def _about(answer: Answer, case: Case) -> Answer:
    return replace(answer, reply=replace(answer.reply, records=(f"case:{case.number}",)))
