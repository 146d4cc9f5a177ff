"""Many synonyms at once, into a home that has none."""

from collections.abc import Iterable

from sqlalchemy import Connection, insert

from metrics.store.tables import synonym


def add_words(connection: Connection, words: Iterable[tuple[str, str, str, str]]) -> None:
    """Add words, each as kind, canonical name, the word and its language; of one that comes twice the first stands."""
    rows = {
        (kind, name, text): {"kind": kind, "name": name, "text": text, "language": language}
        for kind, name, text, language in reversed(list(words))
    }
    if rows:
        connection.execute(insert(synonym), list(reversed(rows.values())))
