"""What is written to a customer: into their own chat with us, committed with what caused it, said once."""

from datetime import datetime

from sqlalchemy import Connection

from bot.messages import Line, Outcome, Paragraph, Reply
from bot.store.codec import reply_to_json
from bot.store.once import insert_once
from bot.store.tables import outbox

INTENT = "case"


def letter(text: str) -> Reply:
    """Say words as they stand."""
    said = Paragraph(line=Line(key="case-letter", args={"text": text}))
    return Reply(outcome=Outcome.ANSWER, intent=INTENT, blocks=(said,))


def write_to_customer(
    connection: Connection, *, chat: str, key: str, reply: Reply, language: str, timezone: str, at: datetime
) -> None:
    """Put what is to be said to a customer into the outbox; `chat` is telegram:456."""
    platform, _, conversation = chat.partition(":")
    row = {
        "key": key,
        "platform": platform,
        "conversation": conversation,
        "thread": None,
        "recipient": None,
        "language": language,
        "body": {"reply": reply_to_json(reply), "timezone": timezone},
        "created_at": at,
        "state": "new",
        "not_before": at,
        "attempts": 0,
    }
    insert_once(connection, outbox, [row])
