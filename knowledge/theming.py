"""Label the themes of every text that has not been read for them yet. A run that was killed is simply run again."""

from knowledge.store.annotations import Annotations
from knowledge.store.taxonomy import TaxonomyBook
from knowledge.themes import ThemeAnnotator
from metrics.ports import Annotator
from metrics.store.engine import Database

BATCH = 2_000


def theme_backlog(engine: Database, *, annotator: Annotator | None = None) -> int:
    """Label what is not labelled yet, or by an earlier version of the taxonomy; say how many texts that were."""
    annotator = annotator or theme_annotator(engine)
    annotations = Annotations(engine, annotator=annotator.name, field="theme")
    done, last = 0, 0
    while batch := annotations.unread(after=last, limit=BATCH):
        annotations.write(batch, annotator.annotate([text.text for text in batch], [text.language for text in batch]))
        last = batch[-1].feedback_id
        done += len(batch)
    return done


def theme_annotator(engine: Database) -> ThemeAnnotator:
    """Build the annotator of the taxonomy in force."""
    taxonomy = TaxonomyBook(engine).taxonomy()
    return ThemeAnnotator(taxonomy.themes, version=taxonomy.version)
