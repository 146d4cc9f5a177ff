"""What happens to a case by itself: its people hear that time runs out, its customer is asked a week after the end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.cases.reasking import question
from bot.cases.words import next_step
from bot.messages import Choice, Choices, Line, Outcome, Paragraph, Reply, Value
from bot.people import Person, Role
from bot.store.case_book import case_row
from bot.store.case_changes import judge_contact, judge_resolution
from bot.store.case_letters import write_to_customer
from bot.store.case_reach import reach_of
from bot.store.case_rules import CaseRules
from bot.store.case_steps import BOT, add_step
from bot.store.cases import Case, case_by_number
from bot.store.handles import Database, Transaction
from bot.store.notify import notify
from bot.store.people import all_people, team_leads
from bot.store.timers import Timer
from bot.store.writes import Write
from metrics.scope import EVERYTHING
from metrics.store.engine import reading

BUTTONS = (("take", "case_assign"), ("draft", "draft_reply"), ("close", "case_close"), ("history", "case_show"))


@dataclass(frozen=True, slots=True)
class CaseDue:
    """Tells who must know: at half of the time the owner, at the end the team's lead too, half as late again a manager.

    Nobody owns it: the lead hears of it at once, and without a lead the manager.
    """

    database: Database
    rules: CaseRules

    def __call__(self, timer: Timer, now: datetime) -> tuple[Write, ...]:
        """Say what a timer of a case that is still due changes; a case that moved on changes nothing."""
        number, share, stage = int(timer.payload["case"]), int(timer.payload["share"]), str(timer.payload["stage"])
        until = datetime.fromisoformat(str(timer.payload["until"]))
        with reading(self.database) as connection:
            case = case_by_number(connection, number, scope=EVERYTHING)
            people, leads = all_people(connection), team_leads(connection)
        if case is None or case.status != "open" or (stage == "contact") is (case.contacted_at is not None):
            return ()
        told = _who(case, share, people, leads)
        reply = _notice(case, share)

        def write(connection: Transaction) -> None:
            for person_key in told:
                key = f"{timer.key}:{until.isoformat()}:{person_key}"
                notify(connection, person_key=person_key, key=key, reply=reply, at=now)
            add_step(connection, number, at=now, actor=BOT, kind="reminded", facts={"share": share, "stage": stage})
            if share == 100:
                row = case_row(connection, number)
                judge = judge_contact if stage == "contact" else judge_resolution
                judge(connection, row, due=until, at=until + timedelta(seconds=1), rules=self.rules)  # it is over

        return (write,)


@dataclass(frozen=True, slots=True)
class CaseReask:
    """Asks a customer whether it is solved; whom no chat reaches, the owner is to ask."""

    database: Database
    rules: CaseRules

    def __call__(self, timer: Timer, now: datetime) -> tuple[Write, ...]:
        """Say what is asked of whom."""
        number = int(timer.payload["case"])
        with reading(self.database) as connection:
            case = case_by_number(connection, number, scope=EVERYTHING)
            if case is None or case.status != "closed" or case.outcome is not None or case.merged_into is not None:
                return ()
            reach = reach_of(connection, case.customer_id)

        def write(connection: Transaction) -> None:
            place = add_step(connection, number, at=now, actor=BOT, kind="asked")
            if reach.chat is not None and reach.may_contact:
                write_to_customer(
                    connection, chat=reach.chat, key=f"case:{number}:asked:{place}", reply=question(number),
                    language=reach.language, timezone=self.rules.timezone, at=now,
                )  # fmt: skip
            elif case.owner_key:
                line = Line(key="case-notice-ask-them", args={"number": str(number), "customer": case.customer})
                reply = _reply(line, number, ("reopen",))
                notify(connection, person_key=case.owner_key, key=f"case:{number}:asked:{place}", reply=reply, at=now)

        return (write,)


def _who(case: Case, share: int, people: tuple[Person, ...], leads: Mapping[str, str]) -> tuple[str, ...]:
    lead = leads.get(case.team) if case.team else None
    managers = [one.key for one in people if one.role is Role.MANAGER]
    manager = managers[0] if managers else next((one.key for one in people if one.role is Role.ADMIN), None)
    owner = case.owner_key or lead or manager
    wanted = {50: (owner,), 100: (owner, lead or manager), 150: (owner, lead, manager)}[share]
    return tuple(dict.fromkeys(one for one in wanted if one))


def _notice(case: Case, share: int) -> Reply:
    about = ", ".join(name for name in (case.touchpoint, case.unit) if name)
    args: dict[str, Value] = {
        "number": str(case.number), "about": about or Line(key="case-about-nothing"), "due": case.due_at,
        "owner": case.owner or "–", "next": next_step(case),
    }  # fmt: skip
    verbs = ("draft", "close", "history") if case.owner_key else ("take", "draft", "history")
    return _reply(Line(key=f"case-notice-due-{share}", args=args), case.number, verbs)


def _reply(line: Line, number: int, verbs: tuple[str, ...]) -> Reply:
    intents = {**dict(BUTTONS), "reopen": "case_reopen"}
    options = tuple(
        Choice(
            label=Line(key=f"case-button-{verb}"), value=f"case:{verb}:{number}", intent=intents[verb],
            slots={"case": str(number), **({"assignee": "@me"} if verb == "take" else {})},
        )
        for verb in verbs
    )  # fmt: skip
    return Reply(
        outcome=Outcome.ANSWER, intent="case_show", records=(f"case:{number}",),
        blocks=(Paragraph(line=line, strong=True), Choices(options=options)),
    )  # fmt: skip
