"""cxbot config print: the settings in force, secrets hidden."""

import os
import re

import click

PASSWORD = re.compile("://[^/@]*@")
"""Who connects to a database, and by which word."""


@click.group(name="config")
def command() -> None:
    """Show the settings."""


@command.command(name="print")
def print_() -> None:
    """Print every setting; secrets are shown as stars."""
    from bot.cli.failures import told_plainly
    from bot.settings import read_settings

    with told_plainly():
        for name, value in read_settings(os.environ):
            click.echo(f"{name} = {PASSWORD.sub(r'://***@', str(value))}")
