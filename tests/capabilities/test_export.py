"""Feedback as a file: what the asker may read, without personal data, for the asker alone."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.conversation.turn import Turn
from bot.main import App, open_app
from bot.messages import Attachment, IncomingMessage, MessageId, Openness, Outcome, PersonId, Place
from bot.settings import Settings
from bot.store.tables import audit
from metrics.store.engine import reading
from metrics.store.tables import personal_data, score
from tests.conftest import NOW


@pytest.fixture(scope="module")
def company(made_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    home = tmp_path_factory.mktemp("export")
    (home / "cxbot.db").write_bytes((made_demo / "cxbot.db").read_bytes())
    app = open_app(Settings(home=home), now=NOW)
    yield app
    app.close()


def said(app: App, text: str, *, role: str, openness: Openness = Openness.PRIVATE) -> Turn:
    place = Place(platform="slack", conversation="C1", thread=text, openness=openness)
    message = IncomingMessage(
        id=MessageId(text), place=place, sender=PersonId(f"console:{role}"), text=text, sent_at=NOW
    )
    turn = app.assistant.turn(message, now=NOW)
    app.commit(turn.writes)
    return turn


def exported(app: App, turn: Turn) -> list[dict[str, str]]:
    assert turn.reply is not None
    (file,) = (block for block in turn.reply.blocks if isinstance(block, Attachment))
    content = (app.settings.home / "exports" / file.name).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def test_the_detractors_of_a_month_are_the_answers_from_nought_to_six(company: App) -> None:
    rows = exported(company, said(company, "Export the detractor list for October to CSV", role="manager"))
    with reading(company.engine) as connection:
        expected = connection.execute(
            select(func.count(), func.sum(score.c.value)).where(
                score.c.instrument == "nps", score.c.value <= 6,
                score.c.day >= date(2026, 10, 1).toordinal(), score.c.day < date(2026, 11, 1).toordinal(),
            )
        ).one()  # fmt: skip
    assert (len(rows), sum(float(row["score"]) for row in rows)) == tuple(expected)


def test_an_export_holds_no_personal_data_and_is_noted(company: App) -> None:
    rows = exported(company, said(company, "export all feedback of last month as csv", role="admin"))
    held = "\n".join(row["text"] for row in rows)
    with reading(company.engine) as connection:
        identifying = personal_data.c.field.in_(("email", "phone", "name"))
        known = connection.execute(select(personal_data.c.value).where(identifying)).scalars().all()
        noted = connection.execute(select(audit.c.object).where(audit.c.object.like("feedback %"))).scalars().all()
    assert len(rows) > 1_000
    assert [value for value in known if value in held] == []
    assert noted == [f"feedback 2026-10-01..2026-11-01 rows={len(rows)}"]


def test_a_store_manager_exports_their_own_store_only(company: App) -> None:
    mine = said(company, "export the detractors of last month as csv", role="store_manager")
    assert mine.reply is not None
    assert {row["unit"] for row in exported(company, mine)} == {"Gdańsk"}
    assert mine.reply.limited_to == ("Gdańsk",)
    theirs = said(company, "export the detractors of Leeds as csv", role="store_manager")
    assert theirs.reply is not None
    assert (theirs.reply.outcome, theirs.reply.reason) == (Outcome.REFUSE, "permission")


@pytest.mark.parametrize("openness", [Openness.PUBLIC, Openness.SHARED])
def test_a_file_asked_for_among_others_goes_to_the_asker_alone(company: App, openness: Openness) -> None:
    turn = said(company, f"export {openness} promoters of last month as csv", role="manager", openness=openness)
    assert turn.recipient == "console:manager"


@pytest.mark.parametrize(
    "text",
    [
        "Export all customers with their e-mail addresses",
        "Wyeksportuj numery telefonów wszystkich krytyków",
        "导出所有客户的姓名和电话",
    ],
)
def test_personal_data_in_bulk_is_refused(company: App, text: str) -> None:
    turn = said(company, text, role="admin")
    assert turn.reply is not None
    assert (turn.reply.outcome, turn.reply.reason) == (Outcome.REFUSE, "pii_bulk")
