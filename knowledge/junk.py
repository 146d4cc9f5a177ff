"""Texts that say nothing: keys struck at random, one word over and over, advertisements; and texts said before."""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from knowledge.phrases import tokens_of
from knowledge.tokens import folded

NO_WORDS, KEYBOARD, REPEATED, ADVERT = "no_words", "keyboard", "repeated", "advert"
COPY = "copy"
"""A long text that was said before, word for word."""

_LETTER = re.compile(r"[^\W\d_]|[\u2600-\u27bf\U0001f300-\U0001faff]|[:;]-?[()]")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "йцукенгшщзхъ")
_LINK = re.compile(
    r"https?://|www\.|\.(?:com|cn|pl|net|shop)\b|\[(?:handle|phone|email)\]|加微信|加我|扫码", re.IGNORECASE
)
_SELLING = re.compile(
    r"promo code|discount code|click here|earn money|work from home|bitcoin|crypto|casino|followers"
    r"|kod rabatowy|kliknij|zarabiaj|zarobek|pożyczk|kredyt bez|kasyno|kryptowalut"
    r"|兼职|刷单|日赚|贷款|代开|发票|博彩|赌场|优惠券领取|返利|免费领取|加群"
    r"|clique aqui|ganhe dinheiro|renda extra|empréstimo",
    re.IGNORECASE,
)
SHORTEST_MASHED, LONGEST_MASHED = 4, 16
SHORTEST_RUN, MOSTLY_ROWS = 3, 0.8
"""Neighbouring keys in a run, and the share of a text in runs that no word has: `wer` is three quarters of "were"."""
MOST_ONE_WORD, FEWEST_WORDS = 0.7, 6
"""The share of one word, in a text of so many, that says nothing more."""
SHORTEST_COPIED = 20
"""Characters under which texts are alike by themselves: "very good"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Junk:
    """Why a text says nothing, and what shows it."""

    label: str
    words: tuple[str, ...]


def junk_in(text: str) -> Junk | None:
    """Say why a text says nothing; None if it may say something."""
    if not _LETTER.search(text):
        return Junk(label=NO_WORDS, words=())
    selling = _SELLING.findall(text)
    if selling and (_LINK.search(text) or len(selling) > 2):
        return Junk(label=ADVERT, words=tuple(dict.fromkeys(selling)))
    if mashed := _mashed(text):
        return Junk(label=KEYBOARD, words=(mashed,))
    return _repeated(text)


def _mashed(text: str) -> str | None:
    """Give the text if it is keys next to each other, or one key held down."""
    bare = folded("".join(text.split())).strip(".!?")
    if not bare.isalpha() or len(bare) > LONGEST_MASHED or len(bare) < SHORTEST_MASHED:
        return None
    consonants = not set(bare) & set("aeiouy") and any(set(bare) <= set(row) for row in _ROWS)
    return bare if len(set(bare)) == 1 or consonants or _along_rows(bare) > MOSTLY_ROWS * len(bare) else None


def _along_rows(bare: str) -> int:
    """Count the letters that stand in runs along a row of keys, in either direction."""
    covered = at = 0
    while at < len(bare):
        length = max(_run(bare[at:], row) for row in (*_ROWS, *(row[::-1] for row in _ROWS)))
        covered += length if length >= SHORTEST_RUN else 0
        at += max(length, 1)
    return covered


def _run(letters: str, row: str) -> int:
    length = 0
    while length < len(letters) and letters[: length + 1] in row:
        length += 1
    return length


def _repeated(text: str) -> Junk | None:
    tokens = [token for token in tokens_of(text) if token[0].isalnum()]
    if len(tokens) < FEWEST_WORDS:
        return None
    most = max(set(tokens), key=tokens.count) if len(tokens) <= 200 else tokens[0]
    return Junk(label=REPEATED, words=(most,)) if tokens.count(most) > MOST_ONE_WORD * len(tokens) else None


@dataclass(slots=True)
class Copies:
    """Remembers what was said, so that the second of two long texts alike is known for a copy."""

    _seen: dict[int, Hashable] = field(default_factory=dict)

    def first_of(self, texts: Sequence[str], keys: Sequence[Hashable]) -> list[Hashable | None]:
        """Give for each text the key of the same text said before; None if it is the first, or short."""
        found: list[Hashable | None] = []
        for text, key in zip(texts, keys, strict=True):
            bare = folded("".join(text.split()))
            first = self._seen.setdefault(hash(bare), key) if len(bare) >= SHORTEST_COPIED else key
            found.append(None if first == key else first)
        return found
