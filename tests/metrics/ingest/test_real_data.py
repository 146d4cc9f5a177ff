"""The example maps on real data; the numbers are those of the data's own README and reference.json."""

import pytest

from metrics.store import rollups
from metrics.store.engine import reading
from metrics.store.runs import Tally
from tests.metrics.ingest.desk import DATA, EXAMPLES, Desk

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the development data is not beside the checkout")


def imported(desk: Desk, file: str, example: str) -> Tally:
    return desk.take(desk.job(DATA / file, map_file=EXAMPLES / example))


def olist(desk: Desk) -> list[Tally]:
    return [
        imported(desk, "olist/olist_customers_dataset.csv", "olist/customers.toml"),
        imported(desk, "olist/olist_orders_dataset.csv", "olist/orders.toml"),
        imported(desk, "olist/olist_order_reviews_dataset.csv", "olist/reviews.toml"),
    ]


@pytest.mark.parametrize("store", ["sqlite", pytest.param("postgresql", marks=pytest.mark.torture)], indirect=True)
def test_olist_comes_in_whole_and_once(desk: Desk) -> None:
    assert [(tally.new, tally.rejected, tally.unlinked) for tally in olist(desk)] == [
        (10_953, 0, 0),
        (10_953, 0, 0),
        (10_966, 0, 0),
    ]
    assert (desk.count("customer"), desk.count("event"), desk.count("feedback")) == (10_801, 10_953, 10_966)
    assert [(tally.new, tally.changed) for tally in olist(desk)] == [(0, 0)] * 3
    with reading(desk.engine) as connection:
        assert rollups.check(connection) == ()
    # reference.json, olist.score_distribution
    cells = desk.rows("rollup_touchpoint", "c0", "c1", "c2", "c3", "c4")
    assert [sum(column) for column in zip(*cells, strict=True)] == [1819, 391, 903, 1956, 5897]


def test_the_telecom_survey_comes_in_with_its_stages_and_without_ids(desk: Desk) -> None:
    tally = imported(desk, "en_nps_verbatims_telecom/nps_verbatims.csv", "telecom/nps.toml")
    assert (tally.new, tally.rejected, desk.count("score")) == (1184, 0, 1173)
    assert sorted(tally.touchpoints) == ["Equipment Received", "First Payment", "Order", "Service in Use"]
    # reference.json, nps.telecom_verbatims.overall: 611 detractors, 207 passives, 355 promoters
    cells = desk.rows("rollup_touchpoint", *(f"c{step}" for step in range(11)))
    total = [sum(column) for column in zip(*cells, strict=True)]
    assert (sum(total[:7]), sum(total[7:9]), sum(total[9:])) == (611, 207, 355)
    assert any("�" in (text or "") for (text,) in desk.rows("feedback", "text"))
    assert imported(desk, "en_nps_verbatims_telecom/nps_verbatims.csv", "telecom/nps.toml").new == 0
