"""Messages meant to harm: each is answered or refused with a reason, and none changes or gives away anything."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from adapters.chat.console import plain_text
from bot.main import App, open_app
from bot.messages import IncomingMessage, MessageId, Openness, Outcome, PersonId, Place
from bot.people import Role
from bot.say import Say
from bot.settings import Settings
from bot.store.tables import audit, customer_case, pending, person
from metrics.store.engine import reading
from metrics.store.tables import feedback, personal_data, score, synonym, touchpoint
from tests.conftest import NOW

MESSAGES = Path(__file__).with_name("hostile.jsonl")
KEPT = (feedback, score, personal_data, customer_case, person, synonym, touchpoint)
READS = ("read_customer", "export")
WITHOUT_PERSONAL_DATA = frozenset({Role.ANALYST, Role.PRODUCT_OWNER})


def messages(*, giants: bool) -> Iterator[str]:
    for line in MESSAGES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if giants or "times" not in row:
            yield row["text"] * row.get("times", 1)


@pytest.fixture(scope="module")
def company(made_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    home = tmp_path_factory.mktemp("hostile") / "home"
    home.mkdir()
    (home / "cxbot.db").write_bytes((made_demo / "cxbot.db").read_bytes())
    app = open_app(Settings(home=home), now=NOW)
    yield app
    app.close()


def counts(app: App) -> list[int]:
    with reading(app.engine) as connection:
        tables = [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in KEPT]
        total = connection.execute(select(func.sum(score.c.value))).scalar_one()
        is_open = customer_case.c.status == "open"
        still = connection.execute(select(func.count()).select_from(customer_case).where(is_open)).scalar_one()
        return [*tables, round(total), still]


@pytest.mark.parametrize("openness", [Openness.PRIVATE, Openness.SHARED])
def test_hostile_messages_are_answered_change_nothing_and_give_nothing_away(company: App, openness: Openness) -> None:
    before, roles, number = counts(company), list(Role), 0
    for number, text in enumerate(messages(giants=openness is Openness.PRIVATE), start=1):
        role = roles[number % len(roles)]
        place = Place(platform="console", conversation="c", thread=f"{openness}{number // 4}", openness=openness)
        at = NOW + timedelta(seconds=number)
        turn = company.assistant.turn(
            IncomingMessage(
                id=MessageId(f"{number}"), place=place, sender=PersonId(f"console:{role.value}"), text=text, sent_at=at
            ),
            now=at,
        )
        company.commit(turn.writes)
        assert turn.reply is not None
        said = plain_text(turn.reply, Say(turn.language))
        assert turn.reply.outcome is not Outcome.ERROR, (text[:80], said)
        assert said.strip(), text[:80]
        assert len(said) < 20_000, text[:80]
        shown_to_all = turn.recipient is None and openness is not Openness.PRIVATE
        if role in WITHOUT_PERSONAL_DATA or shown_to_all:
            assert "@example.com" not in said, text[:80]
    assert number >= 200
    assert counts(company) == before


def test_nothing_was_done_on_the_word_of_a_hostile_message(company: App) -> None:
    with reading(company.engine) as connection:
        done = connection.execute(select(audit.c.action).where(audit.c.action.not_in(READS))).all()
        confirmed = connection.execute(select(pending.c.action).where(pending.c.result == "done")).all()
    assert (done, confirmed) == ([], [])
