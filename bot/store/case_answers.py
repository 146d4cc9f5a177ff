"""What customers say in their own chat about a case: it belongs to the case, and its owner hears of it."""

from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, RowMapping, select

from bot.messages import Choice, Choices, Line, Outcome, Paragraph, Reply
from bot.store.case_book import case_of_feedback, join_case
from bot.store.case_steps import CUSTOMER, add_step
from bot.store.notify import notify
from bot.store.tables import customer_case
from metrics.folding import fold_field
from metrics.store.tables import feedback, personal_data

HANDLE = "telegram"
Asked = Literal["not_theirs", "answered", "open", "waits"]


def note_answer(connection: Connection, *, chat: str, external_id: str, at: datetime) -> int | None:
    """Let what was said just now join the customer's open case, and tell its owner; None: there is no such case.

    `external_id` names the feedback that the message became; a message that became none joins nothing.
    """
    case = _open_case(connection, chat)
    said = connection.execute(select(feedback.c.id).where(feedback.c.external_id == external_id)).scalars().first()
    if case is None or said is None or case_of_feedback(connection, said) is not None:
        return None
    number = int(case["id"])
    join_case(connection, number, feedback_id=said, at=at, actor=CUSTOMER)
    place = add_step(connection, number, at=at, actor=CUSTOMER, kind="answered", facts={"feedback": said})
    if case["owner_key"]:
        words = connection.execute(select(feedback.c.redacted).where(feedback.c.id == said)).scalar_one() or ""
        key = f"case:{number}:answered:{place}"
        notify(connection, person_key=case["owner_key"], key=key, reply=_heard(number, words), at=at)
    return number


def asked(connection: Connection, number: int, *, chat: str) -> Asked:
    """Say whether a customer's answer to "is it solved?" is waited for."""
    case = connection.execute(select(customer_case).where(customer_case.c.id == number)).mappings().one_or_none()
    if case is None or case["customer_id"] not in _customers(connection, chat):
        return "not_theirs"
    if case["outcome"] is not None:
        return "answered"
    return "waits" if case["status"] == "closed" else "open"


def _heard(number: int, words: str) -> Reply:
    options = tuple(
        Choice(label=Line(key=f"case-button-{verb}"), value=f"case:{verb}:{number}", intent=intent,
               slots={"case": str(number)})
        for verb, intent in (("draft", "draft_reply"), ("close", "case_close"), ("history", "case_show"))
    )  # fmt: skip
    line = Line(key="case-notice-answered", args={"number": str(number), "text": words})
    return Reply(
        outcome=Outcome.ANSWER, intent="case_show", records=(f"case:{number}",),
        blocks=(Paragraph(line=line, strong=True), Choices(options=options)),
    )  # fmt: skip


def _open_case(connection: Connection, chat: str) -> RowMapping | None:
    """Find the open case of a customer, the one they were written to about last."""
    query = (
        select(customer_case)
        .where(customer_case.c.customer_id.in_(_customers(connection, chat)), customer_case.c.status == "open")
        .order_by(
            customer_case.c.contacted_at.is_(None), customer_case.c.contacted_at.desc(), customer_case.c.id.desc()
        )
    )
    return connection.execute(query.limit(1)).mappings().one_or_none()


def _customers(connection: Connection, chat: str) -> list[int]:
    number = fold_field(HANDLE, chat.partition(":")[2])
    query = select(personal_data.c.customer_id).where(personal_data.c.field == HANDLE, personal_data.c.folded == number)
    return [int(one) for one in connection.execute(query).scalars()]
