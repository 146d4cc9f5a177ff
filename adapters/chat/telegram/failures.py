"""What Telegram answers when it refuses, as our errors: core.telegram.org/bots/api#making-requests."""

from datetime import timedelta

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from adapters.errors import AdapterError, NotAccepted, NotAuthorised, SendFailed, Unreachable, Unsure

NOBODY = (
    "chat not found",
    "user is deactivated",
    "group chat was deactivated",
    "peer_id_invalid",
    "chat_write_forbidden",
)


def failure_of(error: TelegramError) -> AdapterError:
    """Say who must act: nobody (later), an operator (our token), or nobody ever."""
    match error:
        case RetryAfter():
            return SendFailed("ratelimited", retry_after_s=seconds(error.retry_after))
        case Forbidden():
            return Unreachable("forbidden")
        case InvalidToken():
            return NotAuthorised("telegram", error.message)
        case ChatMigrated():
            return NotAccepted("the group moved to another id")
        case BadRequest():
            gone = any(word in error.message.casefold() for word in NOBODY)
            return Unreachable(error.message) if gone else NotAccepted(error.message)
        case _:
            return Unsure(type(error).__name__)


def seconds(wait: int | timedelta) -> float:
    """Read a wait, whichever way the library gives it."""
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
