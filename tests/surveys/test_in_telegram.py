"""A customer, a Telegram server, the real library, the real app: a tap and a word change the next answer."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from adapters.chat.telegram.listen import Listener
from adapters.chat.telegram.send import TelegramChat, telegram_bot
from bot.main import App, open_app
from bot.serving import reception
from bot.settings import Settings
from bot.surveys.sending import NoRecipient, ask
from metrics.errors import UnknownGroup
from metrics.figures import Days
from metrics.query import ScoreQuery
from metrics.store import directory, registry
from metrics.store.engine import reading, writing
from metrics.store.tables import customer, feedback, invitation
from tests.chat.echo import Home, until
from tests.doubles.telegram import START, FakeTelegram

NOON = datetime.fromtimestamp(START, tz=UTC)
DAY = NOON.date()


@dataclass
class Shop:
    """The app, with a touchpoint to ask about."""

    app: App
    home: Home

    def ask(self, *, about: str = "Delivery", to: str = "telegram:77", begun_by: str = "a") -> None:
        ask(
            self.app.engine,
            outbox=self.home.outbox,
            recipient=to,
            touchpoint=about,
            language="en",
            begun_by=begun_by,
            now=self.app.clock.now(),
        )

    def nps(self) -> tuple[float | None, int]:
        days = Days(first=DAY, end=date.fromordinal(DAY.toordinal() + 2))
        figure = self.app.scores.value(ScoreQuery(metric="nps", days=days)).whole
        return figure.value, figure.n

    def rows(self) -> list[Any]:
        with reading(self.app.engine) as connection:
            return list(connection.execute(select(feedback).order_by(feedback.c.id)).mappings())


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    app = open_app(Settings(home=tmp_path, show_from=1), now=NOON)
    with writing(app.engine) as connection:
        directory.touchpoint(connection, name="delivery", channel="web", owner="Ola")
    yield Shop(app=app, home=Home(app.engine))
    app.close()


@asynccontextmanager
async def open_for_customers(shop: Shop, telegram: FakeTelegram) -> AsyncIterator[None]:
    stop = asyncio.Event()
    async with (
        telegram_bot(token="4242:x", api_url=telegram.url) as bot,
        shop.home.running(TelegramChat(bot), assistant=reception(shop.app)),
    ):
        listener = Listener(bot, inbox=shop.home.inbox, outbox=shop.home.outbox, clock=shop.app.clock, poll_s=1)
        hearing = asyncio.create_task(listener.listen(stop=stop))
        try:
            yield
        finally:
            stop.set()
            await hearing


async def said(telegram: FakeTelegram, count: int) -> str:
    await until(lambda: len(telegram.visible) >= count)
    return str(telegram.visible[count - 1]["text"])


async def test_a_tap_and_a_word_are_counted_by_the_next_question(shop: Shop) -> None:
    async with FakeTelegram() as telegram, open_for_customers(shop, telegram):
        shop.ask()
        assert "delivery" in await said(telegram, 1)
        telegram.press(telegram.visible[0], "2")
        assert "sorry" in await said(telegram, 2)
        # One detractor of one answer: 100 * (0 - 1) / 1.
        assert shop.nps() == (-100.0, 1)
        telegram.write("The parcel came late, call me on +48 601 234 567")
        assert "sorry" in await said(telegram, 3)
    (row,) = shop.rows()
    assert row["text"] == "The parcel came late, call me on +48 601 234 567"
    assert "601" not in row["redacted"]
    assert (row["channel"], row["owner"], row["kind"]) == ("web", "Ola", "survey")
    assert shop.nps() == (-100.0, 1)


async def test_a_change_of_mind_moves_the_score_and_is_not_a_second_answer(shop: Shop) -> None:
    async with FakeTelegram() as telegram, open_for_customers(shop, telegram):
        shop.ask()
        await said(telegram, 1)
        telegram.press(telegram.visible[0], "2")
        await said(telegram, 2)
        telegram.press(telegram.visible[0], "10")
        await said(telegram, 3)
    assert shop.nps() == (100.0, 1)


async def test_somebody_elses_button_answers_nothing(shop: Shop) -> None:
    async with FakeTelegram() as telegram, open_for_customers(shop, telegram):
        shop.ask()
        await said(telegram, 1)
        forged = {**telegram.visible[0], "chat": {"id": 66, "type": "private"}}
        telegram.press(forged, "0", user=66)
        await until(lambda: telegram.answered_presses)
        await asyncio.sleep(0.3)
    assert shop.rows() == []


async def test_a_customer_may_speak_unasked_and_correct_themselves(shop: Shop) -> None:
    async with FakeTelegram() as telegram, open_for_customers(shop, telegram):
        message = telegram.write("The staff in Gdansk were lovely")
        assert await said(telegram, 1) == "Thank you for telling us."
        telegram.edit(message, "The staff in Gdynia were lovely")
        await until(lambda: shop.rows()[0]["text"] == "The staff in Gdynia were lovely")
    (row,) = shop.rows()
    assert (row["kind"], row["channel"], row["language"]) == ("message", "telegram", "en")
    assert len(telegram.visible) == 1


async def test_one_chat_is_one_customer_under_a_pseudonym(shop: Shop) -> None:
    async with FakeTelegram() as telegram, open_for_customers(shop, telegram):
        for number, text in enumerate(("first visit was good", "second visit was good"), start=1):
            telegram.write(text)
            await said(telegram, number)
    with reading(shop.app.engine) as connection:
        (who,) = connection.execute(select(customer)).mappings()
    assert {row["customer_id"] for row in shop.rows()} == {who["id"]}


async def test_an_invitation_binds_the_answer_to_its_customer_and_touchpoint(shop: Shop) -> None:
    with writing(shop.app.engine) as connection:
        source = directory.known_source(connection, name="crm", kind="invitations", timezone="UTC")
        asked = registry.customers(connection, [registry.CustomerRecord(key="10482", segment="new")])["10482"]
        connection.execute(
            insert(invitation).values(
                source_id=source, external_id="i1", token="abc", customer_id=asked, touchpoint_id=1,
                instrument="nps", day=DAY.toordinal(),
            )
        )  # fmt: skip
    async with FakeTelegram() as telegram, open_for_customers(shop, telegram):
        telegram.write("/start abc", language="pl")
        assert "polecisz" in await said(telegram, 1)
        telegram.write("/start abc", language="pl")  # opened twice: the same question again
        await said(telegram, 2)
        telegram.write("9", language="pl")
        assert "9" in await said(telegram, 3)
    (row,) = shop.rows()
    assert (row["customer_id"], row["segment"], row["language"]) == (asked, "new", "pl")
    with reading(shop.app.engine) as connection:
        kept = connection.execute(select(invitation)).mappings().one()
    assert kept["feedback_id"] == row["id"]
    assert kept["started_at"] is not None
    assert kept["answered_at"] is not None
    assert shop.nps() == (100.0, 1)


@pytest.mark.parametrize(
    ("language", "hello"), [("en", "Hello"), ("pl", "Dzień dobry"), ("zh-hans", "您好"), ("zh-hant", "歡迎")]
)
async def test_a_newcomer_is_welcomed_in_their_language(shop: Shop, language: str, hello: str) -> None:
    async with FakeTelegram() as telegram, open_for_customers(shop, telegram):
        telegram.write("/start", language=language)
        assert hello in await said(telegram, 1)
    assert shop.rows() == []


def test_only_a_telegram_chat_can_be_asked(shop: Shop) -> None:
    with pytest.raises(NoRecipient):
        shop.ask(to="anna@example.com")


def test_a_wrong_touchpoint_is_told_with_the_nearest(shop: Shop) -> None:
    with pytest.raises(UnknownGroup) as caught:
        shop.ask(about="delivry")
    assert caught.value.nearest == ("delivery",)
