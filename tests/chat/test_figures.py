"""The same question has the same answer in Slack, in Telegram and in the terminal."""

import asyncio
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.chat.slack.listen import listen
from adapters.chat.slack.send import SlackChat, slack_client
from adapters.chat.telegram.listen import Listener
from adapters.chat.telegram.send import TelegramChat, telegram_bot
from bot.cli.talk import ask, reply_text
from bot.main import App, open_app
from bot.people import Role
from bot.serving import reception
from bot.settings import Settings
from bot.store.people import NewPerson, add_people
from metrics.records import FeedbackRecord, ScoreRecord
from metrics.store import directory
from metrics.store.engine import writing
from metrics.store.writer import Writer
from tests.chat.echo import Home, until
from tests.doubles.slack import FakeSlack
from tests.doubles.telegram import FakeTelegram

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
QUESTION = "What is our NPS this month?"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """A home with 20 promoters, 10 passives and 10 detractors this month, and a manager in both chats."""
    made = open_app(Settings(home=tmp_path), now=NOON)
    manager = NewPerson(
        key="manager", name="Ann", role=Role.MANAGER, default_for_role=True, handles=("slack:U1", "telegram:77")
    )
    with writing(made.engine) as connection:
        add_people(connection, [manager])
        source = directory.source(connection, name="survey", kind="feedback", timezone="UTC", as_of=NOON)
        records = [
            FeedbackRecord(
                source_id=source,
                external_id=str(number),
                kind="survey",
                given_at=NOON - timedelta(hours=number),
                timezone="UTC",
                scores=(ScoreRecord(instrument="nps", value=(10, 10, 8, 2)[number % 4], scale_min=0, scale_max=10),),
            )
            for number in range(40)
        ]
        Writer(connection, redactor=made.redactor).feedback(records)
    yield made
    made.close()


def numbers(text: str) -> list[str]:
    """List the figures; the terminal's own numbering of choices is none."""
    text = re.sub(r"\[\d\]", "", text)
    return re.findall(r"[+-]?\d+", text)


async def test_slack_and_telegram_say_the_figures_of_the_terminal(app: App) -> None:
    terminal = reply_text(ask(app, QUESTION, as_whom="manager", thread="t"))
    # 20 promoters and 10 detractors of 40: 100 * (20 - 10) / 40 = +25.
    assert "+25" in terminal
    home, stop = Home(app.engine), asyncio.Event()
    async with (
        FakeSlack() as slack,
        FakeTelegram() as telegram,
        slack_client(token="xoxb-1", api_url=slack.url) as client,
        telegram_bot(token="4242:x", api_url=telegram.url) as bot,
        home.running(SlackChat(client), assistant=reception(app)),
        home.running(TelegramChat(bot), assistant=reception(app)),
    ):
        listener = Listener(bot, inbox=home.inbox, outbox=home.outbox, clock=app.clock, poll_s=1)
        hearing = asyncio.gather(
            listen(client, app_token="xapp-1", inbox=home.inbox, outbox=home.outbox, stop=stop, ping_s=0.2),
            listener.listen(stop=stop),
        )
        await slack.mention(QUESTION)
        telegram.write(QUESTION)
        await until(lambda: slack.said() and telegram.visible)
        stop.set()
        await hearing
    assert numbers(slack.said()[0]["text"]) == numbers(terminal)
    assert numbers(telegram.visible[0]["text"]) == numbers(terminal)
