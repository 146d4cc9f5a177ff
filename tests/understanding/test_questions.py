"""The written questions: those tuned on, those held back, and the development questions where they lie beside us."""

import json
import time
from pathlib import Path

import pytest

from bot.bench.judging import flat
from bot.bench.question_rows import Question, read_questions, thread_of
from bot.ports import Understanding
from bot.understanding.before import Before
from bot.understanding.learned import load_learned
from bot.understanding.lexicon import load_grammar
from bot.understanding.read import Understander
from tests.understanding.company import COMPANY, NOW, FewCustomers, person

READER = Understander(vocabulary=COMPANY, grammar=load_grammar(), learned=load_learned(), customers=FewCustomers())
QUESTIONS = Path(__file__).parent.parent / "questions"
DEVELOPMENT = Path(__file__).parents[2].parent / "shared" / "questions" / "dev.jsonl"


def understand(question: Question, questions: list[Question]) -> Understanding:
    understood, before = None, None
    for turn in thread_of(question, questions):
        understood = READER.read(turn.text, before=before, asker=person(turn.role), now=NOW)
        outcome = "clarify" if understood.missing or understood.ambiguous else "answer"
        before = Before(intent=understood.intent, slots=understood.slots, outcome=outcome, missing=understood.missing)
    assert understood is not None
    return understood


def is_right(question: Question, understood: Understanding) -> bool:
    asked_back = bool(understood.missing or understood.ambiguous)
    if question.intent == "clarify":
        return asked_back
    if question.intent == "refuse":
        return understood.intent == "refuse" and understood.reason == question.slots["reason"]
    return understood.intent in {question.intent, *question.alt} or (asked_back and "clarify" in question.alt)


def share_right(path: Path) -> tuple[float, float]:
    """Give the shares of right intents and, where right, of right slots."""
    questions = read_questions(path)
    read = [(question, understand(question, questions)) for question in questions]
    right = [pair for pair in read if is_right(*pair)]
    hits = expected = 0
    for question, understood in right:
        if question.answerable:
            wanted = flat(question.slots, days_of=lambda value: value)
            found = flat(understood.slots, days_of=lambda value: value)
            expected += len(wanted)
            hits += sum(found.get(name) == value for name, value in wanted.items())
    return len(right) / len(read), hits / max(expected, 1)


@pytest.mark.parametrize("name", ["en_tune", "en_more_tune", "pl_tune", "zh_tune"])
def test_questions_tuned_on_are_understood(name: str) -> None:
    intents, slots = share_right(QUESTIONS / f"{name}.jsonl")
    assert intents >= 0.95
    assert slots >= 0.95


@pytest.mark.parametrize("name", ["en_held", "en_more_held", "pl_held", "zh_held"])
def test_questions_held_back_are_understood_well_enough(name: str) -> None:
    intents, slots = share_right(QUESTIONS / f"{name}.jsonl")
    assert intents >= 0.8
    assert slots >= 0.9


@pytest.mark.skipif(not DEVELOPMENT.exists(), reason="the development questions are not beside the checkout")
def test_the_development_questions_are_understood() -> None:
    intents, slots = share_right(DEVELOPMENT)
    assert intents == 1
    assert slots >= 0.97


def test_every_row_is_one_json_object_with_a_unique_id() -> None:
    for path in QUESTIONS.glob("*.jsonl"):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert len({row["id"] for row in rows}) == len(rows)


def test_understanding_takes_a_few_milliseconds_at_most() -> None:
    questions = read_questions(QUESTIONS / "en_tune.jsonl")
    took = []
    for question in questions:
        started = time.perf_counter()
        READER.read(question.text, before=None, asker=person(question.role), now=NOW)
        took.append(time.perf_counter() - started)
    assert sorted(took)[len(took) // 2] < 0.003
