"""Foreseeable failures are one sentence on standard error and exit code 1; secrets are never printed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.app import group


def run(*arguments: str, home: Path, lines: str | None = None, **environment: str) -> Result:
    variables = {"CXBOT_HOME": str(home), **environment}
    return CliRunner().invoke(group, list(arguments), input=lines, env=variables)


@pytest.mark.parametrize("url", ["mysql://host/x", "not a url", "oracle://x"])
def test_a_database_of_another_kind_is_a_sentence(tmp_path: Path, url: str) -> None:
    result = run("score", "nps", home=tmp_path, CXBOT_DATABASE_URL=url)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


def test_a_home_that_is_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    result = run("score", "nps", home=tmp_path / "file")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


def test_a_database_that_is_none_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "cxbot.db").write_text("no database" * 1_000, encoding="utf-8")
    result = run("ask", "nps", home=tmp_path)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


def test_somebody_unknown_is_wrong_usage(tmp_path: Path) -> None:
    assert run("score", "nps", "--as", "nobody", home=tmp_path).exit_code == 2


def test_a_password_in_a_url_is_not_printed(tmp_path: Path) -> None:
    result = run("config", "print", home=tmp_path, CXBOT_DATABASE_URL="postgresql://u:secretpw@h/x")
    assert result.exit_code == 0
    assert "secretpw" not in result.output


def test_a_batch_answers_every_line_in_order_with_the_same_keys(tmp_path: Path) -> None:
    lines = [
        '{"text": "help"}',
        "nonsense",
        '{"text": "nps \\ud800 x"}',
        '{"text": "help", "as": "nobody"}',
        '{"text": 1}',
    ]
    result = run("ask", "--batch", "--json", home=tmp_path, lines="\n".join(lines) + "\n")
    replies = [json.loads(line) for line in result.stdout.splitlines()]
    assert [reply["outcome"] == "error" for reply in replies] == [False, True, False, True, False]
    assert replies[1]["reason"] == "bad_line"
    assert replies[3]["reason"] == "unknown_person"
    assert {frozenset(reply) - {"reason"} for reply in replies} == {frozenset(replies[0])}


def test_the_demo_does_not_touch_a_home_with_other_data(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    result = run("demo", home=tmp_path, lines="help\n")
    assert (result.exit_code, sorted(path.name for path in tmp_path.iterdir())) == (1, ["notes.txt"])
