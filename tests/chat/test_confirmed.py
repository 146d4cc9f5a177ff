"""A change asked for in a chat: shown, confirmed by the button under it, made once, and noted."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from adapters.chat.slack.listen import listen
from adapters.chat.slack.send import SlackChat, slack_client
from adapters.chat.telegram.listen import Listener
from adapters.chat.telegram.send import TelegramChat, telegram_bot
from bot.main import App, open_app
from bot.people import Role
from bot.serving import reception
from bot.settings import Settings
from bot.store.people import NewPerson, add_people
from bot.store.tables import audit
from metrics.records import FeedbackRecord
from metrics.store import directory
from metrics.store.engine import reading, writing
from metrics.store.tables import annotation
from metrics.store.writer import Writer
from tests.chat.echo import Home, until
from tests.doubles.slack import FakeSlack
from tests.doubles.telegram import FakeTelegram

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
SHOW, CORRECT = "show me the newest comments", "this comment has the wrong sentiment, it should be negative"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """A home with one comment, and a manager in both chats."""
    made = open_app(Settings(home=tmp_path), now=NOON)
    manager = NewPerson(
        key="manager", name="Ann", role=Role.MANAGER, default_for_role=True, handles=("slack:U1", "telegram:77")
    )
    with writing(made.engine) as connection:
        add_people(connection, [manager])
        source = directory.source(connection, name="survey", kind="feedback", timezone="UTC", as_of=NOON)
        said = FeedbackRecord(
            source_id=source, external_id="1", kind="survey", given_at=NOON - timedelta(hours=1), timezone="UTC",
            text="I waited an hour.",
        )  # fmt: skip
        Writer(connection, redactor=made.redactor).feedback([said])
    yield made
    made.close()


def done(app: App) -> tuple[list[str], list[str]]:
    """Give the sentiments in the store, and how what was noted ended."""
    with reading(app.engine) as connection:
        labels = connection.execute(select(annotation.c.label).where(annotation.c.field == "sentiment")).scalars().all()
        return list(labels), list(connection.execute(select(audit.c.result)).scalars())


async def test_a_button_on_slack_confirms_what_was_shown_and_only_once(app: App) -> None:
    home, stop = Home(app.engine), asyncio.Event()
    async with (
        FakeSlack() as slack,
        slack_client(token="xoxb-1", api_url=slack.url) as client,
        home.running(SlackChat(client), assistant=reception(app)),
    ):
        hearing = asyncio.create_task(
            listen(client, app_token="xapp-1", inbox=home.inbox, outbox=home.outbox, stop=stop, ping_s=0.2)
        )
        thread = await slack.mention(SHOW)
        await until(lambda: len(slack.said()) == 1)
        await slack.mention(CORRECT, thread=thread)
        await until(lambda: len(slack.said()) == 2)
        assert done(app) == ([], [])
        for _ in range(2):  # a second press of one button is the same message
            await slack.press(slack.said()[1], position=0)
        await until(lambda: len(slack.said()) == 3)
        stop.set()
        await hearing
    assert done(app) == (["negative"], ["done"])


async def test_a_button_on_telegram_confirms_what_was_shown_and_only_once(app: App) -> None:
    home, stop = Home(app.engine), asyncio.Event()
    async with (
        FakeTelegram() as telegram,
        telegram_bot(token="4242:x", api_url=telegram.url) as bot,
        home.running(TelegramChat(bot), assistant=reception(app)),
    ):
        listener = Listener(bot, inbox=home.inbox, outbox=home.outbox, clock=app.clock, poll_s=1)
        hearing = asyncio.create_task(listener.listen(stop=stop))
        for text, count in ((SHOW, 1), (CORRECT, 2)):
            telegram.write(text)
            await until(lambda count=count: len(telegram.visible) == count)  # type: ignore[misc]
        shown = telegram.visible[1]
        label = shown["reply_markup"]["inline_keyboard"][0][0]["text"]
        assert done(app) == ([], [])
        for count in (3, 4):
            telegram.press(shown, label)
            await until(lambda count=count: len(telegram.visible) == count)  # type: ignore[misc]
        stop.set()
        await hearing
    assert done(app) == (["negative"], ["done", "not done"])
