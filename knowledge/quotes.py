"""Quotes: words of a customer that stand, character for character, in the stored record, or are refused."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.tokens import Concept, runs, stem_of, words
from metrics.feedback import FeedbackRow
from metrics.scope import Scope
from metrics.store.feedback import FeedbackReader

LONGEST = 240
"""Characters a quote takes in a chat message before it is cut."""

_SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？\n]*")
_JOINS = {"\u200d", "\ufe0e", "\ufe0f"}
"""Zero-width joiner and variation selectors: the character after or before belongs to the one it is joined to."""


class QuoteRefused(Exception):
    """These words do not stand in the record, or the record may not be seen."""

    def __init__(self, feedback_id: int) -> None:
        super().__init__(feedback_id)
        self.feedback_id = feedback_id


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedQuote:
    """A stretch of a stored record; where it was cut, an ellipsis belongs outside of it."""

    feedback: FeedbackRow
    text: str
    cut_before: bool
    cut_after: bool


def verify_quote(
    reader: FeedbackReader, feedback_id: int, text: str, *, within: Scope, originals: bool = False
) -> VerifiedQuote:
    """Give the quote if `text` is a stretch of the record; raises QuoteRefused.

    `originals`: whether the asker may see what redaction took out; else only the redacted copy counts.
    """
    rows = reader.get([feedback_id], within=within)
    stored = reader.texts([feedback_id], within=within).get(feedback_id)
    if not rows or stored is None or not text.strip():
        raise QuoteRefused(feedback_id)
    for record in (stored.redacted, *([stored.original] if originals else [])):
        if text in record:
            return _quote(rows[0], text, record=record)
    raise QuoteRefused(feedback_id)


def representative_quote(
    row: FeedbackRow, question: Sequence[Concept] = (), *, longest: int = LONGEST
) -> VerifiedQuote:
    """Quote the stretch of a row's redacted text that has most of what is looked for; raises QuoteRefused."""
    if not row.text:
        raise QuoteRefused(row.id)
    return _quote(row, _stretch(row.text, question, longest=longest), record=row.text)


def _quote(row: FeedbackRow, text: str, *, record: str) -> VerifiedQuote:
    start = record.find(text)
    if start < 0:
        raise QuoteRefused(row.id)
    before, after = record[:start], record[start + len(text) :]
    return VerifiedQuote(feedback=row, text=text, cut_before=bool(before.strip()), cut_after=bool(after.strip()))


def _stretch(text: str, question: Sequence[Concept], *, longest: int) -> str:
    if len(text) <= longest:
        return text.strip()
    sentences = [match.span() for match in _SENTENCE.finditer(text)] or [(0, len(text))]
    meets = [_meets(text[start:end], question) for start, end in sentences]
    best = meets.index(max(meets))
    start, end = sentences[best]
    for _, following in sentences[best + 1 :]:
        if following - start > longest:
            break
        end = following
    if end - start > longest:
        start, end = _cut(text, start, end, question=question, longest=longest)
    return text[start:end].strip()


def _meets(text: str, question: Sequence[Concept]) -> int:
    had = set(words(text))
    had.update(filter(None, map(stem_of, list(had))))
    return sum(concept.term in had or concept.stem in had for concept in question)


def _cut(text: str, start: int, end: int, *, question: Sequence[Concept], longest: int) -> tuple[int, int]:
    """Cut a long sentence around the first thing that is looked for, between words and never inside a character."""
    first = next((at for at, stop, _ in runs(text[start:end]) if _meets(text[start + at : start + stop], question)), 0)
    begin = start + max(0, min(first - longest // 3, end - start - longest))
    stop = min(begin + longest, end)
    while begin > start and _inside(text, begin):
        begin += 1
    while begin < stop < end and _inside(text, stop):
        stop -= 1
    return (begin, stop) if begin < stop else (start, start + longest)


def _inside(text: str, at: int) -> bool:
    """Say whether a cut before `at` would part a word or a character."""
    before, after = text[at - 1], text[at]
    if unicodedata.combining(after) or after in _JOINS or before in _JOINS:
        return True
    return before.isascii() and before.isalnum() and after.isalnum()
