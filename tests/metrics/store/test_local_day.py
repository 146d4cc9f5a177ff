"""The local day of many instants is that of each of them."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from metrics.store.local_day import LocalDays, local_day

ZONES = ("UTC", "Europe/Warsaw", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns", "Africa/Monrovia")


@given(st.floats(-2_000_000_000, 4_000_000_000), st.sampled_from(ZONES))
def test_the_offset_of_the_hour_gives_the_day_that_the_zone_gives(timestamp: float, zone: str) -> None:
    days = LocalDays()
    at = datetime.fromtimestamp(timestamp, UTC)
    assert days.at(at.timestamp(), timezone=zone) == local_day(at, timezone=zone)


def test_an_hour_in_which_the_clocks_change_is_looked_at_closely() -> None:
    # Lord Howe went back half an hour at 15:00 UTC on 4 April 2026: midnight was at 13:00 UTC before, 13:30 after.
    days = LocalDays()
    for minute in range(24 * 60):
        at = datetime(2026, 4, 4 + minute // 1440, minute // 60 % 24, minute % 60, tzinfo=UTC)
        assert days.at(at.timestamp(), timezone="Australia/Lord_Howe") == local_day(at, timezone="Australia/Lord_Howe")
