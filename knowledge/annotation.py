"""Label every text that an annotator has not read yet. A run that was killed is simply run again."""

from collections.abc import Callable

from knowledge.annotator import TextAnnotator
from knowledge.store.annotations import Annotations
from metrics.ports import Annotator
from metrics.store.engine import Database

BATCH = 2_000


def annotate_backlog(
    engine: Database, *, annotator: Annotator | None = None, on_progress: Callable[[int], None] | None = None
) -> int:
    """Label what is not labelled yet and say how many texts that were; `on_progress` is told how many so far."""
    annotator = annotator or TextAnnotator()
    annotations = Annotations(engine, annotator=annotator.name)
    done, last = 0, 0
    while batch := annotations.unread(after=last, limit=BATCH):
        labels = annotator.annotate([text.text for text in batch], [text.language for text in batch])
        annotations.write(batch, labels)
        last = batch[-1].feedback_id
        done += len(batch)
        if on_progress is not None:
            on_progress(done)
    return done
