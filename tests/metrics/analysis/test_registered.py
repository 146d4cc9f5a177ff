"""What is counted besides the usual answers: variants, sentiment, complaints, hours, purchases; by hand."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import insert

from metrics.analysis.engine import ScoreEngine
from metrics.errors import NothingInPeriod, OnlyVariants, UnknownDimension
from metrics.figures import Days
from metrics.query import ScoreQuery
from metrics.records import EventRecord, FeedbackRecord, ScoreRecord
from metrics.scores.policy import EVERYTHING
from metrics.store import directory
from metrics.store.engine import Database, writing
from metrics.store.reader import HistogramReader
from metrics.store.registry import CustomerRecord, customers
from metrics.store.tables import annotation, feedback
from metrics.store.writer import Writer
from tests.metrics.analysis.company import NOW, KeepsEverything

NOVEMBER = Days(first=date(2026, 11, 1), end=date(2026, 12, 1))


@pytest.fixture
def shop(store: Database) -> "Store":
    return Store(store)


class Store:
    """A database that feedback and events can be written to, and the engine over it."""

    def __init__(self, engine: Database) -> None:
        self.engine = engine
        with writing(self.engine) as connection:
            self.source = directory.source(connection, name="survey", kind="feedback", timezone="Europe/Warsaw")
            self.warsaw = directory.unit(connection, name="Warszawa", kind="store", timezone="Europe/Warsaw")
            self.shanghai = directory.unit(connection, name="Shanghai", kind="store", timezone="Asia/Shanghai")
            names = ("ola", "jan", "ewa", "li")
            self.people = customers(connection, [CustomerRecord(key=name) for name in names])
        self.scores = ScoreEngine(HistogramReader(self.engine), now=lambda: NOW, policy=EVERYTHING)
        self._written = 0

    def give(self, *scores: ScoreRecord, at: datetime, unit: int | None = None, felt: str | None = None) -> None:
        self._written += 1
        name = str(self._written)
        record = FeedbackRecord(
            source_id=self.source, external_id=name, kind="survey", given_at=at,
            timezone="Asia/Shanghai" if unit == self.shanghai else "Europe/Warsaw", unit_id=unit, scores=scores,
            text="words" if felt else None,
        )  # fmt: skip
        with writing(self.engine) as connection:
            Writer(connection, redactor=KeepsEverything()).feedback([record])
            if felt is not None:
                row = connection.execute(feedback.select().where(feedback.c.external_id == name)).one()
                value = {"positive": 0.6, "negative": -0.6}.get(felt, 0.0)
                label = {"feedback_id": row.id, "field": "sentiment", "label": felt, "value": value, "annotator": "t@1"}
                connection.execute(insert(annotation), [label])

    def buy(self, who: str, on: date, *, value: float = 10.0, kind: str = "order", unit: int | None = None) -> None:
        self._written += 1
        record = EventRecord(
            source_id=self.source, external_id=str(self._written), kind=kind, timezone="Europe/Warsaw",
            happened_at=datetime(on.year, on.month, on.day, 12, tzinfo=UTC), customer_id=self.people[who], value=value,
            unit_id=unit,
        )  # fmt: skip
        with writing(self.engine) as connection:
            Writer(connection, redactor=KeepsEverything()).events([record])

    def value(self, metric: str, *, days: Days = NOVEMBER, by: str | None = None) -> dict[str, float | None]:
        found = self.scores.value(ScoreQuery(metric=metric, days=days, by=by))
        return {"": found.whole.value} | {next(iter(one.group.values())): one.value for one in found.groups}


def on(instrument: str, value: int, low: int, high: int) -> ScoreRecord:
    return ScoreRecord(instrument=instrument, value=value, scale_min=low, scale_max=high)


def noon(day: int) -> datetime:
    return datetime(2026, 11, day, 12, tzinfo=UTC)


def test_each_variant_counts_its_own_best_answers(shop: Store) -> None:
    for value in (7, 6, 5, 1):
        shop.give(on("csat_7", value, 1, 7), at=noon(2))
    for value in (10, 9, 8, 0):
        shop.give(on("csat_0_10", value, 0, 10), at=noon(2))
    for value in (3, 3, 2, 1):
        shop.give(on("csat_3", value, 1, 3), at=noon(2))
    for value in (1, 1, 1, 0):
        shop.give(on("csat_0_1", value, 0, 1), at=noon(2))
    values = [shop.value(name)[""] for name in ("csat_7", "csat_0_10", "csat_emoji", "csat_yes_no")]
    assert values == [50, 50, 50, 75]


def test_csat_never_mixes_a_variant_in_but_says_that_there_is_one(shop: Store) -> None:
    shop.give(on("csat_7", 7, 1, 7), at=noon(2))
    with pytest.raises(OnlyVariants) as caught:
        shop.value("csat")
    assert caught.value.others == ("csat_7",)


def test_old_effort_is_turned_round(shop: Store) -> None:
    for value in (1, 2):
        record = ScoreRecord(instrument="ces_5_lower", value=value, scale_min=1, scale_max=5, direction="lower")
        shop.give(record, at=noon(2))
    assert shop.value("ces_5_lower")[""] == 4.5  # 6 - 1 and 6 - 2


def test_net_sentiment_is_the_balance_of_labelled_texts(shop: Store) -> None:
    for felt in ("positive", "positive", "positive", "negative", "neutral"):
        shop.give(at=noon(2), felt=felt)
    shop.give(on("nps", 0, 0, 10), at=noon(2))  # no text
    assert shop.value("net_sentiment")[""] == 40  # (3 - 1) of 5


def test_a_complaint_is_a_low_score_or_else_negative_words(shop: Store) -> None:
    shop.give(on("nps", 6, 0, 10), at=noon(2))  # a detractor
    shop.give(on("csat", 2, 1, 5), at=noon(2))  # the lowest third
    shop.give(on("csat", 3, 1, 5), at=noon(2), felt="negative")  # the score decides
    shop.give(on("ces", 7, 1, 7), at=noon(2))
    shop.give(at=noon(2), felt="negative")
    shop.give(at=noon(2), felt="positive")
    assert shop.value("negative_share")[""] == 50  # three of six


def test_an_hour_is_that_of_the_clock_on_the_wall(shop: Store) -> None:
    at = datetime(2026, 11, 3, 4, 30, tzinfo=UTC)  # 05:30 in Warsaw, 12:30 in Shanghai
    shop.give(on("csat", 5, 1, 5), at=at, unit=shop.warsaw)
    shop.give(on("csat", 1, 1, 5), at=at, unit=shop.shanghai)
    shop.give(on("csat", 5, 1, 5), at=at)  # no unit: the source's clock
    assert shop.value("csat", by="hour") == {"": pytest.approx(200 / 3), "2026-11-03T05": 100, "2026-11-03T12": 0}


def test_the_hour_shown_twice_is_counted_together(shop: Store) -> None:
    # On 25 October 2026 clocks in Warsaw go from 03:00 back to 02:00: 00:30 and 01:30 UTC are both 02:30 there.
    for hour, value in ((0, 5), (1, 1), (2, 5)):
        shop.give(on("csat", value, 1, 5), at=datetime(2026, 10, 25, hour, 30, tzinfo=UTC))
    days = Days(first=date(2026, 10, 25), end=date(2026, 10, 26))
    assert shop.value("csat", days=days, by="hour") == {
        "": pytest.approx(200 / 3), "2026-10-25T02": 50, "2026-10-25T03": 100,
    }  # fmt: skip


def test_retention_is_who_came_back_of_the_month_before(shop: Store) -> None:
    for who in ("ola", "jan", "ewa", "ola"):
        shop.buy(who, date(2026, 10, 31))
    shop.buy("ola", date(2026, 11, 1))
    shop.buy("li", date(2026, 11, 1))
    shop.buy("jan", date(2026, 11, 1), kind="return")
    assert shop.value("retention")[""] == pytest.approx(100 / 3)  # of three only Ola; a return is no purchase


def test_nobody_has_come_back_yet_in_a_month_to_come(shop: Store) -> None:
    shop.buy("ola", date(2026, 11, 1))
    with pytest.raises(NothingInPeriod):
        shop.value("retention", days=Days(first=date(2026, 12, 1), end=date(2027, 1, 1)))


def test_a_customer_of_one_store_who_buys_in_another_is_retained(shop: Store) -> None:
    shop.buy("ola", date(2026, 10, 5), unit=shop.warsaw)
    shop.buy("jan", date(2026, 10, 5), unit=shop.warsaw)
    shop.buy("ola", date(2026, 11, 5), unit=shop.shanghai)
    assert shop.value("retention", by="store") == {"": 50, "Warszawa": 50}


def test_repurchase_is_who_did_not_buy_for_the_first_time(shop: Store) -> None:
    shop.buy("ola", date(2026, 6, 1))
    for who in ("ola", "jan", "jan", "ewa", "li"):
        shop.buy(who, date(2026, 11, 5))
    assert shop.value("repurchase_rate")[""] == 50  # Ola bought before, Jan twice; Ewa and Li once


def test_revenue_is_the_money_of_purchases(shop: Store) -> None:
    shop.buy("ola", date(2026, 11, 5), value=19.99, unit=shop.warsaw)
    shop.buy("jan", date(2026, 11, 6), value=30.01, kind="visit", unit=shop.shanghai)
    shop.buy("jan", date(2026, 11, 6), value=30.01, kind="delivery")
    assert shop.value("revenue", by="store") == {"": 50, "Warszawa": 19.99, "Shanghai": 30.01}


def test_a_change_of_revenue_is_as_sure_as_its_purchases(shop: Store) -> None:
    shop.buy("ola", date(2026, 10, 5), value=30)
    shop.buy("jan", date(2026, 11, 5), value=40)
    base = Days(first=date(2026, 10, 1), end=date(2026, 11, 1))
    change = shop.scores.compare(ScoreQuery(metric="revenue", days=NOVEMBER), base=base).whole.change
    # 10, and 1.96 * sqrt(30^2 + 40^2) = 98 to either side.
    assert change.value == 10
    assert change.low == pytest.approx(-88, abs=0.01)
    assert change.high == pytest.approx(108, abs=0.01)


def test_customers_do_not_come_back_at_an_hour(shop: Store) -> None:
    shop.buy("ola", date(2026, 10, 5))
    shop.buy("ola", date(2026, 11, 5))
    with pytest.raises(UnknownDimension):
        shop.value("retention", by="hour")
