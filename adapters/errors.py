"""What can go wrong between us and another party.

AdapterError
  SendFailed              a message could not be sent now; carries when to try again, if ever
    Unreachable           nobody is there any more: blocked, archived, deleted, never in it; not tried again
    NotAccepted           the platform refuses this message whatever the time; not tried again
    Unsure                it may have arrived: the answer got lost; looked up before it is sent again
  CannotDraw              a chart cannot be drawn as a picture; it is drawn in letters instead
  NotAuthorised           our token is wrong or revoked: an operator must look, and no call is made until then
"""


class AdapterError(Exception):
    """Anything between us and another party."""


class SendFailed(AdapterError):
    """A message could not be sent. `retry_after_s` is the platform's word on when to come back, or None.

    `permanent`: never try again.
    """

    permanent = False

    def __init__(self, problem: str, *, retry_after_s: float | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.retry_after_s = retry_after_s


class Unreachable(SendFailed):
    """Nobody is there any more."""

    permanent = True


class NotAccepted(SendFailed):
    """The platform refuses this message."""

    permanent = True


class Unsure(SendFailed):
    """It may have arrived."""


class CannotDraw(AdapterError):
    """A chart cannot be drawn as a picture."""


class NotAuthorised(AdapterError):
    """Our token is wrong or revoked."""

    def __init__(self, platform: str, problem: str) -> None:
        super().__init__(platform, problem)
        self.platform = platform
        self.problem = problem
