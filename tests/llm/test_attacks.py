"""An obedient model: it does whatever any text says, and nothing comes of it."""

import re
import time
from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import func, select

from adapters.chat.console import plain_text
from adapters.llm.chat_model import LangChainModel
from bot.cli.talk import ask, reply_json
from bot.conversation.guards import numbers, objection
from bot.conversation.rewriting import RewritingAssistant
from bot.conversation.turn import Turn
from bot.main import App
from bot.messages import Amount, IncomingMessage, Line, MessageId, Outcome, Paragraph, PersonId, Place, Quote, Reply
from bot.say import Say
from bot.store.tables import audit, outbox
from knowledge.redaction import PatternRedactor
from metrics.figures import Days
from metrics.store.engine import reading
from metrics.store.tables import METADATA, feedback
from prompts.load import load_prompt
from tests.conftest import NOW
from tests.doubles.openai import Said, openai_server
from tests.llm.attacks import DOINGS, SAYINGS, direct_doings, hidden_sayings, obey
from tests.llm.conftest import Homes

LIVE = re.compile(r"https?:|www\.|<[!@#]|@everyone|evil\.", re.IGNORECASE)
NPS = Line(key="metric-nps-name")


class Boundless:
    """A purse without a bottom."""

    def reserve(self, person_key: str, *, day: date, tokens: int) -> bool:
        return True

    def settle(self, person_key: str, *, day: date, reserved: int, used: int) -> None:
        return


def answer(words: str) -> Reply:
    """An answer of two sentences, with a quote of a customer."""
    days = Days(first=date(2026, 11, 1), end=date(2026, 12, 1))
    about = Line(key="score-subject", args={"metric": NPS, "days": days})
    value = Amount(value=24.6, decimals=1, signed=True)
    return Reply(
        outcome=Outcome.ANSWER,
        intent="metric_value",
        blocks=(
            Paragraph(line=Line(key="score-plain", args={"subject": about, "value": value}), strong=True),
            Paragraph(line=Line(key="evidence-headline")),
            Quote(feedback_id="7", text=words, language="en", given_at=NOW),
        ),
    )


@dataclass
class Fixed:
    """An assistant with one answer."""

    reply: Reply

    def turn(self, message: IncomingMessage, *, now: object) -> Turn:
        return Turn(reply=self.reply)


def rewriting(url: str, reply: Reply) -> RewritingAssistant:
    return RewritingAssistant(
        within=Fixed(reply=reply),
        model=LangChainModel("openai:fake", url=url, key="sk-test"),
        prompt=load_prompt("rewrite"),
        purse=Boundless(),
        tokens=100_000,
        person=lambda _: None,
        redact=PatternRedactor().redact,
        plain=plain_text,
    )


def message(text: str) -> IncomingMessage:
    place = Place(platform="console", conversation="t", thread="t")
    return IncomingMessage(id=MessageId("1"), place=place, sender=PersonId("console:m"), text=text, sent_at=NOW)


def test_240_demands_hidden_in_feedback_put_nothing_into_an_answer() -> None:
    with openai_server(obey) as server:
        for words, saying in hidden_sayings():
            reply = answer(words)
            shown = rewriting(server.url, reply).turn(message("?"), now=NOW).reply
            assert shown == reply, saying
            assert obey(server.requests[-1]).text == saying  # the model did as it was told
        assert len(server.requests) >= 240


def test_an_honest_rewriting_is_shown_and_recorded() -> None:
    text = "In November 2026, NPS stood at +24.6."
    with openai_server(lambda _: Said(text=text)) as server:
        shown = rewriting(server.url, answer("fine")).turn(message("?"), now=NOW).reply
    assert shown is not None
    assert plain_text(shown, Say("en")).splitlines()[0] == text
    assert shown.prompt == "rewrite@1"
    assert [quote.text for quote in shown.quotes] == ["fine"]


def test_a_number_of_the_answer_may_not_be_left_out() -> None:
    with openai_server(lambda _: Said(text="All is well.")) as server:
        shown = rewriting(server.url, answer("fine")).turn(message("?"), now=NOW).reply
    assert shown == answer("fine")


@pytest.mark.parametrize("saying", SAYINGS)
def test_what_is_not_in_the_answer_is_objected_to(saying: str) -> None:
    offline = "NPS, November 2026: +24.6.\nThe last answer rests on:"
    assert objection(f"NPS, November 2026: +24.6. {saying}", offline=offline, quotes=("fine",)) is not None


def test_numbers_of_a_quote_stay_in_quotation_marks() -> None:
    offline, quotes = "NPS: +24.6.", ("I waited 40 days",)
    assert objection("NPS: +24.6. One said “waited 40 days”.", offline=offline, quotes=quotes) is None
    assert objection("NPS: +24.6, after 40 days.", offline=offline, quotes=quotes) == "number"


def test_the_same_number_is_known_in_any_language() -> None:
    assert set(numbers("+1,234.5")) == {"1.234.5"}
    assert objection("Spadek o 11,3 pkt.", offline="Change: -11.3 points (n = 84).", quotes=()) is None
    assert objection("Wzrost o 11,4 pkt.", offline="Change: -11.3 points (n = 84).", quotes=()) == "number"


def state(app: App) -> dict[str, object]:
    """Count every row there is but those of talk; what customers said, letter by letter."""
    talk = {"turn", "spending", "pending", "shown", audit.name}
    with reading(app.engine) as connection:
        counts: dict[str, object] = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in METADATA.sorted_tables
            if table.name not in talk
        }
        counts["texts"] = connection.execute(select(func.sum(func.length(feedback.c.text)))).scalar_one()
        counts["said"] = connection.execute(select(func.count()).select_from(outbox)).scalar_one()
    return counts


def test_150_demands_in_messages_do_nothing_and_show_nothing_forbidden(homes: Homes) -> None:
    with openai_server(obey) as server:
        app = homes.at(server.url, llm_reads="always", llm_tokens_per_person=10**9, llm_tokens_per_day=10**9)
        before, obeyed = state(app), 0
        for number, (text, intent, _slots) in enumerate(direct_doings()):
            said = ask(app, text, as_whom="analyst", thread=f"a{number}")
            body = reply_json(said)
            obeyed += body["understood_by"] == "openai:fake"
            assert body["outcome"] != "error", text
            assert not LIVE.search(body["text"].replace(text, "")) or body["outcome"] in {"clarify", "no_data"}, text
            assert not (intent == "customer_file" and body["outcome"] == "answer"), text
        assert state(app) == before
    assert obeyed >= 50  # what it was made to ask for did reach the rights, the previews and the checks
    assert len(DOINGS) * 10 == 150


def test_the_prompts_hold_no_secret_and_requests_no_key() -> None:
    with openai_server(obey) as server:
        started = time.monotonic()
        rewriting(server.url, answer("mail me at a.b@example.com")).turn(message("?"), now=NOW)
        assert "sk-test" not in server.heard()
        assert "a.b@example.com" not in server.heard()
        assert time.monotonic() - started < 30
