"""Feedback drafted by stretches is what it is when drafted row by row, refused rows and their reasons included."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from metrics.ingest.drafting import Drafting
from metrics.ingest.drafts import Draft
from metrics.ingest.import_map import ImportMap, read_map
from metrics.ingest.lines import RawRow
from metrics.ingest.reasons import Reason, Rejected

HEADER = ("id", "at", "place", "who", "kind", "score", "ease", "words")
MAP = """
[source]
name = "survey"
kind = "feedback"
timezone = "Europe/Warsaw"
dates = "%Y-%m-%d %H:%M:%S"
[fields]
external_id = "id"
given_at = "at"
touchpoint = "place"
customer = "who"
kind = "kind"
text = "words"
[[scores]]
instrument = "nps"
score = "score"
[[scores]]
instrument = "ces"
score = "ease"
"""
CELLS = (
    st.one_of(st.integers(1, 10_000).map(str), st.sampled_from(["7", "7", ""])),
    st.sampled_from(["2026-08-03 08:00:00"] * 8 + ["2026-08-04 09:30:00", "", "soon", "2029-01-01 00:00:00"]),
    st.sampled_from(["checkout", " delivery ", "", "x" * 130]),
    st.sampled_from(["", "", "anna", "y" * 250]),
    st.sampled_from(["survey", "", "", "review", "rumour"]),
    st.sampled_from(["", "0", "9", "10", "11", "8.5", "ten"]),
    st.sampled_from(["", "", "1", "7"]),
    st.sampled_from(["", "", "slow", "  "]),
)
"""Cells of each column, most of them in order."""
WHOLE = ("2026-08-03 08:00:00", "checkout", "", "survey", "9", "5", "slow")

Rows = Sequence[RawRow]
Outcome = Draft | tuple[Reason, str]


@pytest.fixture(scope="module")
def import_map(tmp_path_factory: pytest.TempPathFactory) -> ImportMap:
    path = tmp_path_factory.mktemp("map") / "map.toml"
    path.write_text(MAP, encoding="utf-8")
    return read_map(path, workspace_timezone="UTC")


def drafting(import_map: ImportMap) -> Drafting:
    return Drafting(import_map, header=HEADER, now=datetime(2026, 12, 1, tzinfo=UTC))


def one_by_one(import_map: ImportMap, rows: Rows) -> Iterator[Outcome]:
    alone = drafting(import_map)
    for row in rows:
        try:
            yield alone.draft(row)
        except Rejected as rejected:
            yield rejected.reason, rejected.column


def by_stretches(import_map: ImportMap, rows: Rows) -> Iterator[Outcome]:
    for outcome in drafting(import_map).drafts(rows):
        yield (outcome.reason, outcome.column) if isinstance(outcome, Rejected) else outcome


@given(st.lists(st.one_of(st.none(), st.tuples(*CELLS)), max_size=12))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_stretches_change_nothing(import_map: ImportMap, read: list[tuple[str, ...] | None]) -> None:
    rows = [RawRow(line, "", cells, Reason.RAGGED if cells is None else None) for line, cells in enumerate(read)]
    assert list(by_stretches(import_map, rows)) == list(one_by_one(import_map, rows))


def test_an_id_that_came_before_is_refused_within_a_stretch_and_in_a_later_one(import_map: ImportMap) -> None:
    ids = [str(number) for number in range(400)]
    ids[30], ids[390] = "29", "1"
    rows = [RawRow(line, "", (name, *WHOLE), None) for line, name in enumerate(ids)]
    found = list(by_stretches(import_map, rows))
    assert [place for place, one in enumerate(found) if one == (Reason.DUPLICATE_ID, "")] == [30, 390]
    assert found == list(one_by_one(import_map, rows))


def test_rows_without_a_fault_are_not_looked_at_one_by_one(
    import_map: ImportMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_: Drafting, row: RawRow) -> Draft:
        raise AssertionError(row)

    monkeypatch.setattr(Drafting, "draft", never)
    rows = [RawRow(line, "", (str(line), *WHOLE), None) for line in range(300)]
    assert len(list(by_stretches(import_map, rows))) == 300
