from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from bot.alerts.checks import Checks, rule_of
from bot.alerts.rising import Rising
from bot.alerts.rules import default_rules
from bot.alerts.statistical import Statistics
from bot.alerts.thresholds import Thresholds
from bot.jobs.rule_checks import RuleChecks
from bot.store.alert_rules import add_rule, rules_on
from bot.store.alerts import Alert, alerts_since
from knowledge.store.themes import ThemeCount, ThemeCounts
from metrics.analysis.engine import ScoreEngine
from metrics.analysis.signals import SignalEngine
from metrics.figures import Days
from metrics.scope import Where
from metrics.store import directory
from metrics.store.attribute_names import AttributeNames
from metrics.store.crowd import CrowdReader
from metrics.store.engine import Database, reading, writing
from metrics.store.reader import HistogramReader
from metrics.store.sources import SourceBook
from tests.alerts.home import NOON, Home

DAY = timedelta(days=1)


@pytest.fixture
def home(store: Database) -> Home:
    return Home(store=store)


def nothing(_days: Days, _where: Where) -> ThemeCounts:
    return ThemeCounts(texts=0, themes={})


def checks(home: Home, now: datetime, *, counted: Callable[[Days, Where], ThemeCounts] = nothing) -> RuleChecks:
    histograms, crowds = HistogramReader(home.store), CrowdReader(home.store)
    scores = ScoreEngine(histograms, now=lambda: now)
    return RuleChecks(
        engine=home.store,
        checks=Checks(
            rules=default_rules(),
            thresholds=Thresholds(histograms=histograms, crowds=crowds),
            statistics=Statistics(
                signals=SignalEngine(histograms, now=lambda: now),
                scores=scores,
                crowds=crowds,
                attributes=AttributeNames(home.store).of,
            ),
            rising=Rising(counted=counted, customers=lambda *_: 10),
            scores=scores,
            ages=lambda at: SourceBook(home.store, timezone="UTC").ages(now=at),
        ),
        desk=home.desk,
        timezone="UTC",
    )


def rule(home: Home, *, below: float = 80, min_n: int = 10) -> None:
    with writing(home.store) as connection:
        add_rule(
            connection,
            made_by="boss",
            notify="boss",
            metric="csat",
            scope={"touchpoint": ["delivery"]},
            condition={"op": "<", "value": below, "min_n": min_n},
            at=NOON,
        )


def kept(home: Home, person: str = "boss") -> tuple[Alert, ...]:
    with reading(home.store) as connection:
        return alerts_since(connection, person_key=person, since=NOON - 100 * DAY)


def test_a_limit_is_told_once_and_again_only_after_the_score_was_back_by_a_margin(home: Home) -> None:
    rule(home)
    home.says(of=[5] * 10 + [1] * 10)  # CSAT 50 %
    for hour in range(3):
        checks(home, NOON).hourly(NOON + timedelta(hours=hour))
    assert [(one.kind, one.state) for one in kept(home)] == [("threshold", "open")]
    home.says(of=[5] * 31, at=NOON)  # 41 of 51 are 80.4 %: beyond the limit no more, but not back by a margin
    checks(home, NOON).hourly(NOON + timedelta(hours=4))
    assert [one.state for one in kept(home)] == ["open"]
    home.says(of=[5] * 100, at=NOON)  # 141 of 151 are 93.4 %
    checks(home, NOON).hourly(NOON + timedelta(hours=5))
    assert [one.state for one in kept(home)] == ["over"]
    home.says(of=[1] * 100, at=NOON)
    checks(home, NOON).hourly(NOON + DAY)
    assert [one.state for one in kept(home)] == ["over", "open"]


def test_too_few_answers_tell_nothing(home: Home) -> None:
    rule(home, min_n=30)
    home.says(of=[1] * 29)
    checks(home, NOON).hourly(NOON)
    assert kept(home) == ()


