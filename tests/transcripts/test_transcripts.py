"""Golden conversations: `>` what was said, `=` how it was understood, `<` the first line of the reply.

`make bless` writes the `<` lines anew; a person reads the difference. A `<<` line stands somewhere in the reply.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from bot.cli.talk import Said, ask, reply_text
from bot.main import App
from bot.messages import Json

HERE = Path(__file__).parent
BLESS = os.environ.get("CXBOT_BLESS") == "1"


@dataclass(slots=True, kw_only=True)
class Exchange:
    """One turn of a transcript, and the lines of the file it came from."""

    said: str
    line: int
    whom: str
    now: datetime
    understood: str | None = None
    first: str | None = None
    somewhere: list[str] = field(default_factory=list)


def exchanges(path: Path) -> Iterator[Exchange]:
    """Read the turns of a transcript; `as` and `now` hold until they are said again."""
    setting = {"as": "manager", "now": "2026-11-20T12:00+01:00"}
    turns: list[Exchange] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        mark, _, rest = line.partition(" ")
        if mark in setting:
            setting[mark] = rest.strip()
        elif mark == ">":
            now = datetime.fromisoformat(setting["now"])
            turns.append(Exchange(said=rest.strip(), line=number, whom=setting["as"], now=now))
        elif turns:
            expect(turns[-1], mark, rest.strip())
    yield from turns


def expect(turn: Exchange, mark: str, rest: str) -> None:
    match mark:
        case "=":
            turn.understood = rest
        case "<":
            turn.first = rest
        case "<<":
            turn.somewhere.append(rest)


def flat(slots: dict[str, Json], prefix: str = "") -> Iterator[str]:
    """Write slots as words: metric=nps scope.store=Leeds."""
    for name, value in slots.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}={value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"


def understood(said: Said) -> str:
    """Write what was understood as a `=` line."""
    reply = said.reply
    asked = [f"?{name}" for name in (*reply.missing, *reply.ambiguous)]
    return " ".join([reply.intent, *sorted(flat(reply.slots)), *asked])


def bless(path: Path, answers: dict[int, str]) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    for start, answer in answers.items():
        for number in range(start + 1, len(lines)):
            if lines[number].startswith(("<", ">")):
                if lines[number].startswith("< "):
                    lines[number] = f"< {answer}"
                break
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.parametrize("path", sorted(HERE.glob("*.md")), ids=lambda path: path.stem)
def test_the_conversation_goes_as_written(path: Path, demo: App) -> None:
    answers: dict[int, str] = {}
    for turn in exchanges(path):
        said = ask(demo, turn.said, as_whom=turn.whom, thread=path.stem, now=turn.now)
        text = reply_text(said)
        answers[turn.line] = text.splitlines()[0]
        if turn.understood is not None:
            assert understood(said) == turn.understood, turn.said
        if turn.first is not None and not BLESS:
            assert text.splitlines()[0] == turn.first, turn.said
        for part in turn.somewhere:
            assert part in text, turn.said
    assert answers, f"{path.name} holds no conversation"
    if BLESS:
        bless(path, answers)
