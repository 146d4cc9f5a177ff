"""A model of feeling as bytes: numbers and names only, so that reading one can run nothing."""

import io
import json
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from typing import Any

import numpy as np

from knowledge.ngrams import SIZE, Rarity, Weights, is_chinese
from knowledge.sentiment_model import Base, FromRatings, ModelCard, SentimentModel


def dump(model: SentimentModel) -> bytes:
    """Write a model; columns that no text had are left out."""
    columns = np.flatnonzero(model.rarity.weights)
    numbers = [model.base.intercept, model.base.scale, model.base.tone_scale]
    arrays: dict[str, Any] = {
        "columns": columns.astype(np.int32),
        "rarity": model.rarity.weights[columns],
        "base": model.base.weights[columns],
        "numbers": np.array(numbers),
        "about": np.array(json.dumps({"language": model.language, "card": card_json(model.card)})),
    }
    if model.ratings is not None:
        arrays["classes"] = np.array(model.ratings.classes)
        arrays["rated"] = model.ratings.weights[:, columns]
        arrays["signals"] = model.ratings.signals
        arrays["intercepts"] = model.ratings.intercepts
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def load(content: bytes) -> SentimentModel:
    """Read a model back."""
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        about = json.loads(str(arrays["about"]))
        columns = arrays["columns"]
        intercept, scale, tone_scale = (float(one) for one in arrays["numbers"])
        ratings = None
        if "classes" in arrays:
            ratings = FromRatings(
                classes=tuple(str(one) for one in arrays["classes"]),
                weights=np.stack([_spread(columns, row) for row in arrays["rated"]]),
                signals=arrays["signals"],
                intercepts=arrays["intercepts"],
            )
        return SentimentModel(
            language=about["language"],
            rarity=Rarity(chinese=is_chinese(about["language"]), weights=_spread(columns, arrays["rarity"])),
            base=Base(
                weights=_spread(columns, arrays["base"]), intercept=intercept, scale=scale, tone_scale=tone_scale
            ),
            ratings=ratings,
            card=card_of(about["card"]),
        )


def fingerprint(model: SentimentModel) -> str:
    """Name what a model has learnt: the same numbers have the same name, whenever they were learnt."""
    learnt = [model.rarity.weights.tobytes(), model.base.weights.tobytes()]
    learnt += [model.ratings.weights.tobytes(), model.ratings.signals.tobytes()] if model.ratings else []
    return sha256(b"".join(learnt)).hexdigest()[:8]


def card_json(card: ModelCard) -> dict[str, Any]:
    """Give a card as JSON."""
    return {**asdict(card), "fitted_at": card.fitted_at.isoformat() if card.fitted_at else None}


def card_of(found: dict[str, Any]) -> ModelCard:
    """Read a card back."""
    at = found["fitted_at"]
    return ModelCard(
        **{**found, "classes": tuple(found["classes"]), "fitted_at": datetime.fromisoformat(at) if at else None}
    )


def _spread(columns: Weights, values: Weights) -> Weights:
    wide = np.zeros(2 * SIZE, dtype=np.float32)
    wide[columns] = values
    return wide
