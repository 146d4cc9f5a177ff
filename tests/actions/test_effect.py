from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.actions.effect import Outcome, judge, spans
from metrics.analysis.impact import Impact, NamedEvent
from metrics.figures import Days, Figure, Quality, Verdict
from metrics.query import Comparison
from metrics.scores.registry import metric

AFTER = Days(first=date(2026, 10, 11), end=date(2026, 10, 25))
CSAT = metric("csat")


def figure(value: float, low: float, high: float) -> Figure:
    verdict = Verdict.REAL if low > 0 or high < 0 else Verdict.NOISE
    return Figure(
        name="csat.change", value=value, low=low, high=high, n=120, unit="%", quality=Quality.PUBLISH, days=AFTER,
        definition="csat@1", verdict=verdict,
    )  # fmt: skip


def impact(effect: Figure | None, *, change: Figure | None = None, alike: bool | None = True) -> Impact:
    pair = Comparison(now=figure(80, 75, 85), base=figure(70, 65, 75), change=change or figure(10, 4, 16))
    return Impact(
        event=NamedEvent(name="new form", day=AFTER.first, touched={}), touched=pair,
        untouched=None if effect is None else pair, beyond=None, effect=effect, alike_before=alike, meanwhile=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("effect", "expected", "came"),
    [
        ((8, 3, 13), 5.0, Outcome.WORKED),
        ((8, 3, 13), None, Outcome.WORKED),
        ((3, 1, 5.5), 5.0, Outcome.WORKED),  # 5 may be reached
        ((3, -2, 8), 5.0, Outcome.UNCLEAR),
        ((1, -2, 4), 5.0, Outcome.FAILED),  # surely less than 5
        ((-6, -10, -2), None, Outcome.FAILED),
    ],
)
def test_the_whole_interval_says_whether_it_worked(
    effect: tuple[float, float, float], expected: float | None, came: Outcome
) -> None:
    assert judge(impact(figure(*effect)), metric=CSAT, expected=expected) is came


def test_a_rise_with_nothing_to_hold_it_against_is_no_success() -> None:
    assert judge(impact(None), metric=CSAT, expected=5.0) is Outcome.UNCLEAR


def test_a_rise_is_no_success_where_both_had_moved_apart_before() -> None:
    assert judge(impact(figure(8, 3, 13), alike=False), metric=CSAT, expected=5.0) is Outcome.UNCLEAR


def test_too_few_answers_tell_nothing() -> None:
    nothing = replace(figure(0, -1, 1), value=None, low=None, high=None)
    assert judge(impact(nothing), metric=CSAT, expected=5.0) is Outcome.UNCLEAR


def test_less_effort_is_better_where_less_is_better() -> None:
    lower = replace(CSAT, lower_is_better=True)
    assert judge(impact(figure(-0.6, -0.9, -0.3)), metric=lower, expected=-0.5) is Outcome.WORKED
    assert judge(impact(figure(0.6, 0.3, 0.9)), metric=lower, expected=-0.5) is Outcome.FAILED


def test_as_many_whole_weeks_are_compared_on_either_side_up_to_eight() -> None:
    start = date(2026, 10, 11)
    before, after = spans(started=start, due=start + timedelta(days=17))  # two whole weeks
    assert (before.count, after.count) == (14, 14)
    assert (before.end, after.end) == (start, start + timedelta(days=17))
    assert spans(started=start, due=start + timedelta(days=200))[1].count == 56
    assert spans(started=start, due=start + timedelta(days=3))[1].count == 3
