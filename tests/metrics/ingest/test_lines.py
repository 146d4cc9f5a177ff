"""The row parser under anything at all: it never fails, never loses a line, and agrees with csv on what csv writes."""

import csv
import io
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from metrics.ingest.lines import CsvRows, JsonRows
from metrics.ingest.numbers import read_number
from metrics.ingest.reasons import Rejected
from metrics.ingest.seen import Seen

ANYTHING = st.text(alphabet=st.sampled_from('ab,;"\n\r\t\0 é1{}'), max_size=80)
CELL = st.text(alphabet=st.sampled_from('ab,;"\n é1'), max_size=6)


@given(ANYTHING)
def test_any_text_is_rows_or_rejected_rows(text: str) -> None:
    rows = CsvRows(io.StringIO("a,b\n" + text, newline=""), wanted=("a", "b"))
    for row in rows:
        assert (row.cells is None) is (row.reason is not None)
        assert row.cells is None or len(row.cells) == 2
        assert row.line >= 2


@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=8))
def test_what_csv_writes_is_read_back(rows: list[tuple[str, str, str]]) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows([("a", "b", "c"), *rows])
    stream.seek(0)
    assert [tuple(row.cells or ()) for row in CsvRows(stream, wanted=("a", "b", "c"))] == rows


@given(ANYTHING)
def test_any_text_is_json_rows_or_rejected_ones(text: str) -> None:
    for row in JsonRows(io.StringIO(text, newline=""), wanted=("a", "b.c")):
        assert (row.cells is None) is (row.reason is not None)


@given(st.text(max_size=40))
def test_a_number_is_read_as_python_reads_it_or_refused(text: str) -> None:
    with suppress(Rejected):
        assert read_number(text) == float(text)


@given(st.lists(st.sampled_from("abcd")))
def test_how_often_a_text_stood_earlier_is_counted(texts: list[str]) -> None:
    seen = Seen()
    assert [seen.add(text) for text in texts] == [texts[:place].count(text) for place, text in enumerate(texts)]


def test_a_quarter_of_a_million_ids_are_remembered_across_the_sorted_parts() -> None:
    seen = Seen()
    assert not any(seen.add(str(number)) for number in range(250_000))
    assert all(seen.add(str(number)) for number in range(0, 250_000, 1_000))
    assert seen.add("250000") == 0
