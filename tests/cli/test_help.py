"""Help is instant: it loads none of the heavy libraries, and names every command."""

import subprocess
import sys

from bot.cli.app import COMMANDS

HEAVY = ("pandas", "chromadb", "langchain", "langchain_core", "sqlalchemy", "telegram", "slack_bolt", "dbos")


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout


def test_help_loads_no_heavy_library() -> None:
    loaded = run(
        "import sys\n"
        "from bot.cli.app import group\n"
        "group.main(['--help'], standalone_mode=False)\n"
        f"print('LOADED', sorted(set(sys.modules) & set({HEAVY!r})))"
    )
    assert loaded.splitlines()[-1] == "LOADED []"


def test_every_command_named_in_help_can_be_loaded() -> None:
    names = run(
        "from bot.cli.app import group, COMMANDS\n"
        "import click\n"
        "context = click.Context(group)\n"
        "print(*[group.get_command(context, name).name for name in COMMANDS])"
    )
    assert names.split() == list(COMMANDS)
