"""Messages read by a language model: the real LangChain client, and a server that says what it should not."""

import time

import pytest

from bot.cli.talk import ask, reply_json
from tests.doubles.openai import Json, Said, openai_server
from tests.llm.conftest import Homes

UNSURE = "blorp the zibble of our fnord vs quux"
"""Words that the offline reading cannot be sure of."""


def understand(intent: str, **slots: object) -> Said:
    return Said(calls=(("understand", {"intent": intent, "slots": slots}),))


def test_what_offline_is_unsure_of_is_read_by_the_model_and_recorded(homes: Homes) -> None:
    with openai_server(lambda _: understand("metric_value", metric="nps", period="last_month")) as server:
        body = reply_json(ask(homes.at(server.url), UNSURE, as_whom="manager", thread="1"))
    assert body["intent"] == "metric_value"
    assert body["slots"] == {"metric": "nps", "period": "last_month"}
    assert body["outcome"] == "answer"
    assert body["understood_by"] == "openai:fake"
    assert body["prompt"] == "understand@1"


def test_what_offline_is_sure_of_never_leaves(homes: Homes) -> None:
    with openai_server(lambda _: understand("help")) as server:
        body = reply_json(ask(homes.at(server.url), "What is our NPS this month?", as_whom="manager", thread="2"))
        assert server.requests == []
    assert (body["intent"], body["understood_by"], body["prompt"]) == ("metric_value", "offline", None)


def test_figures_are_the_same_whoever_read_the_question(homes: Homes) -> None:
    with openai_server(lambda _: understand("metric_value", metric="nps", period="last_month")) as server:
        app = homes.at(server.url)
        read = reply_json(ask(app, UNSURE, as_whom="manager", thread="3"))
        plain = reply_json(ask(app, "What was our NPS last month?", as_whom="manager", thread="4"))
    assert read["figures"] == plain["figures"]


@pytest.mark.parametrize(
    ("said", "label"),
    [
        (Said(status=500, raw=b"{}"), "cannot be reached"),
        (Said(drops=True), "cannot be reached"),
        (Said(status=429, raw=b"{}", headers={"Retry-After": "60"}), "is busy"),
        (Said(raw=b"<html>not json"), "nothing usable"),
        (Said(raw=b"{}"), "nothing usable"),
        (Said(raw=b""), "nothing usable"),
        (Said(text="x" * 1_000_000), "nothing usable"),
        (Said(text="\0" * 10), "nothing usable"),
        (Said(text="NPS is 99"), "nothing usable"),
        (Said(calls=(("delete_all", {}),)), "nothing usable"),
        (understand("drop_tables"), "nothing usable"),
        (understand("customer_file", customer="99999"), "nothing usable"),
        (understand("metric_value", metric="nps", scope={"store": "Atlantis"}), "nothing usable"),
        (understand("metric_value", metric="'; drop table"), "nothing usable"),
        (understand("metric_value", metric="nps", sql="select 1"), "nothing usable"),
        (Said(calls=(("look_up", {"kind": "store", "text": "Leeds"}),)), "nothing usable"),
    ],
    ids=["500", "dropped", "429", "html", "empty object", "nothing", "1 MB", "NUL", "prose", "unknown tool",
         "unknown intent", "invented customer", "invented store", "SQL", "unknown slot", "loop"],
)  # fmt: skip
def test_a_model_that_fails_leaves_the_offline_answer_with_a_label(homes: Homes, said: Said, label: str) -> None:
    with openai_server(lambda _: said) as server:
        body = reply_json(ask(homes.at(server.url), UNSURE, as_whom="manager", thread=label + str(said.status)))
        assert len(server.requests) <= 8
    assert body["understood_by"] == "offline"
    assert label in body["text"]
    assert body["outcome"] in {"clarify", "answer", "no_data", "refuse"}


def test_a_busy_model_is_left_alone_for_as_long_as_it_asks(homes: Homes) -> None:
    with openai_server(lambda _: Said(status=429, raw=b"{}", headers={"Retry-After": "60"})) as server:
        app = homes.at(server.url)
        for thread in ("b1", "b2", "b3"):
            ask(app, UNSURE, as_whom="manager", thread=thread)
        assert len(server.requests) == 1


def test_a_slow_stream_is_cut_off_by_the_wall_clock(homes: Homes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.understanding.model_reader.SECONDS", 0.6)
    with openai_server(lambda _: Said(text="slow", pause_s=0.2)) as server:
        app = homes.at(server.url)
        app._model  # noqa: B018 built before the clock runs
        started = time.monotonic()
        body = reply_json(ask(app, UNSURE, as_whom="manager", thread="slow"))
    assert "took too long" in body["text"]
    assert time.monotonic() - started < 15


def test_a_loop_of_ever_new_calls_ends_at_the_limit(homes: Homes) -> None:
    def ever_new(body: Json) -> Said:
        return Said(calls=(("look_up", {"kind": "store", "text": f"Leeds {len(body['messages'])}"}),))

    with openai_server(ever_new) as server:
        body = reply_json(ask(homes.at(server.url), UNSURE, as_whom="manager", thread="loop"))
        assert len(server.requests) == 6
    assert body["understood_by"] == "offline"


def test_a_wrong_answer_may_be_put_right_once(homes: Homes) -> None:
    answers = [understand("metric_value", metric="happiness"), understand("metric_value", metric="nps")]
    with openai_server(lambda body: answers[min(1, len(body["messages"]) // 4)]) as server:
        body = reply_json(ask(homes.at(server.url), UNSURE, as_whom="manager", thread="repair"))
        assert len(server.requests) == 2
    assert body["slots"] == {"metric": "nps"}


def test_names_are_looked_up_and_become_those_on_file(homes: Homes) -> None:
    def looks_up(body: Json) -> Said:
        if len(body["messages"]) == 2:
            return Said(calls=(("look_up", {"kind": "store", "text": "Gdansk"}),))
        assert "Gdańsk" in body["messages"][-1]["content"]
        return understand("metric_value", metric="csat", scope={"store": "Gdańsk"})

    with openai_server(looks_up) as server:
        body = reply_json(ask(homes.at(server.url), UNSURE, as_whom="manager", thread="look"))
    assert body["slots"]["scope"] == {"store": "Gdańsk"}


def test_personal_data_does_not_leave_and_comes_back_into_its_slot(homes: Homes) -> None:
    def sees(body: Json) -> Said:
        words = body["messages"][1]["content"]
        placeholder = words[words.index("<") : words.index(">") + 1]
        return understand("customer_file", customer=placeholder)

    with openai_server(sees) as server:
        app = homes.at(server.url, llm_reads="always")
        said = "blorp zibble Anna Kowalska fnord, mail anna.k@example.com, call +48 501 234 567"
        body = reply_json(ask(app, said, as_whom="support_agent", thread="pii"))
        heard = server.heard()
    assert body["slots"] == {"customer": "Anna Kowalska"}
    for secret in ("Kowalska", "anna.k", "501 234"):
        assert secret not in heard


def test_a_cap_is_checked_before_anything_is_sent(homes: Homes) -> None:
    with openai_server(lambda _: understand("help")) as server:
        app = homes.at(server.url, llm_tokens_per_question=100)
        body = reply_json(ask(app, UNSURE, as_whom="manager", thread="cap"))
        capped = homes.at(server.url, llm_tokens_per_day=0)
        ask(capped, UNSURE, as_whom="manager", thread="cap2")
        assert server.requests == []
    assert "used up" in body["text"]
