"""The many answers: when, where, about what, by whom, how high. Columns of numbers first, records at the end."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from bot.demo.customers import NEW_FOR_DAYS, SEGMENTS, Customer
from bot.demo.places import REGIONS
from bot.demo.plan import Plan
from bot.demo.quotas import answer, cells, ces_shares, counts, csat_shares, nps_shares
from bot.demo.touchpoints import TOUCHPOINTS
from bot.demo.truths import (
    NEW_NPS,
    NOTHING,
    OLD_NPS,
    PLANTED_CSAT,
    QUEUE_STORE,
    QUEUE_TOUCHPOINTS,
    month_of,
    planted,
    segment_mix,
)

RELATIONSHIP = -1
"""Stands for no touchpoint: the survey of the whole relationship."""

_RELATIONSHIP_SHARE = 0.30
_NPS_AT_TOUCHPOINTS = 0.40
_CES_AT_TOUCHPOINTS = 0.50
_WEEK = (1.0, 0.95, 0.95, 1.0, 1.1, 1.25, 0.9)
_SURVEY_CHANNELS = (("email", 0.45), ("sms", 0.25), ("app", 0.20), ("telegram", 0.10))
_CROWD = 0.25
_OPENS, _CLOSES = 8, 21
_STORES_ONLY = ("self-service checkout", "store pickup")
_AT_STORES = (*_STORES_ONLY, "parcel locker pickup")


@dataclass(frozen=True, slots=True, kw_only=True)
class Traffic:
    """Columns of equal length; a score of -1 was not asked for."""

    at: np.ndarray
    """Seconds since 1970, UTC."""
    day: np.ndarray
    """Local day, counted from the plan's start."""
    touchpoint: np.ndarray
    region: np.ndarray
    unit: np.ndarray
    channel: np.ndarray
    survey_channel: np.ndarray
    customer: np.ndarray
    planted: np.ndarray
    nps: np.ndarray
    csat: np.ndarray
    ces: np.ndarray


def make_traffic(plan: Plan, customers: list[Customer], rng: np.random.Generator, *, count: int) -> Traffic:
    """Make `count` answers in the order of their days."""
    day = np.repeat(np.arange(plan.days), counts(_day_shares(plan), count))
    touchpoint = _touchpoints(rng, count)
    region = _regions(rng, touchpoint)
    channel = _channels(rng, touchpoint, region)
    survey_channel = _choice(rng, _SURVEY_CHANNELS, count)
    channel = np.where(touchpoint == RELATIONSHIP, survey_channel, channel)
    unit = _units(rng, touchpoint, region, channel)
    day = _crowd_saturdays(plan, rng, day=day, touchpoint=touchpoint, unit=unit, channel=channel)
    truth = planted(plan=plan, day=day, region=region, touchpoint=touchpoint, units=unit, channel=channel)
    quiet = truth == NOTHING
    asks_nps = (touchpoint == RELATIONSHIP) | (quiet & (rng.random(count) < _NPS_AT_TOUCHPOINTS))
    segment = np.empty(count, dtype=int)
    for some in (asks_nps, ~asks_nps):
        segment[some] = segment_mix(plan, day[some], rng)
    who = _who(customers, rng, day=day, region=region, segment=segment)
    pleased = np.array([one.mood for one in customers])[who] + rng.normal(0, 1, count)
    month = month_of(plan, day)
    effort = np.array([*(one.asks_effort for one in TOUCHPOINTS), False])[touchpoint]
    asks_ces = effort & quiet & (rng.random(count) < _CES_AT_TOUCHPOINTS)
    return Traffic(
        at=_instants(plan, rng, day=day, region=region),
        day=day,
        touchpoint=touchpoint,
        region=region,
        unit=unit,
        channel=channel,
        survey_channel=survey_channel,
        customer=who,
        planted=truth,
        nps=_nps(plan, rng, asks=asks_nps, pleased=pleased, day=day, segment=segment, touchpoint=touchpoint),
        csat=_csat(rng, pleased=pleased, touchpoint=touchpoint, month=month, truth=truth),
        ces=_ces(rng, asks=asks_ces, pleased=pleased, touchpoint=touchpoint, month=month),
    )


