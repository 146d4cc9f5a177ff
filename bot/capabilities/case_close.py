"""Closing a case: its root cause from a list that learns, what the customer got, and who must approve it."""

from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.case_meant import CaseFinder, Comment, asked_back, closed_already, said_no
from bot.capabilities.case_replies import about, done, notice, preview, tell
from bot.capabilities.confirming import Do, propose
from bot.capabilities.refuse import refusal
from bot.cases.causes import cause_name, meant
from bot.cases.words import resolution_name
from bot.messages import Amount, Choice, Json, Line, Slots, Value
from bot.people import Action, Person, Role
from bot.store.case_changes import close_case
from bot.store.case_rules import CaseRules
from bot.store.case_steps import add_step
from bot.store.cases import Case
from bot.store.desk import Staff
from bot.store.handles import Transaction

CLOSE, DECLINE = "case_close", "case_decline"
ACTIONS = (CLOSE, DECLINE)
MOST_OFFERED = 4
APPROVES = frozenset({Role.MANAGER, Role.ADMIN})


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase:
    """Answers "close 318, root cause lost parcel, refund 50 zł"; more than the limit waits for a manager."""

    finder: CaseFinder
    staff: Staff
    rules: CaseRules

    def __call__(self, ask: Ask) -> Answer:
        """Show how the case would end; ask for its root cause where it is missing or not known."""
        found = self._open_one(ask)
        if isinstance(found, Answer):
            return found
        slots = ask.understanding.slots
        cause = self._cause(ask, found)
        if isinstance(cause, Answer):
            return cause
        arguments: Slots = {
            "case": found.number,
            "root_cause": cause,
            "resolution": slots.get("resolution"),
            "amount": slots.get("amount"),
        }
        return self._proposed(ask, found, arguments)

    def approve(self, ask: Ask) -> Answer:
        """Show the compensation that waits for approval, to whoever may approve it."""
        found = self._waiting(ask)
        if isinstance(found, Answer):
            return found
        case, asked = found
        arguments: Slots = {name: asked.get(name) for name in ("root_cause", "resolution", "amount", "asker")}
        return self._proposed(ask, case, {**arguments, "case": case.number})

    def decline(self, ask: Ask) -> Answer:
        """Show that the compensation would not be approved."""
        found = self._waiting(ask)
        if isinstance(found, Answer):
            return found
        case, asked = found
        args = {**about(case), "amount": _amount(asked.get("amount"))}
        arguments: Slots = {"case": case.number, "asker": asked.get("asker")}
        answer = propose(ask, action=DECLINE, arguments=arguments, preview=preview("case-preview-decline", args))
        return _about(answer, case)

    def do(self, do: Do) -> Answer:
        """End the case, or ask a manager first; who may, is asked for anew."""
        case = self.finder.may(do.actor, int(str(do.arguments["case"])), Action.WRITE_CASES, place=do.place.openness)
        if case is None:
            return Answer(reply=refusal(CLOSE, key="refuse-permission", reason="permission"))
        if case.status != "open":
            return Answer(reply=refusal(CLOSE, key="case-closed-meanwhile", reason="already_closed"))
        if do.action == DECLINE:
            return self._declined(do, case)
        amount = _number(do.arguments.get("amount"))
        if amount is not None and amount > self.rules.compensation_limit and do.actor.role not in APPROVES:
            return self._asked(do, case, amount)
        return self._closed(do, case, amount)

    def _closed(self, do: Do, case: Case, amount: float | None) -> Answer:
        cause, resolution = str(do.arguments["root_cause"]), do.arguments.get("resolution")
        asker = do.arguments.get("asker")

        def write(connection: Transaction) -> None:
            close_case(
                connection, case.number, root_cause=cause, resolution=str(resolution) if resolution else None,
                compensation=amount, actor=do.actor.key, at=do.now, rules=self.rules,
            )  # fmt: skip
            if asker:
                reply = notice("case-notice-approved", {**about(case), "by": do.actor.name}, number=case.number)
                tell(str(asker), reply, key=f"case:{case.number}:approved:{int(do.now.timestamp())}", at=do.now)(
                    connection
                )

        args: dict[str, Value] = {
            "number": str(case.number),
            "cause": cause_name(cause, language=do.language),
            "days": self.rules.reask_days,
        }
        key = "case-closed-asks" if self.finder.desk.reach(case.customer_id).chat else "case-closed"
        return done(CLOSE, key, args, writes=(write,), number=case.number)

    def _asked(self, do: Do, case: Case, amount: float) -> Answer:
        managers = [one for one in self.staff.everyone() if one.role is Role.MANAGER]
        facts: dict[str, Json] = {**do.arguments, "asker": do.actor.key}

        def write(connection: Transaction) -> None:
            place = add_step(
                connection, case.number, at=do.now, actor=do.actor.key, kind="approval_asked", facts=facts
            )  # fmt: skip
            args: dict[str, Value] = {
                **about(case), "by": do.actor.name, "amount": _amount(amount),
                "limit": _amount(self.rules.compensation_limit),
            }  # fmt: skip
            reply = notice("case-notice-approval", args, number=case.number, buttons=("approve", "decline", "history"))
            for manager in managers:
                tell(manager.key, reply, key=f"case:{case.number}:approval:{place}:{manager.key}", at=do.now)(
                    connection
                )

        names = ", ".join(one.name for one in managers) or "–"
        args: dict[str, Value] = {"number": str(case.number), "amount": _amount(amount), "who": names}
        return done(CLOSE, "case-approval-asked", args, writes=(write,), number=case.number)

    def _declined(self, do: Do, case: Case) -> Answer:
        asker = do.arguments.get("asker")

        def write(connection: Transaction) -> None:
            place = add_step(connection, case.number, at=do.now, actor=do.actor.key, kind="approval_declined")
            reply = notice("case-notice-declined", {**about(case), "by": do.actor.name}, number=case.number)
            tell(str(asker) if asker else None, reply, key=f"case:{case.number}:declined:{place}", at=do.now)(
                connection
            )

        return done(CLOSE, "case-declined", {"number": str(case.number)}, writes=(write,), number=case.number)

    def _proposed(self, ask: Ask, case: Case, arguments: Slots) -> Answer:
        cause, amount = str(arguments["root_cause"]), _number(arguments.get("amount"))
        args = {**about(case), "cause": cause_name(cause, language=ask.language)}
        more: list[Line] = []
        if arguments.get("resolution"):
            more.append(Line(key="case-preview-resolution", args={"what": resolution_name(arguments["resolution"])}))
        if amount is not None:
            over = amount > self.rules.compensation_limit and ask.actor.role not in APPROVES
            key = "case-preview-amount-approval" if over else "case-preview-amount"
            limit = _amount(self.rules.compensation_limit)
            more.append(Line(key=key, args={"amount": _amount(amount), "limit": limit}))
        answer = propose(ask, action=CLOSE, arguments=arguments, preview=preview("case-preview-close", args, *more))
        return _about(answer, case)

    def _cause(self, ask: Ask, case: Case) -> str | Answer:
        """Read the root cause; offer the likeliest where there is none, the nearest where it is not known."""
        said, intent = str(ask.understanding.slots.get("root_cause") or "").strip(), CLOSE
        known = self.finder.desk.causes(team=case.team, touchpoint_id=case.touchpoint_id)
        if not said:
            options = tuple(self._offered(one, ask) for one in known[:MOST_OFFERED])
            line = Line(key="case-which-cause", args={"number": str(case.number)})
            return _kept(asked_back(ask, line, missing="root_cause", options=options), case)
        if ask.understanding.slots.get("new_cause"):
            return said
        found = meant(said, known=known)
        if found.cause is not None:
            return found.cause
        options = (
            *(self._offered(one, ask) for one in found.nearest),
            Choice(
                label=Line(key="case-cause-new", args={"cause": said}), value="new cause", intent=intent,
                slots={"root_cause": said, "new_cause": True},
            ),
        )  # fmt: skip
        line = Line(key="case-unknown-cause", args={"cause": said})
        return _kept(asked_back(ask, line, missing="root_cause", options=options), case)

    def _offered(self, cause: str, ask: Ask) -> Choice:
        name = cause_name(cause, language=ask.language)
        return Choice(label=name, value=cause, intent=CLOSE, slots={"root_cause": cause})

    def _open_one(self, ask: Ask) -> Case | Answer:
        found = self.finder.meant(ask, Action.WRITE_CASES)
        if isinstance(found, Comment):
            return said_no(ask, Line(key="case-none-for-comment"), reason="unknown_case")
        if isinstance(found, Case) and found.status != "open":
            return closed_already(ask, found)
        return found

    def _waiting(self, ask: Ask) -> tuple[Case, dict[str, Json]] | Answer:
        found = self._open_one(ask)
        if isinstance(found, Answer):
            return found
        if not _approves(ask.actor):
            return Answer(reply=refusal(ask.understanding.intent, key="refuse-permission", reason="permission"))
        steps = self.finder.desk.history(found.number)
        asked = next((one for one in reversed(steps) if one.kind.startswith("approval_")), None)
        if asked is None or asked.kind != "approval_asked":
            args: dict[str, Value] = {"number": str(found.number)}
            return said_no(ask, Line(key="case-nothing-to-approve", args=args), reason="nothing_waits", case=found)
        return found, dict(asked.facts)


def _approves(person: Person) -> bool:
    return person.role in APPROVES


def _kept(answer: Answer, case: Case) -> Answer:
    """Let the choice that is taken know the case by its number, whatever the thread shows meanwhile."""
    slots = {**answer.reply.slots, "case": str(case.number)}
    return replace(answer, reply=replace(answer.reply, slots=slots, records=(f"case:{case.number}",)))


def _about(answer: Answer, case: Case) -> Answer:
    return replace(answer, reply=replace(answer.reply, records=(f"case:{case.number}",)))


def _number(value: Json) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _amount(value: Json) -> Amount:
    return Amount(value=_number(value) or 0.0, decimals=2)
