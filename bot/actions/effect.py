"""Whether an action did what was hoped: it likely worked, it did not, or it cannot be told."""

from datetime import date, timedelta
from enum import StrEnum

from metrics.analysis.impact import LONGEST_WEEKS, Impact
from metrics.figures import Days, Verdict
from metrics.scores.registry import Metric


class Outcome(StrEnum):
    """How an action ended."""

    WORKED = "worked"
    """Better by more than chance, and by more than where it did not reach."""
    UNCLEAR = "unclear"
    FAILED = "failed"
    """Worse, or surely less than was expected."""


def spans(*, started: date, due: date) -> tuple[Days, Days]:
    """Give the days before an action and as many up to its due date: whole weeks where there is one, up to eight."""
    length = min(max((due - started).days, 1), LONGEST_WEEKS * 7)
    span = timedelta(days=length // 7 * 7 or length)
    return Days(first=started - span, end=started), Days(first=due - span, end=due)


def judge(impact: Impact, *, metric: Metric, expected: float | None) -> Outcome:
    """Say whether it worked, by the effect's whole interval.

    What has nothing to be compared with, or moved otherwise than it before, is never called a success.
    """
    finding = impact.finding
    if finding.value is None or finding.low is None or finding.high is None:
        return Outcome.UNCLEAR
    side = -1.0 if metric.lower_is_better else 1.0
    low, high = sorted((side * finding.low, side * finding.high))
    if high < 0 or (expected is not None and high < abs(expected)):
        return Outcome.FAILED
    fair = impact.effect is not None and impact.alike_before is not False
    return Outcome.WORKED if fair and finding.verdict is Verdict.REAL and low > 0 else Outcome.UNCLEAR
