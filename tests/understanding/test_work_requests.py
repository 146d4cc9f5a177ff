"""What people ask of digests, actions and root causes in so many words."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.main import App, open_app
from bot.messages import Slots
from bot.ports import Understanding
from bot.settings import Settings
from bot.understanding.before import Before

NOW = datetime.fromisoformat("2026-11-20T12:00+01:00")


@pytest.fixture(scope="module")
def company(made_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    home = tmp_path_factory.mktemp("work") / "home"
    app = open_app(Settings(home=Path(shutil.copytree(made_demo, home))), now=NOW)
    yield app
    app.close()


def read(app: App, text: str, *, before: Before | None = None) -> Understanding:
    person = app.staff.named("manager")
    assert person is not None
    return app.understanding.read(text, before=before, asker=person, now=NOW)


@pytest.mark.parametrize(
    ("text", "intent", "slots"),
    [
        ("stop my digest", "digest_update", {"op": "stop", "target": "@me"}),
        ("przestań wysyłać mi podsumowania", "digest_update", {"op": "stop", "target": "@me"}),
        ("暂停我的日报", "digest_update", {"op": "stop", "target": "@me"}),
        ("show my digest", "digest_update", {"op": "show", "target": "@me"}),
        ("give me the digest now", "digest_update", {"op": "now", "target": "@me"}),
        ("add CSAT to my daily report", "digest_update", {"content": ["csat"], "target": "@me"}),
        ("remove NPS from my digest", "digest_update", {"content": ["nps"], "op": "remove", "target": "@me"}),
        ("did A-17 work?", "action_list", {"action": 17}),
        ("czy A-17 zadziałało?", "action_list", {"action": 17}),
        ("A-17有效果吗？", "action_list", {"action": 17}),
        ("cancel A-17", "action_list", {"action": 17, "op": "cancel"}),
        ("move A-17 to the end of June", "action_list", {"action": 17, "op": "move", "due": "2027-06-30"}),
        ("przenieś A-17 na koniec czerwca", "action_list", {"action": 17, "op": "move", "due": "2027-06-30"}),
        ("what are the root causes for delivery this month?", "root_causes",
         {"what": "counts", "period": "this_month", "scope": {"touchpoint": "delivery"}}),
        ("jakie są przyczyny źródłowe dla dostawy w tym miesiącu?", "root_causes",
         {"what": "counts", "period": "this_month", "scope": {"touchpoint": "delivery"}}),
        ("本月配送的根本原因有哪些？", "root_causes",
         {"what": "counts", "period": "this_month", "scope": {"touchpoint": "delivery"}}),
        ("weekly review", "root_causes", {"what": "review"}),
        ("we simplify returns, owner Ola, +5 CSAT by March, cost 5,000", "action_create",
         {"title": "we simplify returns", "owner": "Ola", "metric": "csat", "expected_effect": 5, "due": "2027-03-31",
          "cost": 5000.0}),
        ("Open an action: clean the lockers, owner Olaf, due yesterday", "action_create",
         {"title": "clean the lockers", "owner": "Olaf", "due": "2026-11-19"}),
    ],
)  # fmt: skip
def test_it_is_read_as_it_was_said(company: App, text: str, intent: str, slots: Slots) -> None:
    understood = read(company, text)
    assert (understood.intent, understood.slots) == (intent, slots)


def test_a_bare_language_changes_the_digest_that_was_just_spoken_of(company: App) -> None:
    digest = Before(intent="digest_subscribe", slots={"schedule": {"days": "mon", "time": "08:30"}, "target": "@me"})
    assert read(company, "po polsku", before=digest).slots == {"language": "pl", "target": "@me"}
    score = Before(intent="metric_value", slots={"metric": "nps", "period": "this_month"})
    assert read(company, "po polsku", before=score).intent == "translate_last"


def test_a_short_turn_adds_to_the_action_before_it(company: App) -> None:
    before = Before(intent="action_create", slots={"title": "shorter form", "owner": "Ola"}, outcome="confirm")
    found = read(company, "expected effect plus 3 csat", before=before)
    assert found.slots == {"title": "shorter form", "owner": "Ola", "metric": "csat", "expected_effect": 3}


def test_closing_a_case_with_its_root_cause_is_still_that(company: App) -> None:
    assert read(company, "close case 318, root cause lost parcel").intent == "case_close"
