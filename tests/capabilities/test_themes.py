"""The theme planted in the demo company is found, in every language, within the rights of who asks."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from bot.demo.home import open_demo
from bot.main import App
from bot.messages import IncomingMessage, MessageId, Openness, PersonId, Place, Reply, Table
from bot.settings import Settings
from knowledge.store.themes import ThemeReader
from knowledge.theme_changes import theme_changes
from knowledge.theming import theme_backlog
from metrics.feedback import FeedbackFilter
from metrics.figures import Days, Figure
from metrics.scope import EVERYTHING

NOW = datetime.fromisoformat("2026-11-20T12:00+01:00")
AUGUST_TO_OCTOBER = Days(first=date(2026, 8, 3), end=date(2026, 11, 1))


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    opened = open_demo(Settings(home=tmp_path_factory.mktemp("demo")), now=NOW)
    theme_backlog(opened.engine)
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
