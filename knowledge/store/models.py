"""What was learnt about the feeling of texts, as stored: one model a language."""

from sqlalchemy import Engine, delete, insert, select

from knowledge.sentiment_file import card_json, card_of, dump, fingerprint, load
from knowledge.sentiment_model import ModelCard, SentimentModel
from knowledge.store.tables import sentiment_model
from metrics.store.engine import reading, writing


class SentimentModels:
    """The stored models."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def read(self) -> dict[str, SentimentModel]:
        """Give each language's model."""
        query = select(sentiment_model.c.language, sentiment_model.c.content)
        with reading(self._engine) as connection:
            return {str(row.language): load(row.content) for row in connection.execute(query)}

    def fingerprint(self) -> str:
        """Name all that was learnt, in a few letters; empty if nothing was."""
        query = select(sentiment_model.c.fingerprint).order_by(sentiment_model.c.language)
        with reading(self._engine) as connection:
            return "".join(str(one)[:4] for one in connection.execute(query).scalars())

    def cards(self) -> tuple[ModelCard, ...]:
        """Give the cards: what each model was learnt from, and how it did on ratings held out."""
        query = select(sentiment_model.c.card).order_by(sentiment_model.c.language)
        with reading(self._engine) as connection:
            return tuple(card_of(one) for one in connection.execute(query).scalars())

    def write(self, model: SentimentModel) -> None:
        """Store a model in place of its language's earlier one."""
        if model.card.fitted_at is None:
            raise ValueError("a model that is kept says when it was fitted")
        row = {
            "language": model.language,
            "fingerprint": fingerprint(model),
            "fitted_at": model.card.fitted_at,
            "card": card_json(model.card),
            "content": dump(model),
        }
        with writing(self._engine) as connection:
            connection.execute(delete(sentiment_model).where(sentiment_model.c.language == model.language))
            connection.execute(insert(sentiment_model), [row])
