"""History replayed through the rules of alerts, a day at a time: what would have been told, and when.

A day's scores are checked in the morning after it, its themes in its evening, with what was known then. On which days
there may be something to tell is first seen in one walk through the whole history, which looks only back.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from bot.alerts.finding import Finding
from bot.alerts.rising import Counted, Customers, Rising
from bot.alerts.rules import Kind, Rule, default_rules, of_kind
from bot.alerts.statistical import Statistics
from bot.bench.import_once import take
from bot.bench.measured import Measured
from bot.main import MIGRATIONS
from knowledge.store.themes import ThemeCount, ThemeCounts
from metrics.analysis.engine import ScoreEngine
from metrics.analysis.ports import UNKNOWN
from metrics.analysis.signals import SignalEngine
from metrics.figures import Days
from metrics.scope import Where
from metrics.scores.registry import METRICS
from metrics.store.attribute_names import AttributeNames
from metrics.store.crowd import CrowdReader
from metrics.store.engine import Database, open_engine, sqlite_url
from metrics.store.migrate import upgrade
from metrics.store.reader import HistogramReader

EXAMPLES = Path(__file__).parents[2] / "examples"
OLIST = (
    ("olist/customers.toml", "olist/olist_customers_dataset.csv"),
    ("olist/orders.toml", "olist/olist_orders_dataset.csv"),
    ("olist/reviews.toml", "olist/olist_order_reviews_dataset.csv"),
)
TWEETS = (("airline/tweets.toml", "en_twitter_us_airline/Tweets.csv"),)
SPRING = Days(first=date(2018, 3, 1), end=date(2018, 4, 1))
CANCELLED = (date(2015, 2, 21), date(2015, 2, 22))
REASON = "attr.reason"
MORNING, EVENING = time(6), time(23)
AFTERWARDS = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """What would have been told on a day."""

    day: date
    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """The alarms of both histories, in the order of days."""

    olist: tuple[Alarm, ...]
    airline: tuple[Alarm, ...]

    def figures(self) -> tuple[Measured, ...]:
        """Say how many alarms there were, and when the known falls were told: as 20180325, 0 for never."""
        spring = [one for one in self.olist if SPRING.first <= one.day < SPRING.end]
        told = [one for one in spring if one.finding.touchpoint and one.finding.kind is Kind.DRIFT]
        parts = [part for one in told[:1] for part in _parts(one.finding)]
        cancelled = [one for one in self.airline if "cancel" in str(one.finding.facts["theme"]).casefold()]
        return (
            Measured(name="olist.alerts", value=len(self.olist), unit="alerts"),
            Measured(name="olist.spring_2018_alert_day", value=_as_number(told), unit="day"),
            Measured(name="olist.spring_2018_states", value=parts.count("attr.state"), unit="parts"),
            Measured(name="olist.spring_2018_lateness", value=parts.count("attr.late"), unit="parts"),
            Measured(name="airline.alerts", value=len(self.airline), unit="alerts"),
            Measured(name="airline.cancelled_alert_day", value=_as_number(cancelled), unit="day"),
            *(
                Measured(
                    name=f"airline.cancelled_on_{day:%Y%m%d}",
                    value=sum(one.day == day for one in cancelled),
                    unit="alerts",
                )
                for day in CANCELLED
            ),
        )


def measure(data: Path) -> Replayed:
    """Replay the Olist reviews by touchpoint and state, and the tweets by airline."""
    with tempfile.TemporaryDirectory() as folder:
        olist = _stored(Path(folder), data, OLIST)
        airline = _stored(Path(folder), data, TWEETS)
        try:
            return Replayed(
                olist=tuple(replay_scores(olist, by=("touchpoint", "attr.state"), metrics=("csat",))),
                airline=tuple(replay_themes(airline, by="touchpoint")),
            )
        finally:
            olist.dispose()
            airline.dispose()


def replay_scores(engine: Database, *, by: Sequence[str], metrics: tuple[str, ...]) -> list[Alarm]:
    """Tell the drifts and spikes of the whole history, of each group of each dimension."""
    span = HistogramReader(engine).span(METRICS[metrics[0]])
    if span is None:
        return []
    rules = [
        replace(rule, metrics=metrics, by=dimension)
        for kind in (Kind.DRIFT, Kind.SPIKE)
        for rule in of_kind(default_rules(), kind)
        for dimension in by
    ]
    alarms = (alarm for rule in rules for alarm in _scored(engine, rule, span))
    return sorted(alarms, key=lambda one: (one.day, one.finding.cause))


def replay_themes(engine: Database, *, by: str) -> list[Alarm]:
    """Tell the themes that rose on each day, those the source names: of everything, and of each group."""
    histograms = HistogramReader(engine)
    volume = METRICS["volume"]
    span = histograms.span(volume)
    if span is None:
        return []
    names = sorted(key[0] for key in histograms.histograms(volume, days=span, where={}, by=(by,)))
    scopes: list[Where] = [{}, *({by: (name,)} for name in names)]
    rising = Rising(counted=_reasons(histograms), customers=_authors(histograms))
    return [
        Alarm(day=day, finding=finding)
        for day in (span.first + timedelta(days=past) for past in range(span.count))
        for where in scopes
        for rule in of_kind(default_rules(), Kind.NEW_THEME)
        for finding in rising.check(replace(rule, where=where), day=day, now=datetime.combine(day, EVENING, UTC))
    ]


def _stored(folder: Path, data: Path, files: Sequence[tuple[str, str]]) -> Database:
    """Import files of the data through their maps into a new store."""
    url = sqlite_url(folder / f"{files[0][0].partition('/')[0]}.db")
    engine = open_engine(url, durable=False)
    upgrade(engine, folders=MIGRATIONS)
    for map_file, file in files:
        take(url, data / file, EXAMPLES / map_file)
    return engine


def _scored(engine: Database, rule: Rule, span: Days) -> Iterator[Alarm]:
    histograms = HistogramReader(engine)

    def looking(now: datetime) -> Statistics:
        return Statistics(
            signals=SignalEngine(histograms, now=lambda: now),
            scores=ScoreEngine(histograms, now=lambda: now),
            crowds=CrowdReader(engine),
            attributes=AttributeNames(engine).of,
        )

    for day in looking(AFTERWARDS).days_told(rule, span):
        morning = datetime.combine(day + timedelta(days=1), MORNING, UTC)
        for finding in looking(morning).check(rule, day=day, now=morning):
            yield Alarm(day=morning.date(), finding=finding)


def _reasons(histograms: HistogramReader) -> Counted:
    """Count texts by the reason that the source gives them."""

    def counted(days: Days, where: Where) -> ThemeCounts:
        found = histograms.histograms(METRICS["volume"], days=days, where=where, by=(REASON,))
        texts = {key[0]: answers.total for key, answers in found.items()}
        themes = {name: ThemeCount(texts=count, negative=count) for name, count in texts.items() if name != UNKNOWN}
        return ThemeCounts(texts=sum(texts.values()), themes=themes)

    return counted


def _authors(histograms: HistogramReader) -> Customers:
    """Count who wrote, by the source's names of its authors."""

    def customers(theme: str, days: Days, where: Where) -> int:
        wanted = {**where, REASON: (theme,)}
        return len(histograms.histograms(METRICS["volume"], days=days, where=wanted, by=("attr.author",)))

    return customers


def _parts(finding: Finding) -> list[str]:
    parts = finding.facts.get("parts")
    return [str(part["by"]) for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []


def _as_number(alarms: Sequence[Alarm]) -> int:
    return min((int(f"{one.day:%Y%m%d}") for one in alarms), default=0)
