"""What people say about their rules of alerts in so many words: list them, take one back.

The patterns are data (`grammar/alert_requests.toml`). What makes a rule is understood as an intent like any other.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from bot.messages import Slots
from bot.ports import Understanding

MARKS = " .!?。！？"


def rules_command(folded: str) -> Understanding | None:
    """Read a folded text that is plainly about the rules somebody has, and nothing else; None: it is not."""
    said = folded.strip(MARKS)
    for what, patterns in _patterns().items():
        match = next(filter(None, (one.fullmatch(said) for one in patterns)), None)
        if match is not None:
            number = match.groupdict().get("rule")
            slots: Slots = {"manage": what, **({"rule": int(number)} if number else {})}
            return Understanding(intent="alert_rule_create", slots=slots, confidence=1.0)
    return None


@cache
def _patterns() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    text = files("bot.understanding").joinpath("grammar/alert_requests.toml").read_text(encoding="utf-8")
    return {what: tuple(re.compile(one) for one in patterns) for what, patterns in tomllib.loads(text).items()}
