"""Labels for texts: language, sentiment, emotions, urgency, intents, junk; each with the words it rests on."""

from collections.abc import Mapping, Sequence

from knowledge.junk import junk_in
from knowledge.language import USUAL, LanguageTeller, main_language
from knowledge.lexicon import lexicon_of
from knowledge.mood import mood_turn
from knowledge.sentiment import Sentiment, Tone, sentiment_of, tone_of
from knowledge.sentiment_model import SentimentModel
from knowledge.signals import signals_in
from metrics.ports import Label

FIELDS = ("language", "mixed", "sentiment", "emotion", "urgency", "intent", "junk", "mood_turn")
"""Everything this annotator may say of a text."""
MESSAGES = 3
"""Lines of a text that make it a conversation."""


class TextAnnotator:
    """Labels each text. Its name changes when what it has learnt changes, and texts are then read anew."""

    fields = FIELDS

    def __init__(
        self,
        *,
        models: Mapping[str, SentimentModel] | None = None,
        learnt: str = "",
        languages: Sequence[str] = USUAL,
    ) -> None:
        self._models = models or {}
        self._teller = LanguageTeller(languages)
        self.name = f"reader@3.{learnt}" if learnt else "reader@3"

    def annotate(self, texts: Sequence[str], languages: Sequence[str | None]) -> Sequence[Sequence[Label]]:
        """Label each text, in order; a language that is known already is taken over."""
        spoken = [known or self._teller.of(text) for text, known in zip(texts, languages, strict=True)]
        tones = [tone_of(text, lexicon_of(language)) for text, language in zip(texts, spoken, strict=True)]
        feelings = self._feelings(texts, spoken, tones)
        return [
            self._labels(text, language, tone, feeling)
            for text, language, tone, feeling in zip(texts, spoken, tones, feelings, strict=True)
        ]

    def _feelings(
        self, texts: Sequence[str], languages: Sequence[str | None], tones: Sequence[Tone]
    ) -> list[Sentiment]:
        """Read all texts of a language at once by its model, and those without a model by the lists."""
        found = [sentiment_of(tone) for tone in tones]
        for language, model in self._models.items():
            places = [at for at, one in enumerate(languages) if one and main_language(one) == language]
            read = model.read([texts[at] for at in places], tones=[tones[at] for at in places])
            for at, feeling in zip(places, read, strict=True):
                found[at] = feeling
        return found

    def _labels(self, text: str, language: str | None, tone: Tone, feeling: Sentiment) -> Sequence[Label]:
        labels = [
            Label(
                field="sentiment",
                label=feeling.label,
                value=feeling.value,
                confidence=feeling.confidence,
                words=feeling.words,
            )
        ]
        if language:
            labels.append(Label(field="language", label=language))
        if others := self._teller.mixed(text, main=language):
            labels.append(Label(field="mixed", label="+".join(others)))
        if junk := junk_in(text):
            return [*labels, Label(field="junk", label=junk.label, words=junk.words)]
        labels += [
            Label(field=one.field, label=one.label, value=one.value, words=one.words)
            for one in signals_in(text, tone, language=language)
        ]
        return [*labels, *self._mood(text, language)]

    def _mood(self, text: str, language: str | None) -> list[Label]:
        lines = [line for line in text.splitlines() if line.strip()] if "\n" in text else []
        if len(lines) < MESSAGES:
            return []
        lexicon = lexicon_of(language)
        turn = mood_turn([sentiment_of(tone_of(line, lexicon)).value for line in lines])
        return [Label(field="mood_turn", label=turn.to, value=float(turn.at))] if turn else []
