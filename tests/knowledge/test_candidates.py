from pathlib import Path

from sqlalchemy import func, select

from knowledge.backlog import index_backlog
from metrics.feedback import FeedbackFilter
from metrics.scope import EVERYTHING, NOTHING
from metrics.store.engine import Database, reading
from metrics.store.tables import feedback
from tests.knowledge.shop import shop_in


def test_candidates_come_with_the_hash_of_what_they_now_say(store: Database, tmp_path: Path) -> None:
    shop = shop_in(store, home=tmp_path)
    shop.say(*shop.texts())
    register = shop.search().parts.indexed
    found = register.candidates(FeedbackFilter(), within=EVERYTHING)
    with reading(store) as connection:
        told = func.coalesce(feedback.c.redacted, "") != ""
        rows = connection.execute(select(feedback.c.id, feedback.c.content_hash).where(told)).all()
    assert {row.id: row.content_hash for row in rows} == dict(
        zip(found.ids.tolist(), found.hashes.astype(str).tolist(), strict=True)
    )
    some = [shop.id_of("pl"), shop.id_of("silent"), 999]
    assert register.candidates(FeedbackFilter(), within=EVERYTHING, among=some).ids.tolist() == some[:1]
    assert len(register.candidates(FeedbackFilter(), within=EVERYTHING, limit=2)) == 2
    assert len(register.candidates(FeedbackFilter(), within=NOTHING)) == 0


def test_the_sidecar_knows_a_text_that_has_changed(store: Database, tmp_path: Path) -> None:
    shop = shop_in(store, home=tmp_path)
    shop.say(*shop.texts())
    search = shop.search()
    index_backlog(search.parts)
    shop.say(shop.record("pl", "Kurier jednak znalazł paczkę"))
    now = search.parts.indexed.candidates(FeedbackFilter(), within=EVERYTHING)
    known = search.parts.sidecar.snapshot().holds(now.ids, now.hashes)
    assert now.ids[~known].tolist() == [shop.id_of("pl")]
    search.close()
