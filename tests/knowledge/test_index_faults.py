"""Faults of the index's files: none ends this process, none goes unnoticed, and each is repaired by the next run."""

import os
import shutil
from pathlib import Path

import pytest

from knowledge import backlog, index
from knowledge.backlog import index_backlog
from knowledge.embedder import HashingEmbedder
from knowledge.errors import IndexBroken
from knowledge.search import FeedbackSearch, open_search
from metrics.scope import EVERYTHING
from tests.knowledge.shop import Shop

MANY = 1_200
"""Texts enough for Chroma to write a segment's files."""


@pytest.fixture
def indexed(shop: Shop, search: FeedbackSearch, monkeypatch: pytest.MonkeyPatch) -> FeedbackSearch:
    monkeypatch.setattr(index, "SYNC_AT", MANY)
    shop.say(*(shop.record(f"more-{n}", f"{n * 7919} {n * 104729} {n * 15485863}") for n in range(MANY)))
    index_backlog(search.parts)
    search.close()
    assert segments(shop)
    return search


def segments(shop: Shop) -> list[Path]:
    return sorted((shop.home / "index" / "chroma").glob("*/data_level0.bin"))


def nearest(search: FeedbackSearch, text: str) -> tuple[int, ...]:
    return search.parts.index.nearest(search.parts.embedder.embed([text]), limit=1)


def test_garbage_in_a_segment_is_found_by_a_child_and_repaired(shop: Shop, indexed: FeedbackSearch) -> None:
    for path in segments(shop):
        path.write_bytes(os.urandom(path.stat().st_size))
    with pytest.raises(IndexBroken):
        nearest(indexed, "queue at the checkout")
    index_backlog(indexed.parts)
    assert nearest(indexed, "The queue at the checkout was far too long") == (shop.id_of("en"),)
    assert (shop.home / "index" / "chroma-broken").is_dir()


def test_a_lost_segment_folder_is_noticed_and_repaired_though_nothing_is_to_be_indexed(
    shop: Shop, indexed: FeedbackSearch
) -> None:
    for path in segments(shop):
        shutil.rmtree(path.parent)
    index_backlog(indexed.parts)
    assert nearest(indexed, "The queue at the checkout was far too long") == (shop.id_of("en"),)


def test_files_as_they_were_left_are_opened_without_a_probe(shop: Shop, indexed: FeedbackSearch) -> None:
    assert indexed.parts.index.is_as_left()
    segments(shop)[0].touch()
    assert not indexed.parts.index.is_as_left()


def test_another_dimension_has_a_collection_of_its_own(shop: Shop, search: FeedbackSearch) -> None:
    index_backlog(search.parts)
    search.close()
    other = open_search(shop.engine, folder=shop.home / "index", embedder=HashingEmbedder(dimension=64))
    assert index_backlog(other.parts).indexed == len(search.parts.indexed.ids())
    other.close()
    assert len(search.parts.index.ids()) == len(search.parts.indexed.ids())  # the old one is whole


def test_an_index_grown_out_of_bounds_is_put_aside_and_built_again(
    shop: Shop, search: FeedbackSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_backlog(search.parts)
    search.close()
    monkeypatch.setattr(backlog, "SMALLEST_EXPECTED", 1_000)  # the shop's few vectors take about 350 kB of tables
    monkeypatch.setattr(backlog, "GROWN_TIMES", 3)
    shop.say(shop.record("one-more", "One more parcel"))
    index_backlog(search.parts)
    assert (shop.home / "index" / "chroma-broken").is_dir()
    assert search.search("parcel", within=EVERYTHING).hits
