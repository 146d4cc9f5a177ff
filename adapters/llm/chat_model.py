"""A chat model through LangChain, with one wall clock over every call: a slow stream is cut off like a silent one."""

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from adapters.llm.failures import failures, reason_of, wait_of
from bot.ports import ModelCall, ModelFailed, ModelReply, ModelTurn

LONGEST_ANSWER = 20_000
"""Characters; what is asked for takes a few hundred."""
TRIES = 2
"""A call whose connection broke is made once more, if there is time."""

log = logging.getLogger(__name__)


class LangChainModel:
    """Asks the model of a provider. Its first call loads LangChain."""

    def __init__(
        self, name: str, *, url: str = "", key: str | None = None, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self.name = name
        self._url = url
        self._key = key
        self._monotonic = monotonic
        self._busy_until = 0.0
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None

    def ask(
        self, turns: Sequence[ModelTurn], *, tools: Sequence[Mapping[str, object]], timeout_s: float, most_tokens: int
    ) -> ModelReply:
        """Give the model's next turn within the time; raises ModelFailed."""
        if self._monotonic() < self._busy_until:
            raise ModelFailed("busy")
        ends = self._monotonic() + timeout_s
        for attempt in range(1, TRIES + 1):
            try:
                return self._once(turns, tools=tools, timeout_s=ends - self._monotonic(), most_tokens=most_tokens)
            except ModelFailed as failed:
                if failed.reason != "unreachable" or attempt == TRIES or self._monotonic() >= ends:
                    raise
        raise ModelFailed("unreachable")

    def _once(
        self, turns: Sequence[ModelTurn], *, tools: Sequence[Mapping[str, object]], timeout_s: float, most_tokens: int
    ) -> ModelReply:
        if timeout_s <= 0:
            raise ModelFailed("late")
        model = self._model(most_tokens)
        asked = model.bind_tools([dict(tool) for tool in tools]) if tools else model
        call = _untraced(asked, [_written(turn) for turn in turns], timeout_s=timeout_s)
        try:
            return _read(asyncio.run_coroutine_threadsafe(call, self._running()).result())
        except failures(model) as error:
            reason = reason_of(error)
            if reason == "busy":
                self._busy_until = self._monotonic() + wait_of(error)
            log.warning("the language model gave nothing: %s (%s)", reason, type(error).__name__)
            raise ModelFailed(reason) from None  # the error may quote what was sent

    def _model(self, most_tokens: int) -> Any:
        from langchain.chat_models import init_chat_model  # noqa: PLC0415 seconds, and only with a model configured

        more: dict[str, Any] = {"base_url": self._url} if self._url else {}
        if self._key:
            more["api_key"] = self._key
        try:
            return init_chat_model(self.name, temperature=0, max_tokens=most_tokens, max_retries=0, **more)
        except (ImportError, ValueError) as error:
            log.error("the language model %s cannot be used: %s", self.name, type(error).__name__)  # noqa: TRY400 no key in a traceback
            raise ModelFailed("unreachable") from None

    def _running(self) -> asyncio.AbstractEventLoop:
        """Give the one loop that calls run in, in a thread of its own, so that a connection outlives a call."""
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                threading.Thread(target=self._loop.run_forever, name="llm", daemon=True).start()
            return self._loop


async def _untraced(model: Any, messages: list[Any], *, timeout_s: float) -> Any:
    """Call the model and nobody else: what LangChain's environment says of tracing is not heeded."""
    from langsmith import tracing_context  # noqa: PLC0415 comes with LangChain

    with tracing_context(enabled=False):
        return await asyncio.wait_for(model.ainvoke(messages), timeout_s)


def _written(turn: ModelTurn) -> Any:
    from langchain_core.messages import AIMessage, HumanMessage, SystemMessage, ToolMessage  # noqa: PLC0415

    match turn.role:
        case "system":
            return SystemMessage(turn.text)
        case "user":
            return HumanMessage(turn.text)
        case "tool":
            return ToolMessage(turn.text, tool_call_id=turn.answers or "")
        case "model":
            calls = [{"name": call.name, "args": dict(call.arguments), "id": call.id} for call in turn.calls]
            return AIMessage(turn.text, tool_calls=calls)


def _read(answer: Any) -> ModelReply:
    text = answer.text if isinstance(answer.text, str) else str(answer.content)
    if len(text) > LONGEST_ANSWER:
        raise ValueError("an answer of absurd length")
    calls = tuple(
        ModelCall(id=str(call["id"]), name=str(call["name"]), arguments=dict(call["args"]))
        for call in answer.tool_calls
    )
    usage = answer.usage_metadata or {}
    tokens = usage.get("total_tokens")
    return ModelReply(text=text, calls=calls, tokens=tokens if isinstance(tokens, int) and tokens >= 0 else None)
