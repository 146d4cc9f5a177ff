"""Giving a case to somebody: taking it, assigning it, escalating it. Shown first, done once confirmed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.case_days import due_at
from bot.capabilities.case_meant import CaseFinder, Comment, asked_back, button, closed_already, said_no
from bot.capabilities.case_replies import about, done, notice, preview, tell
from bot.capabilities.confirming import Do, propose
from bot.capabilities.refuse import refusal
from bot.messages import Choice, Json, Line, Openness, Slots, Value
from bot.people import Action, Extent, Person, Role, Thing, decide
from bot.store.case_book import open_case
from bot.store.case_changes import give_case
from bot.store.case_rules import CaseRules
from bot.store.cases import Case
from bot.store.desk import Staff
from bot.store.handles import Transaction

ASSIGN, ESCALATE = "case_assign", "case_escalate"
ACTIONS = (ASSIGN, ESCALATE)
ROLES = {"store_manager": Role.STORE_MANAGER, "regional_manager": Role.REGIONAL_MANAGER, "manager": Role.MANAGER}
Why = Literal["no_right", "other_unit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveCase:
    """Answers "I take it", "assign the first one to Marta, due Friday", "escalate 322 to the delivery team lead"."""

    finder: CaseFinder
    staff: Staff
    rules: CaseRules
    nearest: Callable[[str, tuple[str, ...]], tuple[str, ...]]

    def assign(self, ask: Ask) -> Answer:
        """Show who would have it from when; ask back for a person that is not known or fits several."""
        found = self.finder.meant(ask, Action.WRITE_CASES)
        if isinstance(found, Answer):
            return found
        slots = ask.understanding.slots
        who = self._person(ask, slots.get("assignee"), field="assignee")
        return who if isinstance(who, Answer) else self._given(ask, found, who, action=ASSIGN)

    def escalate(self, ask: Ask) -> Answer:
        """Show to whom it would go up."""
        found = self.finder.meant(ask, Action.WRITE_CASES)
        if isinstance(found, Answer):
            return found
        to = ask.understanding.slots.get("to")
        who = self._in_role(ask, to, found) if isinstance(to, dict) else self._person(ask, to, field="to")
        return who if isinstance(who, Answer) else self._given(ask, found, who, action=ESCALATE)

    def do(self, do: Do) -> Answer:
        """Give it; the rights of both are asked for anew."""
        arguments = do.arguments
        owner = self.staff.named(str(arguments["owner"]))
        number = arguments.get("case")
        case = None
        if isinstance(number, int):
            case = self.finder.may(do.actor, number, Action.WRITE_CASES, place=do.place.openness)
        elif not decide(do.actor, Action.WRITE_CASES, place=do.place.openness).allowed:
            owner = None
        if owner is None or (case is None and isinstance(number, int)):
            return Answer(reply=refusal(do.action, key="refuse-permission", reason="permission"))
        due = datetime.fromisoformat(str(arguments["due"])) if arguments.get("due") else None
        return self._done(
            do, case, owner, due=due, team=_text(arguments.get("team")), feedback=arguments.get("feedback")
        )

    def _done(
        self, do: Do, case: Case | None, owner: Person, *, due: datetime | None, team: str | None, feedback: Json
    ) -> Answer:
        kind = "assigned" if do.action == ASSIGN else "escalated"

        def write(connection: Transaction) -> None:
            number = case.number if case else 0
            if case is None:
                number = open_case(
                    connection, feedback_id=int(str(feedback)), priority="high", at=do.now, actor=do.actor.key,
                    rules=self.rules,
                )  # fmt: skip
            give_case(
                connection, number, owner_key=owner.key, team=team, due=due, actor=do.actor.key, at=do.now, kind=kind
            )  # fmt: skip
            args: dict[str, Value] = {"number": str(number), "by": do.actor.name}
            args["about"] = about(case)["about"] if case else "–"
            heard = notice(f"case-notice-{kind}", args, number=number, buttons=("draft", "history"))
            key = f"case:{number}:{kind}:{owner.key}:{int(do.now.timestamp())}"
            tell(owner.key, heard, key=key, at=do.now, but=do.actor.key)(connection)

        args: dict[str, Value] = {"owner": owner.name, "number": str(case.number) if case else "–"}
        key = f"case-{kind}" if case else "case-opened-and-given"
        if owner.key == do.actor.key and case:
            key = "case-taken"
        buttons = [button("draft", case.number), button("history", case.number)] if case else []
        return done(do.action, key, args, writes=(write,), number=case.number if case else None, buttons=buttons)

    def _given(self, ask: Ask, found: Case | Comment, who: Person, *, action: str) -> Answer:
        case = found if isinstance(found, Case) else None
        if case is not None and case.status != "open":
            return closed_already(ask, case)
        if case is not None and case.owner_key == who.key and not ask.understanding.slots.get("due"):
            line = Line(key="case-theirs-already", args={"number": str(case.number), "owner": who.name})
            return said_no(ask, line, reason="no_change", case=case, options=[button("draft", case.number)])
        team = self._team_for(who, found)
        if team is None:
            args: dict[str, Value] = {"owner": who.name}
            return said_no(ask, Line(key="case-owner-cannot", args=args), reason="permission", case=case)
        due = self._due(ask)
        if isinstance(due, Answer):
            return due
        arguments: Slots = {"owner": who.key, "due": due.isoformat() if due else None}
        if case is None:
            arguments["feedback"] = found.row.id if isinstance(found, Comment) else None
        else:
            arguments |= {"case": case.number, "team": team if team != case.team else None}
        args = {**(about(case) if case else {}), "owner": who.name}
        key = f"{'case' if case else 'comment'}-preview-{'take' if who.key == ask.actor.key else action[5:]}"
        more = [Line(key="case-preview-due", args={"due": due})] if due else []
        if case and case.team and arguments.get("team"):
            more.append(Line(key="case-preview-team", args={"team": team, "before": case.team}))
        answer = propose(ask, action=action, arguments=arguments, preview=preview(key, args, *more))
        return _of(answer, case)

    def _due(self, ask: Ask) -> datetime | Answer | None:
        """Read until when; a day that is over is asked for anew."""
        word = ask.understanding.slots.get("due")
        if word is None:
            return None
        due = due_at(str(word), now=ask.now, timezone=ask.actor.timezone)
        if due is None or due <= ask.now:
            key = "case-due-past" if due else "case-due-unknown"
            line = Line(key=key, args={"day": due.date() if due else str(word)})
            options = tuple(
                Choice(
                    label=Line(key=f"case-due-{one}"), value=one, intent=ask.understanding.intent, slots={"due": one}
                )
                for one in ("tomorrow", "friday")
            )
            return asked_back(ask, line, missing="due", options=options)
        return due

    def _person(self, ask: Ask, said: Json, *, field: str) -> Person | Answer:
        if said in (None, ""):
            return asked_back(ask, Line(key=f"clarify-{field}"), missing=field, options=self._offered(ask, field))
        if said == "@me":
            return ask.actor
        found = self.staff.by_name(str(said))
        if len(found) == 1:
            return found[0]
        names = tuple(one.name for one in found) or self.nearest(str(said), self.staff.names())
        key = "case-which-person" if found else "case-unknown-person"
        options = tuple(
            Choice(label=name, value=name, intent=ask.understanding.intent, slots={field: name}) for name in names
        )
        return asked_back(ask, Line(key=key, args={"name": str(said)}), missing=field, options=options)

    def _offered(self, ask: Ask, field: str) -> tuple[Choice, ...]:
        """Offer the colleagues of one's own teams."""
        mates = [one for one in self.staff.everyone() if set(one.teams) & set(ask.actor.teams)]
        return tuple(
            Choice(label=one.name, value=one.name, intent=ask.understanding.intent, slots={field: one.name})
            for one in mates[:5]
        )

    def _in_role(self, ask: Ask, to: dict[str, Json], found: Case | Comment) -> Person | Answer:
        """Find who leads a team or manages a store; the case's own where none is named."""
        role, case = str(to.get("role")), found if isinstance(found, Case) else None
        people = self.staff.everyone()
        leads = self.staff.leads()
        team = str(to.get("team") or (case.team if case else "") or "")
        if role == "team_lead":
            found_one = next((one for one in people if one.key == leads.get(team)), None)
        elif role == "manager" and not to.get("store"):
            found_one = next((one for one in people if one.role is Role.MANAGER), None)
        else:
            store = str(to.get("store") or (case.unit if case else "") or "")
            wanted = ROLES.get("store_manager" if role == "manager" else role)
            found_one = next(
                (one for one in people if one.role is wanted and (store in (one.unit, one.region) or not store)), None
            )
        if found_one is not None:
            return found_one
        line = Line(key="case-nobody-in-role", args={"what": team or str(to.get("store") or "–")})
        names = tuple(one.name for one in people if one.key in leads.values())
        options = tuple(Choice(label=name, value=name, intent=ESCALATE, slots={"to": name}) for name in names)
        return asked_back(ask, line, missing="to", options=options)

    def _team_for(self, who: Person, found: Case | Comment) -> str | None:
        """Give the team the case belongs to in this person's hands, "" for none; None: they may not have it."""
        case = found if isinstance(found, Case) else None
        thing = Thing(
            unit=case.unit_id if case else None,
            touchpoint=case.touchpoint_id if case else None,
            team=case.team if case else None,
        )
        decision = decide(who, Action.WRITE_CASES, place=Openness.PRIVATE)
        if decision.extent is Extent.NONE:
            return None
        if case is None or decide(who, Action.WRITE_CASES, place=Openness.PRIVATE, of=thing).allowed:
            return (case.team if case else None) or ""
        return who.teams[0] if decision.extent is Extent.OWN_TEAMS and who.teams else None


def _of(answer: Answer, case: Case | None) -> Answer:
    records = (f"case:{case.number}",) if case else ()
    return replace(answer, reply=replace(answer.reply, records=records or answer.reply.records))


def _text(value: Json) -> str | None:
    return str(value) if value else None
