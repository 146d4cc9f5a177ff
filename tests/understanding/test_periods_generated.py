"""Periods built from parts whose days are reckoned here by hand-written rules, not by the grammar's own."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import pytest

from bot.understanding.hearing import Hearing
from bot.understanding.lexicon import load_grammar
from bot.understanding.normalise import clean
from metrics.period_words import parse_period
from tests.understanding.company import COMPANY

TODAY = date(2026, 11, 20)
HEARING = Hearing(COMPANY, grammar=load_grammar(), customers=None)

MONTHS = {
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December"],
    "pl": ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
           "października", "listopada", "grudnia"],
    "zh": [f"{number}月" for number in range(1, 13)],
}  # fmt: skip
DAY = {"en": "NPS on {day} {month} {year}", "pl": "NPS z {day} {month} {year}", "zh": "{year}年{month}{day}日的NPS"}
ISO = {"en": "NPS on {iso}", "pl": "NPS z {iso}", "zh": "{iso}的NPS"}
ROLLING = {"en": "NPS in the last {n} days", "pl": "NPS z ostatnich {n} dni", "zh": "最近{n}天的NPS"}
SPAN = {
    "en": "NPS from {a} to {b} {month} {year}",
    "pl": "NPS od {a} do {b} {month} {year}",
    "zh": "{year}年{month}{a}日到{b}日的NPS",
}
PART = {
    "en": ["NPS in early {month}", "NPS mid {month}", "NPS in late {month}"],
    "pl": ["NPS na początku {month}", "NPS pod koniec {month}", "NPS w połowie {month}"],
    "zh": ["{month}初的NPS", "{month}底的NPS"],
}


def heard_days(text: str) -> tuple[date, date]:
    periods = HEARING.hear(clean(text), today=TODAY).periods
    assert len(periods) == 1, text
    days = parse_period(periods[0].span.value, today=TODAY, named_events={}).days
    return days.first, days.end


def cases() -> Iterator[tuple[str, date, date]]:
    """Sixty of each language: single days, written out and in figures, rolling days, spans within a month."""
    random = Random(7)
    for language, months in MONTHS.items():
        for _ in range(20):
            day = date(2024, 1, 1) + timedelta(days=random.randrange(900))
            said = {"day": day.day, "month": months[day.month - 1], "year": day.year, "iso": day.isoformat()}
            form = random.choice([DAY, ISO])[language]
            yield form.format(**said), day, day + timedelta(days=1)
            count = random.randint(2, 60)
            # rolling days include today
            yield ROLLING[language].format(n=count), TODAY - timedelta(days=count - 1), TODAY + timedelta(days=1)
            first, last = sorted(random.sample(range(1, 28), 2))
            whole = {"a": first, "b": last, "month": months[day.month - 1], "year": day.year}
            start = date(day.year, day.month, first)
            yield SPAN[language].format(**whole), start, date(day.year, day.month, last) + timedelta(days=1)


@pytest.mark.parametrize(("text", "first", "end"), list(cases()))
def test_generated_times_name_the_days_reckoned_by_hand(text: str, first: date, end: date) -> None:
    assert heard_days(text) == (first, end)


@pytest.mark.parametrize("language", ["en", "pl", "zh"])
def test_a_part_of_a_month_is_not_the_month(language: str) -> None:
    for form in PART[language]:
        for month in (MONTHS[language][2], MONTHS[language][8], MONTHS[language][9]):
            heard = HEARING.hear(clean(form.format(month=month)), today=TODAY)
            assert not heard.periods, heard.said.shown
            assert heard.unread_time


@pytest.mark.parametrize(
    ("text", "first", "end"),
    [
        ("NPS 2026-W40", "2026-09-28", "2026-10-05"),  # ISO 8601: week 1 of 2026 begins on 29 December 2025
        ("NPS ISO week 2026-W40", "2026-09-28", "2026-10-05"),
        ("NPS w 40. tygodniu", "2026-09-28", "2026-10-05"),
        ("第40周的NPS", "2026-09-28", "2026-10-05"),
        ("NPS for the week of 5 November", "2026-11-02", "2026-11-09"),  # a Thursday
        ("NPS w II kwartale", "2026-04-01", "2026-07-01"),
        ("NPS w I kw. 2026", "2026-01-01", "2026-04-01"),
        ("10月上旬的NPS", "2026-10-01", "2026-10-11"),
        ("10月下旬的NPS", "2026-10-21", "2026-11-01"),
        ("NPS Oct to Nov 2025", "2025-10-01", "2025-12-01"),
        ("NPS 2026/11/03", "2026-11-03", "2026-11-04"),
    ],
)
def test_weeks_quarters_and_thirds_of_months_have_their_days(text: str, first: str, end: str) -> None:
    assert heard_days(text) == (date.fromisoformat(first), date.fromisoformat(end))
