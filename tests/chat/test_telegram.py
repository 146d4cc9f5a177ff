"""Telegram through the real python-telegram-bot, against a server that acts as the Bot API."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from adapters.chat.telegram.listen import Listener
from adapters.chat.telegram.send import TelegramChat, telegram_bot
from adapters.errors import NotAuthorised
from bot.conversation.turn import Assistant
from metrics.store.engine import writing
from tests.chat.echo import Echo, Home, Talkative, until
from tests.doubles.telegram import FakeTelegram


@asynccontextmanager
async def on_telegram(home: Home, telegram: FakeTelegram, assistant: Assistant | None = None) -> AsyncIterator[None]:
    stop = asyncio.Event()
    async with (
        telegram_bot(token="4242:x", api_url=telegram.url) as bot,
        home.running(TelegramChat(bot), assistant=assistant or Echo()),
    ):
        listener = Listener(bot, inbox=home.inbox, outbox=home.outbox, clock=home.clock, poll_s=1)
        hearing = asyncio.create_task(listener.listen(stop=stop))
        try:
            yield
        finally:
            stop.set()
            await hearing


async def test_a_message_is_answered_and_then_confirmed(home: Home) -> None:
    async with FakeTelegram() as telegram, on_telegram(home, telegram):
        telegram.write("what is our NPS?")
        await until(lambda: telegram.visible and telegram.confirmed)
    (answer,) = telegram.visible
    assert "what is our NPS?" in answer["text"]
    assert answer["link_preview_options"] == {"is_disabled": True}
    assert "parse_mode" not in answer


async def test_a_pressed_button_says_what_it_stands_for(home: Home) -> None:
    async with FakeTelegram() as telegram, on_telegram(home, telegram):
        telegram.write("which store?")
        await until(lambda: telegram.visible)
        telegram.press(telegram.visible[0], "Poznań")
        await until(lambda: len(telegram.visible) == 2)
        await until(lambda: telegram.answered_presses)
    assert "store:poznan" in telegram.visible[1]["text"]


async def test_the_same_update_told_again_is_answered_once(home: Home) -> None:
    async with FakeTelegram() as telegram, on_telegram(home, telegram):
        message = telegram.write("hello")
        await until(lambda: telegram.visible)
        telegram.tell({"message": message})
        await until(lambda: not telegram._updates)
        await asyncio.sleep(0.3)
    assert len(telegram.visible) == 1


async def test_too_many_messages_wait_as_long_as_telegram_says(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # without it the library warns of its own next version
    async with FakeTelegram() as telegram, on_telegram(home, telegram):
        telegram.faults["sendMessage"].append("429")
        telegram.write("hello")
        await until(lambda: telegram.visible)
    sends = [arguments for method, arguments in telegram.calls if method == "sendMessage"]
    assert len(sends) == 2


async def test_a_long_answer_put_off_half_way_goes_on_from_there(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    async with FakeTelegram() as telegram, on_telegram(home, telegram, Talkative()):
        telegram.faults["sendMessage"].extend(["none", "429"])
        telegram.write("tell me everything")
        await until(lambda: telegram.confirmed and telegram.visible and home.outbox.unsent() == 0)
        await until(lambda: "#1" in telegram.visible[-1]["text"])
    said = "".join(message["text"] for message in telegram.visible)
    assert said.count("word0 ") == 1
    assert said.count("word1199") == 1


async def test_whoever_blocked_the_bot_is_not_tried_again(home: Home) -> None:
    async with FakeTelegram() as telegram, on_telegram(home, telegram):
        telegram.faults["sendMessage"].append("403")
        telegram.write("hello")
        await until(lambda: home.inbox.unfinished() == 0 and telegram.confirmed)
        await asyncio.sleep(1.2)
    assert telegram.visible == []
    assert len([1 for method, _ in telegram.calls if method == "sendMessage"]) == 1


async def test_in_a_group_only_what_names_the_bot_is_answered(home: Home) -> None:
    group = {"id": -5, "type": "group", "title": "staff"}
    async with FakeTelegram() as telegram, on_telegram(home, telegram):
        telegram.write("lunch?", chat=group)
        telegram.write("@cxbot_test_bot NPS?", chat=group)
        await until(lambda: telegram.visible)
        await asyncio.sleep(0.2)
    (answer,) = telegram.visible
    assert answer["chat_id"] == "-5"
    assert "“NPS?”" in answer["text"]


async def test_what_cannot_be_kept_is_not_confirmed_and_is_answered_when_told_again(home: Home) -> None:
    async with FakeTelegram() as telegram, on_telegram(home, telegram):
        with writing(home.engine):  # another writer holds the database longer than a writer waits for it
            telegram.write("hello?")
            await asyncio.sleep(3.5)
            assert telegram.confirmed == 0
        await until(lambda: telegram.visible and telegram.confirmed)
    assert len(telegram.visible) == 1


async def test_a_wrong_token_is_told_at_once() -> None:
    async with FakeTelegram() as telegram:
        telegram.faults["getMe"].append("401")
        with pytest.raises(NotAuthorised):
            async with telegram_bot(token="4242:x", api_url=telegram.url):
                pass
