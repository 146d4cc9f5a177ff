"""Why a comment was labelled as it was: its labels, each with the words it rests on, beside what else is known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask, Capability
from bot.capabilities.tag_names import label_name
from bot.messages import Amount, Block, Line, Listing, Outcome, Paragraph, Reply, Table, Value
from bot.people import Action, decide
from bot.wording.quotes import quotes_of
from knowledge.store.labels import LabelReader, StoredLabel
from knowledge.themes import Theme
from metrics.store.feedback import FeedbackReader

FIELDS = ("sentiment", "emotion", "urgency", "intent", "theme", "junk", "mood_turn", "language", "mixed")
"""What is said of a comment, in this order."""
WITH_STRENGTH = frozenset({"emotion", "urgency"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowEvidence:
    """Answers "why do you say angry?" after comments, and everything else as `otherwise` does."""

    feedback: FeedbackReader
    labels: LabelReader
    themes: Callable[[], Sequence[Theme]]
    otherwise: Capability

    def __call__(self, ask: Ask) -> Answer:
        """Add the labels of the first comment shown, if the asker may still see it."""
        answer = self.otherwise(ask)
        decision = decide(ask.actor, Action.READ_TEXTS, place=ask.place.openness)
        ids = _comments(ask.before)[:1]
        rows = self.feedback.get(ids, within=decision.scope) if decision.allowed else ()
        labels = self.labels.of([row.id for row in rows])
        if not labels:
            return answer
        blocks: list[Block] = [
            Paragraph(line=Line(key="labels-headline"), strong=True),
            *quotes_of(rows),
            self._table(labels, ask.language),
        ]
        before = answer.reply.blocks if answer.reply.outcome is Outcome.ANSWER else ()
        reply = replace(
            answer.reply,
            outcome=Outcome.ANSWER,
            reason=None,
            blocks=(*blocks, *before),
            records=tuple(f"feedback:{row.id}" for row in rows),
        )
        return replace(answer, reply=reply)

    def _table(self, labels: Sequence[StoredLabel], language: str) -> Table:
        told = sorted((one for one in labels if one.field in FIELDS), key=lambda one: FIELDS.index(one.field))
        return Table(
            columns=(Line(key="column-label"), Line(key="column-rests-on")),
            rows=tuple((self._said(one, language), Listing(items=one.words) if one.words else "–") for one in told),
        )

    def _said(self, one: StoredLabel, language: str) -> Value:
        name = label_name(one.field, one.label, themes=self.themes(), language=language)
        if one.by_person:
            name = Line(key="label-said-by-person", args={"label": name})
        elif one.field in WITH_STRENGTH and one.value is not None:
            strength = Amount(value=100 * one.value, unit="%")
            name = Line(key="label-strength", args={"label": name, "strength": strength})
        field = Line(key=f"label-field-{one.field.replace('_', '-')}")
        return Line(key="label-of-field", args={"field": field, "label": name})


def _comments(before: Reply | None) -> list[int]:
    records = before.records if before else ()
    return [int(record.removeprefix("feedback:")) for record in records if record.startswith("feedback:")]
