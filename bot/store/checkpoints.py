"""Named places, around every commit, where a kill test may end the process: CXBOT_CRASH_AT names one."""

import os

CHECKPOINTS = ("received", "kept", "acked", "answered", "committed", "sent")
"""In the order a message passes them: heard, in the inbox, acknowledged, thought about, committed, said."""

TIMER_CHECKPOINTS = ("timer-claimed", "timer-handled", "timer-committed")
"""In the order a timer passes them."""

ALERT_CHECKPOINTS = ("alerts-found", "alerts-committed")
"""In the order a stretch of feedback passes them."""

KILLED = 137
"""The exit status of a process ended by kill -9."""


def checkpoint(name: str) -> None:
    """End the process here, as kill -9 would, if a test asked for it."""
    if os.environ.get("CXBOT_CRASH_AT") == name:
        os._exit(KILLED)
