"""What every runner of durable steps must do, on the fake and on DBOS."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.jobs.durable import DbosJobs
from bot.jobs.ports import Jobs
from metrics.store.engine import sqlite_url
from tests.jobs.fakes import PlainJobs


@pytest.fixture(params=["fake", "dbos"])
def jobs(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Jobs]:
    if request.param == "fake":
        yield PlainJobs()
        return
    found = DbosJobs(sqlite_url(tmp_path / "jobs.db"), executor="test")
    yield found
    found.close()


def steps(*outcomes: bool | Exception) -> tuple[Callable[[], bool], list[int]]:
    done: list[int] = []

    def step() -> bool:
        outcome = outcomes[len(done)]
        done.append(len(done))
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    return step, done


def test_a_step_is_repeated_until_it_was_the_last(jobs: Jobs) -> None:
    step, done = steps(True, True, False)
    jobs.run("import:a-1", step)
    assert done == [0, 1, 2]


def test_what_a_step_raises_is_raised_and_the_work_may_be_done_again(jobs: Jobs) -> None:
    step, _ = steps(True, OSError("disk full"))
    with pytest.raises(OSError, match="disk full"):
        jobs.run("import:b-1", step)
    step, done = steps(True, False)
    jobs.run("import:b-1", step)
    assert done == [0, 1]


def test_two_pieces_of_work_do_not_mix(jobs: Jobs) -> None:
    one, done_one = steps(True, False)
    two, done_two = steps(False)
    jobs.run("import:c-1", one)
    jobs.run("import:d-1", two)
    assert (done_one, done_two) == ([0, 1], [0])


def test_dbos_says_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = DbosJobs(sqlite_url(tmp_path / "jobs.db"), executor="quiet")
    step, _ = steps(OSError("disk full"))
    with pytest.raises(OSError, match="disk full"):
        found.run("import:e-1", step)
    found.close()
    said = capfd.readouterr()
    assert (said.out, said.err) == ("", "")
