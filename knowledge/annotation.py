"""Label every text that an annotator has not read yet. A run that was killed is simply run again."""

from collections.abc import Callable, Sequence

from knowledge.annotator import FIELDS, TextAnnotator
from knowledge.junk import COPY, Copies
from knowledge.store.annotations import Annotations, UnreadText
from knowledge.store.models import SentimentModels
from metrics.ports import Annotator, Label
from metrics.store.engine import Database

BATCH = 2_000


def annotate_backlog(
    engine: Database, *, annotator: Annotator | None = None, on_progress: Callable[[int], None] | None = None
) -> int:
    """Label what is not labelled yet and say how many texts that were; `on_progress` is told how many so far."""
    annotator = annotator or learnt_annotator(engine)
    annotations = Annotations(engine, annotator=annotator.name)
    copies = Copies()
    done, last = 0, 0
    while batch := annotations.unread(after=last, limit=BATCH):
        labels = annotator.annotate([text.text for text in batch], [text.language for text in batch])
        annotations.write(batch, _with_copies(batch, labels, copies), fields=FIELDS)
        last = batch[-1].feedback_id
        done += len(batch)
        if on_progress is not None:
            on_progress(done)
    return done


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
