"""What Telegram tells, as messages. Pure: nothing here waits or stores."""

from dataclasses import dataclass
from datetime import datetime

from telegram import CallbackQuery, Chat, Message, Update, User

from bot.messages import IncomingMessage, MessageId, Openness, PersonId, Place

LANGUAGES = {
    "zh-hans": "zh-Hans",
    "zh-cn": "zh-Hans",
    "zh": "zh-Hans",
    "zh-hant": "zh-Hant",
    "zh-tw": "zh-Hant",
    "zh-hk": "zh-Hant",
}
"""Telegram's language codes, in lower case, where ours differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A button pressed: which choice of which message of ours, and who pressed where."""

    outbox_id: int
    position: int
    message: IncomingMessage
    """Without its text, which only the outbox knows."""


def parse(update: Update, *, bot_name: str) -> IncomingMessage | None:
    """Read an update; None if it is no message to us. In a group only what names us or answers us is to us."""
    message = update.message or update.edited_message
    if message is None or message.from_user is None or message.from_user.is_bot:
        return None
    text = message.text or message.caption or ""
    if message.chat.type != Chat.PRIVATE and not _to_us(message, text, bot_name):
        return None
    said = MessageId(f"telegram:{message.chat.id}:{message.message_id}")
    edited = message.edit_date if update.edited_message is not None else None
    return IncomingMessage(
        id=said if edited is None else MessageId(f"{said}:{int(edited.timestamp())}"),
        place=_place(message.chat),
        sender=_person(message.from_user),
        text=text.replace(f"@{bot_name}", "").strip(),
        sent_at=message.date if edited is None else edited,
        reply_to=None if message.reply_to_message is None else str(message.reply_to_message.message_id),
        language=_language(message.from_user),
        edit_of=None if edited is None else said,
    )


def parse_press(query: CallbackQuery, *, now: datetime) -> Press | None:
    """Read a pressed button; None if it is none of ours. Telegram does not say when it was pressed: `now`."""
    outbox_id, _, position = (query.data or "").partition(":")
    if query.message is None or not (outbox_id.isdecimal() and position.isdecimal()):
        return None
    return Press(
        outbox_id=int(outbox_id),
        position=int(position),
        message=IncomingMessage(
            id=MessageId(f"telegram:press:{query.id}"),
            place=_place(query.message.chat),
            sender=_person(query.from_user),
            text="",
            sent_at=now,
            reply_to=str(query.message.message_id),
            pressed=True,
            language=_language(query.from_user),
        ),
    )


def _to_us(message: Message, text: str, bot_name: str) -> bool:
    answered = message.reply_to_message
    to_ours = answered is not None and answered.from_user is not None and answered.from_user.username == bot_name
    return to_ours or f"@{bot_name}".casefold() in text.casefold()


def _place(chat: Chat) -> Place:
    openness = Openness.PRIVATE if chat.type == Chat.PRIVATE else Openness.PUBLIC
    return Place(platform="telegram", conversation=str(chat.id), thread=str(chat.id), openness=openness)


def _person(user: User) -> PersonId:
    return PersonId(f"telegram:{user.id}")


def _language(user: User) -> str | None:
    code = user.language_code
    return None if code is None else LANGUAGES.get(code.lower(), code.partition("-")[0])
