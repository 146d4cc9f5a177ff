"""The theme planted in the demo company is found, in every language, within the rights of who asks."""

import random
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.main import App, open_app
from bot.messages import IncomingMessage, MessageId, Openness, Outcome, PersonId, Place, Reply, Table
from bot.settings import Settings
from knowledge.store.themes import ThemeCount, ThemeCounts, ThemeReader
from knowledge.theme_changes import theme_changes
from metrics.feedback import FeedbackFilter
from metrics.figures import Days, Figure
from metrics.scope import EVERYTHING
from metrics.store.engine import reading
from metrics.store.tables import annotation, feedback

NOW = datetime.fromisoformat("2026-11-20T12:00+01:00")
AUGUST_TO_OCTOBER = Days(first=date(2026, 8, 3), end=date(2026, 11, 1))


@pytest.fixture(scope="module")
def app(made_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    home = Path(shutil.copytree(made_demo, tmp_path_factory.mktemp("themes") / "home"))
    opened = open_app(Settings(home=home), now=NOW)
    yield opened
    opened.close()


def said(app: App, text: str, *, role: str = "manager") -> Reply:
    message = IncomingMessage(
        id=MessageId(f"console:{text}:{role}"),
        place=Place(platform="console", conversation="test", thread=text, openness=Openness.PRIVATE),
        sender=PersonId(f"console:{role}"),
        text=text,
        sent_at=NOW,
    )
    reply = app.assistant.turn(message, now=NOW).reply
    assert reply is not None
    return reply


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("any new issues this month?", "loyalty points"),
        ("co nowego zgłaszają klienci w tym miesiącu?", "punkty lojalnościowe"),
        ("这个月有什么新问题？", "会员积分"),
    ],
)
def test_the_planted_theme_is_the_first_of_the_new_ones(app: App, text: str, name: str) -> None:
    reply = said(app, text)
    table = next(block for block in reply.blocks if isinstance(block, Table))
    assert table.rows[0][0] == name
    assert isinstance(reply.figures[0], Figure)
    assert reply.figures[0].group == {"theme": "loyalty_points"}


def test_the_planted_theme_is_found_in_its_first_week(app: App) -> None:
    reader = ThemeReader(app.engine)
    first_week = FeedbackFilter(days=Days(first=date(2026, 11, 1), end=date(2026, 11, 8)), has_text=True)
    before = FeedbackFilter(days=AUGUST_TO_OCTOBER, has_text=True)
    changes = theme_changes(reader.counts(first_week, within=EVERYTHING), reader.counts(before, within=EVERYTHING))
    assert "loyalty_points" in [change.theme for change in changes if change.emerging]


def test_counts_are_for_everybody_and_quotes_within_rights(app: App) -> None:
    everything, own = (
        said(app, "what are the main themes?"),
        said(app, "what are the main themes?", role="store_manager"),
    )
    assert own.figures == everything.figures
    assert own.limited_to == ("Gdańsk",)
    rows = app.feedback.get([int(record.removeprefix("feedback:")) for record in own.records], within=EVERYTHING)
    assert {row.unit for row in rows} == {"Gdańsk"}


Dated = tuple[int, frozenset[str]]
"""The day of a text, and its themes."""


def dated(app: App) -> list[Dated]:
    query = select(feedback.c.id, feedback.c.day, annotation.c.label).where(
        annotation.c.feedback_id == feedback.c.id,
        annotation.c.field == "theme",
        feedback.c.day >= AUGUST_TO_OCTOBER.first.toordinal(),
    )
    found: dict[int, tuple[int, set[str]]] = defaultdict(lambda: (0, set()))
    with reading(app.engine) as connection:
        for key, day, label in connection.execute(query):
            found[key] = (day, found[key][1] | {label} - {"other"})
    return [(day, frozenset(themes)) for day, themes in found.values()]


def counts(texts: Sequence[Dated]) -> ThemeCounts:
    weekdays: dict[str, Counter[int]] = defaultdict(Counter)
    for day, themes in texts:
        for theme in themes:
            weekdays[theme][(day + 6) % 7] += 1
    days = Counter((day + 6) % 7 for day, _ in texts)
    return ThemeCounts(
        texts=len(texts),
        themes={
            theme: ThemeCount(texts=n.total(), negative=0, by_weekday=tuple(n[day] for day in range(7)))
            for theme, n in weekdays.items()
        },
        by_weekday=tuple(days[day] for day in range(7)),
    )


def test_shuffled_dates_of_the_demo_seldom_give_a_new_theme(app: App) -> None:
    chance = random.Random(20261120)
    texts = dated(app)
    days, november = [day for day, _ in texts], date(2026, 11, 1).toordinal()
    week = november + 7
    alarms = 0
    for _ in range(100):
        chance.shuffle(days)
        shuffled = [(day, themes) for day, (_, themes) in zip(days, texts, strict=True)]
        now = counts([one for one in shuffled if november <= one[0] < week])
        before = counts([one for one in shuffled if one[0] < november])
        alarms += any(change.emerging for change in theme_changes(now, before))
    assert alarms <= 3  # 3 % of 100


def test_a_change_is_for_those_who_may_make_rules(app: App) -> None:
    assert said(app, "add theme 'bows' with words bow, kokarda", role="analyst").reason == "permission"
    proposal = said(app, "add theme 'bows' with words bow, kokarda")
    assert proposal.outcome is Outcome.CONFIRM
    assert said(app, "merge theme nothing into courier").outcome is Outcome.CLARIFY


def test_a_summary_quotes_only_within_the_rights_of_who_asks(app: App) -> None:
    everything, own = (
        said(app, "summarise what customers say about lockers"),
        said(app, "summarise what customers say about lockers", role="store_manager"),
    )
    assert own.figures == everything.figures
    rows = app.feedback.get([int(record.removeprefix("feedback:")) for record in own.records], within=EVERYTHING)
    assert {row.unit for row in rows} <= {"Gdańsk"}
