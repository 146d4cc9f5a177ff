"""Feedback of many rows at once, column by column: a third of the work of drafting them one by one.

Only stretches of rows in which there is nothing to refuse but an id that came before are drafted so; any other is left
to be drafted row by row, which gives each refused row its reason.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from metrics.ingest.drafts import FeedbackDraft, Place, ScoreDraft
from metrics.ingest.lines import RawRow
from metrics.ingest.reasons import Reason, Rejected
from metrics.ingest.remembered import Remembered
from metrics.ingest.seen import Seen

LENGTH = 250
"""Rows of a stretch: many enough to be quick, few enough that one refused row slows few others."""

Cells = Sequence[str]
Get = Callable[[Cells], str | None]


class Around(NamedTuple):
    """Who said it and where: what many rows have in common."""

    kind: str
    place: Place
    persona: str | None
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretches:
    """How the parts of feedback are read from cells; None: the map says nothing of it."""

    ids: Seen
    external_id: Get
    around: Remembered[Around]
    given_at: Remembered[datetime]
    scores: Sequence[Remembered[ScoreDraft | None]]
    event: Get | None
    customer: Get | None
    text: Get | None
    attributes: Callable[[Cells], Mapping[str, str]]

    def drafts(self, rows: Sequence[RawRow]) -> list[FeedbackDraft | Rejected] | None:
        """Draft the rows; None: some row of them has to be looked at by itself, and nothing has been done."""
        cells = [row.cells for row in rows if row.cells is not None]
        if not cells or len(cells) < len(rows):
            return None
        try:
            drafts = self._drafts(cells)
        except Rejected:
            return None
        if drafts is None:
            return None
        if self.ids.add_new([draft.external_id for draft in drafts]):
            return list(drafts)
        again = [self.ids.add(draft.external_id) for draft in drafts]
        return [Rejected(Reason.DUPLICATE_ID) if times else draft for times, draft in zip(again, drafts, strict=True)]

    def _drafts(self, cells: Sequence[Cells]) -> list[FeedbackDraft] | None:
        ids = _column(self.external_id, cells)
        texts = _column(self.text, cells)
        scores = _given([score.column(cells) for score in self.scores], count=len(cells))
        silent = () in scores and any(text is None and not given for text, given in zip(texts, scores, strict=True))
        if silent or None in ids:
            return None
        kinds, places, personas, languages = zip(*self.around.column(cells), strict=True)
        rows = zip(
            ids, kinds, self.given_at.column(cells), places, _column(self.event, cells), _column(self.customer, cells),
            personas, languages, texts, map(self.attributes, cells), scores, strict=True,
        )  # fmt: skip
        return list(map(FeedbackDraft._make, rows))


def _column(get: Get | None, cells: Sequence[Cells]) -> list[str | None]:
    return [None] * len(cells) if get is None else list(map(get, cells))


def _given(columns: Sequence[list[ScoreDraft | None]], *, count: int) -> list[tuple[ScoreDraft, ...]]:
    """Give each row's answers, without those it does not give."""
    if not columns:
        return [()] * count
    if not any(None in column for column in columns):
        return list(zip(*columns, strict=True))
    return [tuple([one for one in some if one is not None]) for some in zip(*columns, strict=True)]
