"""The action register: what is improved, by whom, until when, and what came of it. A-17 is the row with the id 17."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Select, func, insert, select, update

from bot.messages import Openness, Place
from bot.store.action_tables import action_item
from bot.store.tables import person
from bot.store.writes import Overtaken
from metrics.store.bulk import ids_go_on
from metrics.store.engine import reading
from metrics.store.tables import touchpoint


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Where an action was made, in which language; `recipient`: the one person who may see what is said there."""

    place: Place
    recipient: str | None
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAction:
    """An action to keep."""

    number: int
    title: str
    owner_key: str
    created_by: str
    created_at: datetime
    started_on: date
    due_on: date
    touchpoint_id: int | None
    metric: str
    expected_effect: float | None
    cost: float | None
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionItem:
    """An action with the names a person reads; verdict and effect once it was checked.

    One that was taken back is no longer open, and has no verdict.
    """

    number: int
    title: str
    owner_key: str
    owner: str
    created_by: str
    started_on: date
    due_on: date
    touchpoint: str | None
    metric: str
    expected_effect: float | None
    cost: float | None
    status: str
    verdict: str | None
    effect: float | None
    checked_at: datetime | None
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What came of an action; the effect is None where there were too few answers."""

    verdict: str
    effect: float | None
    low: float | None
    high: float | None


class ActionBook:
    """Reads actions."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def next_number(self) -> int:
        """Give the number that the next one gets, unless somebody is quicker."""
        with reading(self._engine) as connection:
            return int(connection.execute(select(func.coalesce(func.max(action_item.c.id), 0))).scalar_one()) + 1

    def numbered(self, number: int) -> ActionItem | None:
        """Find one."""
        with reading(self._engine) as connection:
            row = connection.execute(_actions().where(action_item.c.id == number)).mappings().first()
        return None if row is None else _item(row)

    def all(self) -> tuple[ActionItem, ...]:
        """Give every action: the open ones by when they are due, then the checked ones, the newest first."""
        with reading(self._engine) as connection:
            rows = connection.execute(_actions().order_by(action_item.c.due_on, action_item.c.id)).mappings().all()
        items = [_item(row) for row in rows]
        checked = [one for one in items if one.status != "open"]
        return (*(one for one in items if one.status == "open"), *reversed(checked))

    def touchpoint_id(self, name: str) -> int | None:
        """Find a touchpoint by its canonical name."""
        with reading(self._engine) as connection:
            return connection.execute(select(touchpoint.c.id).where(touchpoint.c.name == name)).scalar_one_or_none()


def add_action(connection: Connection, new: NewAction) -> None:
    """Keep an action under its number; raises Overtaken if that was taken meanwhile."""
    taken = select(action_item.c.id).where(action_item.c.id == new.number)
    if connection.execute(taken).first() is not None:
        raise Overtaken
    place = new.told.place
    connection.execute(
        insert(action_item).values(
            id=new.number,
            title=new.title,
            owner_key=new.owner_key,
            created_by=new.created_by,
            created_at=new.created_at,
            started_on=new.started_on,
            due_on=new.due_on,
            touchpoint_id=new.touchpoint_id,
            metric=new.metric,
            expected_effect=new.expected_effect,
            cost=new.cost,
            status="open",
            platform=place.platform,
            conversation=place.conversation,
            thread=place.thread,
            recipient=new.told.recipient,
            language=new.told.language,
        )
    )
    ids_go_on(connection, action_item)


def end_action(connection: Connection, number: int, checked: Checked, *, at: datetime) -> None:
    """Note what came of an action; raises Overtaken if that was noted already."""
    _change_open(
        connection,
        number,
        status="checked",
        verdict=checked.verdict,
        effect=checked.effect,
        effect_low=checked.low,
        effect_high=checked.high,
        checked_at=at,
    )


def move_action(connection: Connection, number: int, *, due_on: date) -> None:
    """Give an open action another due date; raises Overtaken if it is not open any more."""
    _change_open(connection, number, due_on=due_on)


def take_back(connection: Connection, number: int, *, at: datetime) -> None:
    """End an open action without a verdict; raises Overtaken if it is not open any more."""
    _change_open(connection, number, status="checked", checked_at=at)


def _change_open(connection: Connection, number: int, **values: Any) -> None:
    still_open = (action_item.c.id == number, action_item.c.status == "open")
    if connection.execute(update(action_item).where(*still_open).values(**values)).rowcount != 1:
        raise Overtaken


def _actions() -> Select[Any]:
    joined = action_item.outerjoin(person, person.c.key == action_item.c.owner_key)
    joined = joined.outerjoin(touchpoint, touchpoint.c.id == action_item.c.touchpoint_id)
    names = (person.c.name.label("owner"), touchpoint.c.name.label("touchpoint"))
    return select(action_item, *names).select_from(joined)


def _item(row: RowMapping) -> ActionItem:
    place = Place(
        platform=row["platform"],
        conversation=row["conversation"],
        thread=row["thread"],
        openness=Openness.PRIVATE if row["recipient"] else Openness.PUBLIC,
    )
    return ActionItem(
        number=row["id"],
        title=row["title"],
        owner_key=row["owner_key"],
        owner=row["owner"] or row["owner_key"],
        created_by=row["created_by"],
        started_on=row["started_on"],
        due_on=row["due_on"],
        touchpoint=row["touchpoint"],
        metric=row["metric"],
        expected_effect=row["expected_effect"],
        cost=row["cost"],
        status=row["status"],
        verdict=row["verdict"],
        effect=row["effect"],
        checked_at=row["checked_at"],
        told=Told(place=place, recipient=row["recipient"], language=row["language"]),
    )
