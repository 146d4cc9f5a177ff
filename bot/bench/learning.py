"""Learns how likely intents are from written examples: what `bot.understanding.learned` adds up."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.bench.question_rows import Question, read_questions
from bot.understanding.read import Understander

STRENGTH = 3.0
"""How closely the examples are followed (C of the logistic regression): chosen by cross-validation on the examples."""
SMALLEST = 0.06
"""Weights nearer to nothing are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text with its intent (refuse:REASON for refusals), and the intent of the turn before it."""

    text: str
    intent: str
    after: str | None


def read_examples(paths: Iterable[Path]) -> list[Example]:
    """Read questions (.jsonl), or lines of `intent|text` (.txt); raises UnreadableFile."""
    found: list[Example] = []
    for path in paths:
        if path.suffix == ".txt":
            lines = path.read_text(encoding="utf-8").splitlines()
            pairs = (line.partition("|") for line in lines if line.strip())
            found += [Example(text=text, intent=intent, after=None) for intent, _, text in pairs]
        else:
            found += _of_questions(read_questions(path))
    return found


def _of_questions(questions: Sequence[Question]) -> list[Example]:
    """Leave out what no text shows: that an asker may not, or that a name fits several."""
    by_id = {one.id: one for one in questions}
    return [
        Example(text=one.text, intent=_intent(one), after=by_id[one.after].intent if one.after in by_id else None)
        for one in questions
        if one.intent != "clarify" and one.slots.get("reason") != "permission"
    ]


def _intent(question: Question) -> str:
    return f"refuse:{question.slots['reason']}" if question.intent == "refuse" else question.intent


def learn(examples: Sequence[Example], *, reader: Understander, today: date) -> str:
    """Give the weights as JSON text, one feature a line."""
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 heavy, and only needed here
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 heavy, and only needed here

    vectors = DictVectorizer()
    evidence = [reader.evidence_of(one.text, after=one.after, today=today) for one in examples]
    features = vectors.fit_transform(evidence)
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    model.fit(features, [one.intent for one in examples])
    names = vectors.get_feature_names_out()
    rows = {
        str(name): {str(at): round(float(w), 3) for at, w in enumerate(model.coef_[:, column]) if abs(w) >= SMALLEST}
        for column, name in enumerate(names)
    }
    intents = [str(one) for one in model.classes_]
    bias = [round(float(one), 3) for one in model.intercept_]
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(row)}" for name, row in sorted(rows.items()) if row)
    return f'{{"intents": {json.dumps(intents)},\n"bias": {json.dumps(bias)},\n"weights": {{\n{lines}\n}}}}\n'
