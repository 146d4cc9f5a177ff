"""Who is asking, and what they may do: one function decides, and says why not."""

from dataclasses import dataclass
from enum import StrEnum

from bot.messages import Openness
from metrics.scope import EVERYTHING, NOTHING, Scope


class Role(StrEnum):
    """What a person is in the organisation."""

    ADMIN = "admin"
    MANAGER = "manager"
    REGIONAL_MANAGER = "regional_manager"
    STORE_MANAGER = "store_manager"
    PRODUCT_OWNER = "product_owner"
    SUPPORT_AGENT = "support_agent"
    ANALYST = "analyst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody on the staff. `units` are theirs with everything below; `touchpoints` are those they own."""

    key: str
    name: str
    role: Role
    language: str = "en"
    timezone: str = "UTC"
    unit: str | None = None
    """The name of their own store or region."""
    region: str | None = None
    """The region their unit lies in, or is."""
    units: frozenset[int] = frozenset()
    touchpoints: frozenset[int] = frozenset()
    teams: tuple[str, ...] = ()


class Action(StrEnum):
    """What may be asked of the bot."""

    READ_SCORES = "read_scores"
    READ_TEXTS = "read_texts"
    READ_CUSTOMER = "read_customer"
    READ_PERSONAL_DATA = "read_personal_data"
    READ_CASES = "read_cases"
    WRITE_CASES = "write_cases"
    WRITE_RULES = "write_rules"
    WRITE_ACTIONS = "write_actions"
    WRITE_SURVEYS = "write_surveys"
    WRITE_MAP = "write_map"
    DRAFT = "draft"
    EXPORT = "export"
    SETTINGS = "settings"


class Extent(StrEnum):
    """How much of a kind of object an action covers."""

    ALL = "all"
    OWN_UNITS = "own_units"
    OWN_TOUCHPOINTS = "own_touchpoints"
    OWN_TEAMS = "own_teams"
    OWN_CASES = "own_cases"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One object that somebody wants to see or change, by what rights speak of."""

    unit: int | None = None
    touchpoint: int | None = None
    team: str | None = None
    owner: str | None = None
    """The key of the person who looks after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Whether it may be done, over what, and why not."""

    allowed: bool
    scope: Scope
    extent: Extent
    reason: str = ""
    """`permission` (not this role) or `place` (not here: the answer goes to the asker alone)."""


RIGHTS: dict[Role, dict[Action, Extent]] = {
    Role.ADMIN: dict.fromkeys(Action, Extent.ALL),
    Role.MANAGER: {
        Action.READ_SCORES: Extent.ALL,
        Action.READ_TEXTS: Extent.ALL,
        Action.READ_CUSTOMER: Extent.ALL,
        Action.READ_PERSONAL_DATA: Extent.OWN_CASES,
        Action.READ_CASES: Extent.ALL,
        Action.WRITE_CASES: Extent.ALL,
        Action.WRITE_RULES: Extent.ALL,
        Action.WRITE_ACTIONS: Extent.ALL,
        Action.WRITE_SURVEYS: Extent.ALL,
        Action.DRAFT: Extent.ALL,
        Action.EXPORT: Extent.ALL,
    },
    Role.REGIONAL_MANAGER: {},
    Role.STORE_MANAGER: {
        Action.READ_SCORES: Extent.ALL,
        Action.READ_TEXTS: Extent.OWN_UNITS,
        Action.READ_CUSTOMER: Extent.OWN_UNITS,
        Action.READ_PERSONAL_DATA: Extent.OWN_UNITS,
        Action.READ_CASES: Extent.OWN_UNITS,
        Action.WRITE_CASES: Extent.OWN_UNITS,
        Action.WRITE_ACTIONS: Extent.OWN_UNITS,
        Action.WRITE_SURVEYS: Extent.OWN_UNITS,
        Action.DRAFT: Extent.OWN_UNITS,
        Action.EXPORT: Extent.OWN_UNITS,
    },
    Role.PRODUCT_OWNER: {
        Action.READ_SCORES: Extent.ALL,
        Action.READ_TEXTS: Extent.ALL,
        Action.READ_CUSTOMER: Extent.OWN_TOUCHPOINTS,
        Action.READ_CASES: Extent.OWN_TOUCHPOINTS,
        Action.WRITE_MAP: Extent.OWN_TOUCHPOINTS,
        Action.WRITE_ACTIONS: Extent.OWN_TOUCHPOINTS,
        Action.WRITE_SURVEYS: Extent.OWN_TOUCHPOINTS,
        Action.EXPORT: Extent.ALL,
    },
    Role.SUPPORT_AGENT: {
        Action.READ_SCORES: Extent.ALL,
        Action.READ_TEXTS: Extent.ALL,
        Action.READ_CUSTOMER: Extent.ALL,
        Action.READ_PERSONAL_DATA: Extent.ALL,
        Action.READ_CASES: Extent.OWN_TEAMS,
        Action.WRITE_CASES: Extent.OWN_TEAMS,
        Action.DRAFT: Extent.ALL,
        Action.EXPORT: Extent.ALL,
    },
    Role.ANALYST: {
        Action.READ_SCORES: Extent.ALL,
        Action.READ_TEXTS: Extent.ALL,
        Action.EXPORT: Extent.ALL,
    },
}
RIGHTS[Role.REGIONAL_MANAGER] = RIGHTS[Role.STORE_MANAGER]
"""Who may do what, and over how much. What is not here is denied."""


def decide(actor: Person, action: Action, *, place: Openness, of: Thing | None = None) -> Decision:
    """Decide whether `actor` may do `action` in a place this open, and over which units and touchpoints.

    What the table does not grant is denied. Personal data is read in private only. `of` is the one object it is about;
    without it, what is asked is whether there is anything, and the scope goes into the query.
    """
    extent = RIGHTS[actor.role].get(action, Extent.NONE)
    if extent is Extent.NONE:
        return Decision(allowed=False, scope=NOTHING, extent=extent, reason="permission")
    if of is not None and not _theirs(actor, extent, of):
        return Decision(allowed=False, scope=NOTHING, extent=extent, reason="permission")
    if action is Action.READ_PERSONAL_DATA and place is not Openness.PRIVATE:
        return Decision(allowed=False, scope=NOTHING, extent=extent, reason="place")
    return Decision(allowed=True, scope=_scope(actor, extent), extent=extent)


def _theirs(actor: Person, extent: Extent, of: Thing) -> bool:
    match extent:
        case Extent.ALL:
            return True
        case Extent.OWN_UNITS:
            return of.unit in actor.units
        case Extent.OWN_TOUCHPOINTS:
            return of.touchpoint in actor.touchpoints
        case Extent.OWN_TEAMS:
            return of.team in actor.teams
        case Extent.OWN_CASES:
            return of.owner == actor.key
        case Extent.NONE:
            return False


def _scope(actor: Person, extent: Extent) -> Scope:
    if extent is Extent.OWN_UNITS:
        return Scope(units=actor.units)
    if extent is Extent.OWN_TOUCHPOINTS:
        return Scope(touchpoints=actor.touchpoints)
    return EVERYTHING
