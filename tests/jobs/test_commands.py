import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import update

from bot.cli.app import group
from metrics.store.engine import open_engine, sqlite_url, writing
from metrics.store.tables import rollup_touchpoint

EXAMPLE = Path(__file__).parents[2] / "examples" / "telecom" / "nps.toml"
HEADER = "CUSTOMER_RESPONSE_DATE,SURVEY_SUB_TYPE,NPS_SCORE,text\n"
ANSWERS = HEADER + "01/02/2018 10:00,Order,9,fine\n31/02/2018 10:00,Order,9,x\n01/02/2018 10:00,Order,11,x\n"


def run(home: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, [*arguments, "--now", "2026-11-20T12:00+01:00"], env={"CXBOT_HOME": str(home)})


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "answers.csv"
    path.write_text(ANSWERS, encoding="utf-8")
    return str(path)


def test_an_import_says_what_became_of_the_rows(tmp_path: Path, file: str) -> None:
    home = tmp_path / "home"
    first = run(home, "import", file, "--map", str(EXAMPLE))
    assert first.exit_code == 0
    assert first.output.splitlines()[0] == "3 rows read: 1 new, 0 unchanged, 0 changed, 2 rejected."
    assert "nobody owns them yet: Order." in first.output
    found = json.loads(run(home, "import", file, "--map", str(EXAMPLE), "--json").output)
    rejects = Path(found.pop("rejects_file")).read_text(encoding="utf-8").splitlines()
    assert found == {
        "read": 3, "new": 0, "same": 1, "changed": 0, "rejected": 2, "reasons": {"bad-date": 1, "off-scale": 1},
    }  # fmt: skip
    assert rejects[1:] == [
        '3,bad-date,given_at,"31/02/2018 10:00,Order,9,x"',
        '4,off-scale,NPS_SCORE,"01/02/2018 10:00,Order,11,x"',
    ]


def test_a_dry_run_stores_nothing(tmp_path: Path, file: str) -> None:
    home = tmp_path / "home"
    for _ in range(2):
        found = json.loads(run(home, "import", file, "--map", str(EXAMPLE), "--dry-run", "--json").output)
        assert (found["new"], found["same"]) == (1, 0)


def test_a_missing_file_is_one_sentence_and_exit_code_1(tmp_path: Path) -> None:
    result = run(tmp_path / "home", "import", str(tmp_path / "nowhere.csv"), "--map", str(EXAMPLE))
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)


def test_a_drift_is_found_and_rebuilt(tmp_path: Path, file: str) -> None:
    home = tmp_path / "home"
    run(home, "import", file, "--map", str(EXAMPLE))
    assert run(home, "rollup", "check").output == "The rollups equal the scores.\n"
    engine = open_engine(sqlite_url(home / "cxbot.db"))
    with writing(engine) as connection:
        connection.execute(update(rollup_touchpoint).values(c9=5))
    engine.dispose()
    assert len(json.loads(run(home, "rollup", "check", "--json").output)["differences"]) == 1
    assert json.loads(run(home, "rollup", "rebuild", "--json").output) == {"corrected": 1}
    assert json.loads(run(home, "rollup", "check", "--json").output) == {"differences": []}


def test_the_worker_does_what_is_due_and_jobs_tells_what_is_left(tmp_path: Path, file: str) -> None:
    home = tmp_path / "home"
    run(home, "import", file, "--map", str(EXAMPLE))
    assert json.loads(run(home, "worker", "--once", "--json").output)["done"] > 0
    assert run(home, "worker", "--once").output == "Nothing was due.\n"
    listed = json.loads(run(home, "jobs", "list", "--json").output)["jobs"]
    assert {job["state"] for job in listed} == {"waiting"}
    assert {"nightly", "texts"} <= {job["kind"] for job in listed}
    assert run(home, "jobs", "dead").output == "Nothing gave up.\n"
    (done,) = json.loads(run(home, "jobs", "list", "--kind", "import", "--state", "done", "--json").output)["jobs"]
    shown = json.loads(run(home, "jobs", "show", done["id"], "--json").output)
    assert [run["status"] for run in shown["runs"]] == ["SUCCESS"]
    assert shown["details"]["file"] == file


def test_a_job_is_cancelled_and_retried_by_its_name(tmp_path: Path) -> None:
    home = tmp_path / "home"
    run(home, "worker", "--once")
    assert run(home, "jobs", "cancel", "texts").output == "texts is cancelled.\n"
    assert run(home, "worker", "--once").output == "1 job done.\n"  # whoever starts sets it again
    assert run(home, "jobs", "retry", "texts").output == "texts is tried again now.\n"
    assert run(home, "jobs", "show", "texts").output.startswith("texts  waits for ")
    missing = run(home, "jobs", "retry", "case:1:50")
    assert (missing.exit_code, missing.stdout) == (1, "")
    assert missing.stderr.startswith("There is no job case:1:50 ")
