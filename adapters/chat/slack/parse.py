"""What Slack tells, as messages. Pure: nothing here waits or stores."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.messages import IncomingMessage, MessageId, Openness, PersonId, Place

MENTION = re.compile(r"<@[A-Z0-9]+(\|[^>]*)?>")
LINK = re.compile(r"<(?:https?://|mailto:|tel:|#|!)[^>|]*\|?([^>]*)>")
ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A button pressed: which choice of which message of ours, and who pressed where."""

    outbox_id: int
    position: int
    message: IncomingMessage
    """Without its text, which only the outbox knows."""


def parse(body: Mapping[str, Any]) -> IncomingMessage | None:
    """Read one event callback; None if it is no message to us, or said by a bot.

    Raises KeyError if Slack changed the event, which the error reporter must see.
    """
    event = body.get("event")
    if event is None or "bot_id" in event or "subtype" in event or not _to_us(event):
        return None
    channel, thread = event["channel"], event.get("thread_ts")
    return IncomingMessage(
        id=MessageId(f"slack:{body['team_id']}:{channel}:{event['ts']}"),
        place=_place(channel, thread=thread, message=event["ts"], shared=bool(body.get("is_ext_shared_channel"))),
        sender=PersonId(f"slack:{event['user']}"),
        text=_words(event.get("text", "")),
        sent_at=_instant(event["ts"]),
        reply_to=thread,
    )


def parse_press(body: Mapping[str, Any]) -> Press | None:
    """Read a pressed button; None if it is none of ours. The same button pressed twice by a person is one message."""
    if body.get("type") != "block_actions" or "message" not in body:
        return None
    action, shown = body["actions"][0], body["message"]
    outbox_id, _, position = action.get("value", "").partition(":")
    if not (action["action_id"].startswith("choice:") and outbox_id.isdecimal() and position.isdecimal()):
        return None
    channel, user = body["channel"]["id"], body["user"]["id"]
    return Press(
        outbox_id=int(outbox_id),
        position=int(position),
        message=IncomingMessage(
            id=MessageId(f"slack:{body['team']['id']}:{channel}:{shown['ts']}:{user}:{position}"),
            place=_place(channel, thread=shown.get("thread_ts"), message=shown["ts"], shared=False),
            sender=PersonId(f"slack:{user}"),
            text="",
            sent_at=_instant(action["action_ts"]),
            reply_to=shown["ts"],
            pressed=True,
        ),
    )


def _to_us(event: Mapping[str, Any]) -> bool:
    if event["type"] == "app_mention":
        return True
    return event["type"] == "message" and event.get("channel_type") == "im"


def _place(channel: str, *, thread: str | None, message: str, shared: bool) -> Place:
    """Name the place: in a channel each message begins a thread; direct messages outside one are one conversation."""
    if channel.startswith("D"):
        openness, begun = Openness.PRIVATE, channel
    else:
        openness, begun = Openness.SHARED if shared else Openness.PUBLIC, message
    return Place(platform="slack", conversation=channel, thread=thread or begun, openness=openness)


def _words(text: str) -> str:
    said = LINK.sub(r"\1", MENTION.sub("", text))
    for entity, character in ENTITIES:
        said = said.replace(entity, character)
    return said.strip()


def _instant(ts: str) -> datetime:
    return datetime.fromtimestamp(float(ts), tz=UTC)
