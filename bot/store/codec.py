"""Messages and replies as JSON and back, exactly: what the inbox, the outbox and the conversation's memory keep.

The types say how: each field is read by its annotation. Where an annotation allows several classes, the JSON names the
one it holds under `is`; plain text and counts stand as they are.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from types import UnionType
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

from bot.messages import IncomingMessage, Reply

TAG, ISO = "is", "iso"
ALREADY_JSON = frozenset({"slots"})
"""Fields that hold JSON as it is, whatever it looks like."""


def reply_to_json(reply: Reply) -> dict[str, Any]:
    """Write a reply as JSON."""
    return _fields_to_json(reply)


def reply_from_json(data: Mapping[str, Any]) -> Reply:
    """Read a reply; what `reply_to_json` wrote comes back equal."""
    reply: Reply = _dataclass_from_json(Reply, data)
    return reply


def message_to_json(message: IncomingMessage) -> dict[str, Any]:
    """Write a message as JSON."""
    return _fields_to_json(message)


def message_from_json(data: Mapping[str, Any]) -> IncomingMessage:
    """Read a message; what `message_to_json` wrote comes back equal."""
    message: IncomingMessage = _dataclass_from_json(IncomingMessage, data)
    return message


@lru_cache(maxsize=64)
def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls)


def _fields_to_json(value: Any) -> dict[str, Any]:
    cls: Any = type(value)
    hints = _hints(cls)
    return {
        item.name: dict(getattr(value, item.name))
        if item.name in ALREADY_JSON
        else _to_json(hints[item.name], getattr(value, item.name))
        for item in fields(value)
    }


def _dataclass_from_json(cls: Any, data: Mapping[str, Any]) -> Any:
    hints = _hints(cls)
    return cls(**{
        name: value if name in ALREADY_JSON else _from_json(hints[name], value)
        for name, value in data.items()
        if name != TAG
    })  # fmt: skip


def _to_json(hint: Any, value: Any) -> Any:
    if isinstance(value, tuple):
        inner = get_args(hint)[0]
        return [_to_json(inner, item) for item in value]
    if isinstance(value, Mapping):
        inner = get_args(hint)[1]
        return {key: _to_json(inner, item) for key, item in value.items()}
    if isinstance(value, Enum):
        return value.value
    tag = {TAG: type(value).__name__} if len(_arms(hint)) > 1 else {}
    if is_dataclass(value):
        return tag | _fields_to_json(value)
    if isinstance(value, date):
        return tag | {ISO: value.isoformat()}
    return value


def _from_json(hint: Any, data: Any) -> Any:
    arms = _arms(hint)
    if len(arms) > 1:
        return data if not isinstance(data, dict) else _one_from_json(_named(arms, data[TAG]), data)
    return None if data is None else _one_from_json(arms[0], data)


def _one_from_json(hint: Any, data: Any) -> Any:
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return tuple(_from_json(inner, item) for item in data)
    if get_origin(hint) is not None:
        return data if get_origin(hint) is Literal else _mapping_from_json(get_args(hint)[1], data)
    if isinstance(hint, NewType):
        return data
    if is_dataclass(hint):
        return _dataclass_from_json(hint, data)
    if issubclass(hint, date):
        return hint.fromisoformat(data[ISO])
    return hint(data) if issubclass(hint, Enum) else data


def _mapping_from_json(inner: Any, data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _from_json(inner, item) for key, item in data.items()}


def _arms(hint: Any) -> tuple[Any, ...]:
    """List what a value may be, None apart."""
    if isinstance(hint, UnionType) or get_origin(hint) is Union:
        return tuple(arm for arm in get_args(hint) if arm is not type(None))
    return (hint,)


def _named(arms: tuple[Any, ...], name: str) -> Any:
    return next(arm for arm in arms if arm.__name__ == name)
