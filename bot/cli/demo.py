"""cxbot demo: the demo company, then the terminal chat."""

import os
import sys
from threading import Thread
from typing import TYPE_CHECKING

import click

from bot.cli.options import Options, common_options

if TYPE_CHECKING:
    from bot.main import App


@click.command(name="demo")
@common_options
def command(options: Options) -> None:
    """Make the demo company in CXBOT_HOME and talk about it, or answer the lines of standard input."""
    from bot.cli.chat import converse
    from bot.cli.failures import told_plainly
    from bot.demo.home import open_demo
    from bot.settings import read_settings

    with told_plainly():
        app = open_demo(read_settings(os.environ), now=options.now)
        try:
            behind = _index(app, wait=not sys.stdin.isatty())
            converse(app, options)
            behind.join()
        finally:
            app.close()


def _index(app: "App", *, wait: bool) -> Thread:
    """Annotate and index what is not: before the first line, or behind the chat."""
    thread = Thread(target=app.read_texts, name="reading texts")
    thread.start()
    if wait:
        thread.join()
    return thread
