"""Slack through the real slack_bolt and slack_sdk, against a server that acts as Slack's."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest

from adapters.chat.slack.listen import listen
from adapters.chat.slack.send import SlackChat, slack_client
from adapters.errors import NotAuthorised
from bot.conversation.turn import Assistant
from metrics.store.engine import writing
from tests.chat.echo import Echo, Home, Stubborn, until
from tests.doubles.slack import FakeSlack


@asynccontextmanager
async def on_slack(home: Home, slack: FakeSlack, assistant: Assistant | None = None) -> AsyncIterator[None]:
    stop = asyncio.Event()
    async with (
        slack_client(token="xoxb-1", api_url=slack.url) as client,
        home.running(SlackChat(client), assistant=assistant or Echo()),
    ):
        hearing = asyncio.create_task(
            listen(client, app_token="xapp-1", inbox=home.inbox, outbox=home.outbox, stop=stop, ping_s=0.2)
        )
        try:
            yield
        finally:
            stop.set()
            with suppress(asyncio.CancelledError):
                await hearing


async def test_a_mention_told_as_two_events_is_answered_once_in_its_thread(home: Home) -> None:
    async with FakeSlack() as slack, on_slack(home, slack):
        ts = await slack.mention("what is our NPS?")
        await until(slack.said)
        await until(lambda: len(slack.acknowledged) == 2)
        await asyncio.sleep(0.3)
        (answer,) = slack.said()
    assert answer["thread_ts"] == ts
    assert answer["channel"] == "C1"
    assert "what is our NPS?" in answer["text"]
    assert answer["unfurl_links"] in (False, "0", 0)
    assert answer["metadata"]["event_payload"]["key"] == f"answer:slack:T1:C1:{ts}"


async def test_a_direct_message_is_answered_beside_it(home: Home) -> None:
    async with FakeSlack() as slack, on_slack(home, slack):
        await slack.direct_message("hello")
        await until(slack.said)
    assert "thread_ts" not in slack.said()[0]


async def test_the_same_event_told_five_times_is_answered_once(home: Home) -> None:
    event = {"type": "app_mention", "channel": "C1", "user": "U1", "text": "<@U0BOT> hi", "ts": "1795000000.9"}
    async with FakeSlack() as slack, on_slack(home, slack):
        for _ in range(5):
            await slack.tell(event)
        await until(lambda: len(slack.acknowledged) == 5)
        await until(slack.said)
        await asyncio.sleep(0.3)
    assert len(slack.said()) == 1


async def test_a_pressed_button_says_what_it_stands_for_and_counts_once(home: Home) -> None:
    async with FakeSlack() as slack, on_slack(home, slack):
        await slack.mention("which store?")
        await until(slack.said)
        shown = slack.said()[0]
        await slack.press(shown, position=0)
        await slack.press(shown, position=0)
        await until(lambda: len(slack.said()) == 2)
        await asyncio.sleep(0.3)
    assert len(slack.said()) == 2
    assert "store:poznan" in slack.said()[1]["text"]
    assert slack.said()[1]["thread_ts"] == shown["thread_ts"]


async def test_a_button_pressed_where_it_was_not_shown_does_nothing(home: Home) -> None:
    async with FakeSlack() as slack, on_slack(home, slack):
        await slack.mention("which store?")
        await until(slack.said)
        await slack.press({**slack.said()[0], "channel": "C9"}, position=0)
        await until(lambda: len(slack.acknowledged) == 3)
        await asyncio.sleep(0.2)
    assert len(slack.said()) == 1


@pytest.mark.parametrize("fault", ["429", "500", "drop after", "drop before"])
async def test_trouble_while_sending_ends_in_one_answer(home: Home, fault: str) -> None:
    async with FakeSlack() as slack, on_slack(home, slack):
        slack.faults["chat.postMessage"].append(fault)
        await slack.mention("still there?")
        await until(lambda: slack.said() and home.outbox.unsent() == 0)
        await asyncio.sleep(0.2)
    assert len(slack.said()) == 1


async def test_an_archived_channel_is_not_tried_again(home: Home) -> None:
    async with FakeSlack() as slack, on_slack(home, slack):
        slack.faults["chat.postMessage"].append("is_archived")
        await slack.mention("anybody?")
        await until(lambda: [1 for method, _ in slack.calls if method == "chat.postMessage"])
        await asyncio.sleep(1)
    assert len([1 for method, _ in slack.calls if method == "chat.postMessage"]) == 1


async def test_a_message_is_kept_even_while_slack_does_not_know_us(home: Home) -> None:
    async with FakeSlack() as slack, on_slack(home, slack):
        await until(lambda: slack._sockets)
        slack.faults["auth.test"].extend(["internal_error"] * 3)
        await slack.mention("hello?")
        await until(slack.said)


async def test_a_refused_token_is_told_at_once(home: Home) -> None:
    async with FakeSlack() as slack, slack_client(token="xoxb-1", api_url=slack.url) as client:
        slack.faults["apps.connections.open"].append("invalid_auth")
        with pytest.raises(NotAuthorised):
            await listen(client, app_token="xapp-1", inbox=home.inbox, outbox=home.outbox, stop=asyncio.Event())


async def test_what_cannot_be_kept_is_not_acknowledged_and_is_answered_when_told_again(home: Home) -> None:
    async with FakeSlack() as slack, on_slack(home, slack):
        await until(lambda: slack._sockets)
        with writing(home.engine):  # another writer holds the database longer than a writer waits for it
            await slack.direct_message("hello?")
            await asyncio.sleep(3.5)
            assert slack.acknowledged == []
        await until(slack.said)
        await until(lambda: slack.acknowledged)
    assert len(slack.said()) == 1


async def test_a_turn_that_fails_twice_is_answered_on_the_third_try(home: Home) -> None:
    async with FakeSlack() as slack, on_slack(home, slack, Stubborn(failures=2)):
        await slack.mention("hm?")
        await until(slack.said)
    assert "hm?" in slack.said()[0]["text"]


async def test_a_turn_that_always_fails_ends_in_a_reason_and_a_dead_letter(home: Home) -> None:
    async with FakeSlack() as slack, on_slack(home, slack, Stubborn(failures=99)):
        await slack.mention("hm?")
        await until(slack.said)
    assert "M-1" in slack.said()[0]["text"]
    assert home.inbox.unfinished() == 0
