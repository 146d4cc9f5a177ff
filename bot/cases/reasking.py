"""A week after its end a case's customer is asked whether it is solved: yes is recovered, no takes it up again."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.messages import Choice, Choices, IncomingMessage, Line, Outcome, Paragraph, Reply
from bot.store.case_answers import asked, note_answer
from bot.store.case_book import case_row
from bot.store.case_changes import judge_recovery
from bot.store.case_reach import reach_of
from bot.store.case_rules import CaseRules
from bot.store.handles import Database, Transaction
from bot.store.notify import notify
from bot.store.writes import Write
from metrics.store.engine import reading

PRESSED = re.compile(r"solved:(?P<case>\d{1,12}):(?P<answer>yes|no)")
INTENT = "case"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a customer's word about a case comes to."""

    reply: Reply
    language: str | None
    writes: tuple[Write, ...] = ()


def question(number: int) -> Reply:
    """Ask whether it is solved."""
    options = tuple(
        Choice(label=Line(key=f"case-solved-{answer}"), value=f"solved:{number}:{answer}") for answer in ("yes", "no")
    )
    blocks = (Paragraph(line=Line(key="case-is-it-solved")), Choices(options=options))
    return Reply(outcome=Outcome.ANSWER, intent=INTENT, blocks=blocks)


@dataclass(frozen=True, slots=True)
class CaseDoor:
    """Hears customers about their cases. It changes nothing itself: what it gives carries its writes."""

    database: Database
    rules: CaseRules

    def pressed(self, message: IncomingMessage, *, now: datetime) -> Heard | None:
        """Take the answer to "is it solved?"; None: it is no such answer. The first one counts."""
        told = PRESSED.fullmatch(message.text)
        if told is None or not message.pressed:
            return None
        number, solved = int(told["case"]), told["answer"] == "yes"
        with reading(self.database) as connection:
            state = asked(connection, number, chat=message.sender)
            language = None
            if state != "not_theirs":
                language = reach_of(connection, case_row(connection, number)["customer_id"]).language
        if state != "waits":
            key = "case-solved-heard" if state in ("answered", "open") else "survey-welcome"
            return Heard(reply=_said(key), language=language)

        def write(connection: Transaction) -> None:
            judge_recovery(connection, number, solved=solved, at=now, rules=self.rules)
            owner = case_row(connection, number)["owner_key"]
            if owner:
                key = f"case:{number}:{'recovered' if solved else 'not-recovered'}:{int(now.timestamp())}"
                notify(connection, person_key=owner, key=key, reply=_told(number, solved=solved), at=now)

        return Heard(reply=_said(f"case-solved-thanks-{told['answer']}"), language=language, writes=(write,))

    def joins(self, message: IncomingMessage, *, now: datetime) -> Write:
        """Let what a customer wrote join their open case, where there is one and the words became feedback."""

        def write(connection: Transaction) -> None:
            note_answer(connection, chat=message.sender, external_id=str(message.id), at=now)

        return write


def _said(key: str) -> Reply:
    return Reply(outcome=Outcome.ANSWER, intent=INTENT, blocks=(Paragraph(line=Line(key=key)),))


def _told(number: int, *, solved: bool) -> Reply:
    line = Line(key=f"case-notice-{'recovered' if solved else 'not-recovered'}", args={"number": str(number)})
    return Reply(
        outcome=Outcome.ANSWER, intent="case_show", blocks=(Paragraph(line=line, strong=True),),
        records=(f"case:{number}",),
    )  # fmt: skip
