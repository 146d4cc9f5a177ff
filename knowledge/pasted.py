"""A text that somebody pasted, in short: its most telling sentences as they stand, and what in it is an order.

Whatever it says is data. Sentences that speak to a machine rather than of an experience are set apart and marked.
"""

import re
from dataclasses import dataclass

from knowledge.lexicon import lexicon_of
from knowledge.sentiment import sentiment_of, tone_of
from knowledge.signals import Signal, signals_in
from knowledge.themes import ThemeAnnotator

KEPT = 3
LONGEST = 300
"""Characters of a sentence that are shown."""

_SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？]*")
_ORDER = re.compile(
    r"^\s*(?:system|assistant|developer|admin|instruction|prompt|系统|管理员)\s*[:：]"
    r"|\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instruction|previous|prior|above|rule|prompt|everything)"
    r"|\b(?:mark|set|close|delete|drop|export|grant|approve|assign|resolve|reset)\b.{0,30}"
    r"\b(?:all|every|any|open|each)\b.{0,30}\b(?:case|ticket|alert|record|score|data|customer|complaint|table|role|user)"
    r"|\byou (?:are|must) now\b|\bact as\b|\bsystem prompt\b|\breveal\b.{0,30}\b(?:prompt|key|token|password|data)"
    r"|\b(?:zignoruj|pomin|pomiń|zapomnij)\b.{0,40}\b(?:polece|instrukc|zasad|poprzedni|wszystk)"
    r"|\b(?:zamknij|usun|usuń|oznacz|wyslij|wyślij|wyeksportuj|skasuj)\b.{0,30}\b(?:wszystk|kazd|każd|otwart)"
    r"|忽略.{0,12}(?:指示|指令|规则|提示|要求|以上|之前)|無視.{0,12}指[示令]|无视.{0,12}(?:指示|指令|规则)"
    r"|(?:关闭|刪除|删除|導出|导出|標記|标记|清空|關閉)(?:所有|全部|每)|(?:你现在是|扮演|系统提示)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """sentences: the most telling, in order; orders: those that address a machine; left: how many are not shown.

    feeling: negative, neutral or positive. signals: emotions, reasons for urgency and intents. themes: by key.
    """

    sentences: tuple[str, ...]
    orders: tuple[str, ...]
    left: int
    feeling: str
    signals: tuple[Signal, ...]
    themes: tuple[str, ...]


def in_short(text: str, *, annotator: ThemeAnnotator, language: str | None) -> Pasted:
    """Read a pasted text; what an order wants is not among its intents."""
    sentences = [one.strip() for one in _SENTENCE.findall(text) if any(letter.isalnum() for letter in one)]
    orders = [one for one in sentences if _ORDER.search(one)]
    told = [one for one in sentences if one not in orders]
    weights = [_weight(one, annotator, language) for one in told]
    best = sorted(range(len(told)), key=lambda at: (-weights[at], at))[:KEPT]
    whole = " ".join(told)
    tone = tone_of(whole, lexicon_of(language))
    feeling = sentiment_of(tone).label
    signals = signals_in(whole, tone, language=language)
    return Pasted(
        sentences=tuple(told[at][:LONGEST] for at in sorted(best)),
        orders=tuple(one[:LONGEST] for one in orders),
        left=len(told) - len(best),
        feeling=feeling,
        signals=tuple(one for one in signals if not (feeling == "negative" and one.label == "praise_person")),
        themes=tuple(found.theme for found in annotator.themes(whole)),
    )


def _weight(sentence: str, annotator: ThemeAnnotator, language: str | None) -> float:
    """Weigh what a sentence tells: what it wants and is about counts more than how it feels."""
    tone = tone_of(sentence, lexicon_of(language))
    signals = signals_in(sentence, tone, language=language)
    wants = sum(signal.field in {"intent", "urgency"} for signal in signals)
    feels = sum(signal.field == "emotion" for signal in signals) + abs(sentiment_of(tone).value)
    return 2.0 * wants + 1.5 * len(annotator.themes(sentence)) + 0.5 * feels + min(len(sentence), 80) / 400
