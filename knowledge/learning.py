"""Learn feeling anew from what the store holds: nightly, one model a language. Texts are then read anew by it."""

from collections import defaultdict
from datetime import datetime

from knowledge.language import main_language
from knowledge.sentiment_fit import RatedText, fit
from knowledge.sentiment_model import ModelCard
from knowledge.store.models import SentimentModels
from knowledge.store.ratings import KnownText, RatedTexts
from metrics.store.engine import Database

MOST_TEXTS = 60_000
"""The newest texts, of all languages together: what a night can learn from in a few minutes."""
FEWEST_TEXTS = 200
"""Texts of a language under which the word lists alone do as well."""


def learn(engine: Database, *, now: datetime) -> tuple[ModelCard, ...]:
    """Fit and store a model for each language that has texts enough; give their cards."""
    by_language: dict[str, list[KnownText]] = defaultdict(list)
    for one in RatedTexts(engine).newest(limit=MOST_TEXTS):
        by_language[main_language(one.language)].append(one)
    models = SentimentModels(engine)
    cards = []
    for language, texts in sorted(by_language.items()):
        if not language or language == "other" or len(texts) < FEWEST_TEXTS:
            continue
        rated = [RatedText(text=one.text, label=one.label) for one in texts if one.label]
        model = fit([one.text for one in texts if not one.label], rated=rated, language=language, now=now)
        if model is not None:
            models.write(model)
            cards.append(model.card)
    return tuple(cards)