def _day_shares(plan: Plan) -> np.ndarray:
    """Share the answers out over the days; today has as much as has passed of its opening hours."""
    shares = np.array([_WEEK[(plan.start + timedelta(days=day)).weekday()] for day in range(plan.days)])
    hours = (plan.now - plan.midnight) / timedelta(hours=1)
    shares[-1] *= min(max((hours - _OPENS) / (_CLOSES - _OPENS), 0.03), 1.0)
    levelled: np.ndarray = shares / shares.sum()
    return levelled


def _choice(rng: np.random.Generator, options: tuple[tuple[str, float], ...], count: int) -> np.ndarray:
    names = np.array([name for name, _ in options])
    return names[rng.choice(len(options), size=count, p=[share for _, share in options])]


def _touchpoints(rng: np.random.Generator, count: int) -> np.ndarray:
    shares = [_RELATIONSHIP_SHARE, *((1 - _RELATIONSHIP_SHARE) * one.share for one in TOUCHPOINTS)]
    return rng.choice(len(shares), size=count, p=shares) + RELATIONSHIP


def _regions(rng: np.random.Generator, touchpoint: np.ndarray) -> np.ndarray:
    """Pick regions by their shares; those without stores have nothing that happens only in stores."""
    shares = np.array([one.share for one in REGIONS])
    regions = rng.choice(len(REGIONS), size=len(touchpoint), p=shares)
    walk_in = np.isin(touchpoint, [index for index, one in enumerate(TOUCHPOINTS) if one.name in _STORES_ONLY])
    with_stores = np.where([bool(one.stores) for one in REGIONS], shares, 0.0)
    regions[walk_in] = rng.choice(len(REGIONS), size=int(walk_in.sum()), p=with_stores / with_stores.sum())
    return regions


def _channels(rng: np.random.Generator, touchpoint: np.ndarray, region: np.ndarray) -> np.ndarray:
    channel = np.full(len(touchpoint), "email", dtype="<U8")
    for index, one in enumerate(TOUCHPOINTS):
        rows = np.flatnonzero(touchpoint == index)
        channel[rows] = _choice(rng, one.row_channels, len(rows))
    storeless = np.isin(region, [index for index, one in enumerate(REGIONS) if not one.stores])
    channel[storeless & (channel == "store")] = "web"
    return channel


def _units(rng: np.random.Generator, touchpoint: np.ndarray, region: np.ndarray, channel: np.ndarray) -> np.ndarray:
    """Name the store for what happens in one, and for half of the relationship surveys; else the region."""
    unit: np.ndarray = np.array([one.name for one in REGIONS], dtype="<U24")[region]
    at_store = np.isin(touchpoint, [index for index, one in enumerate(TOUCHPOINTS) if one.name in _AT_STORES])
    at_store |= channel == "store"
    at_store |= (touchpoint == RELATIONSHIP) & (rng.random(len(region)) < 0.5)
    for index, one in enumerate(REGIONS):
        if one.stores:
            rows = np.flatnonzero(at_store & (region == index))
            unit[rows] = _choice(rng, one.stores, len(rows))
    return unit


def _crowd_saturdays(
    plan: Plan,
    rng: np.random.Generator,
    *,
    day: np.ndarray,
    touchpoint: np.ndarray,
    unit: np.ndarray,
    channel: np.ndarray,
) -> np.ndarray:
    """Move a quarter of the week's answers at the tills with queues to their week's Saturday, if that is past."""
    tills = np.isin(touchpoint, [index for index, one in enumerate(TOUCHPOINTS) if one.name in QUEUE_TOUCHPOINTS])
    moved = tills & (unit == QUEUE_STORE) & (channel == "store") & (rng.random(len(day)) < _CROWD)
    saturday = day + 5 - (day + plan.start.weekday()) % 7
    crowded: np.ndarray = np.where(moved & (saturday >= 0) & (saturday < plan.days - 1), saturday, day)
    return crowded


