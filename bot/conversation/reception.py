"""Who is it? Staff are answered by the assistant, customers in Telegram by the survey desk."""

from collections.abc import Callable
from datetime import datetime

from bot.cases.reasking import CaseDoor
from bot.conversation.turn import Assistant, Turn
from bot.messages import IncomingMessage, Openness, PersonId
from bot.surveys.desk import SurveyDesk

CUSTOMERS_COME_BY = "telegram"


class Reception:
    """Hands each message to whoever it is for. A customer is a Telegram account that is nobody on the staff."""

    def __init__(
        self,
        *,
        staff: Assistant,
        customers: SurveyDesk,
        cases: CaseDoor,
        is_staff: Callable[[PersonId], bool],
        timezone: str,
    ) -> None:
        self._staff = staff
        self._customers = customers
        self._cases = cases
        self._is_staff = is_staff
        self._timezone = timezone

    def turn(self, message: IncomingMessage, *, now: datetime) -> Turn:
        """Answer one message."""
        private = message.place.openness is Openness.PRIVATE
        if message.place.platform == CUSTOMERS_COME_BY and private and not self._is_staff(message.sender):
            return self._customer(message, now=now)
        if message.edit_of is not None:  # an edited question is not asked again
            return Turn(reply=None)
        return self._staff.turn(message, now=now)

    def _customer(self, message: IncomingMessage, *, now: datetime) -> Turn:
        """Serve a customer; what they say while they have an open case belongs to it."""
        about_case = self._cases.pressed(message, now=now)
        if about_case is not None:
            language = about_case.language or message.language or "en"
            return Turn(
                reply=about_case.reply, writes=about_case.writes, language=language, timezone=self._timezone
            )  # fmt: skip
        served = self._customers.serve(message, now=now)
        joins = () if message.pressed or message.edit_of else (self._cases.joins(message, now=now),)
        writes = (*served.writes, *joins) if served.writes else ()
        return Turn(reply=served.reply, writes=writes, language=served.language, timezone=self._timezone)
