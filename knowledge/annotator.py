"""Labels for texts: language and sentiment. What else a text says comes as further annotators behind the same port."""

from collections.abc import Sequence

from knowledge.language import language_of
from knowledge.sentiment import sentiment
from metrics.ports import Label


class TextAnnotator:
    """Labels each text with its language, where that can be told, and with its sentiment."""

    name = "lexicon@2"

    def annotate(self, texts: Sequence[str], languages: Sequence[str | None]) -> Sequence[Sequence[Label]]:
        """Label each text, in order; a language that is known already is taken over."""
        return [self._labels(text, known) for text, known in zip(texts, languages, strict=True)]

    def _labels(self, text: str, known: str | None) -> Sequence[Label]:
        language = known or language_of(text)
        feeling = sentiment(text, language)
        labels = [Label(field="sentiment", label=feeling.label, value=feeling.value, confidence=feeling.confidence)]
        return [*labels, Label(field="language", label=language)] if language else labels
