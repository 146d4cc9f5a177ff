"""cxbot jobs: durable work as an administrator sees it; what failed is retried or dropped."""

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from bot.cli.options import Options, app_for, common_options

if TYPE_CHECKING:
    from bot.main import App
    from bot.say import Say
    from bot.store.work_book import Work, WorkBook

STATES = ("waiting", "claimed", "done", "dead", "cancelled")
OPEN = ("waiting", "claimed", "dead")


@click.group(name="jobs")
def command() -> None:
    """See durable work: timers, imports, digests, nightly work, and messages that gave up."""


@command.command(name="list")
@click.option("--state", "states", type=click.Choice(STATES), multiple=True, help="Only in this state (repeatable).")
@click.option("--kind", help="Only of this kind, such as digest, case_due, import, inbox or outbox.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True)
@common_options
def list_jobs(options: Options, states: tuple[str, ...], kind: str | None, limit: int) -> None:
    """List what waits, what is being done, and what gave up."""
    _list(options, states=states or OPEN, kind=kind, limit=limit, nothing="jobs-none")


@command.command(name="dead")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True)
@common_options
def dead(options: Options, limit: int) -> None:
    """List what gave up, with the reason."""
    _list(options, states=("dead",), kind=None, limit=limit, nothing="jobs-none-dead")


@command.command(name="show")
@click.argument("job")
@common_options
def show(options: Options, job: str) -> None:
    """Show one job, and the runs that DBOS has of it."""
    with app_for(options) as app:
        work = _book(app).find(job) or _not_found(app, job)
        runs = _runs(app, work)
        if options.as_json:
            click.echo(json.dumps({**_as_json(work), "runs": runs}, ensure_ascii=False, indent=2))
            return
        say = _say(app)
        click.echo(_line(work, say))
        for name, value in work.details.items():
            click.echo(f"  {name}: {value}")
        for run in runs:
            click.echo(f"  {run['id']}: {run['status']}")


@command.command(name="retry")
@click.argument("job")
@common_options
def retry(options: Options, job: str) -> None:
    """Try a job again now that gave up or waits."""
    with app_for(options) as app:
        _told(app, job, done=_book(app).retry(job, now=app.clock.now()), key="jobs-retried", options=options)


@command.command(name="cancel")
@click.argument("job")
@common_options
def cancel(options: Options, job: str) -> None:
    """Take a job back that has not ended, or drop one that gave up."""
    with app_for(options) as app:
        _told(app, job, done=_book(app).drop(job), key="jobs-cancelled", options=options)


def _list(options: Options, *, states: tuple[str, ...], kind: str | None, limit: int, nothing: str) -> None:
    with app_for(options) as app:
        found = _book(app).listed(states=states, kind=kind, limit=limit)
        if options.as_json:
            click.echo(json.dumps({"jobs": [_as_json(one) for one in found]}, ensure_ascii=False))
            return
        say = _say(app)
        for one in found:
            click.echo(_line(one, say))
        if not found:
            click.echo(_text(say, nothing))


def _told(app: "App", job: str, *, done: bool, key: str, options: Options) -> None:
    if not done:
        _not_found(app, job)
    click.echo(json.dumps({"job": job, "done": True}) if options.as_json else _text(_say(app), key, job=job))


def _not_found(app: "App", job: str) -> "Work":
    click.echo(_text(_say(app), "jobs-not-found", job=job), err=True)
    sys.exit(1)


def _runs(app: "App", work: "Work") -> list[dict[str, str]]:
    """List the workflows of a job; only imports have any, and only for them is DBOS loaded."""
    if work.kind != "import":
        return []
    with app.open_jobs() as jobs:
        return [{"id": run.id, "status": run.status} for run in jobs.runs(work.id)]


def _line(work: "Work", say: "Say") -> str:
    from bot.messages import Line

    told = say.text(
        Line(key="jobs-line", args={"state": work.state, "due": work.due_at, "attempts": max(work.attempts, 1)})
    )
    return "  ".join(part for part in (work.id, told, work.worker or "", work.error or "") if part)


def _as_json(work: "Work") -> dict[str, Any]:
    return {
        "id": work.id,
        "kind": work.kind,
        "state": work.state,
        "due_at": work.due_at.isoformat(),
        "attempts": work.attempts,
        "worker": work.worker,
        "error": work.error,
        "details": work.details,
    }


def _text(say: "Say", key: str, **args: str) -> str:
    from bot.messages import Line

    return say.text(Line(key=key, args=dict(args)))


def _say(app: "App") -> "Say":
    from bot.say import Say

    return Say(app.settings.language, timezone=app.settings.timezone)


def _book(app: "App") -> "WorkBook":
    from bot.store.work_book import WorkBook

    return WorkBook(app.engine)
