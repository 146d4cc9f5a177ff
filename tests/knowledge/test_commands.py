import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli.app import group
from metrics.scope import EVERYTHING
from tests.knowledge.shop import Shop

Run = Callable[..., Result]


@pytest.fixture
def run(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in the shop's home."""
    monkeypatch.setenv("CXBOT_HOME", str(shop.home))
    monkeypatch.setenv("CXBOT_DATABASE_URL", f"sqlite:///{shop.home / 'shop.db'}")
    return lambda *arguments: CliRunner().invoke(group, list(arguments))


def quotes(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)["quotes"]
    return found


def test_quotes_are_printed_as_they_stand_in_the_store(shop: Shop, run: Run) -> None:
    first = quotes(run("feedback", "search", "queue", "--where", "touchpoint=checkout", "--json"))[0]
    stored = shop.reader.texts([int(first["feedback_id"])], within=EVERYTHING)
    assert first["text"] in stored[int(first["feedback_id"])].redacted


def test_a_period_and_a_score_narrow_the_search(run: Run) -> None:
    found = quotes(
        run("feedback", "search", "queue", "--period", "last_7d", "--max-score", "3", "--json",
            "--now", "2026-11-20T12:00+00:00")
    )  # fmt: skip
    assert [quote["text"] for quote in found] == [
        "The queue at the checkout was far too long",
        "门店自提排队太久了，等了一个小时",  # 排队 is a queue
    ]


def test_a_person_reads_quotes_with_their_numbers(shop: Shop, run: Run) -> None:
    result = run("feedback", "search", "排队", "--as", "admin")
    assert "门店自提排队太久了，等了一个小时" in result.stdout
    assert f"#{shop.id_of('zh')}" in result.stdout


def test_a_wrong_filter_is_wrong_usage(run: Run) -> None:
    assert run("feedback", "search", "queue", "--where", "touchpoint").exit_code == 2
    assert run("feedback", "search", "queue", "--as", "nobody in particular").exit_code == 2


def test_a_misspelt_touchpoint_is_one_sentence(run: Run) -> None:
    result = run("feedback", "search", "queue", "--where", "touchpoint=chekout")
    assert result.exit_code == 1
    assert "checkout" in result.stderr
    assert "Traceback" not in result.stderr


def test_reindex_says_how_many_texts_it_indexed(run: Run) -> None:
    assert json.loads(run("reindex", "--json").stdout) == {"indexed": 8, "pending": 0, "reason": None}
    assert json.loads(run("reindex", "--missing", "--json").stdout)["indexed"] == 0
    assert json.loads(run("feedback", "search", "queue", "--json").stdout)["degraded"] is None


def test_reindex_steps_back_from_another_process(shop: Shop, run: Run) -> None:
    other = shop.search()
    other.parts.index.claim()
    result = run("reindex")
    other.close()
    assert result.exit_code == 1
    assert "8 texts are waiting" in result.stderr


def test_a_customers_file_is_shown(run: Run, shop: Shop) -> None:
    shop.say(shop.record("f1", "Paczka spóźniona", nps=3, customer="10482"))
    result = run("customer", "10482")
    assert result.exit_code == 0
    assert "10482" in result.stdout
    body = json.loads(run("customer", "10482", "--json").stdout)
    assert body["customer"]["feedback"][0]["text"] == "Paczka spóźniona"


def test_nobodys_file_is_no_failure(run: Run) -> None:
    result = run("customer", "99999", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["customer"] is None
