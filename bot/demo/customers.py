"""The customers of the demo company: 8,000 pseudonyms, who they are, where and since when."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from bot.demo.names import bearer
from bot.demo.places import NEW_STORE, REGIONS
from bot.demo.plan import CUSTOMERS, Plan

SEGMENTS = ("new", "business", "key accounts")
PERSONAS = ("busy parent", "bargain hunter", "digital native", "careful senior")
FIRST_KEY = 10_001

NEW_FOR_DAYS = 120
"""So long after the first purchase a customer counts as new."""

_SEGMENT_SHARES = (0.48, 0.38, 0.14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """One customer. `since_day` counts from the first day of the history; negative: from before it."""

    key: str
    name: str
    woman: bool
    language: str
    region: int
    """Index into REGIONS."""
    store: str | None
    """Their usual store; None: they shop online."""
    segment: str
    persona: str
    since_day: int
    contact_allowed: bool
    mood: float
    """How pleased they tend to be: standard deviations from the average customer."""


def make_customers(plan: Plan, rng: np.random.Generator) -> list[Customer]:
    """Invent the customers in the order of their keys."""
    count = CUSTOMERS
    regions = rng.choice(len(REGIONS), size=count, p=[region.share for region in REGIONS])
    segments = rng.choice(len(SEGMENTS), size=count, p=_SEGMENT_SHARES)
    personas = rng.choice(len(PERSONAS), size=count)
    foreign, online, contact = rng.random(count) < 0.04, rng.random(count) < 0.5, rng.random(count) < 0.8
    new_since = rng.integers(-NEW_FOR_DAYS, plan.days - 1, size=count)
    old_since = -rng.integers(NEW_FOR_DAYS, 2000, size=count)
    names = rng.integers(0, 10_000, size=count)
    moods = _level(rng.normal(0, 0.35, size=count), groups=regions * len(SEGMENTS) + segments)
    made = []
    for index in range(count):
        region = REGIONS[regions[index]]
        language = "en" if foreign[index] else region.language
        stores = [store for store, _ in region.stores if store != NEW_STORE]
        who = bearer(language, int(names[index]))
        made.append(
            Customer(
                key=str(FIRST_KEY + index),
                name=who.name,
                woman=who.woman,
                language=language,
                region=int(regions[index]),
                store=None if online[index] or not stores else stores[index % len(stores)],
                segment=SEGMENTS[segments[index]],
                persona=PERSONAS[personas[index]],
                since_day=int(new_since[index] if segments[index] == 0 else old_since[index]),
                contact_allowed=bool(contact[index]),
                mood=float(moods[index]),
            )
        )
    return made


def still_new(customer: Customer, plan: Plan) -> bool:
    """Say whether a customer who came as new still counts as new today."""
    return plan.today - plan.start - timedelta(days=customer.since_day) <= timedelta(days=NEW_FOR_DAYS)


def _level(values: np.ndarray, *, groups: np.ndarray) -> np.ndarray:
    """Make the groups' means zero, so that no region or segment is pleased by accident of its people."""
    means = np.bincount(groups, weights=values) / np.maximum(np.bincount(groups), 1)
    levelled: np.ndarray = values - means[groups]
    return levelled
