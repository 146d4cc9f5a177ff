"""How finely a chart cuts time, and over which days, where the asker did not say."""

from datetime import date, timedelta

from bot.messages import Slots
from bot.wording.stretches import GRAINS, how_many
from metrics.figures import Days

MOST_POINTS = 120
"""More points than this are no longer seen apart on a phone."""
USUAL_PERIODS = {
    "hour": "yesterday", "day": "last_30d", "week": "last_90d", "month": "last_12m", "quarter": "last_24m",
    "year": "all",
}  # fmt: skip
FINEST_FOR = (("hour", 1), ("day", 45), ("week", 200))
"""The finest grain that reads well for so many days."""


def asked_grain(slots: Slots) -> str | None:
    """Read the grain that was asked for, as such or as what the answer before was cut by."""
    return next((str(value) for value in (slots.get("grain"), slots.get("by")) if value in GRAINS), None)


def usual_grain(days: Days) -> str:
    """Choose a grain for these days."""
    return next((grain for grain, most in FINEST_FOR if days.count <= most), "month")


def readable_grain(grain: str, days: Days) -> str:
    """Give the grain, or the next coarser one that leaves few enough points."""
    coarser = GRAINS[GRAINS.index(grain) :]
    return next((one for one in coarser if how_many(days, one) <= MOST_POINTS), GRAINS[-1])


def until_today(days: Days, *, today: date) -> Days:
    """Leave out the days still to come, unless all are."""
    end = min(days.end, today + timedelta(days=1))
    return Days(first=days.first, end=end) if end > days.first else days
