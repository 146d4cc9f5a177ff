"""What people say about alerts in so many words: list my rules, take one back, why did I get this, not an issue.

The patterns are data (`grammar/alert_requests.toml`). What makes a rule is understood as an intent like any other.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from bot.messages import Slots
from bot.ports import Understanding
from bot.understanding.alert_hours import wanted_hours

MARKS = " .!?。！？"
CONTEXT: Slots = {"alert": "@context"}


def rules_command(folded: str) -> Understanding | None:
    """Read a folded text that is plainly about alerts or the rules somebody has; None: it is not."""
    said = folded.strip(MARKS)
    hours = wanted_hours(said)
    if hours is not None:
        return Understanding(intent="alert_rule_create", slots={"manage": "hours", **hours}, confidence=1.0)
    for what, patterns in _patterns().items():
        match = next(filter(None, (one.fullmatch(said) for one in patterns)), None)
        if match is not None:
            return _understood(what, match.groupdict().get("rule"))
    return None


def _understood(what: str, number: str | None) -> Understanding:
    match what:
        case "explain":
            return Understanding(intent="alert_explain", slots=dict(CONTEXT), confidence=1.0)
        case "false":
            slots: Slots = {**CONTEXT, "feedback": "false_positive"}
            return Understanding(intent="alert_snooze", slots=slots, confidence=1.0)
        case _:
            rule: Slots = {"rule": int(number)} if number else {}
            return Understanding(intent="alert_rule_create", slots={"manage": what, **rule}, confidence=1.0)


@cache
def _patterns() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    text = files("bot.understanding").joinpath("grammar/alert_requests.toml").read_text(encoding="utf-8")
    return {what: tuple(re.compile(one) for one in patterns) for what, patterns in tomllib.loads(text).items()}
