"""cxbot chat: talk in the terminal; lines from standard input where that is no terminal."""

import json
import sys
import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from bot.cli.asker import asker
from bot.cli.options import Options, app_for, common_options

if TYPE_CHECKING:
    from bot.main import App

GOODBYE = frozenset({"quit", "exit", "bye", "koniec", "wyjdź", "退出", "再见", "再見"})


@click.command(name="chat")
@common_options
def command(options: Options) -> None:
    """Talk to cxbot in the terminal."""
    with app_for(options) as app:
        converse(app, options)


def converse(app: "App", options: Options) -> None:
    """Answer line after line in one thread until the end of input or a goodbye."""
    from bot.cli.talk import ask, hello, reply_json, reply_text

    asker(app, options)
    at_terminal = sys.stdin.isatty()
    if at_terminal:
        click.echo(hello(app, options.as_whom))
    thread = uuid.uuid4().hex
    _show_waiting(app, options, thread=thread)
    for line in _lines(at_terminal=at_terminal):
        if line.strip().casefold() in GOODBYE:
            return
        if not line.strip():
            continue
        said = ask(app, line.rstrip("\n"), as_whom=options.as_whom, thread=thread)
        if options.as_json:
            click.echo(json.dumps(reply_json(said), ensure_ascii=False))
        else:
            click.echo(("" if at_terminal else f"> {line.strip()}\n") + reply_text(said) + "\n")
        _show_waiting(app, options, thread=thread)


def _show_waiting(app: "App", options: Options, *, thread: str) -> None:
    from bot.cli.talk import waiting

    if not options.as_json:  # there a reply is a line, and nothing else is written
        for text in waiting(app, as_whom=options.as_whom, thread=thread):
            click.echo(f"* {text}\n")


def _lines(*, at_terminal: bool) -> Iterator[str]:
    if not at_terminal:
        yield from sys.stdin
        return
    while True:
        try:
            yield input("> ")
        except (EOFError, KeyboardInterrupt):
            click.echo()
            return
