"""Files for spreadsheets: nothing in them runs, and everything in them comes back as it was."""

import csv
import io
from itertools import product

import pytest

from bot.capabilities.spreadsheet import as_csv, harmless

FORMULAS = ('=HYPERLINK("http://x.example")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1+1)*cmd|' /C calc'!A0", "=1+1")
BEFORE = ("", " ", "\t", "\r", "\n", "'", '"', "\u00a0", "\u3000", "\ufeff", "\u200b", '" ')
FULL_WIDTH = str.maketrans("=+-@", "＝＋－＠")
PAYLOADS = [before + formula for before, formula in product(BEFORE, FORMULAS)]


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


@pytest.mark.parametrize("payload", [*PAYLOADS, *(payload.translate(FULL_WIDTH) for payload in PAYLOADS)])
def test_what_a_spreadsheet_might_run_is_text(payload: str) -> None:
    assert harmless(payload) == f"'{payload}"


@pytest.mark.parametrize(
    "text", ["It cost 5-6 euros", "a=b", "“Nice” - really", "5 = five", "", "电话 = 没人接", "(-1)"]
)
def test_other_words_stand_as_they_are(text: str) -> None:
    assert harmless(text) == text


def test_a_file_reads_back_as_rfc_4180_says() -> None:
    said = 'She said "no",\r\nthen left; 队伍太长'
    content = as_csv(("a", "b", "c"), [(said, -5, None), ("", 4.5, "=x")])
    assert read(content) == [["a", "b", "c"], [said, "-5", ""], ["", "4.5", "'=x"]]
    assert content.endswith(b"\r\n")


def test_numbers_stay_numbers() -> None:
    # Unquoted, so that a reader that tells texts from numbers gets -5.0 and 10.0 back.
    content = as_csv(("n",), [(-5,), (10.0,)]).decode("utf-8-sig")
    assert content.splitlines() == ['"n"', "-5", "10"]
    rows = csv.reader(io.StringIO(content), quoting=csv.QUOTE_NONNUMERIC)
    assert list(rows) == [["n"], [-5.0], [10.0]]
