"""Actions are checked on the day they are due: the verdict is told where they were made, once."""

from datetime import UTC, date, datetime

from sqlalchemy import select

from bot.cli.talk import ask
from bot.main import App
from bot.messages import Openness, Outcome, Paragraph, Place
from bot.store.actions import ActionBook, NewAction, Told, add_action
from bot.store.codec import reply_from_json
from bot.store.tables import outbox
from bot.store.timers import Timer
from bot.store.work_tables import timer
from metrics.store.engine import reading, writing
from tests.conftest import NOW

DUE = datetime(2026, 10, 18, 7, 0, tzinfo=UTC)
TERMINAL = Place(platform="console", conversation="console", thread="t", openness=Openness.PRIVATE)
SLACK = Place(platform="slack", conversation="C1", thread="1.2")


def keep(demo: App, *, touchpoint: str, started: date, due: date, place: Place = TERMINAL) -> Timer:
    new = NewAction(
        number=ActionBook(demo.engine).next_number(), title=f"mend {touchpoint}", owner_key="ola",
        created_by="katarzyna.wojcik", created_at=datetime(2026, 10, 1, tzinfo=UTC), started_on=started, due_on=due,
        touchpoint_id=ActionBook(demo.engine).touchpoint_id(touchpoint), metric="csat", expected_effect=5.0, cost=None,
        told=Told(place=place, recipient=None, language="pl"),
    )  # fmt: skip
    with writing(demo.engine) as connection:
        add_action(connection, new)
    key = f"action:{new.number}"
    return Timer(id=1, key=key, kind="action_due", due_at=DUE, payload={"action": new.number}, attempt=1, claim=1)


def told(demo: App) -> dict[str, tuple[str | None, str]]:
    """Give what is in the outbox of actions: its thread and its first line."""
    with reading(demo.engine) as connection:
        rows = connection.execute(select(outbox).where(outbox.c.key.contains("action:"))).all()
    return {row.key: (row.thread, _first(row.body)) for row in rows}


def _first(body: dict[str, dict[str, object]]) -> str:
    block = reply_from_json(body["reply"]).blocks[0]
    assert isinstance(block, Paragraph)
    return block.line.key


def test_an_action_that_worked_is_told_so_once(demo: App) -> None:
    # docs/demo.md: release 4.2 of 25 September held the login at 42 % for 16 days; since 11 October it is at 84 %
    held = keep(demo, touchpoint="login", started=date(2026, 10, 11), due=date(2026, 10, 18))
    demo.commit(demo.timers["action_due"](held, DUE))
    assert told(demo) == {
        "notice:action:1:katarzyna.wojcik": (None, "action-checked-worked"),
        "notice:action:1:ola": (None, "action-checked-worked"),
    }
    assert demo.timers["action_due"](held, DUE) == ()
    item = ActionBook(demo.engine).numbered(1)
    assert item is not None
    assert (item.status, item.verdict, item.checked_at) == ("checked", "worked", DUE)
    assert item.effect is not None
    assert item.effect > 20


def test_an_action_that_did_not_work_is_told_so_in_the_thread_it_was_made_in(demo: App) -> None:
    # docs/demo.md: since the courier switch of 30 October one region's deliveries are at 44 % instead of 82 %
    held = keep(demo, touchpoint="delivery", started=date(2026, 10, 30), due=date(2026, 11, 20), place=SLACK)
    demo.commit(demo.timers["action_due"](held, DUE))
    assert told(demo) == {
        "action:1:checked": ("1.2", "action-checked-failed"),
        "notice:action:1:ola": (None, "action-checked-failed"),
    }


def test_without_answers_nothing_is_claimed(demo: App) -> None:
    held = keep(demo, touchpoint="login", started=date(2020, 1, 1), due=date(2020, 2, 1))
    demo.commit(demo.timers["action_due"](held, DUE))
    assert {line for _, line in told(demo).values()} == {"action-checked-unclear"}


def test_an_action_that_is_moved_or_taken_back_moves_its_check_or_loses_it(demo: App) -> None:
    keep(demo, touchpoint="login", started=date(2026, 11, 1), due=date(2026, 12, 1))
    for said, state in (("move A-1 to the end of June", "waiting"), ("cancel A-1", "cancelled")):
        for text in (said, "yes"):
            ask(demo, text, as_whom="manager", thread="actions", now=NOW)
        with reading(demo.engine) as connection:
            row = connection.execute(select(timer).where(timer.c.key == "action:1")).one()
        assert (row.state, row.due_at) == (state, datetime(2027, 6, 30, 7, 0, tzinfo=UTC))  # 9:00 in Warsaw
    item = ActionBook(demo.engine).numbered(1)
    assert item is not None
    assert (item.due_on, item.status, item.verdict) == (date(2027, 6, 30), "checked", None)


def test_what_is_seen_so_far_is_said_before_the_due_date(demo: App) -> None:
    keep(demo, touchpoint="delivery", started=date(2026, 10, 30), due=date(2026, 12, 30))
    reply = ask(demo, "did A-1 work?", as_whom="manager", thread="actions", now=NOW).reply
    assert [one.line.key for one in reply.blocks if isinstance(one, Paragraph)][2:5] == [
        "action-so-far", "action-moved", "action-beside",
    ]  # fmt: skip


def test_only_who_owns_or_made_it_or_may_act_everywhere_changes_an_action(demo: App) -> None:
    keep(demo, touchpoint="delivery", started=date(2026, 11, 1), due=date(2026, 12, 30))
    assert ask(demo, "cancel A-1", as_whom="store_manager", thread="a", now=NOW).reply.reason == "permission"
    assert ask(demo, "cancel A-1", as_whom="ola", thread="b", now=NOW).reply.outcome is Outcome.CONFIRM
