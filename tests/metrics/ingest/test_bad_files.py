"""A corpus of broken files: each gives one rejected line with its reason, or one clear error; the good lines stay."""

import gzip
from collections.abc import Callable

import pytest

from metrics.errors import BadMap, UnreadableFile
from metrics.ingest.lines import FIELD_LIMIT
from tests.metrics.ingest.desk import SURVEY, Desk

HEADER = "id,at,score,comment\n"
GOOD = "1,2026-10-01 12:00,9,fine\n"
LAST = "3,2026-10-03 12:00,3,slow\n"

BROKEN_LINES = {
    "more cells than the header": ("2,2026-10-02 12:00,5,a,b\n", "ragged"),
    "fewer cells": ("2,2026-10-02 12:00\n", "ragged"),
    "a quote left open": ('2,2026-10-02 12:00,5,"open\n', "unbalanced-quote"),
    "a quote closed too early": ('2,2026-10-02 12:00,5,"so" it goes\n', "unbalanced-quote"),
    "a zero byte": ("2,2026-10-02 12:00,5,a\0b\n", "nul-byte"),
    "a field over 64 KiB": (f"2,2026-10-02 12:00,5,{'x' * (FIELD_LIMIT + 1)}\n", "too-long"),
    "a line over the limit of a record": (f"2,2026-10-02 12:00,5,{'x' * 600_000}\n", "too-long"),
    "an id that stood before": ("1,2026-10-02 12:00,5,again\n", "duplicate-id"),
    "an empty id": (",2026-10-02 12:00,5,x\n", "no-id"),
    "an empty date": ("2,,5,x\n", "no-date"),
    "a day that does not exist": ("2,2026-02-30 12:00,5,x\n", "bad-date"),
    "a date in another form": ("2,02/10/2026,5,x\n", "bad-date"),
    "a date of the year 1": ("2,0001-01-01 00:00,5,x\n", "bad-date"),
    "a date two days ahead of now": ("2,2026-11-22 13:00,5,x\n", "future-date"),
    "a score above the scale": ("2,2026-10-02 12:00,11,x\n", "off-scale"),
    "a score below the scale": ("2,2026-10-02 12:00,-1,x\n", "off-scale"),
    "not a number": ("2,2026-10-02 12:00,NaN,x\n", "bad-number"),
    "infinity": ("2,2026-10-02 12:00,inf,x\n", "bad-number"),
    "a decimal comma": ('2,2026-10-02 12:00,"9,5",x\n', "bad-number"),
    "a fraction": ("2,2026-10-02 12:00,10/10,x\n", "bad-number"),
    "an exponent": ("2,2026-10-02 12:00,1e1,x\n", "bad-number"),
    "digits of another script": ("2,2026-10-02 12:00,٩,x\n", "bad-number"),
    "neither score nor text": ("2,2026-10-02 12:00,,  \n", "nothing-said"),
}


@pytest.mark.parametrize(("line", "reason"), BROKEN_LINES.values(), ids=BROKEN_LINES)
def test_one_broken_line_is_rejected_and_its_neighbours_are_kept(desk: Desk, line: str, reason: str) -> None:
    tally = desk.survey(HEADER + GOOD + line + LAST)
    assert (tally.read, tally.new, tally.rejected, dict(tally.reasons)) == (3, 2, 1, {reason: 1})
    assert desk.rows("feedback", "external_id") == [("1",), ("3",)]
    (rejected,) = desk.rejected()
    assert rejected.startswith(f"3,{reason},")


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gz"])
@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
        lambda text: text.encode("cp1252"),
        lambda text: text.replace(",", ";").encode(),
        lambda text: text.replace(",", "\t").encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "utf-8 marked", "utf-16", "utf-16 big-endian", "cp1252", "semicolons", "tabs", "crlf", "cr"],
)
def test_encodings_and_delimiters_are_recognised(desk: Desk, encode: Callable[[str], bytes], packed: bool) -> None:
    text = HEADER + "1,2026-10-01 12:00,9,déjà vu\n" + LAST
    tally = desk.take(desk.job(desk.file(encode(text), packed=packed)))
    assert (tally.new, tally.rejected) == (2, 0)
    assert desk.rows("feedback", "text") == [("déjà vu",), ("slow",)]