def _who(
    customers: list[Customer],
    rng: np.random.Generator,
    *,
    day: np.ndarray,
    region: np.ndarray,
    segment: np.ndarray,
) -> np.ndarray:
    """Pick a customer of the region and segment; a new one who came within NEW_FOR_DAYS before."""
    since = np.array([one.since_day for one in customers])
    homes = np.array([one.region for one in customers])
    kinds = np.array([SEGMENTS.index(one.segment) for one in customers])
    who = np.empty(len(day), dtype=int)
    for rows in cells(region, segment):
        pool = np.flatnonzero((homes == region[rows[0]]) & (kinds == segment[rows[0]]))
        pool = pool[np.argsort(since[pool], kind="stable")]
        first = np.zeros(len(rows), dtype=int)
        end = np.full(len(rows), len(pool))
        if SEGMENTS[segment[rows[0]]] == "new":
            first = np.searchsorted(since[pool], day[rows] - NEW_FOR_DAYS)
            end = np.maximum(np.searchsorted(since[pool], day[rows]), first + 1)
        who[rows] = pool[np.minimum(first + (rng.random(len(rows)) * (end - first)).astype(int), len(pool) - 1)]
    return who


def _instants(plan: Plan, rng: np.random.Generator, *, day: np.ndarray, region: np.ndarray) -> np.ndarray:
    """Place each answer between opening and closing of its region's day, and before now."""
    noon = np.empty((plan.days, len(REGIONS)))
    for index, one in enumerate(REGIONS):
        zone = ZoneInfo(one.timezone)
        for number in range(plan.days):
            local = datetime.combine(plan.start + timedelta(days=number), datetime.min.time(), tzinfo=zone)
            noon[number, index] = local.replace(hour=12).timestamp()
    at: np.ndarray = np.floor(noon[day, region] + 3600 * (_OPENS + rng.random(len(day)) * (_CLOSES - _OPENS) - 12))
    latest, midnight = plan.now.timestamp() - 60, plan.midnight.timestamp()
    late = at > latest
    at[late] = np.floor(midnight + rng.random(int(late.sum())) * (latest - midnight))
    return at


def _nps(
    plan: Plan,
    rng: np.random.Generator,
    *,
    asks: np.ndarray,
    pleased: np.ndarray,
    day: np.ndarray,
    segment: np.ndarray,
    touchpoint: np.ndarray,
) -> np.ndarray:
    """Score NPS by quota per segment and month; a touchpoint that works badly gets more of the low scores."""
    nps = np.full(len(day), -1)
    rows = np.flatnonzero(asks)
    level = np.array([*(3 * (one.level - 0.79) for one in TOUCHPOINTS), 0.0])[touchpoint[rows]]
    mood = pleased[rows] + level + rng.normal(0, 0.45, len(rows))
    shifted = day >= (plan.mix_shift - plan.start).days
    for cell in cells(segment[rows], month_of(plan, day[rows])):
        points = (NEW_NPS if shifted[rows[cell[0]]] else OLD_NPS)[segment[rows[cell[0]]]]
        nps[rows[cell]] = answer(mood[cell], shares=nps_shares(points), lowest=0)
    return nps


def _csat(
    rng: np.random.Generator, *, pleased: np.ndarray, touchpoint: np.ndarray, month: np.ndarray, truth: np.ndarray
) -> np.ndarray:
    """Score csat by quota per touchpoint and month, and per planted truth."""
    csat = np.full(len(pleased), -1)
    mood = pleased + rng.normal(0, 0.45, len(pleased))
    for cell in cells(touchpoint, truth, np.where(truth == NOTHING, month, 0)):
        index, what = touchpoint[cell[0]], truth[cell[0]]
        if index != RELATIONSHIP:
            level = TOUCHPOINTS[index].level if what == NOTHING else PLANTED_CSAT[int(what)]
            csat[cell] = answer(mood[cell], shares=csat_shares(level), lowest=1)
    return csat


def _ces(
    rng: np.random.Generator, *, asks: np.ndarray, pleased: np.ndarray, touchpoint: np.ndarray, month: np.ndarray
) -> np.ndarray:
    """Score effort by quota per touchpoint and month."""
    ces = np.full(len(pleased), -1)
    rows = np.flatnonzero(asks)
    mood = pleased[rows] + rng.normal(0, 0.45, len(rows))
    for cell in cells(touchpoint[rows], month[rows]):
        level = TOUCHPOINTS[touchpoint[rows[cell[0]]]].level - 0.1
        ces[rows[cell]] = answer(mood[cell], shares=ces_shares(level), lowest=1)
    return ces


def instant(seconds: float) -> datetime:
    """Read a column's instant."""
    return datetime.fromtimestamp(seconds, tz=UTC)
