"""Understands a text without a model and without a network: its parts first, then what they mean together."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.people import Person
from bot.ports import Understanding
from bot.store.vocabulary import Vocabulary
from bot.understanding import language
from bot.understanding.alert_requests import rules_command
from bot.understanding.before import Before
from bot.understanding.case_requests import about_case, case_command
from bot.understanding.follow import chosen, goes_on, narrows_search, refers_back, reschedules, says_again, subject
from bot.understanding.heard import Heard
from bot.understanding.hearing import CustomerNames, Hearing
from bot.understanding.learned import Learned, evidence
from bot.understanding.lexicon import Grammar
from bot.understanding.normalise import LONGEST, clean
from bot.understanding.slots.fillers import FILLERS
from bot.understanding.slots.filling import Filling
from bot.understanding.strangers import bounded, strange_words
from bot.understanding.telling import SURE, Candidate, Teller
from bot.understanding.text_requests import requested
from bot.understanding.worded import worded
from bot.understanding.work_requests import worked

REFUSE = "refuse:"
LIKELY = 0.46
"""The chance from which an intent is acted on; below it the likeliest three are offered."""
HALF = 0.5
"""The chance from which a text is refused, all reasons together."""
GUESS = 0.4
"""The chance from which what is missing is asked for before it is asked what was meant."""
DOUBT = 0.02
"""How much likelier it must be for each word that nothing explains, up to three."""
POSSIBLE = 0.3
"""The chance below which a few words do not change what is asked about."""
CLEARLY_NEW = 0.9
"""The chance from which a short text is a question of its own, whatever was asked before it."""
OFFERED = 3


class Understander:
    """Reads texts of any language the grammar knows; built once per vocabulary."""

    def __init__(
        self,
        *,
        vocabulary: Vocabulary,
        grammar: Grammar,
        learned: Learned | None = None,
        customers: CustomerNames | None = None,
    ) -> None:
        self._grammar = grammar
        self._learned = learned
        self._entries = vocabulary.entries
        self._hearing = Hearing(vocabulary, grammar=grammar, customers=customers)
        self._teller = Teller(grammar.signs)

    def language_of(self, text: str) -> str:
        """Guess the locale of a text: en, pl, zh-Hans or zh-Hant."""
        return language.language_of(text, grammar=self._grammar, is_name=self._hearing.proper_names.has)

    def evidence_of(self, text: str, *, after: str | None, today: date) -> tuple[dict[str, float], frozenset[str]]:
        """Give what the chances of intents are learned from and judged by: by the grammar, and word by word."""
        heard = self._hearing.hear(clean(text), today=today, after=after)
        return evidence(self._teller.tell(heard.features), features=heard.features), worded(heard, after=after)

    def named_in(self, text: str, kind: str, *, today: date) -> str | None:
        """Give the first thing of a kind, such as a touchpoint, that a text names in any language."""
        named = self._hearing.hear(clean(text), today=today, after=None).first_named((kind,))
        return None if named is None else named.name

    def read(self, text: str, *, before: Before | None, asker: Person, now: datetime) -> Understanding:
        """Say what a text means, given the turn before it; never raises, whatever the text."""
        shown = _unquoted(clean(text))
        if len(shown) > LONGEST:
            return Understanding(intent="summarize_text", slots={}, confidence=0.5)
        if not any(c.isalnum() for c in shown):
            return Understanding(intent="help", slots={}, missing=("question",), confidence=0.0)
        today = now.astimezone(ZoneInfo(asker.timezone)).date()
        after = before.intent if before else None
        heard = self._hearing.hear(shown, today=today, after=after, of_segment=_of_segment(subject(before)))
        commanded = case_command(heard.said.shown, heard.said.folded, before=before) or rules_command(heard.said.folded)
        if commanded is not None:
            return commanded
        if before is not None:
            taken = chosen(shown, heard=heard, before=before)
            if taken is not None:
                return taken
        filling = Filling(heard=heard, intent="", before=subject(before), asker=asker, today=today)
        understood = requested(heard, self._decide(heard, filling, after=after))
        work = worked(heard, understood, before=subject(before), asker=asker, today=today)
        if work is not understood and work.intent != "root_causes":
            return work
        understood = work
        if "edit" in understood.slots or understood.slots.get("what") == "words":  # it names what nothing here explains
            return understood
        understood = bounded(heard, understood, entries=self._entries)
        return about_case(heard.said.shown, heard.said.folded, understood, before=before)

    def _decide(self, heard: Heard, filling: Filling, *, after: str | None) -> Understanding:
        told = self._teller.tell(heard.features)
        candidates = self._chances(told, heard, after=after)
        before = filling.before
        refused = _refused(candidates)
        if refused is not None:
            return refused
        candidates = [c for c in candidates if not c.intent.startswith(REFUSE)]
        if before is not None and _answers_question(before, heard):
            return self._fill(before.intent, filling, confidence=0.9)
        if before is not None and reschedules(before, heard):
            return self._fill("digest_update", filling, confidence=0.85)
        if before is not None and narrows_search(before, heard):
            return self._fill("feedback_search", filling, confidence=0.85)
        if before is not None and says_again(before, heard):
            return self._fill("translate_last", filling, confidence=0.9)
        if before is not None and goes_on(heard) and not _clearly_new(candidates[0], before):
            return self._fill(_moved(before, heard, _heaviest(told, candidates)), filling, confidence=0.8)
        if before is not None and not refers_back(heard, intent=candidates[0].intent):
            filling.before = None
        return self._settle(candidates, filling)

    def _chances(self, told: list[Candidate], heard: Heard, *, after: str | None) -> list[Candidate]:
        """Every intent with its chance; before anything was learned, by the weights of the signs alone."""
        if self._learned is not None:
            words = worded(heard, after=after)
            return self._learned.chances(told, features=heard.features, words=words)
        total = sum(one.weight for one in told) + 1.0
        found = [Candidate(intent=c.intent, weight=c.weight, chance=c.weight / total) for c in told]
        return found or [Candidate(intent="help", weight=0.0)]

    def _settle(self, candidates: list[Candidate], filling: Filling) -> Understanding:
        best = candidates[0]
        understood = self._fill(best.intent, filling, confidence=round(best.chance, 3))
        needed = LIKELY + DOUBT * min(strange_words(filling.heard), 3)
        if best.chance >= needed or (understood.missing and best.chance >= GUESS):
            return understood
        offered = tuple(one.intent for one in candidates[:OFFERED])
        return replace(understood, ambiguous={"intent": offered, **understood.ambiguous})

    def _fill(self, intent: str, filling: Filling, *, confidence: float) -> Understanding:
        filling.intent = intent
        FILLERS.get(intent, FILLERS["help"])(filling)
        ambiguous = {slot: options for slot, options in filling.ambiguous.items() if options}
        missing = tuple(name for name in filling.missing if name not in filling.slots)
        return Understanding(
            intent=intent, slots=filling.slots, missing=missing, ambiguous=ambiguous, confidence=confidence
        )


def _of_segment(before: Before | None) -> bool:
    scope = before.slots.get("scope") if before is not None else None
    return isinstance(scope, dict) and "segment" in scope


def _unquoted(shown: str) -> str:
    """Take off quotation marks around the whole text: somebody pasted a question."""
    inside = shown[1:-1]
    return inside if shown[:1] == shown[-1:] == '"' and inside and '"' not in inside else shown


def _refused(candidates: list[Candidate]) -> Understanding | None:
    """Refuse if all reasons to refuse together are likelier than not, for the likeliest of them."""
    reasons = [one for one in candidates if one.intent.startswith(REFUSE)]
    chance = sum(one.chance for one in reasons)
    if not reasons or chance < HALF:
        return None
    reason = reasons[0].intent.removeprefix(REFUSE)
    return Understanding(intent="refuse", slots={"reason": reason}, reason=reason, confidence=round(chance, 3))


def _heaviest(told: list[Candidate], candidates: list[Candidate]) -> Candidate:
    """Give the intent that the signs speak for most, unless it is unlikely all the same."""
    likely = {one.intent for one in candidates if one.chance >= POSSIBLE}
    return next((one for one in told if one.intent in likely), Candidate(intent="help", weight=0.0))


def _clearly_new(best: Candidate, before: Before) -> bool:
    """Whether the text asks for something else than the turn before, and plainly."""
    return best.intent != before.intent and best.chance >= CLEARLY_NEW and best.intent != "metric_value"


def _answers_question(before: Before, heard: Heard) -> bool:
    """Whether a few words give what was asked back for."""
    if before.outcome != "clarify" or not heard.has("short"):
        return False
    given = {"metric": "metric", "period": "period", "store": "named:store", "scope": "named", "customer": "customer",
             "case": "figure", "assignee": "named:person", "investment": "number", "profit": "number"}  # fmt: skip
    return any(heard.has(given.get(name, name)) for name in (*before.missing, *before.ambiguous))


def _moved(before: Before, heard: Heard, best: Candidate) -> str:
    """Give the intent of a few words that change one thing of the question before."""
    scores = {"metric_value", "metric_compare", "significance", "explain_change", "rank"}
    of_texts = before.intent in {"feedback_search", "feedback_count", "themes"}
    small = {"metric_value", "journey_map", *(("feedback_search",) if of_texts else ())}
    if best.weight >= SURE and best.intent not in small:
        return best.intent
    if before.intent in scores and heard.has("compare", "than") and heard.has("period", "named"):
        return "metric_compare" if heard.has("compare") else before.intent
    told = {"significance", "explain_change", "show_evidence", "translate_last", "draft_reply", "churn_risk"}
    if (before.intent in told or before.intent.startswith("case_")) and heard.has("metric"):
        return "metric_value"
    return before.intent
