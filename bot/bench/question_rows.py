"""A file of questions with what they mean, one JSON object a line."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.messages import Slots
from metrics.errors import UnreadableFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question and its right reading; `after` is the id of the turn before it, `alt` other right intents."""

    id: str
    language: str
    role: str
    text: str
    intent: str
    slots: Slots
    after: str | None = None
    alt: tuple[str, ...] = field(default=())

    @property
    def answerable(self) -> bool:
        """Whether an answer is expected, not a question back or a refusal."""
        return self.intent not in {"clarify", "refuse"}


def read_questions(path: Path) -> list[Question]:
    """Read a JSONL file; raises UnreadableFile."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        raise UnreadableFile(str(path), "missing") from None
    except (OSError, UnicodeDecodeError):
        raise UnreadableFile(str(path), "unreadable") from None
    try:
        return [_question(json.loads(line)) for line in lines if line.strip()]
    except (ValueError, KeyError, TypeError):
        raise UnreadableFile(str(path), "unreadable") from None


def _question(row: dict[str, Any]) -> Question:
    return Question(
        id=row["id"],
        language=row["lang"],
        role=row["role"],
        text=row["text"],
        intent=row["intent"],
        slots=row.get("slots", {}),
        after=row.get("after"),
        alt=tuple(row.get("alt", ())),
    )


def thread_of(question: Question, questions: list[Question]) -> list[Question]:
    """Give the turns that lead to a question, the first one first, itself last."""
    by_id = {one.id: one for one in questions}
    thread = [question]
    while thread[0].after is not None and thread[0].after in by_id and len(thread) <= len(questions):
        thread.insert(0, by_id[thread[0].after])
    return thread
