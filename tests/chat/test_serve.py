"""cxbot serve and cxbot survey as an operator meets them."""

import asyncio
import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli.app import group
from metrics.store import directory
from metrics.store.engine import writing
from tests.chat.echo import new_home, until
from tests.chat.test_killed import served
from tests.doubles.telegram import FakeTelegram


def cxbot(home: Path, *arguments: str, **variables: str) -> Result:
    """Run a command; it ends with an exit code, never with another exception."""
    unset = {name: None for name in os.environ if name.startswith(("CXBOT_", "SLACK_", "TELEGRAM_"))}
    done = CliRunner().invoke(group, arguments, env={**unset, "CXBOT_HOME": str(home), **variables})
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def test_without_tokens_it_says_what_is_missing(tmp_path: Path) -> None:
    done = cxbot(tmp_path, "serve")
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert "Missing: SLACK_BOT_TOKEN, SLACK_APP_TOKEN and TELEGRAM_BOT_TOKEN." in done.stderr


def test_half_of_slack_is_told_as_such(tmp_path: Path) -> None:
    done = cxbot(tmp_path, "serve", SLACK_BOT_TOKEN="xoxb-1")
    assert done.exit_code == 1
    assert "Missing: SLACK_APP_TOKEN" in done.stderr


@pytest.mark.parametrize("recipient", ["slack:U1", "telegram:anna", "77"])
def test_a_question_needs_a_telegram_chat(tmp_path: Path, recipient: str) -> None:
    done = cxbot(tmp_path, "survey", "send", "--to", recipient, "--touchpoint", "delivery")
    assert done.exit_code == 1
    assert recipient in done.stderr
    assert "Traceback" not in done.stderr


async def test_a_question_sent_tapped_and_explained_is_counted_by_the_next_ask(tmp_path: Path) -> None:
    home = new_home(tmp_path)
    with writing(home.engine) as connection:
        directory.touchpoint(connection, name="delivery", channel="web")
    send = ("survey", "send", "--to", "telegram:77", "--touchpoint", "delivery")
    asked = await asyncio.to_thread(cxbot, tmp_path, *send)
    assert asked.exit_code == 0
    async with (
        FakeTelegram() as telegram,
        served(tmp_path, TELEGRAM_BOT_TOKEN="4242:x", CXBOT_TELEGRAM_API_URL=telegram.url),
    ):
        await until(lambda: telegram.visible, within_s=30)
        telegram.press(telegram.visible[0], "9")
        await until(lambda: len(telegram.visible) == 2)
        telegram.write("quick and friendly")
        await until(lambda: len(telegram.visible) == 3)
    score = await asyncio.to_thread(
        cxbot, tmp_path, "ask", "What is our NPS this month?", "--json", CXBOT_SHOW_FROM="1", CXBOT_PUBLISH_FROM="1"
    )
    said: dict[str, Any] = json.loads(score.stdout)
    # One promoter of one answer.
    assert (said["figures"][0]["value"], said["figures"][0]["n"]) == (100.0, 1)
    home.engine.dispose()


async def test_what_was_asked_before_the_stop_is_answered_before_the_end(tmp_path: Path) -> None:
    home = new_home(tmp_path)
    async with FakeTelegram() as telegram:
        async with served(tmp_path, TELEGRAM_BOT_TOKEN="4242:x", CXBOT_TELEGRAM_API_URL=telegram.url) as process:
            for number in range(20):
                telegram.write(f"visit {number} was good", user=100 + number)
            await until(lambda: telegram.confirmed, within_s=30)
            process.terminate()
            assert await asyncio.wait_for(process.wait(), 25) == 0
        assert len(telegram.visible) == 20
    home.engine.dispose()
