"""Which language a text is in, told by its script and its small words. No model: a few microseconds a text."""

import re
from typing import Literal

from knowledge.script import HAN, is_traditional
from knowledge.tokens import folded
from knowledge.word_lists import ENGLISH, OTHERS, POLISH

Language = Literal["en", "pl", "zh-Hans", "zh-Hant", "other"]

HAN_WEIGHT = 3
"""A Chinese character says about as much as three letters."""

_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_FOREIGN_SCRIPT = re.compile(r"[Ͱ-ϿЀ-ӿ֐-׿؀-ۿऀ-ॿ฀-๿぀-ヿ가-힯]")
_POLISH_LETTER = re.compile(r"[ąęłńśźżćĄĘŁŃŚŹŻĆ]")
_FOREIGN_LETTER = re.compile(r"[ãõçñäöüßàèéêâîïôûœøåæ¿¡]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> Language | None:
    """Tell the language of a text; None if nothing in it tells."""
    han, latin = len(HAN.findall(text)), len(_LATIN.findall(text))
    foreign = len(_FOREIGN_SCRIPT.findall(text))
    if foreign > max(latin, 0) or foreign * 2 > han > 0:
        return "other"
    if han * HAN_WEIGHT > latin:
        return "zh-Hant" if is_traditional(text) else "zh-Hans"
    return _of_latin(text) if latin else None


def _of_latin(text: str) -> Language | None:
    found = _WORD.findall(folded(text))
    polish = 2 * len(_POLISH_LETTER.findall(text)) + sum(word in POLISH for word in found)
    english = sum(word in ENGLISH for word in found)
    other = 2 * len(_FOREIGN_LETTER.findall(text)) + sum(word in OTHERS for word in found)
    best: list[tuple[int, Language]] = [(english, "en"), (polish, "pl"), (other, "other")]
    most = max(count for count, _ in best)
    leading = [language for count, language in best if count == most]
    return leading[0] if most and len(leading) == 1 else None
