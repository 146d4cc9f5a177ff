"""Learns how likely intents are from written examples: what `bot.understanding.learned` adds up."""

import json
from collections import Counter
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
WORDS_STRENGTH = 1.5
"""The same for the words; chosen on questions written after the examples."""
WORDS_SMALLEST = 0.1


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
    """Give the weights of both models as JSON text, one feature a line."""
    evidence = [reader.evidence_of(one.text, after=one.after, today=today) for one in examples]
    intents = [one.intent for one in examples]
    heard = _fitted([by_grammar for by_grammar, _ in evidence], intents, strength=STRENGTH, smallest=SMALLEST)
    counts = Counter(word for _, words in evidence for word in words)
    plain = [{word: 1.0 for word in words if counts[word] > 1} for _, words in evidence]
    worded = _fitted(plain, intents, strength=WORDS_STRENGTH, smallest=WORDS_SMALLEST)
    return f'{{"intents": {json.dumps(sorted(set(intents)))},\n"heard": {heard},\n"worded": {worded}}}\n'


def _fitted(evidence: Sequence[dict[str, float]], intents: Sequence[str], *, strength: float, smallest: float) -> str:
    """Fit one model; weights in hundredths, as pairs of the intent's place and the weight."""
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 heavy, and only needed here
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 heavy, and only needed here

    vectors = DictVectorizer()
    features = vectors.fit_transform(evidence)
    model = LogisticRegression(C=strength, max_iter=1000)
    model.fit(features, intents)
    rows = {
        str(name): [
            number
            for at, weight in enumerate(model.coef_[:, column])
            if abs(weight) >= smallest
            for number in (at, round(float(weight) * 100))
        ]
        for column, name in enumerate(vectors.get_feature_names_out())
    }
    bias = [round(float(one), 3) for one in model.intercept_]
    lines = ",\n".join(
        f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(row, separators=(',', ':'))}"
        for name, row in sorted(rows.items())
        if row
    )
    return f'{{"bias": {json.dumps(bias)}, "weights": {{\n{lines}\n}}}}'
