"""What a reply looks like on each platform: nothing lost, nothing live, no limit broken."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.chat.slack import render as slack
from adapters.chat.split import pieces, utf16_length
from adapters.chat.telegram import render as telegram
from bot.messages import Block, Choice, Choices, Line, Outcome, Paragraph, Quote, Reply, Table
from bot.say import Say

ENGLISH = Say("en")
HOSTILE = "<!channel> <@U1> <http://evil.example|your bank> *bold* &amp; @everyone"


def reply(*blocks: Block) -> Reply:
    return Reply(outcome=Outcome.ANSWER, intent="help", blocks=blocks)


def quote(text: str) -> Quote:
    return Quote(
        feedback_id="12",
        text=text,
        language="en",
        given_at=datetime(2026, 11, 3, tzinfo=UTC),
        channel="web",
        score=2,
        scale_max=10,
    )


def paragraph(text: str) -> Paragraph:
    return Paragraph(line=Line(key="quote", args={"text": text}), strong=True)


def texts(blocks: tuple[dict[str, Any], ...]) -> list[dict[str, Any]]:
    """Collect every text object, wherever it is in the blocks."""
    found: list[dict[str, Any]] = []
    waiting: list[Any] = list(blocks)
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            if isinstance(item.get("text"), str):
                found.append(item)
            waiting.extend(item.values())
    return found


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=400), st.integers(4, 60))
def test_the_pieces_of_a_text_joined_are_the_text(text: str, limit: int) -> None:
    cut = pieces(text, limit=limit)
    assert "".join(cut) == text
    assert all(len(piece) <= limit for piece in cut)


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="ab 👍漢\n", max_size=400), st.integers(4, 60))
def test_telegram_counts_an_emoji_twice(text: str, limit: int) -> None:
    cut = pieces(text, limit=limit, length=utf16_length)
    assert "".join(cut) == text
    assert all(len(piece.encode("utf-16-le")) // 2 <= limit for piece in cut)


def test_a_sign_of_several_characters_is_not_cut() -> None:
    # Thumbs up with a skin tone: two characters, one sign. The limit of 4 falls between them.
    assert pieces("abc👍🏽d", limit=4) == ("abc", "👍🏽d")


def test_customer_text_is_only_words_in_slack() -> None:
    (message,) = slack.render(reply(quote(HOSTILE)), say=ENGLISH, outbox_id=1)
    assert {text["type"] for text in texts(message.blocks)} <= {"text", "plain_text"}
    assert HOSTILE in [text["text"] for text in texts(message.blocks)]
    assert "<" not in message.text
    assert ">" not in message.text


def test_a_quote_says_whose_words_it_is() -> None:
    (message,) = slack.render(reply(quote("Too slow")), say=ENGLISH, outbox_id=1)
    assert "#12 · web · 3 November 2026 · 2/10" in message.text


def test_a_long_answer_keeps_every_word_and_every_limit_in_slack() -> None:
    words = " ".join(f"word{number}" for number in range(9_000))
    messages = slack.render(reply(quote(words)), say=ENGLISH, outbox_id=1)
    shown = [text for message in messages for text in texts(message.blocks)]
    said = [text["text"] for text in shown if text["type"] == "text"]
    assert "".join(said) == words
    assert all(len(text) <= 3_000 for text in said)
    assert all(len(message.blocks) <= 50 for message in messages)


def test_more_than_fifty_blocks_become_two_messages() -> None:
    first, second = slack.render(reply(*[paragraph(str(number)) for number in range(60)]), say=ENGLISH, outbox_id=1)
    assert (len(first.blocks), len(second.blocks)) == (50, 10)


def test_buttons_carry_only_where_to_look() -> None:
    options = tuple(Choice(label=f"Store {number}", value=f"store:{number}") for number in range(7))
    (message,) = slack.render(reply(paragraph("Which?"), Choices(options=options)), say=ENGLISH, outbox_id=42)
    buttons = [item for block in message.blocks if block["type"] == "actions" for item in block["elements"]]
    assert [button["value"] for button in buttons] == [f"42:{number}" for number in range(7)]
    assert len({button["action_id"] for button in buttons}) == 7


def test_a_table_lines_up_in_slack_and_reads_by_rows_in_telegram() -> None:
    table = Table(
        columns=(Line(key="quote", args={"text": "A"}), Line(key="quote", args={"text": "B"})),
        rows=(("上海", 1), ("Leeds", 22)),
    )
    (shown,) = slack.render(reply(table), say=ENGLISH, outbox_id=1)
    # The first column is five wide: Leeds has five letters, 上海 two of two columns each, “A” three.
    assert texts(shown.blocks)[0]["text"] == "“A”    “B”\n上海   1\nLeeds  22"
    (plain,) = telegram.render(reply(table), say=ENGLISH, outbox_id=1)
    assert plain.text == "“A” · “B”\n上海 · 1\nLeeds · 22"


def test_a_keyboard_from_0_to_10_stands_in_two_rows() -> None:
    options = tuple(Choice(label=str(score), value=f"nps:k:{score}") for score in range(11))
    (message,) = telegram.render(reply(paragraph("How likely?"), Choices(options=options)), say=ENGLISH, outbox_id=9)
    assert message.keyboard is not None
    assert [[button.text for button in row] for row in message.keyboard.inline_keyboard] == [
        ["0", "1", "2", "3", "4", "5"],
        ["6", "7", "8", "9", "10"],
    ]
    assert message.keyboard.inline_keyboard[1][4].callback_data == "9:10"


def test_a_long_telegram_answer_has_its_keyboard_under_the_last_part() -> None:
    choices = Choices(options=(Choice(label="More", value="more"),))
    messages = telegram.render(reply(quote("x " * 4_000), choices), say=ENGLISH, outbox_id=9)
    assert [message.keyboard is not None for message in messages] == [False, True]
    assert "".join(message.text for message in messages) == f"“{'x ' * 4_000}”\n#12 · web · 3 November 2026 · 2/10"