def test_a_quoted_cell_may_hold_lines_quotes_and_delimiters(desk: Desk) -> None:
    desk.survey(HEADER + '1,2026-10-01 12:00,9,"one, ""two""\nthree"\n' + LAST)
    assert desk.rows("feedback", "text") == [('one, "two"\nthree',), ("slow",)]


def test_a_quote_left_open_before_a_proper_one_costs_its_line_only(desk: Desk) -> None:
    broken, proper = '1,2026-10-01 12:00,9,"open\n', '2,2026-10-02 12:00,9,"two\nlines"\n'
    assert desk.survey(HEADER + broken + proper + LAST).reasons == {"unbalanced-quote": 1}
    assert desk.rows("feedback", "external_id") == [("2",), ("3",)]


def test_an_inch_mark_is_no_quotation_mark(desk: Desk) -> None:
    desk.survey(HEADER + '1,2026-10-01 12:00,9,a 5" screen\n' + LAST)
    assert desk.rows("feedback", "text") == [('a 5" screen',), ("slow",)]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n\n", "empty"),
        (gzip.compress((HEADER + GOOD * 500).encode())[:-20], "damaged"),
        (b"\x1f\x8b not gzip at all", "damaged"),
        (b"PK\x03\x04\x14\0\0\0\x08\0 a spreadsheet", "not-text"),
        (b"\n" + HEADER.encode(), "no-header"),
    ],
    ids=["empty", "blank", "cut short", "not gzip", "spreadsheet", "blank header"],
)
def test_a_file_that_cannot_be_one_is_refused_before_anything_is_written(
    desk: Desk, content: bytes, problem: str
) -> None:
    with pytest.raises(UnreadableFile) as refused:
        desk.survey(content)
    assert refused.value.problem == problem
    assert desk.count("source") == desk.count("feedback") == desk.count("import_run") == 0


def test_a_missing_file_is_said_to_be_missing(desk: Desk) -> None:
    with pytest.raises(UnreadableFile) as refused:
        desk.take(desk.job(desk.folder / "nowhere.csv"))
    assert refused.value.problem == "missing"


def test_a_column_the_file_has_not_is_told_with_the_nearest(desk: Desk) -> None:
    with pytest.raises(BadMap) as refused:
        desk.survey(HEADER.replace("comment", "comments") + GOOD)
    assert (refused.value.key, refused.value.problem, refused.value.nearest[0]) == (
        "comment", "unknown-column", "comments",
    )  # fmt: skip
    assert desk.count("source") == 0


def test_a_column_that_stands_twice_is_refused(desk: Desk) -> None:
    with pytest.raises(BadMap) as refused:
        desk.survey("id,at,score,score,comment\n1,2026-10-01 12:00,9,1,x\n")
    assert (refused.value.key, refused.value.problem) == ("score", "column-twice")


def test_a_header_alone_is_an_import_of_nothing(desk: Desk) -> None:
    assert desk.survey(HEADER).read == 0


def test_json_lines_are_rows_and_what_is_none_is_rejected(desk: Desk) -> None:
    lines = (
        '{"id": 1, "at": "2026-10-01 12:00", "score": 9, "answer": {"comment": "fine"}}\n'
        '{"id": 2, "at": "2026-10-02 12:00", "score": NaN, "answer": {}}\n'
        "[1, 2]\n"
        '{"id": 3,\n'
        '{"id": 4, "at": "2026-10-03 12:00", "score": null, "answer": {"comment": "words only"}}\n'
    )
    file = desk.file(lines, name="answers.jsonl")
    tally = desk.take(desk.job(file, map_text=SURVEY.replace('"comment"', '"answer.comment"')))
    assert (tally.new, dict(tally.reasons)) == (2, {"bad-number": 1, "not-json": 2})
    assert desk.rows("feedback", "text") == [("fine",), ("words only",)]
