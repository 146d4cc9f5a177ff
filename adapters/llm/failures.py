"""What providers raise, whichever they are, as why a model gave nothing."""

from collections.abc import Mapping
from typing import Any

TOO_MANY, OVERLOADED = 429, 529
DEFAULT_WAIT_S = 30.0


def failures(model: Any) -> tuple[type[BaseException], ...]:
    """Name what a call may raise: the provider's errors, those of the connection, and those of garbled answers."""
    import httpx  # noqa: PLC0415 comes with every provider
    from langchain_core.exceptions import LangChainException  # noqa: PLC0415 only where there is a model

    known: tuple[type[BaseException], ...] = (
        LangChainException, httpx.HTTPError, OSError, TimeoutError, ValueError, TypeError, LookupError, AttributeError,
    )  # fmt: skip
    match type(model).__module__.partition(".")[0]:
        case "langchain_openai":
            from openai import OpenAIError  # noqa: PLC0415

            return (*known, OpenAIError)
        case "langchain_anthropic":
            from anthropic import AnthropicError  # noqa: PLC0415

            return (*known, AnthropicError)
        case "langchain_ollama":
            from ollama import RequestError, ResponseError  # noqa: PLC0415

            return (*known, RequestError, ResponseError)
    return known


def status_of(error: BaseException) -> int | None:
    """Give the HTTP status an error carries."""
    status = getattr(error, "status_code", None)
    return status if isinstance(status, int) else None


def wait_of(error: BaseException) -> float:
    """Give how long the provider asks to be left alone."""
    headers = getattr(getattr(error, "response", None), "headers", None)
    said = headers.get("retry-after") if isinstance(headers, Mapping) else None
    try:
        return max(0.0, float(said)) if said is not None else DEFAULT_WAIT_S
    except ValueError:
        return DEFAULT_WAIT_S


def reason_of(error: BaseException) -> str:
    """Say why the model gave nothing: busy, late, unreachable or unusable."""
    status = status_of(error)
    if status in {TOO_MANY, OVERLOADED}:
        return "busy"
    if isinstance(error, TimeoutError) or "Timeout" in type(error).__name__:
        return "late"
    if status is not None or isinstance(error, OSError) or "Connect" in type(error).__name__:
        return "unreachable"
    return "unusable"
