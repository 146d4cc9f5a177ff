"""How a survey reacts, whatever the customer does and in whatever order."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.survey_session import Session, Step, session_from_json, session_to_json
from bot.surveys.machine import Moved, Reaction, edited, tapped, wrote
from bot.surveys.typed import OffScale, typed_score

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=3)
ASKED = Session(key="k", chat="telegram:77", language="en", touchpoint="delivery", touchpoint_id=1)


def tap(session: Session, score: int, at: datetime = NOON) -> Moved:
    return tapped(session, score=score, at=at)


def write(session: Session, text: str, message: str = "m1", at: datetime = NOON) -> Moved:
    return wrote(session, message=message, text=text, at=at)


@pytest.mark.parametrize(
    ("text", "score"),
    [("9", 9), (" 10 ", 10), ("0", 0), ("8/10", 8), ("8 / 10", 8), ("７", 7), ("7!", 7), ("9.", 9)],
)
def test_a_whole_number_on_the_scale_is_a_score(text: str, score: int) -> None:
    assert typed_score(text) == score


@pytest.mark.parametrize("text", ["-5", "−5", "+5", "11", "7.5", "7,5", "4/5", "100", "99999999999999999999"])
def test_another_number_is_no_answer(text: str) -> None:
    assert isinstance(typed_score(text), OffScale)


@pytest.mark.parametrize("text", ["good", "5 stars", "it took 5 days", "", "5-6", "²", "八"])
def test_words_are_no_number(text: str) -> None:
    assert typed_score(text) is None


def test_a_tap_asks_for_the_reason_and_words_end_it() -> None:
    scored = tap(ASKED, 2)
    assert (scored.session.score, scored.session.step, scored.reaction) == (2, Step.REASON, Reaction.ASK_REASON)
    ended = write(scored.session, "the parcel came late")
    assert (ended.session.text, ended.session.step, ended.reaction) == (
        "the parcel came late",
        Step.DONE,
        Reaction.THANK,
    )


def test_a_number_typed_at_the_question_is_the_answer() -> None:
    assert write(ASKED, "9").session.score == 9


def test_minus_five_is_not_five() -> None:
    moved = write(ASKED, "-5")
    assert moved == Moved(session=ASKED, reaction=Reaction.OFF_SCALE)


def test_a_number_typed_at_the_reason_is_words() -> None:
    moved = write(tap(ASKED, 9).session, "5")
    assert (moved.session.score, moved.session.text) == (9, "5")


def test_words_before_the_score_are_kept_and_the_score_is_asked_again() -> None:
    moved = write(ASKED, "too slow")
    assert (moved.session.step, moved.reaction) == (Step.SCORE, Reaction.ASK_SCORE_AFTER_WORDS)
    ended = tap(moved.session, 3)
    assert (ended.session.score, ended.session.text, ended.session.step) == (3, "too slow", Step.DONE)


def test_the_same_tap_twice_changes_nothing() -> None:
    scored = tap(ASKED, 9).session
    assert tap(scored, 9) == Moved(session=scored, reaction=Reaction.NOTHING)


@pytest.mark.parametrize("words", [(), ("fine",)])
def test_a_change_of_mind_counts_on_the_day_of_the_first_answer(words: tuple[str, ...]) -> None:
    session = tap(ASKED, 9).session
    for text in words:
        session = write(session, text).session
    moved = tap(session, 3, at=LATER)
    assert (moved.session.score, moved.session.answered_at, moved.reaction) == (3, NOON, Reaction.CHANGED)
    assert moved.session.step is session.step


def test_an_edit_replaces_the_words_of_that_message_only() -> None:
    session = write(write(ASKED, "first", "m1").session, "second", "m2").session
    moved = edited(session, message="m1", text="corrected", at=LATER)
    assert (moved.session.text, moved.reaction) == ("corrected\nsecond", Reaction.NOTHING)


def test_an_edit_of_a_typed_score_changes_the_score() -> None:
    session = write(ASKED, "9", "m1").session
    assert edited(session, message="m1", text="8", at=LATER).session.score == 8
    assert edited(session, message="m1", text="-8", at=LATER).session.score == 9


def test_an_edit_of_something_else_changes_nothing() -> None:
    session = tap(ASKED, 9).session
    assert edited(session, message="m7", text="hi", at=LATER).session == session


@given(st.lists(st.integers(0, 10) | st.sampled_from(["good", "-5", "11", "late parcel"]), max_size=8))
def test_whatever_the_order_the_last_tap_is_the_score_and_no_word_is_lost(actions: list[int | str]) -> None:
    session, taps, words = ASKED, [], []
    for number, action in enumerate(actions):
        if isinstance(action, int):
            taps.append(action)
            session = tap(session, action).session
        elif session.step is Step.SCORE and action in {"-5", "11"}:
            session = write(session, action, f"m{number}").session
        else:
            words.append(action)
            session = write(session, action, f"m{number}").session
    assert session.score == (taps[-1] if taps else None)
    assert session.text == ("\n".join(words) or None)
    assert session_from_json(session_to_json(session)) == session
