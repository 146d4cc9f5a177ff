from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.store.subscriptions import Subscription, Subscriptions, keep_subscription, mark_digest
from bot.store.writes import Overtaken
from metrics.store.engine import Database, writing

KEPT = Subscription(
    person_key="ola", days=("mon", "thu"), at=time(8, 30), content=("nps", "overdue_cases"), language="pl",
    since=datetime(2026, 11, 20, 11, 0, tzinfo=UTC),
)  # fmt: skip


def test_a_subscription_comes_back_as_it_was_kept_and_is_replaced_by_the_next(store: Database) -> None:
    for kept in (KEPT, replace(KEPT, days=("fri",), content=(), language=None, last_date=date(2026, 11, 19))):
        with writing(store) as connection:
            keep_subscription(connection, kept)
        assert Subscriptions(store).of("ola") == kept
    assert Subscriptions(store).of("tomasz") is None


def test_only_those_that_were_not_stopped_are_active(store: Database) -> None:
    with writing(store) as connection:
        keep_subscription(connection, KEPT)
        keep_subscription(connection, replace(KEPT, person_key="tomasz", active=False))
    assert Subscriptions(store).active() == (KEPT,)


def test_a_date_is_marked_once_and_never_an_earlier_one_after_it(store: Database) -> None:
    with writing(store) as connection:
        keep_subscription(connection, KEPT)
        mark_digest(connection, person_key="ola", day=date(2026, 11, 23))
    for day in (date(2026, 11, 23), date(2026, 11, 19)):
        with pytest.raises(Overtaken), writing(store) as connection:
            mark_digest(connection, person_key="ola", day=day)
    kept = Subscriptions(store).of("ola")
    assert kept is not None
    assert kept.last_date == date(2026, 11, 23)
