"""cxbot import: a file of records through a map, as durable work; what became of its rows."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.options import Options, app_for, common_options

if TYPE_CHECKING:
    from bot.main import App
    from bot.messages import Line
    from bot.ports import OnProgress
    from metrics.store.importing import Importer, Job
    from metrics.store.runs import Tally


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--map", "map_file", type=click.Path(path_type=Path), required=True, help="The import map (TOML).")
@click.option("--dry-run", is_flag=True, help="Say what would happen; store nothing.")
@common_options
def command(options: Options, file: Path, map_file: Path, dry_run: bool) -> None:
    """Import FILE (CSV or JSON lines, plain or gz) through a map. Importing twice adds nothing."""
    with app_for(options) as app:
        tally, rejects = _run(app, file, map_file, dry_run=dry_run)
        if options.as_json:
            click.echo(json.dumps(_as_json(tally, rejects), ensure_ascii=False))
            return
        from bot.say import Say

        say = Say(app.settings.language)
        for line in _summary(tally, rejects, dry_run=dry_run):
            click.echo(say.text(line))


def _run(app: "App", file: Path, map_file: Path, *, dry_run: bool) -> "tuple[Tally, str | None]":
    from metrics.ingest.files import inspect
    from metrics.ingest.import_map import read_map
    from metrics.store.importing import Importer, Job

    job = Job(
        import_map=read_map(map_file, workspace_timezone=app.settings.timezone),
        file=inspect(file),
        workspace_timezone=app.settings.timezone,
        rejects=app.settings.home / "rejects",
        now=app.clock.now(),
    )
    importer = Importer(app.engine, redactor=app.redactor)
    if dry_run:
        return importer.rehearse(job), None
    return _import(app, importer, job, map_file=map_file)


def _import(app: "App", importer: "Importer", job: "Job", *, map_file: Path) -> "tuple[Tally, str | None]":
    from uuid import uuid4

    from adapters.clock import SystemClock
    from bot.jobs.holding import Hands
    from bot.jobs.imports import import_held

    hands = Hands(engine=app.engine, clock=SystemClock(), worker=f"import-{uuid4().hex[:8]}")
    with app.open_jobs() as jobs, _progress(job.file.path.name) as on_progress:
        return import_held(importer, jobs, job, map_file=map_file, hands=hands, on_progress=on_progress)


@contextmanager
def _progress(name: str) -> "Iterator[OnProgress]":
    """Draw a bar on standard error, if a person looks at it."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=None)
        yield lambda progress: bar.update(task, completed=progress.done, total=progress.total)


def _as_json(tally: "Tally", rejects: str | None) -> dict[str, Any]:
    found: dict[str, Any] = {
        "read": tally.read,
        "new": tally.new,
        "same": tally.same,
        "changed": tally.changed,
        "rejected": tally.rejected,
    }
    more = {
        "rejects_file": rejects,
        "reasons": dict(tally.reasons),
        "unlinked": tally.unlinked,
        "created_touchpoints": list(tally.touchpoints),
        "created_units": list(tally.units),
    }
    return found | {name: value for name, value in more.items() if value}


def _summary(tally: "Tally", rejects: str | None, *, dry_run: bool) -> "Iterator[Line]":
    from bot.messages import Line, Listing

    counts = {
        "new": tally.new,
        "same": tally.same,
        "changed": tally.changed,
        "rejected": tally.rejected,
    }
    yield Line(key="import-rehearsed" if dry_run else "import-done", args={"read": tally.read, **counts})
    for reason, count in tally.reasons.items():
        yield Line(key="import-rejected", args={"count": count, "reason": Line(key=f"import-reason-{reason}")})
    if rejects is not None:
        yield Line(key="import-rejects-file", args={"path": rejects})
    if tally.unlinked:
        yield Line(key="import-unlinked", args={"count": tally.unlinked})
    if tally.touchpoints:
        yield Line(key="import-touchpoints-made", args={"names": Listing(items=tally.touchpoints)})
    if tally.units:
        yield Line(key="import-units-made", args={"names": Listing(items=tally.units)})