def test_one_customer_alone_takes_no_score_beyond_a_limit(home: Home) -> None:
    rule(home)
    home.says(of=[5] * 20)
    home.says(of=[1] * 40, customer="angry")  # 33 % with them, 100 % without
    checks(home, NOON).hourly(NOON)
    assert kept(home) == ()


def test_a_false_alarm_moves_the_limit(home: Home) -> None:
    rule(home)
    home.says(of=[5] * 79 + [1] * 21)  # 79 %: beyond 80, not beyond 78
    limit = checks(home, NOON).checks.thresholds
    with reading(home.store) as connection:
        (own,) = rules_on(connection)
    assert limit.look(rule_of(own), today=NOON.date()).crossing.value == "beyond"
    assert limit.look(rule_of(own), today=NOON.date(), slack=2.0).crossing.value == "fine"


def steady(home: Home, *, bad: int) -> None:
    """Ten answers a day for fifty days, one of them bad; on the last seven, `bad` of them."""
    for back in range(50, 0, -1):
        worse = bad if back <= 7 else 1
        home.says(of=[5] * (10 - worse) + [1] * worse, at=NOON - back * DAY)


def test_a_score_that_falls_and_stays_down_is_told_to_the_owner_once(home: Home) -> None:
    steady(home, bad=6)
    for back in range(7, -1, -1):
        checks(home, NOON).daily(NOON - back * DAY)
    drifts = [one for one in kept(home, "ola") if one.kind == "drift"]
    assert len(drifts) == 1
    assert drifts[0].facts["change"] < 0  # type: ignore[operator]  # a number


def test_a_steady_score_is_no_alert(home: Home) -> None:
    steady(home, bad=1)
    for back in (3, 0):
        checks(home, NOON).daily(NOON - back * DAY)
    assert kept(home, "ola") == ()


def test_a_theme_that_rises_today_is_told_today(home: Home) -> None:
    def counted(days: Days, _where: Where) -> ThemeCounts:
        today = days.first == NOON.date()
        # 2 of 100 texts before, 20 of 100 today
        of, texts = (100, 20) if today else (1000, 20)
        return ThemeCounts(texts=of, themes={"cancelled": ThemeCount(texts=texts, negative=texts)})

    for hour in range(3):
        checks(home, NOON, counted=counted).hourly(NOON + timedelta(hours=hour))
    assert [one.kind for one in kept(home)] == ["new_theme"]


def test_a_source_that_stopped_is_told_once_and_is_over_when_it_goes_on(home: Home) -> None:
    def fresh(at: datetime) -> None:
        with writing(home.store) as connection:
            directory.source(connection, name="pos", kind="feedback", timezone="UTC", expected_every_s=3600, as_of=at)

    fresh(NOON - DAY)
    for hour in range(2):
        checks(home, NOON).hourly(NOON + timedelta(hours=hour))
    assert [(one.kind, one.state) for one in kept(home)] == [("stale", "open")]
    fresh(NOON + timedelta(hours=2))
    checks(home, NOON).hourly(NOON + timedelta(hours=2))
    assert [one.state for one in kept(home)] == ["over"]


def test_how_a_rule_would_have_done_is_counted_over_thirty_days(home: Home) -> None:
    steady(home, bad=1)
    limit = checks(home, NOON).checks.thresholds
    today: date = NOON.date()
    rule(home, below=95)  # it always was 90 %
    rule(home, below=80)
    rule(home, below=0)  # no share is below nothing
    rule(home, below=80, min_n=1000)
    with reading(home.store) as connection:
        always, never_yet, impossible, too_few = (
            limit.rehearse(rule_of(one), today=today) for one in rules_on(connection)
        )
    assert (always.alerts, always.beyond, always.always) == (1, 30, True)
    assert (never_yet.alerts, never_yet.never, never_yet.always) == (0, False, False)
    assert not impossible.possible
    assert (too_few.never, too_few.most_n) == (True, 300)
