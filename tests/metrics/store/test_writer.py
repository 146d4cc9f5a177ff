from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, false, func, or_, select, update

from metrics.errors import OutOfScale
from metrics.figures import Days
from metrics.records import EventRecord, FeedbackRecord, ScoreRecord, Written
from metrics.store import directory, rollups
from metrics.store.engine import reading, writing
from metrics.store.registry import CustomerRecord, customers
from metrics.store.tables import feedback, rollup_touchpoint, rollup_unit, score
from metrics.store.writer import Writer

OCTOBER = Days(first=date(2026, 10, 1), end=date(2026, 11, 1))
NOON = datetime(2026, 10, 5, 12, tzinfo=UTC)


class Unchanged:
    def redact(self, text: str) -> str:
        return text


@pytest.fixture
def engine(store: Engine) -> Engine:
    with writing(store) as connection:
        directory.source(connection, name="survey", kind="feedback", timezone="UTC")
        directory.source(connection, name="till", kind="feedback", timezone="UTC")
        customers(connection, [CustomerRecord(key="ann"), CustomerRecord(key="bo")])
        directory.touchpoint(connection, name="checkout")
        directory.touchpoint(connection, name="delivery")
        directory.unit(connection, name="Leeds", kind="store")
    return store


def nps(value: float, **changes: float) -> ScoreRecord:
    return replace(ScoreRecord(instrument="nps", value=value, scale_min=0, scale_max=10), **changes)  # type: ignore[arg-type] # numbers only


def answer(external_id: str, *scores: ScoreRecord, touchpoint_id: int | None = 1) -> FeedbackRecord:
    return FeedbackRecord(
        source_id=1,
        external_id=external_id,
        kind="survey",
        given_at=NOON,
        timezone="UTC",
        touchpoint_id=touchpoint_id,
        scores=scores,
    )


def write(engine: Engine, *records: FeedbackRecord) -> Written:
    with writing(engine) as connection:
        return Writer(connection, redactor=Unchanged()).feedback(records)


def differences(engine: Engine) -> int:
    with reading(engine) as connection:
        return len(rollups.check(connection))


def test_new_same_and_changed_are_told_apart(engine: Engine) -> None:
    assert write(engine, answer("1", nps(9)), answer("2", nps(3))) == Written(new=2)
    assert write(engine, answer("1", nps(9)), answer("2", nps(4)), answer("3")) == Written(new=1, same=1, changed=1)
    assert differences(engine) == 0


def test_a_changed_record_keeps_its_row(engine: Engine) -> None:
    write(engine, answer("1", nps(9)))
    write(engine, answer("1", nps(2), touchpoint_id=2))
    with reading(engine) as connection:
        assert connection.execute(select(feedback.c.id, feedback.c.touchpoint_id)).all() == [(1, 2)]
        assert connection.execute(select(score.c.value, score.c.touchpoint_id)).all() == [(2, 2)]


def test_one_cell_of_each_marginal_counts_the_answer(engine: Engine) -> None:
    write(engine, answer("1", nps(9))._replace(unit_id=1), answer("2", nps(9))._replace(touchpoint_id=None))
    day = date(2026, 10, 5).toordinal()
    with reading(engine) as connection:
        by_touchpoint = select(rollup_touchpoint.c.touchpoint_id, rollup_touchpoint.c.day, rollup_touchpoint.c.c9)
        assert connection.execute(by_touchpoint).all() == [(0, day, 1), (1, day, 1)]
        by_unit = select(rollup_unit.c.touchpoint_id, rollup_unit.c.unit_id, rollup_unit.c.c9)
        assert connection.execute(by_unit).all() == [(0, 0, 1), (1, 1, 1)]


def test_the_cell_of_a_scale_that_begins_at_one_is_counted_from_there(engine: Engine) -> None:
    write(engine, answer("1", ScoreRecord(instrument="csat", value=1, scale_min=1, scale_max=5)))
    with reading(engine) as connection:
        assert connection.execute(select(rollup_touchpoint.c.c0)).scalar_one() == 1


def test_an_answer_off_its_scale_is_refused_before_anything_is_written(engine: Engine) -> None:
    for wrong in (11, -1, float("nan")):
        with pytest.raises(OutOfScale):
            write(engine, answer("1", nps(5)), answer("2", nps(wrong)))
    with reading(engine) as connection:
        assert connection.execute(select(func.count()).select_from(feedback)).scalar_one() == 0


