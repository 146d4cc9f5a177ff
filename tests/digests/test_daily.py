"""The digest: what moved, what needs a person, which sources are late; within the reader's rights."""

from datetime import UTC, datetime

from bot.main import App
from bot.messages import Outcome, Paragraph, Reply
from metrics.figures import Figure, Verdict
from metrics.scope import EVERYTHING

NOW = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
AFTER_THE_SWITCH = datetime(2026, 11, 10, 11, 0, tzinfo=UTC)
"""The courier switch (docs/demo.md) was three weeks before the demo's now, so by then a week of it is in."""


def digest(app: App, whom: str, *, now: datetime = NOW) -> Reply:
    person = app.staff.named(whom)
    assert person is not None
    return app.digest.for_person(person, now=now)


def said(reply: Reply) -> list[str]:
    return [block.line.key for block in reply.blocks if isinstance(block, Paragraph)]


def test_the_planted_fall_in_one_region_is_told(demo: App) -> None:
    changes = [one for one in digest(demo, "manager", now=AFTER_THE_SWITCH).figures if isinstance(one, Figure)]
    told = {(one.name, *one.group.values()) for one in changes}
    assert {("csat.change", "Mazowsze"), ("csat.change", "delivery")} <= told
    assert {one.verdict for one in changes} == {Verdict.REAL}


def test_a_quiet_week_says_that_nothing_changed(demo: App) -> None:
    # The week to 19 November lies wholly after the switch and the mix shift.
    assert digest(demo, "manager").figures == ()


def test_the_source_that_stopped_is_named(demo: App) -> None:
    assert [age.name for age in digest(demo, "manager").sources if age.late] == ["crm"]


def test_a_store_manager_is_quoted_their_own_store_only(demo: App) -> None:
    quotes = digest(demo, "store_manager").quotes
    rows = demo.feedback.get([int(quote.feedback_id) for quote in quotes], within=EVERYTHING)
    assert {row.unit for row in rows} == {"Gdańsk"}


def test_somebody_without_cases_is_told_of_none(demo: App) -> None:
    assert "cases-overdue" in said(digest(demo, "manager"))
    assert "cases-overdue" not in said(digest(demo, "analyst"))


def test_an_empty_home_says_that_there_is_nothing_yet(empty: App) -> None:
    reply = digest(empty, "admin")
    assert (reply.outcome, reply.reason) == (Outcome.NO_DATA, "no_data")
