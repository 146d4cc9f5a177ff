"""Times the labelling of texts: many at once, and one at a time."""

import time
from collections.abc import Sequence

import numpy as np

from bot.bench.measured import Measured
from knowledge.annotator import TextAnnotator
from knowledge.sentiment_fit import fit

WARM_UP = 200
SINGLES = 500
LEARNT_FROM = 4_000


def measure(texts: Sequence[str], languages: Sequence[str | None]) -> list[Measured]:
    """Label all texts, with models learnt from some of them: texts per CPU second, and milliseconds for one."""
    models = {}
    for language in sorted({one for one in languages if one}):
        own = [text for text, one in zip(texts, languages, strict=True) if one == language]
        model = fit(own[:LEARNT_FROM], rated=(), language=language)
        if model is not None:
            models[language] = model
    annotator = TextAnnotator(models=models, learnt="bench")
    annotator.annotate(texts[:WARM_UP], [None] * len(texts[:WARM_UP]))
    started = time.process_time()
    annotator.annotate(texts, [None] * len(texts))
    spent = time.process_time() - started
    times = []
    for text in texts[:SINGLES]:
        began = time.process_time()
        annotator.annotate([text], [None])
        times.append((time.process_time() - began) * 1000)
    return [
        Measured(name="batch.texts_per_cpu_second", value=len(texts) / spent, unit="texts/s"),
        Measured(name="single.p50_ms", value=float(np.quantile(times, 0.5)), unit="ms"),
        Measured(name="single.p99_ms", value=float(np.quantile(times, 0.99)), unit="ms"),
        Measured(name="texts", value=len(texts), unit="texts"),
        Measured(name="models", value=len(models), unit="models"),
    ]
