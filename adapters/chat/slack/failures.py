"""What Slack answers when it refuses, as our errors: docs.slack.dev/reference/methods/chat.postMessage#errors."""

from slack_sdk.errors import SlackApiError

from adapters.errors import AdapterError, NotAccepted, NotAuthorised, SendFailed, Unreachable, Unsure

GONE = frozenset({
    "channel_not_found", "not_in_channel", "is_archived", "user_not_found", "users_not_found", "user_disabled",
    "cannot_dm_bot", "channel_is_limited_access", "restricted_action", "thread_not_found", "messages_tab_disabled",
})  # fmt: skip
OUR_TOKEN = frozenset({
    "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "missing_scope",
    "org_login_required", "no_permission",
})  # fmt: skip
TOO_MANY, SERVER_ERROR = 429, 500
DEFAULT_WAIT_S = 30.0


def failure_of(error: SlackApiError) -> AdapterError:
    """Say who must act: nobody (later), an operator (our token), or nobody ever."""
    status = int(getattr(error.response, "status_code", SERVER_ERROR) or SERVER_ERROR)
    problem = str(error.response.get("error", "")) if isinstance(getattr(error.response, "data", None), dict) else ""
    if status == TOO_MANY or problem in {"ratelimited", "rate_limited"}:
        headers = getattr(error.response, "headers", {})
        return SendFailed("ratelimited", retry_after_s=float(headers.get("Retry-After", DEFAULT_WAIT_S)))
    if problem in OUR_TOKEN:
        return NotAuthorised("slack", problem)
    if problem in GONE:
        return Unreachable(problem)
    if status >= SERVER_ERROR or problem in {
        "",
        "internal_error",
        "fatal_error",
        "service_unavailable",
        "request_timeout",
    }:
        return Unsure(problem or f"HTTP {status}")
    return NotAccepted(problem)
