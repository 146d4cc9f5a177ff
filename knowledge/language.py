"""Which language a text is in: told by its script, then by py3langid among the languages that are spoken here.

A text of a few letters says too little for that: there small words and words of feeling decide, or nothing does.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, cast

from knowledge.lexicon import languages as listed_languages
from knowledge.lexicon import lexicon_of
from knowledge.phrases import tokens_of
from knowledge.script import HAN, is_traditional
from knowledge.tokens import folded
from knowledge.word_lists import ENGLISH, OTHERS, POLISH

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

Language = Literal["en", "pl", "zh-Hans", "zh-Hant", "other"]

USUAL = ("en", "pl", "zh")
"""The languages of a workspace that names none."""
NEIGHBOURS = ("cs", "da", "de", "es", "fr", "hu", "it", "nl", "pt", "ro", "sk", "sv")
"""Latin-written languages that a text may be in though nobody here speaks them."""
FOREIGN_BY = 3.0
"""How much likelier (in logarithms) a neighbour must be than the best of ours; chosen so that ours are rarely lost."""
MIXED_BY = 6.0
"""How much likelier a sentence must be in another language of ours than in the text's, to call the text mixed."""
HAN_WEIGHT = 3
"""A Chinese character says about as much as three letters."""
SHORT = 16
"""Letters under which the identifier is not asked."""
LONG_SENTENCE, MOST_SENTENCES = 25, 6
"""Letters of a sentence that tells its own language, and how many are asked."""
FEW_HAN, FEW_WORDS = 4, 4
"""Chinese characters, and words of letters, that make a text mixed together."""

_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]{2,}")
_FOREIGN_SCRIPT = re.compile(r"[Ͱ-ϿЀ-ӿ֐-׿؀-ۿऀ-ॿ฀-๿぀-ヿ가-힯]")
_POLISH_LETTER = re.compile(r"[ąęłńśźżćĄĘŁŃŚŹŻĆ]")
_FOREIGN_LETTER = re.compile(r"[ãõçñäöüßàèéêâîïôûœøåæ¿¡]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[^.!?\n。！？]+")
_NOISE = re.compile(r"https?://\S+|[@#]\w+")


def main_language(code: str) -> str:
    """Give a language without its script or country: zh for zh-Hant."""
    return code.split("-", maxsplit=1)[0]


def language_of(text: str) -> Language | None:
    """Tell the language of a text among the usual ones; None if nothing in it tells."""
    return cast("Language | None", _usual().of(text))


@lru_cache(maxsize=1)
def _usual() -> "LanguageTeller":
    return LanguageTeller(USUAL)


class LanguageTeller:
    """Tells languages among those given, by their ISO 639 codes: zh becomes zh-Hans or zh-Hant, a foreign one other."""

    def __init__(self, languages: Sequence[str]) -> None:
        codes = {code.split("-", maxsplit=1)[0] for code in languages}
        self._chinese = "zh" in codes
        self._latin = tuple(sorted(codes - {"zh"}))

    def of(self, text: str) -> str | None:
        """Tell the language; None if nothing tells."""
        bare = _NOISE.sub(" ", text)
        han, latin = len(HAN.findall(bare)), len(_LATIN.findall(bare))
        foreign = len(_FOREIGN_SCRIPT.findall(bare))
        if foreign > latin or foreign * 2 > han > 0:
            return "other"
        if han * HAN_WEIGHT > latin:
            return self._of_chinese(bare)
        if not latin or not self._latin:
            return "other" if latin else None
        return self._of_few(bare) if latin < SHORT else self._of_many(bare)

    def mixed(self, text: str, *, main: str | None) -> tuple[str, ...]:
        """Name the languages of a text in `main` that is in several of ours; none if it is in one."""
        if main is None or main == "other":
            return ()
        if len(HAN.findall(text)) >= FEW_HAN and len(_LATIN_WORD.findall(_NOISE.sub(" ", text))) >= FEW_WORDS:
            letters = self.of(HAN.sub(" ", text)) if main.startswith("zh") else self._of_chinese(text)
            return (main, letters) if letters and letters not in {"other", main} else ()
        if main.startswith("zh") or len(self._latin) < 2:
            return ()
        return self._mixed_sentences(text, main)

    def _of_chinese(self, text: str) -> str:
        if not self._chinese:
            return "other"
        return "zh-Hant" if is_traditional(text) else "zh-Hans"

    def _of_few(self, text: str) -> str | None:
        found = _WORD.findall(folded(text))
        counts = {code: 2 * self._listed(code, text) for code in self._latin}
        small = {
            "en": 2 * sum(word in ENGLISH for word in found),
            "pl": 4 * len(_POLISH_LETTER.findall(text)) + 2 * sum(word in POLISH for word in found),
        }
        for code, count in small.items():
            if code in counts:
                counts[code] += count
        if not {"pt", "es", "de", "fr"} & set(self._latin):
            counts["other"] = 4 * len(_FOREIGN_LETTER.findall(text)) + 2 * sum(word in OTHERS for word in found)
        most = max(counts.values())
        leading = [code for code, count in counts.items() if count == most]
        if not most or len(leading) > 1:
            return self._of_many(text) if most and self._latin else None
        return leading[0]

    def _listed(self, code: str, text: str) -> int:
        if code not in listed_languages():
            return 0
        book, tokens = lexicon_of(code).book, tokens_of(text)
        return sum(book.at(tokens, at) is not None for at in range(len(tokens)) if tokens[at][0].isalpha())

    def _of_many(self, text: str) -> str:
        ranked = dict(_identifier((*self._latin, *NEIGHBOURS)).rank(text))
        best = max(self._latin, key=lambda code: ranked.get(code, float("-inf")))
        foreign = max((value for code, value in ranked.items() if code not in self._latin), default=float("-inf"))
        return "other" if foreign > ranked.get(best, float("-inf")) + FOREIGN_BY else best

    def _mixed_sentences(self, text: str, main: str) -> tuple[str, ...]:
        sentences = [one for one in _SENTENCE.findall(text) if len(_LATIN.findall(one)) >= LONG_SENTENCE]
        if len(sentences) < 2:
            return ()
        identifier = _identifier(self._latin)
        for sentence in sentences[:MOST_SENTENCES]:
            (first, likely), *others = identifier.rank(sentence)
            if first != main and likely > dict(others).get(main, float("-inf")) + MIXED_BY:
                return (main, str(first))
        return ()


@lru_cache(maxsize=8)
def _identifier(codes: tuple[str, ...]) -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 heavy, and only who annotates needs it

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(sorted(set(codes)))
    return identifier
