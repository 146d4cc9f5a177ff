"""Identifiers that customers write stay in the original text: none reaches labels, index, words counted or logs."""

import logging

import pytest
from sqlalchemy import select

from bot.bench.planted import NAMES, plant
from knowledge.annotation import annotate_backlog
from knowledge.backlog import index_backlog
from knowledge.redacting import redact_backlog
from metrics.store.engine import reading
from metrics.store.tables import annotation, feedback
from tests.knowledge.shop import Shop

COUNT = 240
"""Of every kind some; the 2,000 of the evaluation are the same kinds."""


def test_no_planted_identifier_is_in_labels_index_or_logs(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    planted = plant(COUNT, seed=11)
    shop.say(*(shop.record(f"planted-{at}", one.text) for at, one in enumerate(planted)))
    redact_backlog(shop.engine, staff=NAMES)
    annotate_backlog(shop.engine)
    search = shop.search()
    assert index_backlog(search.parts).indexed == COUNT + 8
    search.close()
    with reading(shop.engine) as connection:
        shown = "\n".join(connection.execute(select(feedback.c.redacted).where(feedback.c.redacted != "")).scalars())
        words = "\n".join(connection.execute(select(annotation.c.words)).scalars())
    files = b"\n".join(path.read_bytes() for path in shop.home.glob("index/**/*") if path.is_file())
    told = {one.identifier for one in planted}
    assert len(files) > 0
    assert [one for one in told if one in shown or one in words or one in caplog.text] == []
    assert [one for one in told if one.encode() in files] == []
