"""cxbot customer: one customer's file."""

import json
from typing import TYPE_CHECKING, Any

import click

from bot.cli.asker import asker
from bot.cli.options import Options, app_for, common_options

if TYPE_CHECKING:
    from bot.capabilities.ask import Ask
    from bot.main import App
    from metrics.customers.file import CustomerFile


@click.command(name="customer")
@click.argument("key")
@common_options
def command(options: Options, *, key: str) -> None:
    """Show one customer's file: cxbot customer 10482."""
    with app_for(options) as app:
        from adapters.chat.console import plain_text
        from bot.capabilities.customer import ShowCustomer
        from bot.messages import legible
        from bot.say import Say

        key = legible(key)
        ask = _ask(app, options, key)
        answer = ShowCustomer(customers=app.customers, desk=app.cases)(ask)
        app.commit(answer.writes)
        text = plain_text(answer.reply, Say(ask.language, timezone=ask.actor.timezone))
        if not options.as_json:
            click.echo(text)
            return
        body = {"outcome": answer.reply.outcome.value, "text": text, "customer": _file(app, ask, key)}
        click.echo(json.dumps(body, ensure_ascii=False, indent=2))


def _ask(app: "App", options: Options, key: str) -> "Ask":
    from bot.capabilities.ask import Ask
    from bot.messages import Openness, Place
    from bot.ports import Understanding

    person = asker(app, options)
    return Ask(
        said=key,
        understanding=Understanding(intent="customer_file", slots={"customer": key}),
        actor=person,
        place=Place(platform="console", conversation="terminal", thread="customer", openness=Openness.PRIVATE),
        now=app.clock.now(),
        language=person.language,
        before=None,
    )


def _file(app: "App", ask: "Ask", key: str) -> dict[str, Any] | None:
    """Give the file as data, without personal data; None where none may be seen, or several are meant."""
    from bot.people import Action, decide

    decision = decide(ask.actor, Action.READ_CUSTOMER, place=ask.place.openness)
    found = app.customers.find(key, within=decision.scope) if decision.allowed else ()
    if len(found) != 1:
        return None
    file = app.customers.file(found[0].key, within=decision.scope, personal=False)
    return _data(file) if file else None


def _data(file: "CustomerFile") -> dict[str, Any]:
    return {
        "key": file.key,
        "segment": file.segment,
        "persona": file.persona,
        "languages": list(file.languages),
        "home": file.home,
        "since": file.since.isoformat() if file.since else None,
        "events": [
            {
                "kind": event.kind,
                "happened_at": event.happened_at.isoformat(),
                "touchpoint": event.touchpoint,
                "unit": event.unit,
                "value": event.value,
            }
            for event in file.events
        ],
        "event_count": file.event_count,
        "feedback": [
            {
                "feedback_id": str(row.id),
                "given_at": row.given_at.isoformat(),
                "touchpoint": row.touchpoint,
                "text": row.text,
                "score": row.score.value if row.score else None,
                "instrument": row.score.instrument if row.score else None,
            }
            for row in file.feedback
        ],
        "feedback_count": file.feedback_count,
        "scores": [
            {
                "instrument": score.instrument,
                "value": score.value,
                "day": score.day.isoformat(),
                "touchpoint": score.touchpoint,
            }
            for score in file.scores
        ],
    }
