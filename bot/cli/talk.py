"""One turn from the terminal, and the reply as a person or a tool reads it."""

import time
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from adapters.chat.console import plain_text
from bot.cli.chart_json import chart_json
from bot.cli.figure_json import figure_json
from bot.main import App
from bot.messages import IncomingMessage, Line, MessageId, Openness, Outcome, Paragraph, PersonId, Place, Reply, Worked
from bot.say import Say
from bot.store.writes import Overtaken
from metrics.figures import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A reply and how it is said."""

    reply: Reply
    say: Say
    took_ms: float


def ask(app: App, text: str, *, as_whom: str | None, thread: str, now: datetime | None = None) -> Said:
    """Say `text` in a private thread of the terminal and commit what the turn changes."""
    at = (now or app.clock.now()).astimezone(UTC)
    message = IncomingMessage(
        id=MessageId(f"console:{uuid.uuid4().hex}"),
        place=Place(platform="console", conversation="terminal", thread=thread, openness=Openness.PRIVATE),
        sender=PersonId(f"console:{as_whom or app.default_person}"),
        text=text,
        sent_at=at,
    )
    started = time.perf_counter()
    turn = app.answering.turn(message, now=at)
    took_ms = (time.perf_counter() - started) * 1000
    try:
        app.commit(turn.writes)
    except Overtaken:  # another process changed what the answer rests on: answered anew, it says so
        turn = app.answering.turn(message, now=at)
        app.commit(turn.writes)
    if turn.reply is None:
        raise RuntimeError("the terminal always gets a reply")
    return Said(reply=turn.reply, say=Say(turn.language, timezone=turn.timezone), took_ms=took_ms)


def waiting(app: App, *, as_whom: str | None, thread: str) -> tuple[str, ...]:
    """Give what waits for the person at the terminal, as they read it; what was given does not wait any more."""
    person = app.staff.named(as_whom or app.default_person)
    if person is None:
        return ()
    while app.watch.look(now=app.clock.now()):  # where nothing else runs, the terminal looks at what came in
        pass
    place = Place(platform="console", conversation="terminal", thread=thread, openness=Openness.PRIVATE)
    taken = app.notices.take(person.key, place=place, now=app.clock.now())
    return tuple(plain_text(one.reply, Say(one.language, timezone=one.timezone)) for one in taken)


def not_asked(app: App, line: Line, *, reason: str) -> Said:
    """Say why there was nothing to ask."""
    reply = Reply(outcome=Outcome.ERROR, intent="clarify", blocks=(Paragraph(line=line, strong=True),), reason=reason)
    return Said(reply=reply, say=Say(app.settings.language), took_ms=0.0)


def hello(app: App, as_whom: str | None) -> str:
    """Greet the person at the terminal, in their language."""
    person = app.staff.named(as_whom or app.default_person)
    say = Say(person.language if person else app.settings.language)
    lines = [Line(key="prompt-hello", args={"name": person.name if person else "?"})]
    if app.is_demo:
        lines.append(Line(key="prompt-demo", args={"now": app.clock.now()}))
    return "\n".join(say.text(line) for line in lines)


def reply_text(said: Said) -> str:
    """Write the reply as a person reads it."""
    return plain_text(said.reply, said.say)


def reply_json(said: Said) -> dict[str, Any]:
    """Write the reply as tools read it; the keys are a contract (design, the command line)."""
    reply, say = said.reply, said.say
    body: dict[str, Any] = {"outcome": reply.outcome.value}
    if reply.reason is not None:
        body["reason"] = reply.reason
    body |= {
        "intent": reply.intent,
        "slots": reply.slots,
        "missing": list(reply.missing),
        "ambiguous": {field: list(names) for field, names in reply.ambiguous.items()},
        "text": plain_text(reply, say),
        "figures": [_figure(figure, say) for figure in reply.figures],
        "quotes": [
            {
                "feedback_id": quote.feedback_id,
                "text": quote.text,
                "language": quote.language,
                "given_at": quote.given_at.isoformat(),
            }
            for quote in reply.quotes
        ],
        "choices": [
            {"label": say.text(choice.label), "value": choice.value, "intent": choice.intent or reply.intent}
            for choice in reply.choices
        ],
        "sources": [
            {"name": source.name, "as_of": source.as_of.isoformat() if source.as_of else None}
            for source in reply.sources
        ],
    }
    if reply.limited_to:
        body["limited_to"] = list(reply.limited_to)
    return body | {
        "chart": None if reply.chart is None else chart_json(reply.chart, say=say),
        "understood_by": reply.understood_by,
        "prompt": reply.prompt,
        "took_ms": round(said.took_ms, 1),
    }


def _figure(figure: Figure | Worked, say: Say) -> dict[str, Any]:
    if isinstance(figure, Figure):
        return figure_json(figure, say=say)
    shown: dict[str, Any] = {"name": figure.name}
    if "." not in figure.name:
        shown["label"] = say.text(Line(key=f"worked-{figure.name}"))
    for key in ("value", "low", "high", "n", "unit", "definition"):
        if getattr(figure, key) is not None:
            shown[key] = getattr(figure, key)
    return shown
