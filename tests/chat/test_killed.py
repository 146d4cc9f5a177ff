"""cxbot serve, a real process, killed at every checkpoint between hearing and saying, then started again."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.people import Role
from bot.store.checkpoints import CHECKPOINTS, KILLED
from bot.store.people import NewPerson, add_people
from metrics.store.engine import writing
from tests.chat.echo import Home, new_home, until
from tests.doubles.slack import FakeSlack
from tests.doubles.telegram import FakeTelegram


def sweep(*quick: str) -> list[Any]:
    """Give every checkpoint: these in every test run, the others in make torture."""
    return [pytest.param(name, marks=() if name in quick else pytest.mark.torture) for name in CHECKPOINTS]


@pytest.fixture
def staffed(tmp_path: Path) -> Iterator[Home]:
    """A home where slack:U1 and telegram:77 are the manager."""
    home = new_home(tmp_path)
    manager = NewPerson(key="ann", name="Ann", role=Role.MANAGER, handles=("slack:U1", "telegram:77"))
    with writing(home.engine) as connection:
        add_people(connection, [manager])
    yield home
    home.engine.dispose()


@asynccontextmanager
async def served(home: Path, **variables: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run cxbot serve in `home` meanwhile; it is told to stop afterwards, and must end well unless it was killed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CXBOT_", "SLACK_", "TELEGRAM_"))}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.cli.app", "serve",
        env={**kept, "CXBOT_HOME": str(home), **variables},
        stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        assert await process.wait() in (0, KILLED)


@pytest.mark.parametrize("checkpoint", sweep("sent"))
async def test_a_mention_is_answered_once_wherever_the_process_is_killed(
    staffed: Home, tmp_path: Path, checkpoint: str
) -> None:
    async with FakeSlack() as slack:
        tokens = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "CXBOT_SLACK_API_URL": slack.url}
        async with served(tmp_path, **tokens, CXBOT_CRASH_AT=checkpoint) as process:
            ts = await slack.mention("What is our NPS this month?")
            assert await asyncio.wait_for(process.wait(), 30) == KILLED
        async with served(tmp_path, **tokens):
            await until(slack.said, within_s=30)
            await until(lambda: staffed.outbox.unsent() == 0, within_s=30)
            await asyncio.sleep(0.5)
    (answer,) = slack.said()
    assert answer["thread_ts"] == ts
    assert staffed.inbox.unfinished() == 0


@pytest.mark.parametrize("checkpoint", sweep("kept"))
async def test_a_telegram_message_is_answered_wherever_the_process_is_killed(
    staffed: Home, tmp_path: Path, checkpoint: str
) -> None:
    async with FakeTelegram() as telegram:
        tokens = {"TELEGRAM_BOT_TOKEN": "4242:x", "CXBOT_TELEGRAM_API_URL": telegram.url}
        async with served(tmp_path, **tokens, CXBOT_CRASH_AT=checkpoint) as process:
            telegram.write("What is our NPS this month?")
            if checkpoint == "acked":  # the confirming call comes back with the next update only
                await until(lambda: telegram.confirmed, within_s=30)
                telegram.write("and last month?")
            assert await asyncio.wait_for(process.wait(), 30) == KILLED
        expected = 2 if checkpoint == "acked" else 1
        async with served(tmp_path, **tokens):
            await until(lambda: len(telegram.visible) >= expected, within_s=30)
            await until(lambda: staffed.outbox.unsent() == 0, within_s=30)
            await asyncio.sleep(0.5)
    # Telegram cannot be read back: only a kill between sending and recording may say it twice.
    assert len(telegram.visible) == expected + (1 if checkpoint == "sent" else 0)
