"""Time expressions, worked out by hand for Friday 20 November 2026."""

import pytest

from bot.messages import Json
from bot.ports import Understanding
from bot.understanding.learned import load_learned
from bot.understanding.lexicon import load_grammar
from bot.understanding.read import Understander
from tests.understanding.company import COMPANY, NOW, FewCustomers, person

READER = Understander(vocabulary=COMPANY, grammar=load_grammar(), learned=load_learned(), customers=FewCustomers())


def read(text: str) -> Understanding:
    return READER.read(text, before=None, asker=person("manager"), now=NOW)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("NPS today", "today"),
        ("NPS yesterday", "yesterday"),
        ("NPS this month", "this_month"),
        ("NPS month to date", "this_month"),
        ("NPS previous quarter", "last_quarter"),
        ("NPS in the past two weeks", "last_2w"),
        ("NPS over the last 90 days", "last_90d"),
        ("NPS for the last half year", "last_180d"),
        ("NPS in Q3", "2026-Q3"),
        ("NPS in the fourth quarter of 2025", "2025-Q4"),
        ("NPS in October", "2026-10"),
        ("NPS in December", "2025-12"),  # December 2026 has not come
        ("NPS in March 2018", "2018-03"),
        ("NPS 2018-03", "2018-03"),
        ("NPS in 2018", "2018"),
        ("NPS last Saturday", "last_saturday"),
        ("NPS on Tuesday", "2026-11-17"),
        ("NPS on 3 November", "2026-11-03"),
        ("NPS on November 3rd, 2025", "2025-11-03"),
        ("NPS week 12", {"from": "2026-03-16", "to": "2026-03-23"}),  # Monday of ISO week 12 is 16 March
        ("NPS from 1 to 15 October", {"from": "2026-10-01", "to": "2026-10-16"}),
        ("NPS between March and May 2026", {"from": "2026-03-01", "to": "2026-06-01"}),
        ("NPS two weeks ago", {"from": "2026-11-02", "to": "2026-11-09"}),
        ("NPS three months ago", "2026-08"),
        ("NPS since 5 May", {"since": "2026-05-05"}),
        ("NPS since release 4.2", {"since_event": "release 4.2"}),
        ("NPS in the first half of 2026", {"from": "2026-01-01", "to": "2026-07-01"}),
        ("NPS last weekend", {"from": "2026-11-14", "to": "2026-11-16"}),
        ("NPS of all time", "all"),
        ("NPS recently", "last_30d"),
        ("Jaki był NPS w październiku?", "2026-10"),
        ("Jaki był NPS w zeszłym tygodniu?", "last_week"),
        ("NPS za ostatnie 90 dni, jak wygląda?", "last_90d"),
        ("Które sklepy mają najniższy NPS?", "last_30d"),  # "mają" is not May
        ("十月的NPS是多少", "2026-10"),
        ("过去两周的NPS", "last_2w"),
        ("2025年第三季度的NPS", "2025-Q3"),
        ("去年十月的NPS", "2025-10"),
    ],
)
def test_a_time_expression_has_its_canonical_value(text: str, period: Json) -> None:
    assert read(text).slots["period"] == period


@pytest.mark.parametrize(
    "text",
    [
        "NPS since the season",
        "NPS since the rebranding",
        "NPS on 2026-02-30",
        "NPS in the past few weeks",
        "NPS around the pandemic",
        "NPS next month",
        "Jaki był NPS w wakacje?",
        "春节的NPS",
    ],
)
def test_time_that_cannot_be_read_is_asked_about_not_passed_over(text: str) -> None:
    understood = read(text)
    assert "period" in understood.missing
    assert "period" not in understood.slots


def test_without_a_period_scores_are_of_the_last_thirty_days() -> None:
    assert read("What is our NPS?").slots["period"] == "last_30d"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("NPS since Easter", {"since": "2026-04-05"}),  # Easter Sunday 2026: 5 April
        ("nps in the first half of October", {"from": "2026-10-01", "to": "2026-10-16"}),
        ("csat over the last fortnight", "last_2w"),
        ("国庆期间的NPS", {"from": "2026-10-01", "to": "2026-10-08"}),
        ("本月至今的NPS", "this_month"),
        ("9月1号以来的NPS", {"since": "2026-09-01"}),
        ("去年四季度NPS", "2025-Q4"),
        ("csat od poniedziałku", {"since": "2026-11-16"}),  # today is Friday, 20 November
        ("nps przedwczoraj", "2026-11-18"),
        ("nps zeszły czwartek", "2026-11-19"),
    ],
)
def test_holidays_halves_and_open_ends_have_their_days(text: str, period: Json) -> None:
    assert read(text).slots["period"] == period
