from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.jobs.alerting import Summaries
from bot.messages import Quote
from bot.store.alerts import alerts_since
from bot.store.commit import commit
from bot.store.reach import silence
from bot.store.staffing import Absence, add_absence
from bot.store.tables import alert, customer_case
from bot.store.timers import Timer
from metrics.store.engine import Database, reading, writing
from metrics.store.tables import feedback_committed
from tests.alerts.home import FURIOUS, NOON, UPSET, Home

NIGHT = NOON.replace(hour=23)


@pytest.fixture
def home(store: Database) -> Home:
    return Home(store=store)


def count(home: Home, table: object) -> int:
    with reading(home.store) as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())  # type: ignore[arg-type]  # a table


def keys(home: Home, person: str | None = None) -> list[str]:
    return [reply.blocks[0].line.key for reply in home.told(person)]  # type: ignore[union-attr]  # a paragraph comes first


def test_the_owner_of_the_touchpoint_hears_of_a_furious_customer_with_their_words_and_a_case(home: Home) -> None:
    home.says(FURIOUS, csat=1)
    assert home.look() == 1
    (reply,) = home.told("ola")
    assert [reply.blocks[0].line.key] == ["alert-severe"]  # type: ignore[union-attr]  # a paragraph comes first
    assert [quote.text for quote in reply.blocks if isinstance(quote, Quote)] == [FURIOUS]
    assert [record.partition(":")[0] for record in reply.records] == ["alert", "case", "feedback"]
    assert count(home, customer_case) == 1
    assert home.told("boss") == home.told("jan") == []


def test_looking_again_tells_nothing_twice(home: Home) -> None:
    home.says(FURIOUS, csat=1)
    home.look()
    with writing(home.store) as connection:  # as after a kill between the commit and its end
        connection.execute(feedback_committed.insert().values(first_id=1, last_id=1))
    home.look()
    assert (count(home, alert), len(home.told())) == (1, 1)


def test_praise_and_a_bare_low_score_can_wait(home: Home) -> None:
    home.says("Lovely, thank you!", csat=5)
    home.says(csat=1)
    home.says(FURIOUS, csat=1, at=NOON - timedelta(days=30))
    assert home.look() == 3
    assert count(home, alert) == 0


def test_a_thousand_alerts_of_one_cause_are_one_message(store: Database) -> None:
    home = Home(store=store, open_case=lambda _, *, feedback_id, priority, at: 318)  # noqa: ARG005 what a case takes
    home.says(UPSET, csat=1, times=1000)
    home.look()
    assert count(home, alert) == 1000
    assert keys(home) == ["alert-severe"]
    assert count(home, feedback_committed) == 0


def test_at_night_only_what_is_critical_wakes_and_the_rest_is_summed_up_in_the_morning(home: Home) -> None:
    home.says(UPSET, csat=1, at=NIGHT)
    home.look(NIGHT)
    assert home.told() == []
    morning = NIGHT + timedelta(hours=9)
    commit(home.store, Summaries()(summary_timer("ola", morning), morning))
    commit(home.store, Summaries()(summary_timer("ola", morning), morning))
    assert keys(home) == ["alert-summary"]
    home.says(FURIOUS, csat=1, at=NIGHT)
    home.look(NIGHT)
    assert keys(home) == ["alert-summary", "alert-severe"]


def test_a_deputy_is_told_while_the_owner_is_away(home: Home) -> None:
    today = NOON.date()
    with writing(home.store) as connection:
        add_absence(connection, Absence(person_key="ola", first=today, end=today + timedelta(days=1), deputy_key="jan"))
    home.says(FURIOUS, csat=1)
    home.look()
    assert (len(home.told("jan")), len(home.told("ola"))) == (1, 0)


def test_without_an_owner_the_manager_of_the_unit_is_told(home: Home) -> None:
    home.says(FURIOUS, csat=1, touchpoint=False)
    home.look()
    assert (len(home.told("jan")), len(home.told())) == (1, 1)


def test_what_is_snoozed_is_kept_and_not_told(home: Home) -> None:
    home.says(FURIOUS, csat=1)
    home.look()
    (first,) = kept(home)
    later = NOON + timedelta(days=1)
    commit(
        home.store,
        [silence(person_key="ola", rule=first.rule or "", cause=first.cause or "", until=later, at=NOON)],
    )
    home.says(FURIOUS, csat=1)
    home.look(NOON + timedelta(hours=2))
    assert ([one.state for one in kept(home)], len(home.told())) == (["open", "silenced"], 1)
    home.says(FURIOUS, csat=1)
    home.look(later + timedelta(hours=1))
    assert len(home.told()) == 2


def test_the_budget_of_a_day_holds_back_what_is_beyond_it(home: Home) -> None:
    for place in range(12):
        home.says(UPSET, csat=1, at=NOON)
        home.look(NOON + timedelta(minutes=31 * place))  # each beyond the window of its cause
    told = [one.told for one in kept(home)]
    assert told.count("now") <= 10
    assert told.count("later") == 12 - told.count("now")


def kept(home: Home) -> tuple:  # type: ignore[type-arg]  # of alerts
    with reading(home.store) as connection:
        return alerts_since(connection, person_key="ola", since=NOON - timedelta(days=1))


def summary_timer(person: str, due: datetime) -> Timer:
    return Timer(
        id=1,
        key=f"alert_flush:{person}",
        kind="alert_flush",
        due_at=due,
        payload={"person": person},
        attempt=1,
        claim=1,
    )
