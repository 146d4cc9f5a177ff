"""cxbot: the commands by name. A command's file is imported when it is called, so that help is instant."""

import gc
import importlib
import sys
from typing import Any

import click

COMMANDS = {
    "demo": ("bot.cli.demo:command", "Make the demo company and talk about it."),
    "chat": ("bot.cli.chat:command", "Talk to cxbot in the terminal."),
    "ask": ("bot.cli.ask:command", "Ask one question."),
    "import": ("bot.cli.imports:command", "Import a file of records through a map."),
    "score": ("bot.cli.score:command", "Compute a score, cut and compared."),
    "drivers": ("bot.cli.drivers:command", "Say which touchpoints a score goes with."),
    "signals": ("bot.cli.signals:command", "Tell what moved, and since when."),
    "customer": ("bot.cli.customer:command", "Show one customer's file."),
    "feedback": ("bot.cli.feedback:command", "Search what customers say."),
    "digest": ("bot.cli.digest:command", "Preview a manager's digest."),
    "survey": ("bot.cli.survey:command", "Send a question to a customer."),
    "serve": ("bot.cli.serve:command", "Answer in Slack and Telegram."),
    "worker": ("bot.cli.worker:command", "Do durable work only, on more machines."),
    "jobs": ("bot.cli.jobs:command", "See durable work; retry or drop what failed."),
    "learn": ("bot.cli.learn:command", "Learn how texts feel; show how right that is."),
    "reindex": ("bot.cli.reindex:command", "Rebuild the index of feedback texts."),
    "rollup": ("bot.cli.rollup:command", "Check or rebuild the rollups."),
    "eval": ("bot.cli.eval:command", "Measure how right cxbot is."),
    "bench": ("bot.cli.bench:command", "Measure how fast cxbot is."),
    "config": ("bot.cli.config:command", "Show the settings."),
}
"""Name to (where the click command is, what it does in a few words)."""
LIVING = 100_000
"""New objects after which cycles are looked for: starting makes many that stay, and looking takes a fifth of it."""


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 the base class names it
        """Name the commands, the ones a newcomer wants first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="cxbot")
def group() -> None:
    """Ask cxbot about customer experience: honest scores, exact reasons, real quotes."""


def main(arguments: list[str] | None = None) -> Any:
    """Run the command line; every foreseeable failure is one sentence on standard error and exit code 1."""
    gc.set_threshold(LIVING)
    try:
        return group.main(args=arguments, prog_name="cxbot", standalone_mode=True)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


if __name__ == "__main__":
    main()
