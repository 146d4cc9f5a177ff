"""cxbot bench: how fast the bot is, beside what people use instead."""

import importlib

import click

COMMANDS = {
    "alerts": ("bot.cli.bench_alerts:command", "Time alerts from the commit to the message."),
    "annotate": ("bot.cli.bench_annotate:command", "Time the labelling of texts."),
    "ask": ("bot.cli.bench_ask:command", "Time turns over a million responses, and the first answer."),
    "digests": ("bot.cli.bench_digests:command", "Time the digests of a hundred managers beside scans."),
    "metrics": ("bot.cli.bench_metrics:command", "Time scores and imports beside DuckDB, pandas and plain SQL."),
    "replay": ("bot.cli.bench_replay:command", "Replay real history through the rules of alerts."),
    "search": ("bot.cli.bench_search:command", "Time the search beside Chroma alone and FTS5."),
    "signals": ("bot.cli.bench_signals:command", "Simulate false alarms, and how soon a true fall is seen."),
}
"""Name to (where the click command is, what it does in a few words)."""


class LazyGroup(click.Group):
    """A group that imports a benchmark when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 the base class names it
        """Name the benchmarks."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a benchmark."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name][0].split(":")
        found: click.Command = getattr(importlib.import_module(module), attribute)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the benchmarks without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(name="bench", cls=LazyGroup)
def command() -> None:
    """Measure how fast cxbot is."""
