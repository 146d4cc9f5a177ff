"""The digest: what moved and why, what needs a person, what customers said, which sources are late; within rights."""

from datetime import UTC, datetime

from bot.cli.talk import Said, ask, reply_text
from bot.digests.daily import Wanted
from bot.digests.findings import windows
from bot.main import App
from bot.messages import Line, Listing, Openness, Outcome, Paragraph, Place, Reply, Value
from bot.say import Say
from bot.store.turns import remember
from metrics.figures import Figure, Verdict
from metrics.query import ScoreQuery
from metrics.scope import EVERYTHING

NOW = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
AFTER_THE_SWITCH = datetime(2026, 11, 10, 11, 0, tzinfo=UTC)
"""The courier switch (docs/demo.md) was three weeks before the demo's now, so by then a week of it is in."""
SCREEN = 32
"""Lines of a terminal, or of a phone two swipes long."""
ROLES = ("manager", "regional_manager", "store_manager", "product_owner", "support_agent", "analyst")


def digest(app: App, whom: str, *, now: datetime = NOW, wanted: Wanted | None = None) -> Reply:
    person = app.staff.named(whom)
    assert person is not None
    return app.digest.for_person(person, now=now, wanted=wanted)


def said(reply: Reply) -> list[str]:
    return [block.line.key for block in reply.blocks if isinstance(block, Paragraph)]


def lines(reply: Reply, key: str) -> list[Line]:
    return [block.line for block in reply.blocks if isinstance(block, Paragraph) and block.line.key == key]


def items(value: Value) -> tuple[Value, ...]:
    return value.items if isinstance(value, Listing) else ()


def test_the_planted_fall_in_one_region_is_told_with_what_coincides(demo: App) -> None:
    reply = digest(demo, "manager", now=AFTER_THE_SWITCH)
    changes = [one for one in reply.figures if isinstance(one, Figure)]
    told = {(one.name, *one.group.values()) for one in changes}
    assert {("csat.change", "Mazowsze"), ("csat.change", "delivery")} <= told
    assert {one.verdict for one in changes} == {Verdict.REAL}
    reasons = [reason for why in lines(reply, "digest-why") for reason in items(why.args["reasons"])]
    assert any(isinstance(one, Line) and one.args["name"] == "courier switch" for one in reasons)
    assert reply.chart is not None


def test_a_quiet_week_says_that_nothing_changed_and_draws_nothing(demo: App) -> None:
    # The week to 19 November lies wholly after the switch and the mix shift.
    reply = digest(demo, "manager")
    assert reply.figures == ()
    assert reply.chart is None
    assert lines(reply, "digest-headline")[0].args["n"] == 0


def test_the_changes_are_those_that_the_score_engine_finds(demo: App) -> None:
    reply = digest(demo, "manager", now=AFTER_THE_SWITCH, wanted=Wanted(content=("csat",)))
    told = {tuple(one.group.values()): one for one in reply.figures if isinstance(one, Figure)}
    delivery = told["delivery",]
    query = ScoreQuery(metric="csat", days=delivery.days, where={"touchpoint": ("delivery",)})
    found = demo.scores.compare(query, base=windows(delivery.days.end)[1]).whole.change
    assert (delivery.value, delivery.low, delivery.high, delivery.n) == (found.value, found.low, found.high, found.n)


def test_the_source_that_stopped_is_named(demo: App) -> None:
    assert [age.name for age in digest(demo, "manager").sources if age.late] == ["crm"]
    assert "source-late" in said(digest(demo, "manager"))


def test_a_store_manager_is_told_of_their_own_store_only(demo: App) -> None:
    reply = digest(demo, "store_manager")
    rows = demo.feedback.get([int(quote.feedback_id) for quote in reply.quotes], within=EVERYTHING)
    assert {row.unit for row in rows} == {"Gdańsk"}
    assert {line.args["about"] for line in lines(reply, "digest-headline")} == {"Gdańsk"}


def test_somebody_without_cases_is_told_of_none(demo: App) -> None:
    assert "digest-needs" in said(digest(demo, "manager"))
    assert "digest-needs" not in said(digest(demo, "analyst", wanted=Wanted(content=("nps", "overdue_cases"))))


def test_only_what_was_asked_for_is_told(demo: App) -> None:
    reply = digest(demo, "manager", now=AFTER_THE_SWITCH, wanted=Wanted(content=("nps",)))
    assert {one.name for one in reply.figures} <= {"nps.change"}
    assert not {"digest-needs", "digest-negative", "digest-rising"} & set(said(reply))


def test_a_digest_is_never_more_than_a_screen(demo: App) -> None:
    asked = [(whom, "pl") for whom in ROLES] + [("manager", language) for language in ("en", "zh-Hans", "zh-Hant")]
    for whom, language in asked:
        reply = digest(demo, whom, now=AFTER_THE_SWITCH, wanted=Wanted(language=language))
        text = reply_text(Said(reply=reply, say=Say(language), took_ms=0.0))
        assert len(text.splitlines()) <= SCREEN, (whom, language)


def test_equal_scopes_share_what_was_worked_out(demo: App) -> None:
    for key in ("katarzyna.wojcik", "pawel.grabowski"):  # a manager and the admin: both of everything
        digest(demo, key)
    kinds = [key[0] for key in demo.digest.shared.keys if isinstance(key, tuple)]
    assert {kind: kinds.count(kind) for kind in kinds} == {"weeks": 3, "findings": 1, "rising": 1, "bad": 1}


def test_an_empty_home_says_that_there_is_nothing_yet(empty: App) -> None:
    reply = digest(empty, "admin")
    assert (reply.outcome, reply.reason) == (Outcome.NO_DATA, "no_data")


def test_what_a_digest_hides_is_a_press_away(demo: App) -> None:
    place = Place(platform="console", conversation="terminal", thread="morning", openness=Openness.PRIVATE)
    for said_next, intent in (("1", "explain_change"), ("2", "metric_value")):
        reply = digest(demo, "manager", now=AFTER_THE_SWITCH, wanted=Wanted(content=("csat",)))
        demo.commit([remember(place, person_key="katarzyna.wojcik", said="", reply=reply, at=NOW, language="en")])
        told = ask(demo, said_next, as_whom="manager", thread="morning", now=AFTER_THE_SWITCH).reply
        assert (told.intent, told.outcome) == (intent, Outcome.ANSWER)
        assert told.slots["metric"] == "csat"


def test_a_rising_theme_is_named_with_words_of_a_customer(demo: App) -> None:
    # docs/demo.md: nobody mentions loyalty points before the 1st of this month; then most complaints of some kinds do
    reply = digest(demo, "manager", now=datetime(2026, 11, 8, 11, 0, tzinfo=UTC))
    assert [line.args["theme"] for line in lines(reply, "digest-rising")] == ["loyalty points"]
    quote = reply.quotes[0]
    [row] = demo.feedback.get([int(quote.feedback_id)], within=EVERYTHING)
    assert row.text is not None
    assert quote.text in row.text
