"""Failures that can be foreseen, each as one sentence on standard error; the command then ends with exit code 1."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bot.conversation.explain import explain
from bot.messages import Line
from bot.say import Say
from bot.settings import BadSettings
from metrics.errors import MetricsError
from metrics.store.errors import DatabaseFailed, StoreError


@contextmanager
def told_plainly(language: str = "en") -> Iterator[None]:
    """Turn a foreseeable failure into its sentence and exit code 1."""
    try:
        yield
    except (BadSettings, MetricsError, StoreError) as error:
        sys.stderr.write(Say(language).text(explain(error)) + "\n")
        sys.exit(1)
    except DatabaseFailed as error:
        line = Line(key="error-database-failed", args={"problem": str(error.orig)[:200]})
        sys.stderr.write(Say(language).text(line) + "\n")
        sys.exit(1)
