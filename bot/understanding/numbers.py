"""Numbers and amounts as people write them: 40k, 62 000, 1.5m, 50 tys., 20万, twenty, 三十."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.understanding.lexicon import Language
from bot.understanding.tokens import Token

_THOUSANDS = re.compile(r"\d{1,3}(?:[ ,.]\d{3})+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in the text, tokens `first` to before `last`. `digits`: written in figures. `scaled`: 40k, 20万."""

    value: float
    first: int
    last: int
    digits: bool
    scaled: bool = False
    percent: bool = False
    money: bool = False

    @property
    def is_key(self) -> bool:
        """Whether it may be a key: two to eight plain figures."""
        return self.digits and not (self.scaled or self.percent or self.money) and 10 <= self.value < 10**8

    @property
    def plain(self) -> int | float:
        """The value, whole if it is."""
        return int(self.value) if self.value == int(self.value) else self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """The number words of a language."""

    words: Mapping[str, int]
    multipliers: Mapping[str, int]
    digits: Mapping[str, int]
    percent: frozenset[str]
    currency: frozenset[str]
    tenths: frozenset[str]
    """Words that make ten of a hundred of each one: 四成 is 40 %."""
    percent_before: tuple[str, ...]
    """Characters that stand before a percentage: 百分之十五."""


def number_words(language: Language) -> NumberWords:
    """Give the number words that a grammar file holds."""
    data = language.data["numbers"]
    return NumberWords(
        words=data["words"],
        multipliers=data["multipliers"],
        digits=data.get("han_digits", {}),
        percent=frozenset(data["percent"]),
        currency=frozenset(data["currency"]),
        tenths=frozenset(data.get("tenths", ())),
        percent_before=tuple(data.get("percent_before", "")),
    )


def numbers_in(tokens: Sequence[Token], *, words: NumberWords) -> list[Number]:
    """Every number in the tokens, in order."""
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        number = _number_at(tokens, at, words=words)
        if number is None:
            at += 1
        else:
            found.append(number)
            at = number.last
    return found


def _number_at(tokens: Sequence[Token], at: int, *, words: NumberWords) -> Number | None:
    token = tokens[at]
    mark = len(words.percent_before)
    if mark and tuple(one.form for one in tokens[at : at + mark]) == words.percent_before:
        share = _number_at(tokens, at + mark, words=words) if at + mark < len(tokens) else None
        return replace(share, first=at, percent=True) if share is not None else None
    if token.kind == "number":
        return _marked(tokens, at, at + 1, figure(token.form), words=words, digits=True)
    if token.kind == "han" and (token.form in words.digits or token.form in words.multipliers):
        return _han(tokens, at, words=words)
    if token.kind == "word" and token.form in words.words:
        value = words.words[token.form]
        return _marked(tokens, at, at + 1, value, words=words, digits=False)
    return None


def figure(written: str) -> float:
    """Read figures with either kind of separator: 62,000 and 62 000 are thousands, 1,5 and 1.5 one and a half."""
    if _THOUSANDS.match(written) and not (written.count(".") == 1 and "," not in written and " " not in written):
        return float(re.sub(r"[ ,.]", "", written))
    plain = written.replace(" ", "")
    if plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    whole, _, rest = plain.replace(",", "").partition(".")
    return float(f"{whole[:15]}.{rest.replace('.', '')[:6] or '0'}")


def _marked(
    tokens: Sequence[Token], first: int, last: int, value: float, *, words: NumberWords, digits: bool
) -> Number:
    """Take in the multiplier, percent sign or currency that follows."""
    scaled = percent = money = False
    while last < len(tokens):
        form = tokens[last].form
        if form in words.multipliers and not scaled and not percent:
            value, scaled = value * words.multipliers[form], True
        elif form in words.percent and not percent:
            percent = True
        elif form in words.tenths and not percent and value <= 10:
            value, percent = value * 10, True
        elif form in words.currency and not money:
            money = True
        else:
            break
        last += 1
    return Number(value=value, first=first, last=last, digits=digits, scaled=scaled, percent=percent, money=money)


def _han(tokens: Sequence[Token], at: int, *, words: NumberWords) -> Number | None:
    """Read a run of Chinese numerals: 二十万 is (2 x 10) x 10,000, 三万五 is 35,000."""
    total = section = digit = 0
    last = at
    seen = False
    unit = 1
    while last < len(tokens) and (tokens[last].form in words.digits or tokens[last].form in words.multipliers):
        form = tokens[last].form
        if form in words.digits:
            digit, seen = words.digits[form], True
        elif words.multipliers[form] >= 10000:
            if not seen and not section:
                break
            unit = words.multipliers[form]
            total, section, digit = (total + section + digit) * unit, 0, 0
        else:
            unit = words.multipliers[form]
            section, digit, seen = section + (digit if seen and digit else 1) * unit, 0, True
        last += 1
    if last == at:
        return None
    if unit >= 100 and digit and tokens[last - 2].form in words.multipliers:
        digit *= unit // 10
    return _marked(tokens, at, last, total + section + digit, words=words, digits=False)
