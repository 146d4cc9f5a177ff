"""What a person's digest is about: their own units or touchpoints, or everything; and what it holds for their role."""

from dataclasses import dataclass

from bot.people import RIGHTS, Action, Extent, Person, Role
from bot.store.digest_places import Places
from metrics.scope import Where

DETRACTORS, OVERDUE, THEMES = "new_detractors", "overdue_cases", "themes"
METRICS = ("nps", "csat", "ces")
EVERY_SECTION = (DETRACTORS, OVERDUE, THEMES)

ROLE_CONTENT: dict[Role, tuple[str, ...]] = {
    Role.ADMIN: (*METRICS, *EVERY_SECTION),
    Role.MANAGER: (*METRICS, *EVERY_SECTION),
    Role.REGIONAL_MANAGER: (*METRICS, *EVERY_SECTION),
    Role.STORE_MANAGER: (*METRICS, *EVERY_SECTION),
    Role.PRODUCT_OWNER: (*METRICS, DETRACTORS, THEMES),
    Role.SUPPORT_AGENT: ("csat", DETRACTORS, OVERDUE),
    Role.ANALYST: (*METRICS, THEMES),
}
"""What a digest holds where nobody said."""

SECTIONS = frozenset(EVERY_SECTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """What a digest is about; people with equal ones share the work. None: no limit. `names` are said of it.

    `cut` is the kind of unit that it is cut by, besides touchpoints.
    """

    units: frozenset[str] | None = None
    touchpoints: frozenset[str] | None = None
    unit: str | None = None
    cut: str | None = None

    @property
    def where(self) -> Where:
        """The same as a question's scope."""
        if self.unit is not None:
            return {"unit": (self.unit,)}
        return {} if self.touchpoints is None else {"touchpoint": tuple(sorted(self.touchpoints))}


def focus_of(person: Person, places: Places) -> Focus:
    """Say what a person's digest is about: what they look after, where that is not everything."""
    extent = RIGHTS[person.role].get(Action.READ_CUSTOMER, Extent.NONE)
    if extent is Extent.OWN_UNITS and person.unit is not None:
        units = frozenset(places.units[one] for one in person.units if one in places.units)
        return Focus(units=units, unit=person.unit, cut="store" if len(units) > 1 else None)
    if extent is Extent.OWN_TOUCHPOINTS and person.touchpoints:
        names = frozenset(places.touchpoints[one] for one in person.touchpoints if one in places.touchpoints)
        return Focus(touchpoints=names)
    return Focus(cut="region")
