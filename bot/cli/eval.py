"""cxbot eval: how right the bot is, measured."""

import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli import eval_language, eval_redaction, eval_search, eval_sentiment, eval_topics
from bot.cli.options import Options, common_options

if TYPE_CHECKING:
    from bot.bench.judging import Judgement
    from bot.bench.questions import Share


@click.group(name="eval")
def command() -> None:
    """Measure how right cxbot is."""


command.add_command(eval_language.command)
command.add_command(eval_redaction.command)
command.add_command(eval_search.command)
command.add_command(eval_sentiment.command)
command.add_command(eval_topics.command)


@command.command(name="questions")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--llm", is_flag=True, help="Ask through the configured language model.")
@click.option("--summary", is_flag=True, help="Print the shares only, no question.")
@common_options
def questions(options: Options, file: Path, *, llm: bool, summary: bool) -> None:
    """Ask every question of FILE in a throw-away demo company; print shares and every miss."""
    from datetime import datetime

    from bot.bench.question_rows import read_questions
    from bot.bench.questions import USUAL_NOW, ask_all, demo_home, shares
    from bot.cli.failures import told_plainly
    from bot.demo.home import open_demo
    from bot.settings import read_settings

    model = {name: value for name, value in os.environ.items() if name.startswith("CXBOT_LLM")} if llm else {}
    if llm and not model.get("CXBOT_LLM"):
        raise click.UsageError("--llm needs a language model: set CXBOT_LLM to provider:model.")
    now = options.now or datetime.fromisoformat(USUAL_NOW)
    with told_plainly(), tempfile.TemporaryDirectory(prefix="cxbot-eval-") as folder:
        rows = read_questions(file)
        app = open_demo(read_settings(demo_home(Path(folder)) | model), now=now)
        try:
            judgements = ask_all(app, rows, now=now)
        finally:
            app.close()
    _print(shares(judgements), [] if summary else judgements, as_json=options.as_json)


def _print(figures: "list[Share]", judgements: "list[Judgement]", *, as_json: bool) -> None:
    if as_json:
        rows = [
            {"name": one.name, "value": one.value, "low": one.low, "high": one.high, "unit": "share"} for one in figures
        ]
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for one in figures:
        click.echo(f"{one.name:20} {one.value:6.1%}  [{one.low:.1%}, {one.high:.1%}]  n={one.n}")
    for judgement in judgements:
        if not judgement.right or judgement.differing:
            click.echo(_miss(judgement))


def _miss(judgement: "Judgement") -> str:
    question, reply = judgement.question, judgement.reply
    mark = "!" if judgement.confidently_wrong else " " if judgement.right else "x"
    parts = [f"{mark} {question.id} {question.text[:80]!r}: {question.intent} -> {reply.intent}/{reply.outcome}"]
    parts += [f"missing {', '.join(reply.missing)}"] if reply.missing else []
    parts += [f"{name}: {expected} -> {found}" for name, (expected, found) in judgement.differing.items()]
    return "; ".join(parts)


@command.command(name="learn")
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--to", "target", type=click.Path(path_type=Path), required=True, help="The file of weights to write.")
@common_options
def learn_(options: Options, files: tuple[Path, ...], *, target: Path) -> None:
    """Learn from the examples in FILES (questions, or lines of intent|text) how likely each intent is."""
    from datetime import datetime

    from bot.bench.learning import learn, read_examples
    from bot.bench.questions import USUAL_NOW, demo_home
    from bot.cli.failures import told_plainly
    from bot.demo.home import open_demo
    from bot.settings import read_settings
    from bot.store.vocabulary import read_vocabulary
    from bot.understanding.lexicon import load_grammar
    from bot.understanding.read import Understander

    now = options.now or datetime.fromisoformat(USUAL_NOW)
    with told_plainly(), tempfile.TemporaryDirectory(prefix="cxbot-learn-") as folder:
        examples = read_examples(files)
        app = open_demo(read_settings(demo_home(Path(folder))), now=now)
        try:
            reader = Understander(vocabulary=read_vocabulary(app.engine), grammar=load_grammar())
        finally:
            app.close()
    target.write_text(learn(examples, reader=reader, today=now.date()), encoding="utf-8")
    click.echo(f"{len(examples)} examples -> {target}")
