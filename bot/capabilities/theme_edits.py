"""Changes of the taxonomy by talking: shown with what they do to texts, made when confirmed, and every one kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.confirming import Do, propose
from bot.capabilities.found_themes import FoundThemes
from bot.capabilities.refuse import denied
from bot.messages import Block, Line, Outcome, Paragraph, Reply, Slots, Table, Value
from bot.people import Action, decide
from bot.store.theme_changes import change_themes
from bot.store.writes import Write
from bot.wording.figures import amount
from bot.wording.quotes import quotes_of
from knowledge.store.found_themes import made_into
from knowledge.store.retheming import AT_MOST, Effect, Retheming
from knowledge.store.taxonomy import TaxonomyBook
from knowledge.taxonomy import OPERATIONS, CannotEdit, Changed, Edit, Operation, changes_of
from metrics.store.feedback import FeedbackReader

ACTION = "theme_edit"
QUOTED = 2
TERMS_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeEdits:
    """Proposes changes of themes ("add theme 'gift wrapping' with words wrapping, 包装"), and makes them."""

    taxonomy: TaxonomyBook
    retheming: Retheming
    feedback: FeedbackReader
    found: FoundThemes

    def __call__(self, ask: Ask) -> Answer:
        """Show what would change and how many texts it would have, and ask whether to do it."""
        decision = decide(ask.actor, Action.READ_TEXTS, place=ask.place.openness)
        if not decide(ask.actor, Action.WRITE_RULES, place=ask.place.openness).allowed:
            return denied(ask)
        asked = ask.understanding.slots.get("edit")
        arguments = dict(asked) if isinstance(asked, dict) else {}
        edit = edit_of(arguments, language=ask.language)
        taxonomy = self.taxonomy.taxonomy()
        try:
            changes = changes_of(taxonomy, edit)
        except CannotEdit as problem:
            return _cannot(problem, intent=ask.understanding.intent, slots=ask.understanding.slots)
        blocks: list[Block] = [Paragraph(line=_headline(edit, changes), strong=True), _diff(changes)]
        if self.retheming.texts() <= AT_MOST:
            effects = self._effects(changes)
            blocks += [Paragraph(line=_effect_said(one, changes, ask.language)) for one in effects]
            gains = [text for one in effects for text in one.gains[-QUOTED:]]
            blocks += quotes_of(self.feedback.get(gains[:QUOTED], within=decision.scope))
        kept: Slots = {**arguments, "language": edit.language, "version": taxonomy.version}
        return propose(ask, action=ACTION, arguments=kept, preview=tuple(blocks))

    def make(self, do: Do) -> Answer:
        """Make a confirmed change, unless the taxonomy has changed since it was shown."""
        slots: Slots = {"edit": do.arguments}
        if not decide(do.actor, Action.WRITE_RULES, place=do.place.openness).allowed:
            return _said("refuse-permission", outcome=Outcome.REFUSE, reason="permission", slots=slots)
        taxonomy = self.taxonomy.taxonomy()
        if do.arguments.get("version") != taxonomy.version:
            return _said("theme-edit-stale", outcome=Outcome.REFUSE, reason="stale", slots=slots)
        edit = edit_of(do.arguments, language=do.language)
        try:
            changes = changes_of(taxonomy, edit)
        except CannotEdit as problem:
            return _cannot(problem, intent="themes", slots=slots)
        effects = self._effects(changes) if self.retheming.texts() <= AT_MOST else None
        done = "theme-edit-done" if effects is not None else "theme-edit-later"
        writes = (
            change_themes(changes, effects, was=taxonomy.version, by=do.actor.key, at=do.now),
            *self._taken(do, changes),
        )
        answer = _said(done, outcome=Outcome.ANSWER, slots=slots)
        return Answer(reply=answer.reply, writes=writes)

    def _effects(self, changes: Sequence[Changed]) -> tuple[Effect, ...]:
        return tuple(self.retheming.effect(one.key, one.now) for one in changes)

    def _taken(self, do: Do, changes: Sequence[Changed]) -> tuple[Write, ...]:
        """Note of which found theme this was made, so that it is not offered again."""
        words = do.arguments.get("found")
        kept = self.found.named(tuple(str(word) for word in words)) if isinstance(words, list) else None
        if kept is None:
            return ()
        found, theme = kept.id, changes[0].key
        return (lambda connection: made_into(connection, found, theme=theme),)


def edit_of(arguments: Mapping[str, Any], *, language: str) -> Edit:
    """Read an edit as it was understood or kept."""
    named = str(arguments.get("operation", ""))
    operation: Operation = next((one for one in OPERATIONS if one == named), "add")
    words = arguments.get("words")
    return Edit(
        operation=operation,
        theme=str(arguments.get("theme", "")),
        words=tuple(str(word) for word in words) if isinstance(words, list) else (),
        into=str(arguments.get("into", "")),
        language=str(arguments.get("language") or language),
    )


def _headline(edit: Edit, changes: Sequence[Changed]) -> Line:
    theme = changes[-1].was or changes[-1].now
    name = theme.name(edit.language) if theme else edit.theme
    args: dict[str, Value] = {"name": name, "into": edit.into}
    return Line(key=f"theme-edit-{edit.operation.replace('_', '-')}", args=args)


def _diff(changes: Sequence[Changed]) -> Table:
    """Show each theme with the terms it loses and gains, and its name where that changes."""
    rows: list[tuple[Value, ...]] = []
    for one in changes:
        was = set(one.was.terms) if one.was else set()
        now = set(one.now.terms) if one.now else set()
        names = dict.fromkeys(name for theme in (one.was, one.now) if theme for _, name in theme.names[:1])
        rows.append((" → ".join(names), _terms(was - now, "-"), _terms(now - was, "+")))
    return Table(
        columns=tuple(Line(key=key) for key in ("column-theme", "column-terms-lost", "column-terms-gained")),
        rows=tuple(rows),
    )


def _terms(terms: set[str], sign: str) -> str:
    shown = [f"{sign} {term}" for term in sorted(terms)[:TERMS_SHOWN]]
    left = len(terms) - len(shown)
    return ", ".join(shown) + (f" … {sign}{left}" if left > 0 else "")


def _effect_said(effect: Effect, changes: Sequence[Changed], language: str) -> Line:
    one = next(change for change in changes if change.key == effect.key)
    theme = one.now or one.was
    args: dict[str, Value] = {
        "name": theme.name(language) if theme else effect.key,
        "n": effect.having,
        "all": effect.texts,
        "share": amount(100 * effect.having / effect.texts, "%") if effect.texts else "–",
        "gains": len(effect.gains),
        "loses": len(effect.loses),
    }
    return Line(key="theme-edit-effect", args=args)


def _cannot(problem: CannotEdit, *, intent: str, slots: Slots) -> Answer:
    line = Line(key=f"theme-edit-{problem.problem.replace('_', '-')}", args={"name": problem.theme})
    missing = ("words",) if problem.problem == "no_words" else ("theme",)
    reply = Reply(
        outcome=Outcome.CLARIFY,
        intent=intent,
        blocks=(Paragraph(line=line, strong=True),),
        slots=slots,
        missing=missing,
    )
    return Answer(reply=reply)


def _said(key: str, *, outcome: Outcome, slots: Slots, reason: str | None = None) -> Answer:
    blocks = (Paragraph(line=Line(key=key), strong=True),)
    return Answer(reply=Reply(outcome=outcome, intent="themes", blocks=blocks, reason=reason, slots=slots))
