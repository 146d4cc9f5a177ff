"""What is planted, as numbers; `docs/demo.md` says the same to people. Nothing else moves."""

import numpy as np

from bot.demo.customers import SEGMENTS
from bot.demo.places import REGIONS
from bot.demo.plan import Plan
from bot.demo.quotas import cells, counts
from bot.demo.touchpoints import TOUCHPOINTS

SWITCH_REGION = "Mazowsze"
QUEUE_STORE = "Gdańsk"
QUEUE_TOUCHPOINTS = ("checkout", "self-service checkout")

NOTHING, RELEASE, COURIER, QUEUE = 0, 1, 2, 3
PLANTED_CSAT = {RELEASE: 0.42, COURIER: 0.44, QUEUE: 0.38}
"""The share of csat answers 4 and 5 where something is planted."""

OLD_MIX = (0.35, 0.40, 0.25)
NEW_MIX = (0.74, 0.18, 0.08)
"""Shares of the answers by segment, before and since the shift."""
OLD_NPS = (8.0, 42.0, 66.0)
NEW_NPS = (15.0, 49.0, 73.0)
"""NPS by segment, before and since: each is up by 7, and all together fall by 10.3 (36.1 to 25.8)."""


def planted(
    *, plan: Plan, day: np.ndarray, region: np.ndarray, touchpoint: np.ndarray, units: np.ndarray, channel: np.ndarray
) -> np.ndarray:
    """Say for each answer which truth it belongs to; `day` counts from plan.start, `units` and `channel` are names."""
    where = np.full(len(day), NOTHING)
    where[(touchpoint == _touchpoint("login")) & _within(plan, day, RELEASE)] = RELEASE
    region_hit = region == [one.name for one in REGIONS].index(SWITCH_REGION)
    where[(touchpoint == _touchpoint("delivery")) & region_hit & _within(plan, day, COURIER)] = COURIER
    saturday = (day + plan.start.weekday()) % 7 == 5
    at_tills = np.isin(touchpoint, [_touchpoint(name) for name in QUEUE_TOUCHPOINTS])
    where[at_tills & (units == QUEUE_STORE) & (channel == "store") & saturday] = QUEUE
    return where


def segment_mix(plan: Plan, day: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Deal the segments out to answers of one kind, exactly in the shares of their month."""
    segments = np.empty(len(day), dtype=int)
    shifted = day >= (plan.mix_shift - plan.start).days
    for rows in cells(month_of(plan, day)):
        shares = NEW_MIX if shifted[rows[0]] else OLD_MIX
        segments[rows] = rng.permutation(np.repeat(np.arange(len(SEGMENTS)), counts(shares, len(rows))))
    return segments


def month_of(plan: Plan, day: np.ndarray) -> np.ndarray:
    """Give the calendar months, as numbers, of days that count from plan.start."""
    days = np.datetime64(plan.start) + day.astype("timedelta64[D]")
    return days.astype("datetime64[M]").astype(int)


def _within(plan: Plan, day: np.ndarray, truth: int) -> np.ndarray:
    if truth == RELEASE:
        first, end = (plan.release.date() - plan.start).days, (plan.release_over - plan.start).days
        return (day >= first) & (day < end)
    return day >= (plan.courier_switch.date() - plan.start).days


def _touchpoint(name: str) -> int:
    return [one.name for one in TOUCHPOINTS].index(name)
