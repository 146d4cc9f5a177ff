"""The timers of a case: half of its time gone, all of it, half as much again; and the question after its end."""

from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection

from bot.store.timers import cancel_timer, set_timer

DUE, REASK = "case_due", "case_reask"
"""The kinds of timers."""
SHARES = (50, 100, 150)
"""Of the time a case has, in percent, after which its owner, the team's lead and the manager hear of it."""
Stage = Literal["contact", "resolve"]


def set_due(connection: Connection, number: int, *, stage: Stage, since: datetime, until: datetime) -> None:
    """Watch one promise of a case: 50, 100 and 150 % of the time from `since` to `until`."""
    for share in SHARES:
        at = since + (until - since) * share / 100
        payload = {"case": number, "stage": stage, "share": share, "until": until.isoformat()}
        set_timer(connection, key=_key(number, share), kind=DUE, due_at=at, payload=payload)


def cancel_due(connection: Connection, number: int) -> None:
    """Watch no longer."""
    for share in SHARES:
        cancel_timer(connection, key=_key(number, share))


def set_reask(connection: Connection, number: int, *, at: datetime, days: int) -> None:
    """Ask the customer so many days after `at`; an earlier intention is forgotten."""
    due = at + timedelta(days=days)
    set_timer(connection, key=f"case:{number}:reask", kind=REASK, due_at=due, payload={"case": number})


def cancel_reask(connection: Connection, number: int) -> None:
    """Do not ask."""
    cancel_timer(connection, key=f"case:{number}:reask")


def _key(number: int, share: int) -> str:
    return f"case:{number}:due:{share}"
