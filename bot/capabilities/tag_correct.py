"""A wrong tag of a comment put right: its theme, feeling, touchpoint or language. Shown first, made once confirmed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.confirming import Do, propose
from bot.capabilities.refuse import denied, refusal
from bot.capabilities.tag_names import known_value, label_name, labels_named
from bot.messages import Block, Choice, Choices, Line, Listing, Outcome, Paragraph, Place, Reply, Slots, Value
from bot.people import Action, Person, decide
from bot.store.alerts import Shown
from bot.wording.quotes import quotes_of
from knowledge.store.corrections import EVERY, Correction, corrected
from knowledge.store.labels import LabelReader
from knowledge.theme_names import themes_meant
from knowledge.themes import NO_THEME, Theme
from metrics.feedback import FeedbackRow
from metrics.store.feedback import FeedbackReader

ACTION = "tag_correct"
FIELDS = {"topic": "theme", "sentiment": "sentiment", "touchpoint": "touchpoint", "language": "language"}
"""What people call them, and how they are stored."""
MOST_CHOICES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectTag:
    """Answers "this is not about delivery, it's about returns", and makes the change once it is confirmed."""

    feedback: FeedbackReader
    labels: LabelReader
    themes: Callable[[], Sequence[Theme]]
    touchpoints: Callable[[], Sequence[str]]
    shown: Callable[[str], Shown | None]

    def __call__(self, ask: Ask) -> Answer:
        """Show the comment with its tag as it would become; ask back where it is not clear which tag is meant."""
        slots = ask.understanding.slots
        field = FIELDS.get(str(slots.get("field", "topic")), "theme")
        feedback_id = _meant(ask) or self._last_shown(ask.actor)
        if feedback_id is None:
            return _said(ask, Line(key="tag-which-comment"), outcome=Outcome.CLARIFY, missing=("record",))
        row = self._seen(ask.actor, feedback_id, place=ask.place)
        if row is None:
            return denied(ask)
        value = str(slots.get("value", "")).strip()
        meant = self._meant_value(field, value)
        if len(meant) != 1:
            return self._which_value(ask, field, value, meant)
        return self._proposed(ask, row, field=field, label=meant[0], old=str(slots.get("old", "")))

    def do(self, do: Do) -> Answer:
        """Make a confirmed correction; the right to see the text is asked for anew."""
        feedback_id, field, label = (str(do.arguments[name]) for name in ("feedback", "field", "label"))
        row = self._seen(do.actor, int(feedback_id), place=do.place)
        if row is None:
            return Answer(reply=refusal(ACTION, key="refuse-permission", reason="permission"))
        gone = do.arguments["was"]
        replaced = [str(one) for one in gone] if isinstance(gone, list) and gone else [EVERY]
        writes = corrected(
            *(
                Correction(feedback_id=row.id, field=field, was=was, label=label, by=do.actor.key, at=do.now)
                for was in replaced
            )
        )
        args: dict[str, Value] = {"field": field, "label": self._name(field, label, do.language)}
        reply = Reply(
            outcome=Outcome.ANSWER,
            intent=ACTION,
            blocks=(Paragraph(line=Line(key="tag-corrected", args=args), strong=True),),
            records=(f"feedback:{row.id}",),
        )
        return Answer(reply=reply, writes=(writes,))

    def _proposed(self, ask: Ask, row: FeedbackRow, *, field: str, label: str, old: str) -> Answer:
        has = self._has(row, field)
        gone = labels_named(old, has, self.themes()) if field == "theme" and old else ()
        gone = tuple(one for one in gone if one != label)
        becomes = (*(one for one in has if one not in gone), label) if gone else (label,)
        args: dict[str, Value] = {
            "field": field,
            "was": self._names(field, has, ask.language),
            "label": self._names(field, tuple(dict.fromkeys(becomes)), ask.language),
        }
        if set(becomes) == set(has):
            return _said(ask, Line(key="tag-already", args=args), outcome=Outcome.ANSWER)
        preview: tuple[Block, ...] = (
            Paragraph(line=Line(key="tag-preview", args=args), strong=True),
            *quotes_of((row,)),
        )
        arguments: Slots = {"feedback": row.id, "field": field, "was": list(gone), "label": label}
        answer = propose(ask, action=ACTION, arguments=arguments, preview=preview)
        return replace(answer, reply=replace(answer.reply, records=(f"feedback:{row.id}",)))

    def _has(self, row: FeedbackRow, field: str) -> tuple[str, ...]:
        if field == "touchpoint":
            return (row.touchpoint,) if row.touchpoint else ()
        if field == "language" and row.language:
            return (row.language,)
        return tuple(one.label for one in self.labels.of([row.id]) if one.field == field and one.label != NO_THEME)

    def _meant_value(self, field: str, value: str) -> tuple[str, ...]:
        if field == "theme":
            return themes_meant(value, self.themes())
        return known_value(field, value, touchpoints=self.touchpoints() if field == "touchpoint" else ())

    def _which_value(self, ask: Ask, field: str, value: str, meant: tuple[str, ...]) -> Answer:
        options = tuple(
            Choice(label=self._name(field, one, ask.language), value=one, intent=ACTION, slots={"value": one})
            for one in meant[:MOST_CHOICES]
        )
        line = Line(key="tag-which-value", args={"field": field, "value": value, "n": len(meant)})
        asked = _said(ask, line, outcome=Outcome.CLARIFY, missing=("value",))
        if not options:
            return asked
        blocks = (*asked.reply.blocks, Choices(options=options))
        return replace(asked, reply=replace(asked.reply, blocks=blocks))

    def _names(self, field: str, labels: Sequence[str], language: str) -> Value:
        names = tuple(self._name(field, one, language) for one in labels)
        return Listing(items=names) if names else Line(key="tag-none")

    def _name(self, field: str, label: str, language: str) -> Value:
        return label_name(field, label, themes=self.themes(), language=language)

    def _last_shown(self, actor: Person) -> int | None:
        last = self.shown(actor.key)
        return last.feedback_id if last else None

    def _seen(self, actor: Person, feedback_id: int, *, place: Place) -> FeedbackRow | None:
        """Give the comment, if this person may see it."""
        decision = decide(actor, Action.READ_TEXTS, place=place.openness)
        rows = self.feedback.get([feedback_id], within=decision.scope) if decision.allowed else ()
        return rows[0] if rows else None


def _meant(ask: Ask) -> int | None:
    """Find the first comment that the thread has just shown."""
    records = ask.before.records if ask.before else ()
    ids = [int(record.removeprefix("feedback:")) for record in records if record.startswith("feedback:")]
    return ids[0] if ids else None


def _said(ask: Ask, line: Line, *, outcome: Outcome, missing: tuple[str, ...] = ()) -> Answer:
    slots = ask.understanding.slots
    blocks = (Paragraph(line=line, strong=True),)
    return Answer(reply=Reply(outcome=outcome, intent=ACTION, blocks=blocks, slots=slots, missing=missing))
