from datetime import date

import pytest

from bot.actions.due import due_day

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("today", date(2026, 11, 20)),
        ("tomorrow", date(2026, 11, 21)),
        ("monday", date(2026, 11, 23)),
        ("friday", date(2026, 11, 27)),  # said on a Friday: the next one
        ("end_of_week", date(2026, 11, 22)),
        ("next_week", date(2026, 11, 29)),
        ("end_of_month", date(2026, 11, 30)),
        ("next_month", date(2026, 12, 31)),
        ("end_of_quarter", date(2026, 12, 31)),
        ("end_of_q4", date(2026, 12, 31)),
        ("end_of_q1", date(2027, 3, 31)),  # that of this year is over
        ("end_of_year", date(2026, 12, 31)),
        ("2026-12-15", date(2026, 12, 15)),
    ],
)
def test_the_words_of_a_due_date_name_a_day(said: str, expected: date) -> None:
    assert due_day(said, today=FRIDAY) == expected


def test_what_names_no_day_is_refused() -> None:
    for said in ("end_of_time", "soon", "2026-13-40"):
        with pytest.raises(ValueError, match=r".+"):
            due_day(said, today=FRIDAY)
