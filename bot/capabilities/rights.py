"""Rights against what was asked for: what lies wholly outside is refused, what is narrowed is said."""

from bot.messages import Line, Passport
from bot.people import Decision, Extent, Person
from metrics.scope import Scope
from metrics.store.whereabouts import Named


def outside(scope: Scope, named: Named) -> bool:
    """Say whether everything that was named lies outside the scope: then the answer is no, not nothing."""
    return _apart(scope.units, named.units) or _apart(scope.touchpoints, named.touchpoints)


def limits(actor: Person, decision: Decision) -> tuple[str, ...]:
    """Name what rights narrow an answer to; empty: not narrowed."""
    if decision.extent is Extent.OWN_UNITS:
        return (actor.unit,) if actor.unit else ()
    return actor.teams if decision.extent is Extent.OWN_TEAMS else ()


def limits_said(names: tuple[str, ...]) -> list[Passport]:
    """Say the narrowing under the answer."""
    return [Passport(line=Line(key="limited-to", args={"names": ", ".join(names)}))] if names else []


def _apart(mine: frozenset[int] | None, asked: frozenset[int] | None) -> bool:
    return mine is not None and asked is not None and not mine & asked
