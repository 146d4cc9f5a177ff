"""A changed theme, found again in all texts at once: which texts it gains and loses, and the labels put right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Engine, and_, delete, exists, func, insert, select, update

from knowledge.store.tables import annotated, correction
from knowledge.themes import NO_THEME, Theme, ThemeAnnotator, annotator_name
from metrics.store.engine import reading
from metrics.store.tables import annotation, feedback

READ_AT_ONCE = 5_000
AT_MOST = 100_000
"""Texts that are read within a change; where there are more, they are read in the background instead."""

IDS_AT_ONCE = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a changed theme does: of `texts` texts `having` would have it; `gains` and `loses` by id.

    Only texts that were read for themes gain it here: the others will be read for all themes in their turn.
    """

    key: str
    texts: int
    having: int
    gains: tuple[int, ...]
    loses: tuple[int, ...]


class Retheming:
    """Tries changed themes on the texts of a store."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def texts(self) -> int:
        """Count the texts with words."""
        with reading(self._engine) as connection:
            return int(connection.execute(select(func.count()).select_from(feedback).where(_worded())).scalar_one())

    def effect(self, key: str, theme: Theme | None) -> Effect:
        """Say what a theme (None: taken out) does to the labels of texts; what people corrected stays."""
        annotator = ThemeAnnotator([theme] if theme is not None else [])
        now: set[int] = set()
        texts = 0
        for ids, words in self._all_texts():
            texts += len(ids)
            now.update(one for one, text in zip(ids, words, strict=True) if annotator.themes(text))
        with reading(self._engine) as connection:
            had, corrected, read = _having(connection, key), _corrected(connection), _read(connection)
        return Effect(
            key=key,
            texts=texts,
            having=len(now - corrected) + len(had & corrected),
            gains=tuple(sorted((now - had - corrected) & read)),
            loses=tuple(sorted(had - now - corrected)),
        )

    def _all_texts(self) -> Iterator[tuple[list[int], list[str]]]:
        last = 0
        while True:
            query = select(feedback.c.id, feedback.c.redacted).where(feedback.c.id > last, _worded())
            with reading(self._engine) as connection:
                rows = connection.execute(query.order_by(feedback.c.id).limit(READ_AT_ONCE)).all()
            if not rows:
                return
            yield [int(row.id) for row in rows], [str(row.redacted) for row in rows]
            last = int(rows[-1].id)


def relabel(connection: Connection, effects: Sequence[Effect], *, was: int, version: int) -> None:
    """Put the labels right, and note that texts read by version `was` of the taxonomy now stand as of `version`."""
    name = annotator_name(version)
    for one in effects:
        _unlabel(connection, one.loses, label=one.key)
        _unlabel(connection, one.gains, label=NO_THEME)
        _insert(connection, one.gains, label=one.key, name=name)
    lost = [text for one in effects for text in one.loses]
    bare = [text for some in _parts(sorted(set(lost))) for text in _bare_of(connection, some)]
    _insert(connection, bare, label=NO_THEME, name=name)
    held = and_(annotation.c.field == "theme", annotation.c.annotator == annotator_name(was))
    connection.execute(update(annotation).where(held).values(annotator=name))
    read = and_(annotated.c.reading == "theme", annotated.c.annotator == annotator_name(was))
    connection.execute(update(annotated).where(read).values(annotator=name))


def _insert(connection: Connection, ids: Sequence[int], *, label: str, name: str) -> None:
    rows = [
        {"feedback_id": one, "field": "theme", "label": label, "value": None, "confidence": None, "annotator": name}
        for one in ids
    ]
    if rows:
        connection.execute(insert(annotation), rows)


def _bare_of(connection: Connection, ids: Sequence[int]) -> list[int]:
    themed = exists().where(annotation.c.feedback_id == feedback.c.id, annotation.c.field == "theme")
    return list(connection.execute(select(feedback.c.id).where(feedback.c.id.in_(ids), ~themed)).scalars())


def _having(connection: Connection, key: str) -> set[int]:
    held = and_(annotation.c.field == "theme", annotation.c.label == key)
    return set(connection.execute(select(annotation.c.feedback_id).where(held)).scalars())


def _read(connection: Connection) -> set[int]:
    held = annotation.c.field == "theme"
    return set(connection.execute(select(annotation.c.feedback_id).where(held)).scalars())


def _corrected(connection: Connection) -> set[int]:
    return set(connection.execute(select(correction.c.feedback_id).where(correction.c.field == "theme")).scalars())


def _labelled(ids: Sequence[int], label: str) -> ColumnElement[bool]:
    return and_(annotation.c.field == "theme", annotation.c.label == label, annotation.c.feedback_id.in_(ids))


def _worded() -> ColumnElement[bool]:
    return func.coalesce(feedback.c.redacted, "") != ""


def _unlabel(connection: Connection, ids: Sequence[int], *, label: str) -> None:
    for some in _parts(ids):
        connection.execute(delete(annotation).where(_labelled(some, label)))


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), IDS_AT_ONCE):
        yield ids[start : start + IDS_AT_ONCE]
