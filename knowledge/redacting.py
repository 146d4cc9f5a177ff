"""Take the names of people out of stored texts, when the store has learnt them after it was given the texts."""

from collections.abc import Sequence

from knowledge.known_names import KnownNames
from knowledge.redaction import NAME
from knowledge.store.marks import mark_of, move_mark
from knowledge.store.names import StoredNames
from metrics.store.engine import Database

NAMES, TEXTS = "names taken out", "texts without names"
"""How far it has come: in rows of personal data, and in ids of feedback."""


def store_names(engine: Database, *, staff: Sequence[str] = ()) -> KnownNames:
    """Give everybody the store knows by name, and the staff."""
    names, _ = StoredNames(engine).after(0)
    return KnownNames((*names, *staff))


def redact_backlog(engine: Database, *, staff: Sequence[str] = ()) -> int:
    """Take new names out of all texts, and all names out of new texts; say in how many texts one stood."""
    stored = StoredNames(engine)
    last_text = stored.last_text()
    done_names, done_texts = mark_of(engine, NAMES), mark_of(engine, TEXTS)
    new, last_name = stored.after(done_names)
    changed = 0
    if new and done_texts:
        changed += _taken_out(stored, KnownNames(new), after=0, up_to=done_texts)
    if last_text > done_texts:
        changed += _taken_out(stored, store_names(engine, staff=staff), after=done_texts, up_to=last_text)
    move_mark(engine, NAMES, last_name)
    move_mark(engine, TEXTS, last_text)
    return changed


def _taken_out(stored: StoredNames, names: KnownNames, *, after: int, up_to: int) -> int:
    changed = 0
    for some in stored.texts(after=after, up_to=up_to):
        for text in some:
            now = names.replace(text.redacted, NAME)
            if now != text.redacted:
                stored.replace(text, now)
                changed += 1
    return changed
