"""cxbot feedback search: what customers said about something, in verified quotes."""

import json
from typing import TYPE_CHECKING, Any

import click

from bot.cli.asker import asker, pairs_of, period_of
from bot.cli.options import Options, app_for, common_options

if TYPE_CHECKING:
    from bot.people import Person
    from knowledge.search import Found

GROUPS = ("detractor", "passive", "promoter", "dissatisfied")
SORTS = ("newest", "score_asc", "score_desc")


@click.group(name="feedback")
def command() -> None:
    """Search what customers say."""


@command.command(name="search")
@click.argument("text")
@click.option("--where", metavar="K=V", multiple=True, help="Only these, as touchpoint=delivery; several may be given.")
@click.option("--period", metavar="TEXT", default="all", show_default=True, help='"last month", 2018-03, all ...')
@click.option("--group", type=click.Choice(GROUPS), help="Only answers of this group.")
@click.option("--min-score", type=float, help="Only with a score of at least this.")
@click.option("--max-score", type=float, help="Only with a score of at most this.")
@click.option("--sort", type=click.Choice(SORTS), help="The order of what was found; without it, the best first.")
@click.option("--limit", type=click.IntRange(1, 100), default=5, show_default=True, help="How many quotes.")
@common_options
def search(options: Options, *, text: str, where: tuple[str, ...], period: str, limit: int, **wanted: Any) -> None:
    """Find quotes about TEXT: cxbot feedback search "late parcel" --where touchpoint=delivery."""
    pairs = pairs_of(where)
    with app_for(options) as app:
        from bot.capabilities.rights import outside
        from bot.messages import Line, Openness, legible
        from bot.people import Action, decide
        from bot.say import Say
        from metrics.feedback import FeedbackFilter, ScoreGroup, Sort
        from metrics.store.whereabouts import Whereabouts

        person = asker(app, options)
        sort, group = wanted["sort"], wanted["group"]
        decision = decide(person, Action.READ_TEXTS, place=Openness.PRIVATE)
        if not decision.allowed or outside(decision.scope, Whereabouts(app.engine).named(pairs)):
            click.echo(Say(person.language).text(Line(key="refuse-permission")))
            return
        found = app.search.search(
            legible(text),
            within=decision.scope,
            wanted=FeedbackFilter(
                where=pairs,
                days=period_of(app, period),
                group=ScoreGroup(group) if group else None,
                min_score=wanted["min_score"],
                max_score=wanted["max_score"],
            ),
            sort=Sort(sort) if sort else None,
            limit=limit,
        )
        click.echo(json.dumps(_json(found), ensure_ascii=False, indent=2) if options.as_json else _text(found, person))


def _json(found: "Found") -> dict[str, Any]:
    quotes = [
        {
            "feedback_id": str(hit.feedback.id),
            "text": hit.quote.text,
            "language": hit.feedback.language,
            "given_at": hit.feedback.given_at.isoformat(),
            "relevance": hit.relevance,
        }
        for hit in found.hits
    ]
    return {"quotes": quotes, "considered": found.considered, "degraded": found.degraded}


def _text(found: "Found", person: "Person") -> str:
    from adapters.chat.console import plain_text
    from bot.messages import Block, Line, Outcome, Paragraph, Reply
    from bot.say import Say
    from bot.wording.quotes import quote_block

    lines = [Line(key="feedback-found", args={"n": len(found.hits)})]
    if found.degraded and found.degraded != "index_behind":
        lines.append(Line(key=f"search-{found.degraded.replace('_', '-')}"))
    blocks: list[Block] = [Paragraph(line=line) for line in lines]
    blocks += [quote_block(hit.quote) for hit in found.hits]
    say = Say(person.language, timezone=person.timezone)
    return plain_text(Reply(outcome=Outcome.ANSWER, intent="feedback_search", blocks=tuple(blocks)), say)
