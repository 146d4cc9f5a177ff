"""Label the themes of every text that has not been read for them yet. A run that was killed is simply run again."""

from knowledge.store.annotations import Annotations
from knowledge.themes import ThemeAnnotator
from metrics.ports import Annotator
from metrics.store.engine import Database

BATCH = 2_000


def theme_backlog(engine: Database, *, annotator: Annotator | None = None) -> int:
    """Label what is not labelled yet and say how many texts that were."""
    annotator = annotator or ThemeAnnotator()
    annotations = Annotations(engine, annotator=annotator.name, field="theme")
    done, last = 0, 0
    while batch := annotations.unread(after=last, limit=BATCH):
        annotations.write(batch, annotator.annotate([text.text for text in batch], [text.language for text in batch]))
        last = batch[-1].feedback_id
        done += len(batch)
    return done
