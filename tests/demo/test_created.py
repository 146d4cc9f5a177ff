"""The demo company is the same for the same seed and now, and whole for any now."""

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from bot.demo.create import demo_now, invent, is_stale
from bot.demo.stories import ANNA
from metrics.store.engine import open_engine, sqlite_url
from tests.demo.conftest import NOW, Stored, make


def content(stored: Stored) -> str:
    """Hash every row of every table."""
    digest = hashlib.blake2b()
    for table in stored.column("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"):
        for row in stored.rows(f"SELECT * FROM {table} ORDER BY 1"):
            digest.update(repr(row).encode())
    return digest.hexdigest()


def test_the_same_seed_and_now_make_the_same_company(company: Stored, tmp_path: Path) -> None:
    again = make(tmp_path / "again.db", now=NOW)
    assert content(again) == content(company)
    again.close()


def test_another_seed_makes_another() -> None:
    seven, eight = (invent(now=NOW, rng=np.random.default_rng(seed)) for seed in (7, 8))
    assert seven.answers != eight.answers


@pytest.mark.parametrize(
    "now",
    [
        pytest.param("2026-11-01T12:00+01:00", id="first of a month", marks=pytest.mark.torture),
        pytest.param("2026-10-25T02:30+01:00", id="clocks go back", marks=pytest.mark.torture),
        pytest.param("2027-03-29T08:15+02:00", id="Monday after clocks went forward", marks=pytest.mark.torture),
        pytest.param("2027-01-01T00:10+01:00", id="new year's night"),
    ],
)
def test_the_company_is_whole_at_any_now(tmp_path: Path, now: str) -> None:
    at = datetime.fromisoformat(now)
    stored = make(tmp_path / "home.db", now=at)
    month = stored.plan.month.toordinal()
    utc = at.timestamp()
    newest = stored.one("SELECT max(given_at) FROM feedback")
    assert datetime.fromisoformat(f"{newest}+00:00").timestamp() <= utc
    assert stored.one("SELECT count(DISTINCT feedback_id) FROM score") == 40_000
    assert stored.one("SELECT count(*) FROM score WHERE instrument = 'nps' AND day >= ?", month) >= 5
    assert stored.one("SELECT count(*) FROM feedback WHERE day = ?", stored.plan.yesterday.toordinal()) >= 30
    open_cases = stored.column("SELECT id FROM customer_case WHERE status = 'open'")
    assert {318, 322} <= set(open_cases)
    due = "SELECT count(*) FROM customer_case WHERE status = 'open' AND owner_key = 'jakub.kaminski' AND "
    assert stored.one(due + "due_at < ?", _utc(at)) >= 3
    midnight = stored.plan.midnight + timedelta(days=1)
    assert stored.one(due + "due_at >= ? AND due_at < ?", _utc(at), _utc(midnight)) >= 3
    assert stored.one("SELECT count(*) FROM alert") == stored.one("SELECT count(*) FROM person")
    assert stored.one("SELECT count(*) FROM customer WHERE key = ?", ANNA) == 1
    stored.close()


def test_the_mix_shift_is_last_months_when_this_month_is_young() -> None:
    now = datetime.fromisoformat("2026-11-03T12:00+01:00")
    answers = invent(now=now, rng=np.random.default_rng(7)).answers

    def nps(month: int) -> float:
        its = [
            one.nps
            for one in answers
            if one.nps is not None and (one.given_at.year, one.given_at.month) == (2026, month)
        ]
        return 100 * sum((score >= 9) - (score <= 6) for score in its) / len(its)

    assert nps(10) < nps(9) - 8
    assert abs(nps(9) - nps(8)) < 2


def test_the_home_remembers_for_which_now_it_was_made(company: Stored) -> None:
    engine = open_engine(sqlite_url(company.path))
    assert demo_now(engine) == NOW
    engine.dispose()


@pytest.mark.parametrize(("hours", "stale"), [(23, False), (25, True), (-25, True)])
def test_a_day_either_way_makes_it_stale(hours: int, stale: bool) -> None:
    assert is_stale(NOW, now=NOW + timedelta(hours=hours)) is stale


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
