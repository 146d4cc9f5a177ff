"""Cases by talking, beyond the transcripts: approval, rights at the moment of doing, what a customer's chat gets."""

from datetime import timedelta

from sqlalchemy import select

from bot.cli.talk import Said, ask, reply_text
from bot.main import App
from bot.messages import Outcome
from bot.store.case_reach import customer_of
from bot.store.cases import Case, list_cases
from bot.store.tables import audit, outbox, person
from metrics.scope import EVERYTHING
from metrics.store.directory import known_source
from metrics.store.engine import reading, writing
from metrics.store.registry import PersonalDatum, personal
from tests.conftest import NOW

CLOSE = "close 318, root cause: lost parcel, refund 500"


def say(app: App, text: str, whom: str, *, thread: str = "t") -> Said:
    return ask(app, text, as_whom=whom, thread=thread, now=NOW)


def case(app: App, number: int = 318) -> Case:
    found = app.cases.numbered(number, scope=EVERYTHING, teams=None)
    assert found is not None
    return found


def told(app: App, person_key: str) -> list[str]:
    """List what was told to a person, by the keys of the sentences."""
    with reading(app.engine) as connection:
        rows = connection.execute(select(outbox.c.body, outbox.c.key).where(outbox.c.key.contains(person_key)))
        return [row.body["reply"]["blocks"][0]["line"]["key"] for row in rows]


def test_more_than_the_limit_waits_for_a_manager_who_ends_the_case(demo: App) -> None:
    assert say(demo, CLOSE, "support_agent").reply.outcome is Outcome.CONFIRM
    say(demo, "yes", "support_agent")
    assert case(demo).status == "open"
    assert told(demo, "katarzyna.wojcik") == ["case-notice-approval"]
    assert say(demo, "case:approve:318", "support_agent", thread="u").reply.reason == "permission"
    assert say(demo, "case:approve:318", "manager", thread="m").reply.outcome is Outcome.CONFIRM
    say(demo, "yes", "manager", thread="m")
    assert (case(demo).status, case(demo).compensation) == ("closed", 500.0)


def test_a_right_lost_between_preview_and_yes_stops_the_change(demo: App) -> None:
    say(demo, "close 318, root cause: lost parcel", "support_agent")
    with writing(demo.engine) as connection:
        connection.execute(person.update().where(person.c.key == "jakub.kaminski").values(teams=["returns"]))
    assert say(demo, "yes", "support_agent").reply.outcome is Outcome.REFUSE
    assert case(demo).status == "open"


def test_a_draft_goes_to_the_customer_only_when_it_is_confirmed_and_then_once(demo: App) -> None:
    with writing(demo.engine) as connection:
        source = known_source(connection, name="telegram", kind="feedback", timezone="UTC")
        who = customer_of(connection, "10482")
        personal(connection, [PersonalDatum(customer_id=who, source_id=source, field="telegram", value="555")])
    say(demo, "draft a reply to case 318", "support_agent")
    say(demo, "send it", "support_agent")
    assert letters(demo) == 0
    say(demo, "yes", "support_agent")
    say(demo, "yes", "support_agent")
    assert letters(demo) == 1
    assert case(demo).contacted_at == NOW
    assert case(demo).due_at > NOW + timedelta(days=1)


def letters(app: App) -> int:
    with reading(app.engine) as connection:
        return len(connection.execute(select(outbox.c.id).where(outbox.c.conversation == "555")).all())


def test_whoever_reads_a_customer_by_a_case_a_draft_or_the_list_is_written_down(demo: App) -> None:
    for text in ("show case 318", "draft a reply to case 318", "who should I call first?"):
        say(demo, text, "support_agent")
    with reading(demo.engine) as connection:
        acts = list(connection.execute(select(audit.c.action).order_by(audit.c.id)).scalars())
    assert acts == ["read_case", "read_customer", "read_customers"]


def test_a_store_manager_gets_no_case_of_another_store(demo: App) -> None:
    with reading(demo.engine) as connection:
        every = list_cases(connection, scope=EVERYTHING)
    elsewhere = next(one for one in every if one.unit != "Gdańsk")
    for text in (f"take {elsewhere.number}", f"show case {elsewhere.number}", f"note on {elsewhere.number}: hi"):
        reply = say(demo, text, "store_manager").reply
        assert (reply.outcome, reply.reason) == (Outcome.REFUSE, "permission"), text
    assert elsewhere.customer not in reply_text(say(demo, f"case {elsewhere.number}", "store_manager"))
