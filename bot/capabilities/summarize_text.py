"""A pasted text in short. Nothing in it is followed: what reads like an order is shown as such."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.capabilities.ask import Answer, Ask
from bot.messages import Block, Line, Listing, Outcome, Paragraph, Passport, Reply, Value
from knowledge.pasted import Pasted, in_short
from knowledge.store.taxonomy import TaxonomyBook
from knowledge.taxonomy import Taxonomy
from knowledge.themes import ThemeAnnotator
from metrics.ports import Redactor

_QUOTED = re.compile(r"[\"“„«「『](.+)[\"”“»」』]|(?<![^\s:：(])[‘'‚](.+)[’'‘](?!\w)", re.DOTALL)
_AFTER_COLON = re.compile(r"[:：]\s*(\S.{15,})$", re.DOTALL)
LONG = 400
"""Characters from which a text without quotation marks is itself what was pasted."""

SHORTEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarizeText:
    """Answers "the customer wrote: '...'. What does she want?"."""

    taxonomy: TaxonomyBook
    redactor: Redactor
    language_of: Callable[[str], str | None]

    def __call__(self, ask: Ask) -> Answer:
        """Answer with what the text wants, is about and how it feels, and its most telling sentences."""
        text = pasted_in(ask.said)
        if text is None:
            return _no_text(ask)
        taxonomy = self.taxonomy.taxonomy()
        annotator = ThemeAnnotator(taxonomy.themes, version=taxonomy.version)
        found = in_short(self.redactor.redact(text), annotator=annotator, language=self.language_of(text))
        blocks: list[Block] = [Paragraph(line=_headline(found), strong=True)]
        blocks += [Paragraph(line=line) for line in _said(found, taxonomy, ask.language)]
        blocks += [Paragraph(line=Line(key="pasted-sentence", args={"text": one})) for one in found.sentences]
        blocks += [Paragraph(line=Line(key="pasted-order", args={"text": one})) for one in found.orders]
        blocks.append(Passport(line=Line(key="pasted-rule", args={"left": found.left})))
        reply = Reply(
            outcome=Outcome.ANSWER, intent="summarize_text", blocks=tuple(blocks), slots=ask.understanding.slots
        )
        return Answer(reply=reply)


def pasted_in(said: str) -> str | None:
    """Give the text that is spoken of: between quotation marks, after a colon, or all of a long message."""
    for pattern in (_QUOTED, _AFTER_COLON):
        match = pattern.search(said)
        if match is not None:
            text = next(part for part in match.groups() if part).strip()
            return text if len(text) >= SHORTEST else None
    return said.strip() if len(said) >= LONG else None


def _headline(found: Pasted) -> Line:
    wants = tuple(
        Line(key=f"label-intent-{signal.label.replace('_', '-')}")
        for signal in found.signals
        if signal.field == "intent"
    )
    if wants:
        return Line(key="pasted-wants", args={"wants": Listing(items=wants)})
    return Line(key="pasted-only-order" if not found.sentences else "pasted-headline")


def _said(found: Pasted, taxonomy: Taxonomy, language: str) -> list[Line]:
    names = {theme.key: theme.name(language) for theme in taxonomy.themes}
    lines: list[Line] = []
    if found.themes:
        about = Listing(items=tuple(names.get(key, key) for key in found.themes))
        lines.append(Line(key="pasted-about", args={"themes": about}))
    feelings: list[Value] = [Line(key=f"label-sentiment-{found.feeling}")] if found.sentences else []
    feelings += [Line(key=f"label-emotion-{one.label}") for one in found.signals if one.field == "emotion"]
    if feelings:
        lines.append(Line(key="pasted-feels", args={"feelings": Listing(items=tuple(feelings))}))
    urgent = tuple(Line(key=f"label-urgency-{one.label}") for one in found.signals if one.field == "urgency")
    if urgent:
        lines.append(Line(key="pasted-urgent", args={"reasons": Listing(items=urgent)}))
    return lines


def _no_text(ask: Ask) -> Answer:
    reply = Reply(
        outcome=Outcome.CLARIFY,
        intent="summarize_text",
        blocks=(Paragraph(line=Line(key="pasted-none"), strong=True),),
        slots=ask.understanding.slots,
        missing=("text",),
    )
    return Answer(reply=reply)
