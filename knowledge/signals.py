"""What a text says besides how it feels: emotions, why it is urgent, what is intended; with the words it rests on.

A negation takes back what follows it: "I do not want a refund" asks for none, "do not recommend" is an intent of its
own. Two passes over the words serve all of it.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from knowledge.lexicon import EVERY, Turn, languages, section_of
from knowledge.phrases import PhraseBook, entries
from knowledge.script import HAN
from knowledge.sentiment import REACH, Spotted, Tone

Field = Literal["emotion", "urgency", "intent"]

EMOTIONS = ("anger", "disappointment", "anxiety", "confusion", "joy", "gratitude")
REASONS = {
    "safety": 1.0, "legal": 0.9, "vulnerable": 0.7, "money": 0.7, "deadline": 0.5, "public": 0.5, "waiting": 0.4,
}  # fmt: skip
"""Why something cannot wait, and how pressing that is by itself."""
INTENTS = ("leave", "refund", "buy_again", "recommend")
NOT_RECOMMENDED = "not_recommend"
CALM = ("vulnerable", "deadline")
"""Reasons that only count in a text with another complaint: a baby or a wedding alone is no emergency."""
NEAR = 6
"""Tokens between a person and the words that praise them."""
PERSON_WORDS, QUESTION_WORDS = "praise_person_words", "question_words"

Sense = tuple[str, str]
"""Field and label."""
NEGATION: Sense = ("turn", "negation")
REACH_CHINESE = 2
"""Characters that a negation reaches: an adverb may stand between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One thing a text says; value: 0 to 1, intensity of an emotion or how pressing a reason is."""

    field: Field
    label: str
    value: float
    words: tuple[str, ...]


def signals_in(text: str, tone: Tone, *, language: str | None) -> list[Signal]:
    """Give what a text says, in the order of the fields; `tone` is how it sounds."""
    found: dict[Sense, list[str]] = defaultdict(list)
    people: list[tuple[int, str]] = []
    asked: list[str] = []
    for at, words, (field, label), negated in _hits(tone.tokens, language):
        if label == PERSON_WORDS:
            people.append((at, words))
        elif label == QUESTION_WORDS:
            asked.append(words)
        elif not negated:
            found[field, label].append(words)
        elif label == "recommend":
            found[field, NOT_RECOMMENDED].append(words)
    return [
        *_emotions(found, text),
        *_urgency(found, tone.spotted),
        *(_signal(field, label, words) for (field, label), words in found.items() if field == "intent"),
        *_legal_or_safety(found),
        *_question(text, asked),
        *_praise(people, tone.spotted),
    ]


def _hits(tokens: list[str], language: str | None) -> Iterator[tuple[int, str, Sense, bool]]:
    book = _book(language)
    at, negated_until = 0, -1
    while at < len(tokens):
        hit = book.at(tokens, at)
        if NEGATION in hit.meaning if hit is not None else tokens[at].endswith("n't"):
            length = hit.length if hit is not None else 1
            negated_until = at + length + (REACH_CHINESE if HAN.match(tokens[at]) else REACH)
        elif hit is not None:
            yield from ((at, hit.words, sense, at < negated_until) for sense in hit.meaning)
        elif not tokens[at][0].isalnum():
            negated_until = -1
        at += hit.length if hit is not None else 1


def _emotions(found: dict[Sense, list[str]], text: str) -> Iterator[Signal]:
    louder = 0.2 if "!" in text or "！" in text or text.isupper() else 0.0
    for label in EMOTIONS:
        if words := found.get(("emotion", label)):
            yield _signal("emotion", label, words, value=min(1.0, 0.3 + 0.2 * len(words) + louder))


def _urgency(found: dict[Sense, list[str]], feelings: tuple[Spotted, ...]) -> Iterator[Signal]:
    complains = any(one.value <= -0.5 for one in feelings)
    for label, pressing in REASONS.items():
        words = found.get(("urgency", label))
        if words and (complains or label not in CALM):
            yield _signal("urgency", label, words, value=pressing)


def _legal_or_safety(found: dict[Sense, list[str]]) -> Iterator[Signal]:
    words = [*found.get(("urgency", "legal"), ()), *found.get(("urgency", "safety"), ())]
    if words:
        yield _signal("intent", "legal_or_safety", words)


def _question(text: str, asked: list[str]) -> Iterator[Signal]:
    if ("?" in text or "？" in text) and (asked or text.rstrip().endswith(("?", "？"))):
        yield _signal("intent", "question", asked[:1] or ["?"])


def _praise(people: list[tuple[int, str]], feelings: tuple[Spotted, ...]) -> Iterator[Signal]:
    for at, person in people:
        near = [one for one in feelings if one.value >= 1 and abs(one.at - at) <= NEAR]
        if near:
            yield _signal("intent", "praise_person", [person, *(one.words for one in near)])
            return


def _signal(field: str, label: str, words: list[str], *, value: float = 1.0) -> Signal:
    kept: Field = "emotion" if field == "emotion" else "urgency" if field == "urgency" else "intent"
    return Signal(field=kept, label=label, value=value, words=tuple(dict.fromkeys(words)))


def _book(language: str | None) -> PhraseBook[tuple[Sense, ...]]:
    code = (language or "").split("-", maxsplit=1)[0]
    return _books((code,) if code in languages() else languages())


@lru_cache(maxsize=32)
def _books(codes: tuple[str, ...]) -> PhraseBook[tuple[Sense, ...]]:
    senses: dict[str, list[Sense]] = defaultdict(list)
    lists = [("emotion", EMOTIONS), ("urgency", tuple(REASONS)), ("intent", (*INTENTS, PERSON_WORDS, QUESTION_WORDS))]
    for code in (EVERY, *codes):
        for entry in entries(section_of(code, "sentiment"), Turn.NEGATION.value):
            senses[entry].append(NEGATION)
        for field, labels in lists:
            section = section_of(code, field)
            for label in labels:
                for entry in entries(section, label):
                    senses[entry].append((field, label))
    return PhraseBook((entry, tuple(dict.fromkeys(meaning))) for entry, meaning in senses.items())
