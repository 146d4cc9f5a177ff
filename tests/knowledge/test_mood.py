from knowledge.mood import MoodTurn, mood_turn


def test_a_conversation_that_ends_well_turned_for_the_better_where_it_did() -> None:
    assert mood_turn([-0.8, -0.5, 0.1, 0.6, 0.9]) == MoodTurn(to="better", at=3)


def test_a_conversation_that_ends_badly_turned_for_the_worse() -> None:
    assert mood_turn([0.5, -0.4, 0.4, -0.9]) == MoodTurn(to="worse", at=3)


def test_a_mood_that_stays_or_was_never_shown_turns_nowhere() -> None:
    assert mood_turn([-0.5, 0.9, -0.9]) is None
    assert mood_turn([0.1, -0.1, 0.9]) is None
    assert mood_turn([]) is None