@pytest.mark.parametrize("odd", [nps(4.5), nps(4, scale_max=100), replace(nps(4), direction="lower")])
def test_a_reader_is_told_that_the_marginals_lack_an_answer(engine: Engine, odd: ScoreRecord) -> None:
    write(engine, answer("1", nps(9)))
    with reading(engine) as connection:
        assert rollups.complete(connection, instrument="nps", days=OCTOBER)
    write(engine, answer("2", odd))
    with reading(engine) as connection:
        assert not rollups.complete(connection, instrument="nps", days=OCTOBER)
        later = Days(first=OCTOBER.end, end=date(2026, 12, 1))
        assert rollups.complete(connection, instrument="nps", days=later)
    with writing(engine) as connection:
        Writer(connection, redactor=Unchanged()).delete_feedback([2])
        assert rollups.complete(connection, instrument="nps", days=OCTOBER)
    assert differences(engine) == 0


def test_an_instrument_of_ones_own_is_not_rolled_up(engine: Engine) -> None:
    write(engine, answer("1", ScoreRecord(instrument="trust", value=3, scale_min=1, scale_max=5)))
    with reading(engine) as connection:
        assert not rollups.complete(connection, instrument="trust", days=OCTOBER)
    assert differences(engine) == 0


def test_deleted_feedback_leaves_the_marginals(engine: Engine) -> None:
    write(engine, answer("1", nps(9)), answer("2", nps(9)))
    with writing(engine) as connection:
        Writer(connection, redactor=Unchanged()).delete_feedback([1])
        assert connection.execute(select(rollup_touchpoint.c.c9)).scalar_one() == 1
    assert differences(engine) == 0


def test_a_drift_made_by_hand_is_found_and_corrected(engine: Engine) -> None:
    write(engine, answer("1", nps(9)))
    with writing(engine) as connection:
        connection.execute(update(rollup_touchpoint).values(c9=7))
    with reading(engine) as connection:
        (found,) = rollups.check(connection)
    assert (found.table, found.key, found.kept[9], found.rebuilt[9]) == (
        "rollup_touchpoint", ("nps", 1, date(2026, 10, 5).toordinal()), 7, 1,
    )  # fmt: skip
    with writing(engine) as connection:
        rollups.rebuild(connection)
    assert differences(engine) == 0


def test_a_score_lost_behind_the_writers_back_is_found(engine: Engine) -> None:
    write(engine, answer("1", nps(9)))
    with writing(engine) as connection:
        connection.execute(score.delete())
    assert differences(engine) == 6  # one cell in each of the six marginals


def test_the_local_day_holds_on_both_sides_of_a_clock_change(engine: Engine) -> None:
    # Warsaw left summer time on 25 October 2026: 22:30 UTC was 00:30 of the next day before it, 23:30 after it.
    before = answer("1", nps(1))._replace(given_at=datetime(2026, 10, 24, 22, 30, tzinfo=UTC), timezone="Europe/Warsaw")
    write(engine, before, before._replace(external_id="2", given_at=before.given_at + timedelta(days=1)))
    with reading(engine) as connection:
        days = connection.execute(select(score.c.day).order_by(score.c.id)).scalars().all()
    assert days == [date(2026, 10, 25).toordinal()] * 2


def test_events_are_stored_once_and_changed_in_place(engine: Engine) -> None:
    order = EventRecord(source_id=1, external_id="o1", kind="order", happened_at=NOON, timezone="UTC", value=12.5)
    with writing(engine) as connection:
        writer = Writer(connection, redactor=Unchanged())
        assert writer.events([order]) == Written(new=1)
        assert writer.events([order]) == Written(same=1)
        assert writer.events([replace(order, value=13.0)]) == Written(changed=1)


RECORDS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 20), st.sampled_from([None, 1, 2])), max_size=12)


ERASED = st.lists(st.integers(0, 6), max_size=3)
"""Ids of single rows; 6 stands for all that its customer said."""


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(RECORDS, ERASED), min_size=1, max_size=4))
def test_whatever_is_written_changed_and_erased_the_marginals_equal_the_scores(
    engine: Engine, batches: list[tuple[list[tuple[int, int, int | None]], list[int]]]
) -> None:
    for batch, erased in batches:
        write(
            engine,
            *(
                answer(str(key), nps(half / 2), touchpoint_id=place)._replace(
                    source_id=1 + key % 2,
                    unit_id=1 if half % 3 else None,
                    customer_id=1 + key % 2,
                    given_at=NOON + timedelta(days=half),
                )
                for key, half, place in batch
            ),
        )
        gone = [feedback.c.customer_id == 1 if key == 6 else feedback.c.external_id == str(key) for key in erased]
        with writing(engine) as connection:
            ids = connection.execute(select(feedback.c.id).where(or_(false(), *gone))).scalars().all()
            Writer(connection, redactor=Unchanged()).delete_feedback(ids)
    assert differences(engine) == 0
