"""Charts on Slack and Telegram: a picture with words for whoever cannot see it, or letters."""

from dataclasses import dataclass

import pytest

from adapters.chat.slack.send import SlackChat, slack_client
from adapters.chat.telegram.send import TelegramChat, telegram_bot
from adapters.errors import CannotDraw, SendFailed
from bot.messages import Chart, Outcome, Paragraph, Reply
from bot.ports import Outgoing, Picture
from bot.say import Say
from tests.charts.company import trend
from tests.doubles.slack import FakeSlack
from tests.doubles.telegram import FakeTelegram


@dataclass(frozen=True, slots=True)
class Drawn:
    """A port that draws the same picture always, or never."""

    able: bool = True

    def draw(self, chart: Chart, *, say: Say) -> Picture:
        if not self.able:
            raise CannotDraw("no")
        return Picture(png=b"\x89PNG...", alt=say.text(chart.finding))


def outgoing(conversation: str, *, thread: str | None = None, attempt: int = 1) -> Outgoing:
    chart = trend()
    blocks = (Paragraph(line=chart.finding, strong=True), chart)
    reply = Reply(outcome=Outcome.ANSWER, intent="chart", blocks=blocks)
    return Outgoing(
        id=1, key="answer:1", conversation=conversation, thread=thread, recipient=None, language="en", reply=reply,
        attempt=attempt,
    )  # fmt: skip


async def test_slack_gets_the_picture_with_its_alternative_text_in_the_thread() -> None:
    async with FakeSlack() as slack, slack_client(token="xoxb-1", api_url=slack.url) as client:
        await SlackChat(client, charts=Drawn()).send(outgoing("C1", thread="1.2"))
    picture, words = slack.said()
    assert picture["files"][0]["alt_txt"] == "NPS +20.0"
    assert list(slack.uploaded.values()) == [b"\x89PNG..."]
    assert picture["thread_ts"] == words["thread_ts"] == "1.2"
    assert "●" not in str(words["blocks"])


async def test_a_picture_that_arrived_is_not_sent_again() -> None:
    async with FakeSlack() as slack, slack_client(token="xoxb-1", api_url=slack.url) as client:
        chat = SlackChat(client, charts=Drawn())
        slack.faults["chat.postMessage"].append("500")
        with pytest.raises(SendFailed):
            await chat.send(outgoing("C1", thread="1.2"))
        await chat.send(outgoing("C1", thread="1.2", attempt=2))
    assert [bool(message.get("files")) for message in slack.said()] == [True, False]


async def test_slack_without_the_right_to_upload_gets_letters() -> None:
    async with FakeSlack() as slack, slack_client(token="xoxb-1", api_url=slack.url) as client:
        slack.faults["files.getUploadURLExternal"].append("missing_scope")
        await SlackChat(client, charts=Drawn()).send(outgoing("C1"))
    assert "●" in str([message["blocks"] for message in slack.said()])


async def test_what_cannot_be_drawn_is_drawn_in_letters() -> None:
    async with FakeSlack() as slack, slack_client(token="xoxb-1", api_url=slack.url) as client:
        await SlackChat(client, charts=Drawn(able=False)).send(outgoing("C1"))
    (words,) = slack.said()
    assert "●" in str(words["blocks"])


async def test_telegram_gets_the_picture_captioned_with_what_it_shows() -> None:
    async with FakeTelegram() as telegram, telegram_bot(token="4242:x", api_url=telegram.url) as bot:
        await TelegramChat(bot, charts=Drawn()).send(outgoing("77"))
    (shown,) = telegram.visible
    assert shown["caption"] == "NPS +20.0"
    assert shown["picture"] == b"\x89PNG..."
