"""Label every text that an annotator has not read yet. A run that was killed is simply run again."""

from collections.abc import Callable, Sequence
from functools import cached_property

from knowledge.annotator import FIELDS, TextAnnotator
from knowledge.junk import COPY, Copies
from knowledge.store.annotations import Annotations, UnreadText
from knowledge.store.models import SentimentModels
from metrics.ports import Annotator, Label
from metrics.store.engine import Database

BATCH = 2_000


class TextReading:
    """Labels texts batch by batch; what is labelled stands in SQL, so another may go on where this one stopped."""

    def __init__(self, engine: Database, *, annotator: Annotator | None = None, batch: int = BATCH) -> None:
        """Read by `annotator`, else by what was learnt from this store, looked up at the first batch."""
        self._engine = engine
        self._given = annotator
        self._batch = batch
        self._copies = Copies()
        self._last = 0
        self.done = 0
        """How many texts were read."""

    @cached_property
    def annotator(self) -> Annotator:
        """Who reads."""
        return self._given or learnt_annotator(self._engine)

    def step(self) -> bool:
        """Label the next texts that are not labelled as they now are; False: there were none."""
        annotations = Annotations(self._engine, annotator=self.annotator.name)
        batch = annotations.unread(after=self._last, limit=self._batch)
        if not batch:
            return False
        labels = self.annotator.annotate([text.text for text in batch], [text.language for text in batch])
        annotations.write(batch, _with_copies(batch, labels, self._copies), fields=FIELDS)
        self._last = batch[-1].feedback_id
        self.done += len(batch)
        return True


def annotate_backlog(
    engine: Database, *, annotator: Annotator | None = None, on_progress: Callable[[int], None] | None = None
) -> int:
    """Label what is not labelled yet and say how many texts that were; `on_progress` is told how many so far."""
    texts = TextReading(engine, annotator=annotator)
    while texts.step():
        if on_progress is not None:
            on_progress(texts.done)
    return texts.done


def learnt_annotator(engine: Database) -> TextAnnotator:
    """Build the annotator with what was learnt from this store."""
    models = SentimentModels(engine)
    learnt = models.fingerprint()
    return TextAnnotator(models=models.read() if learnt else {}, learnt=learnt)


def _with_copies(
    batch: Sequence[UnreadText], labels: Sequence[Sequence[Label]], copies: Copies
) -> list[Sequence[Label]]:
    """Mark the texts that stood earlier in this run, unless they are junk already."""
    firsts = copies.first_of([text.text for text in batch], [text.feedback_id for text in batch])
    return [
        [*of_one, Label(field="junk", label=COPY)]
        if first is not None and not any(label.field == "junk" for label in of_one)
        else of_one
        for of_one, first in zip(labels, firsts, strict=True)
    ]
