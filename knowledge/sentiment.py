"""How a text feels, from word lists of our own with negation. What a model learns (`sentiment_model`) begins with it.

A negation turns what follows it within three words; in Chinese what stands right behind it. A "but" makes what follows
weigh more than what went before.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt, tanh

from knowledge.language import language_of
from knowledge.lexicon import Lexicon, Meaning, Turn, lexicon_of
from knowledge.phrases import Hit, tokens_of
from knowledge.script import HAN

REACH = 3
"""How many words a negation reaches."""
TURNED = -0.7
"""What a negated word is worth: "not good" is less bad than "bad"."""
STRONGER = 1.5
AFTER_BUT, BEFORE_BUT = 1.3, 0.6
NEUTRAL_BELOW = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentiment:
    """label: negative, neutral or positive; value: -1 to 1; confidence: 0 to 1; `words` are what it rests on."""

    label: str
    value: float
    confidence: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spotted:
    """A word of feeling in a text: where it stands (in tokens), how it reads, and what it is worth there."""

    at: int
    words: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """The words of feeling among the tokens of a text, and their sum."""

    total: float
    tokens: list[str]
    spotted: tuple[Spotted, ...]

    @property
    def strength(self) -> float:
        """Give the sum as it compares between short texts and long ones."""
        return self.total / sqrt(len(self.tokens) + 3)


def sentiment(text: str, language: str | None = None) -> Sentiment:
    """Read how a text feels; 0 and no words where nothing tells. Its language is told from it if not given."""
    return sentiment_of(tone_of(text, lexicon_of(language or language_of(text))))


def sentiment_of(tone: Tone) -> Sentiment:
    """Judge by the words of feeling alone."""
    value = tanh(tone.total / 2)
    words = tuple(dict.fromkeys(one.words for one in tone.spotted))
    return Sentiment(label=label_of(value), value=value, confidence=abs(value), words=words)


def label_of(value: float) -> str:
    """Name the side a value is on."""
    if abs(value) < NEUTRAL_BELOW:
        return "neutral"
    return "positive" if value > 0 else "negative"


def tone_of(text: str, lexicon: Lexicon) -> Tone:
    """Find the words of feeling in a text and add up what they are worth."""
    tokens = tokens_of(text)
    reading = _Reading(tokens, lexicon)
    found = tuple(reading.spotted())
    total = sum(one.value * _weight(one.at, reading.but_at) for one in found)
    return Tone(total=total, tokens=tokens, spotted=found)


class _Reading:
    """One pass over the tokens; remembers how far a negation reaches and whether a word is made stronger."""

    def __init__(self, tokens: list[str], lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._negated_until, self._stronger = -1, 1.0
        self.but_at: int | None = None
        """Where the last "but" stands, once all is read."""

    def spotted(self) -> Iterator[Spotted]:
        at = 0
        while at < len(self._tokens):
            hit = self._lexicon.book.at(self._tokens, at)
            if hit is None:
                yield from self._unlisted(at)
                at += 1
            else:
                yield from self._listed(at, hit)
                at += hit.length

    def _listed(self, at: int, hit: Hit[Meaning]) -> Iterator[Spotted]:
        match hit.meaning:
            case Turn.NEGATION:
                self._negated_until = at + hit.length + (1 if HAN.match(hit.words) else REACH)
            case Turn.STRONGER:
                self._stronger = STRONGER
                self._negated_until += hit.length if at <= self._negated_until else 0
            case Turn.BUT:
                self.but_at = at
            case value:
                turned = TURNED if at < self._negated_until else 1.0
                yield Spotted(at=at, words=hit.words, value=value * self._stronger * turned)
                self._stronger = 1.0

    def _unlisted(self, at: int) -> Iterator[Spotted]:
        word = self._tokens[at]
        if word.endswith("n't"):
            self._negated_until = at + 1 + REACH
        elif not word[0].isalnum():
            self._negated_until, self._stronger = -1, 1.0
        for prefix in self._lexicon.negating:
            if word.startswith(prefix):
                value = self._lexicon.book.of(word[len(prefix) :])
                if isinstance(value, float):
                    yield Spotted(at=at, words=word, value=value * TURNED)


def _weight(at: int, but_at: int | None) -> float:
    if but_at is None:
        return 1.0
    return AFTER_BUT if at > but_at else BEFORE_BUT
