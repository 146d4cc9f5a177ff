"""Files on Slack and Telegram: sent with the reply, or said where they lie."""

from adapters.chat.slack.send import SlackChat, slack_client
from adapters.chat.telegram.send import TelegramChat, telegram_bot
from bot.messages import Attachment, Line, Outcome, Paragraph, Reply
from bot.ports import Outgoing
from tests.doubles.slack import FakeSlack
from tests.doubles.telegram import FakeTelegram

FILES = {"detractors.csv": b'"n"\r\n1\r\n'}


def outgoing(conversation: str, name: str = "detractors.csv", *, attempt: int = 1) -> Outgoing:
    left = Line(key="export-left", args={"name": name})
    blocks = (Paragraph(line=Line(key="export-without-personal-data")), Attachment(name=name, otherwise=left))
    reply = Reply(outcome=Outcome.ANSWER, intent="export", blocks=blocks)
    return Outgoing(
        id=1, key="answer:1", conversation=conversation, thread=None, recipient=None, language="en", reply=reply,
        attempt=attempt,
    )  # fmt: skip


async def test_slack_gets_the_file_and_gets_it_once() -> None:
    async with FakeSlack() as slack, slack_client(token="xoxb-1", api_url=slack.url) as client:
        chat = SlackChat(client, files=FILES.get)
        await chat.send(outgoing("C1"))
        await chat.send(outgoing("C1", attempt=2))
    file, words = slack.said()
    assert list(slack.uploaded.values()) == [FILES["detractors.csv"]]
    assert file["files"][0]["name"] == "detractors.csv"
    assert "Without personal data" in str(words["blocks"])


async def test_slack_is_told_where_a_file_lies_that_cannot_be_sent() -> None:
    async with FakeSlack() as slack, slack_client(token="xoxb-1", api_url=slack.url) as client:
        await SlackChat(client, files=FILES.get).send(outgoing("C1", "elsewhere.csv"))
    assert "elsewhere.csv" in str([message["blocks"] for message in slack.said()])


async def test_telegram_gets_the_file_or_is_told_where_it_lies() -> None:
    async with FakeTelegram() as telegram, telegram_bot(token="4242:x", api_url=telegram.url) as bot:
        chat = TelegramChat(bot, files=FILES.get)
        await chat.send(outgoing("7"))
        await chat.send(outgoing("7", "elsewhere.csv"))
    _, file, _, lost = telegram.visible
    assert (file["name"], file["file"]) == ("detractors.csv", FILES["detractors.csv"])
    assert "elsewhere.csv" in lost["text"]
