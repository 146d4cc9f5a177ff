from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from metrics.errors import BadMap
from metrics.ingest.dates import date_reader
from metrics.ingest.expression import Expression
from metrics.ingest.reasons import Reason, Rejected

SAO_PAULO = ZoneInfo("America/Sao_Paulo")


def parsed(text: str) -> Expression:
    read = date_reader(("%Y-%m-%d %H:%M:%S",), timezone=SAO_PAULO.key)
    return Expression(text, key="derive.x", read_date=read, timezone=local)


def local(at: datetime) -> datetime:
    return at.astimezone(SAO_PAULO)


def value(text: str, **cells: str | None) -> str | None:
    row: Mapping[str, str | None] = cells
    return parsed(text).attribute(lambda column: row[column])


LATE = "date(delivered) > date(promised)"


def test_a_parcel_after_its_day_is_late_and_one_later_the_same_day_is_not() -> None:
    promised = "2018-02-15 00:00:00"
    assert value(LATE, delivered="2018-02-16 00:00:01", promised=promised) == "true"
    assert value(LATE, delivered="2018-02-15 23:59:59", promised=promised) == "false"


def test_a_comparison_with_an_empty_cell_is_unknown() -> None:
    assert value(LATE, delivered=None, promised="2018-02-15 00:00:00") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a > 3 and b == 'x'", "true"),
        ("a > 3 and empty > 1", None),  # true and unknown
        ("a < 3 and empty > 1", "false"),  # false decides
        ("a > 3 or empty > 1", "true"),  # true decides
        ("a < 3 or empty > 1", None),
        ("not a > 3", "false"),
        ("not empty > 3", None),
        ("number(a)", "4.5"),
        ("col('a') >= 4.5", "true"),
        ("b != 'y'", "true"),
    ],
)
def test_truths_are_three_valued(text: str, expected: str | None) -> None:
    assert value(text, a="4.5", b="x", empty=None) == expected


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os')", "a.b", "a[0]", "lambda: 1", "1 < a < 3", "a if b else c", "[a]", "f'{a}'", "date()",
        "date(a, b)", "open(a)", "(", "", "not " * 300 + "a", "a := 1", "col(a)", "None", "a @ b",
    ],
)  # fmt: skip
def test_nothing_else_of_python_is_understood(text: str) -> None:
    with pytest.raises(BadMap) as refused:
        parsed(text)
    assert (refused.value.key, refused.value.problem) == ("derive.x", "bad-expression")


@pytest.mark.parametrize(
    ("text", "reason"),
    [("date(a) > date(a)", Reason.BAD_DATE), ("a > 3", Reason.BAD_NUMBER), ("number(a) > 'x'", Reason.BAD_NUMBER)],
)
def test_a_cell_that_cannot_be_read_rejects_the_line(text: str, reason: Reason) -> None:
    with pytest.raises(Rejected) as rejected:
        value(text, a="soon")
    assert rejected.value.reason is reason
