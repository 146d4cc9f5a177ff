"""Feedback as a file: what the asker may read, never personal data."""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from bot.capabilities.ask import Answer, Ask
from bot.capabilities.feedback_slots import GROUPS, feedback_filter, where_said
from bot.capabilities.refuse import denied
from bot.capabilities.rights import limits, limits_said, outside
from bot.capabilities.score_slots import ScoreSlots
from bot.capabilities.spreadsheet import Cell, as_csv
from bot.messages import Attachment, Block, Line, Openness, Outcome, Paragraph, Reply, Slots, Value
from bot.people import Action, decide
from bot.store.audit import audited
from bot.store.exports import Exports
from knowledge.search import FeedbackSearch
from metrics.feedback import FeedbackFilter, FeedbackRow, ScoreGroup
from metrics.figures import Days
from metrics.scope import Scope
from metrics.store.feedback import FeedbackReader
from metrics.store.whereabouts import Whereabouts

MOST_ROWS = 100_000
"""More than that is no list for people; what is left out is said."""
HEADER = (
    "feedback_id", "given_at", "source", "touchpoint", "unit", "channel", "segment", "language", "instrument", "score",
    "scale_min", "scale_max", "text",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFeedback:
    """Answers "export the detractors of October as CSV"."""

    slots: ScoreSlots
    search: FeedbackSearch
    feedback: FeedbackReader
    whereabouts: Whereabouts
    exports: Exports

    def __call__(self, ask: Ask) -> Answer:
        """Answer with the file, for the asker alone; who exported what is audited."""
        slots = ask.understanding.slots
        decision = decide(ask.actor, Action.READ_TEXTS, place=ask.place.openness)
        days = self.slots.period(slots.get("period", "last_90d"), ask, metric="volume").days
        wanted = _wanted(slots, ask, days)
        allowed = decision.allowed and decide(ask.actor, Action.EXPORT, place=ask.place.openness).allowed
        if not allowed or outside(decision.scope, self.whereabouts.named(wanted.where)):
            return denied(ask)
        rows = self._rows(slots, wanted, within=decision.scope)
        limited = limits(ask.actor, decision)
        reply = Reply(
            outcome=Outcome.ANSWER if rows else Outcome.NO_DATA,
            intent="export",
            blocks=(*self._blocks(ask, rows, wanted, limited), *limits_said(limited)),
            reason=None if rows else "no_data",
            slots=slots,
            limited_to=limited,
        )
        said = f"{_what(slots)} {days.first}..{days.end} rows={min(len(rows), MOST_ROWS)}"
        noted = audited(ask.actor.key, "export", said, ask.place, at=ask.now)
        private = ask.place.openness is not Openness.PRIVATE
        return Answer(reply=reply, writes=(noted,) if rows else (), private=private)

    def _rows(self, slots: Slots, wanted: FeedbackFilter, *, within: Scope) -> tuple[FeedbackRow, ...]:
        query = str(slots.get("query", "")).strip()
        if not query:
            return self.feedback.find(wanted, within=within, limit=MOST_ROWS + 1)
        found = self.search.mentioning(query, within=within, wanted=wanted)
        return self.feedback.get(found.ids[: MOST_ROWS + 1], within=within)

    def _blocks(
        self, ask: Ask, rows: tuple[FeedbackRow, ...], wanted: FeedbackFilter, limited: tuple[str, ...]
    ) -> list[Block]:
        slots, kept = ask.understanding.slots, rows[:MOST_ROWS]
        args: dict[str, Value] = {
            "n": len(kept),
            "what": Line(key=f"export-{_what(slots)}"),
            "where": where_said(wanted, limited),
            **({} if wanted.days is None else {"days": wanted.days}),
        }
        if not rows:
            return [Paragraph(line=Line(key="export-nothing", args=args), strong=True)]
        content = as_csv(HEADER, (_cells(row) for row in kept))
        name = _name(_what(slots), at=ask.now, content=content)
        self.exports.keep(name, content)
        lies = Line(key="export-path", args={"path": str(self.exports.path(name))})
        elsewhere = lies if ask.place.platform == "console" else Line(key="export-left", args={"name": name})
        blocks: list[Block] = [
            Paragraph(line=Line(key="export-done", args=args), strong=True),
            Attachment(name=name, otherwise=elsewhere),
            Paragraph(line=Line(key="export-without-personal-data")),
        ]
        if slots.get("format") == "xlsx":
            blocks.append(Paragraph(line=Line(key="export-csv-instead")))
        if len(rows) > MOST_ROWS:
            blocks.append(Paragraph(line=Line(key="export-cut", args={"n": MOST_ROWS})))
        return blocks


def _what(slots: Slots) -> str:
    what = str(slots.get("what", "feedback"))
    return what if what in ("detractors", "passives", "promoters") else "feedback"


def _wanted(slots: Slots, ask: Ask, days: Days) -> FeedbackFilter:
    """Read the filter; a score without a word is a row too."""
    wanted = replace(feedback_filter(slots, ask.actor, days=days), has_text=None)
    group: ScoreGroup | None = GROUPS.get(_what(slots).removesuffix("s"))
    return wanted if group is None else replace(wanted, group=group, instrument="nps")


def _cells(row: FeedbackRow) -> tuple[Cell, ...]:
    score = row.score
    given = (None,) * 4 if score is None else (score.instrument, score.value, score.scale_min, score.scale_max)
    named = (row.source, row.touchpoint, row.unit, row.channel, row.segment, row.language)
    return (row.id, row.given_at.isoformat(timespec="seconds"), *named, *given, row.text)


def _name(what: str, *, at: datetime, content: bytes) -> str:
    return f"{what}-{at:%Y%m%dT%H%M%SZ}-{sha256(content).hexdigest()[:8]}.csv"
