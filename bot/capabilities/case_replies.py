"""What is said of a case: previews, what was done, and notices to whoever must know."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.capabilities.ask import Answer
from bot.capabilities.case_meant import button
from bot.messages import Block, Choice, Choices, Line, Outcome, Paragraph, Passport, Reply, Value
from bot.store.cases import Case
from bot.store.handles import Transaction
from bot.store.notify import notify
from bot.store.writes import Write


def about(case: Case) -> dict[str, Value]:
    """Name a case for a sentence."""
    where = ", ".join(name for name in (case.touchpoint, case.unit) if name)
    what: Value = where or Line(key="case-about-nothing")
    return {"number": str(case.number), "customer": case.customer, "about": what, "due": case.due_at}


def preview(key: str, args: Mapping[str, Value], *more: Line) -> tuple[Block, ...]:
    """Show a change as it would be."""
    return (Paragraph(line=Line(key=key, args=args), strong=True), *(Passport(line=line) for line in more))


def done(
    intent: str,
    key: str,
    args: Mapping[str, Value],
    *,
    writes: tuple[Write, ...] = (),
    number: int | None = None,
    buttons: Sequence[Choice] = (),
    more: Sequence[Block] = (),
) -> Answer:
    """Say what was done, with its writes."""
    blocks: list[Block] = [Paragraph(line=Line(key=key, args=args), strong=True), *more]
    if buttons:
        blocks.append(Choices(options=tuple(buttons)))
    records = (f"case:{number}",) if number is not None else ()
    reply = Reply(outcome=Outcome.ANSWER, intent=intent, blocks=tuple(blocks), records=records)
    return Answer(reply=reply, writes=writes)


def notice(key: str, args: Mapping[str, Value], *, number: int, buttons: Sequence[str] = ()) -> Reply:
    """Tell of a case: the thread under it is about the case."""
    blocks: list[Block] = [Paragraph(line=Line(key=key, args=args), strong=True)]
    if buttons:
        blocks.append(Choices(options=tuple(button(verb, number) for verb in buttons)))
    return Reply(outcome=Outcome.ANSWER, intent="case_show", blocks=tuple(blocks), records=(f"case:{number}",))


def tell(person_key: str | None, reply: Reply, *, key: str, at: datetime, but: str | None = None) -> Write:
    """Let a person know, unless there is none, or they did it themselves (`but`)."""

    def write(connection: Transaction) -> None:
        if person_key and person_key != but:
            notify(connection, person_key=person_key, key=key, reply=reply, at=at)

    return write
