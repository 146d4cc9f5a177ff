"""Understands a text without a model and without a network: its parts first, then what they mean together."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.people import Person
from bot.ports import Understanding
from bot.store.vocabulary import Vocabulary
from bot.understanding import language
from bot.understanding.before import Before
from bot.understanding.follow import chosen, goes_on, refers_back
from bot.understanding.heard import Heard
from bot.understanding.hearing import CustomerNames, Hearing
from bot.understanding.lexicon import Grammar
from bot.understanding.normalise import LONGEST, clean
from bot.understanding.slots.fillers import FILLERS
from bot.understanding.slots.filling import Filling
from bot.understanding.telling import CLOSE, SURE, Candidate, Teller

REFUSE = "refuse:"


class Understander:
    """Reads texts of any language the grammar knows; built once per vocabulary."""

    def __init__(self, *, vocabulary: Vocabulary, grammar: Grammar, customers: CustomerNames | None = None) -> None:
        self._grammar = grammar
        self._hearing = Hearing(vocabulary, grammar=grammar, customers=customers)
        self._teller = Teller(grammar.signs)

    def language_of(self, text: str) -> str:
        """Guess the locale of a text: en, pl, zh-Hans or zh-Hant."""
        return language.language_of(text, grammar=self._grammar)

    def read(self, text: str, *, before: Before | None, asker: Person, now: datetime) -> Understanding:
        """Say what a text means, given the turn before it; never raises, whatever the text."""
        shown = clean(text)
        if len(shown) > LONGEST:
            return Understanding(intent="summarize_text", slots={}, confidence=0.5)
        if not any(c.isalnum() for c in shown):
            return Understanding(intent="help", slots={}, missing=("question",), confidence=0.0)
        today = now.astimezone(ZoneInfo(asker.timezone)).date()
        heard = self._hearing.hear(shown, today=today, after=before.intent if before else None)
        if before is not None:
            taken = chosen(shown, heard=heard, before=before)
            if taken is not None:
                return taken
        return self._decide(heard, Filling(heard=heard, intent="", before=before, asker=asker, today=today))

    def _decide(self, heard: Heard, filling: Filling) -> Understanding:
        candidates = self._teller.tell(heard.features)
        best = candidates[0] if candidates else Candidate(intent="help", weight=0.0)
        if best.intent.startswith(REFUSE) and best.weight >= SURE:
            return Understanding(
                intent="refuse", slots={"reason": best.intent.removeprefix(REFUSE)},
                reason=best.intent.removeprefix(REFUSE), confidence=_confidence(candidates),
            )  # fmt: skip
        candidates = [c for c in candidates if not c.intent.startswith(REFUSE)] or [best]
        best = candidates[0]
        before = filling.before
        if before is not None and _answers_question(before, heard):
            return self._fill(before.intent, filling, confidence=0.9)
        if before is not None and best.weight < SURE + 1.5 and goes_on(heard):
            intent = _moved(before, heard, best)
            return self._fill(intent, filling, confidence=0.8)
        if best.weight < SURE:
            return _unsure(candidates)
        if before is not None and not refers_back(heard, intent=best.intent):
            filling.before = None
        return self._settle(candidates, filling)

    def _settle(self, candidates: list[Candidate], filling: Filling) -> Understanding:
        best = candidates[0]
        understood = self._fill(best.intent, filling, confidence=_confidence(candidates))
        if len(candidates) > 1 and best.weight - candidates[1].weight < CLOSE and best.weight < 2 * SURE:
            tied = tuple(c.intent for c in candidates[:3])
            return Understanding(
                intent=understood.intent, slots=understood.slots, missing=understood.missing,
                ambiguous={**understood.ambiguous, "intent": tied}, confidence=0.4,
            )  # fmt: skip
        return understood

    def _fill(self, intent: str, filling: Filling, *, confidence: float) -> Understanding:
        filling.intent = intent
        FILLERS.get(intent, FILLERS["help"])(filling)
        ambiguous = {slot: options for slot, options in filling.ambiguous.items() if options}
        missing = tuple(name for name in filling.missing if name not in filling.slots)
        return Understanding(
            intent=intent, slots=filling.slots, missing=missing, ambiguous=ambiguous, confidence=confidence
        )


def _answers_question(before: Before, heard: Heard) -> bool:
    """Whether a few words give what was asked back for."""
    if before.outcome != "clarify" or not heard.has("short"):
        return False
    given = {"metric": "metric", "period": "period", "store": "named:store", "scope": "named", "customer": "customer",
             "case": "figure", "assignee": "named:person"}  # fmt: skip
    return any(heard.has(given.get(name, name)) for name in (*before.missing, *before.ambiguous))


def _moved(before: Before, heard: Heard, best: Candidate) -> str:
    """Give the intent of a few words that change one thing of the question before."""
    scores = {"metric_value", "metric_compare", "significance", "explain_change", "rank"}
    if best.weight >= SURE and best.intent not in {"metric_value", "feedback_search", "journey_map"}:
        return best.intent
    if before.intent in scores and heard.has("compare", "than") and heard.has("period", "named"):
        return "metric_compare" if heard.has("compare") else before.intent
    if before.intent in {"significance", "explain_change", "show_evidence", "translate_last"} and heard.has("metric"):
        return "metric_value"
    return before.intent


def _confidence(candidates: list[Candidate]) -> float:
    """Between 0 and 1: how much heavier the first is than the second."""
    first = candidates[0].weight
    second = candidates[1].weight if len(candidates) > 1 else 0.0
    return round(min(0.99, first / (first + second + 1.0) + 0.1), 3)


def _unsure(candidates: list[Candidate]) -> Understanding:
    top = tuple(c.intent for c in candidates if c.weight > 0)[:3]
    intent = top[0] if top and top[0] in FILLERS else "help"
    options = (*top, *(name for name in ("metric_value", "feedback_search", "help") if name not in top))[:3]
    return Understanding(intent=intent, slots={}, ambiguous={"intent": options}, confidence=0.2)
