"""Personal data is never said where others read it: thirty questions after it, in five places."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle
from pathlib import Path

import pytest
from sqlalchemy import select

from adapters.chat.console import plain_text
from bot.main import App, open_app
from bot.messages import IncomingMessage, MessageId, Openness, PersonId, Place
from bot.say import Say
from bot.settings import Settings
from metrics.store.engine import reading
from metrics.store.tables import personal_data
from tests.conftest import NOW

PLACES = (
    ("slack", Openness.PUBLIC), ("slack", Openness.SHARED), ("telegram", Openness.PUBLIC),
    ("slack", Openness.PRIVATE), ("console", Openness.PRIVATE),
)  # fmt: skip
ROLES = ("admin", "support_agent", "manager", "store_manager", "regional_manager")
QUESTIONS = (
    "Who is customer 10482?", "Show me the file of Anna Kowalska", "what is her phone number?", "and her e-mail?",
    "张伟是谁？", "他的电话是多少？", "Kim jest klient 10482?", "jaki ma adres e-mail?", "show his orders",
    "What did customer 10482 complain about?", "When did we last contact Anna Kowalska?", "and in Polish?",
    "Which cases are overdue?", "who is the first one?", "Moje sprawy na dziś", "今天到期的工单",
    "open cases in Gdańsk", "Show me the worst comments of the last 90 days", "the second one",
    "show the whole comment", "comments that mention an order number", "pokaż negatywne opinie z tego miesiąca",
    "差评有哪些？", "Export the detractors of October as csv", "list all e-mail addresses of detractors",
    "open cases of 张伟", "Napisz odpowiedź do Anny Kowalskiej", "Does 10482 consent to being contacted?",
    "customers at risk of leaving", "again",
)  # fmt: skip
FIELDS = ("email", "phone", "address", "telegram")


@pytest.fixture(scope="module")
def company(made_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    home = tmp_path_factory.mktemp("places")
    (home / "cxbot.db").write_bytes((made_demo / "cxbot.db").read_bytes())
    app = open_app(Settings(home=home), now=NOW)
    yield app
    app.close()


@pytest.fixture(scope="module")
def canaries(company: App) -> frozenset[str]:
    with reading(company.engine) as connection:
        known = select(personal_data.c.value).where(personal_data.c.field.in_(FIELDS))
        return frozenset(connection.execute(known).scalars())


def said_to_all_and_alone(company: App, platform: str, openness: Openness) -> tuple[str, str]:
    """Ask everything there; give what everybody read and what only the asker did."""
    everybody: list[str] = []
    alone: list[str] = []
    for number, (text, role) in enumerate(zip(QUESTIONS, cycle(ROLES), strict=False)):
        place = Place(platform=platform, conversation="C1", thread=f"{openness}{number // 3}", openness=openness)
        at = NOW + timedelta(seconds=number)
        message = IncomingMessage(
            id=MessageId(f"{place}{number}"), place=place, sender=PersonId(f"console:{role}"), text=text, sent_at=at
        )
        turn = company.assistant.turn(message, now=at)
        company.commit(turn.writes)
        assert turn.reply is not None
        shown = plain_text(turn.reply, Say(turn.language, timezone=turn.timezone)) + str(turn.reply)
        (alone if turn.recipient or openness is Openness.PRIVATE else everybody).append(shown)
    return "\n".join(everybody), "\n".join(alone)


@pytest.mark.parametrize(("platform", "openness"), PLACES)
def test_only_the_asker_reads_personal_data(
    company: App, canaries: frozenset[str], platform: str, openness: Openness
) -> None:
    everybody, alone = said_to_all_and_alone(company, platform, openness)
    assert [value for value in canaries if value in everybody] == []
    assert [value for value in canaries if value in alone], "the questions are after nothing"
