"""Words for what a case holds: how it was made good, what was done in it, what is to be done next."""

from bot.messages import Json, Line, Value
from bot.store.case_steps import Step
from bot.store.cases import Case

RESOLUTIONS = frozenset({"refund", "replacement"})


def resolution_name(resolution: Json) -> Line | str:
    """Name how it was made good; what is not of the list as it was typed."""
    return Line(key=f"case-resolution-{resolution}") if resolution in RESOLUTIONS else str(resolution)


def next_step(case: Case) -> Line:
    """Say what is to be done next."""
    if case.status != "open":
        return Line(key=f"case-next-{case.outcome or 'closed'}".replace("_", "-"))
    if not case.owner_key:
        return Line(key="case-next-take")
    return Line(key="case-next-resolve" if case.contacted_at else "case-next-contact")


def step_line(step: Step, *, actor: str) -> Line:
    """Say one step of the history; `actor` is who did it, by name."""
    args: dict[str, Value] = {"at": step.at, "by": actor, "note": step.note or "–", "what": _what(step)}
    return Line(key=f"case-step-{step.kind.replace('_', '-')}", args=args)


def _what(step: Step) -> str:
    for name in ("owner_name", "root_cause", "case", "into", "feedback", "share", "priority"):
        if step.facts.get(name) is not None:
            return str(step.facts[name])
    return "–"
