"""cxbot learn: learn from the texts and ratings of the store, and read every text anew by what was learnt."""

import json
from typing import TYPE_CHECKING

import click

from bot.cli.options import Options, app_for, common_options

if TYPE_CHECKING:
    from bot.main import App
    from bot.messages import Line
    from knowledge.sentiment_model import ModelCard


@click.command(name="learn")
@click.option("--card", is_flag=True, help="Only show what the models in use rest on, and how right they are.")
@common_options
def command(options: Options, *, card: bool) -> None:
    """Learn how texts feel from this store's own texts, ratings and corrections; `serve` does it every night."""
    with app_for(options) as app:
        from bot.say import Say
        from knowledge.sentiment_file import card_json
        from knowledge.store.models import SentimentModels

        read = 0 if card else _learn(app)
        cards = SentimentModels(app.engine).cards()
        if options.as_json:
            click.echo(json.dumps({"read": read, "cards": [card_json(one) for one in cards]}, ensure_ascii=False))
            return
        say = Say(app.settings.language, timezone=app.settings.timezone)
        for one in cards:
            click.echo(say.text(_line(one)))
        if not cards:
            click.echo(say.text(_nothing()))


def _learn(app: "App") -> int:
    from uuid import uuid4

    from adapters.clock import SystemClock
    from bot.jobs.annotation import annotate_held
    from bot.jobs.holding import Hands
    from knowledge.annotation import TextReading
    from knowledge.learning import learn

    app.read_texts()  # so that languages are known
    learn(app.engine, now=app.clock.now())
    hands = Hands(engine=app.engine, clock=SystemClock(), worker=f"learn-{uuid4().hex[:8]}")
    with app.open_jobs() as jobs:
        return annotate_held(TextReading(app.engine), jobs, hands=hands)


def _line(card: "ModelCard") -> "Line":
    from bot.messages import Amount, Line, Value

    args: dict[str, Value] = {"language": card.language, "rated": card.rated, "unrated": card.unrated}
    if card.fitted_at is not None:
        args["at"] = card.fitted_at
    if card.macro_f1 is None:
        return Line(key="learn-card", args=args)
    score = Amount(value=card.macro_f1, decimals=3)
    return Line(key="learn-card-measured", args={**args, "score": score, "held": card.holdout})


def _nothing() -> "Line":
    from bot.messages import Line

    return Line(key="learn-nothing")
