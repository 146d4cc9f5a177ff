"""Who is it? Staff are answered by the assistant, customers in Telegram by the survey desk."""

from collections.abc import Callable
from datetime import datetime

from bot.conversation.turn import Assistant, Turn
from bot.messages import IncomingMessage, Openness, PersonId
from bot.surveys.desk import SurveyDesk

CUSTOMERS_COME_BY = "telegram"


class Reception:
    """Hands each message to whoever it is for. A customer is a Telegram account that is nobody on the staff."""

    def __init__(
        self, *, staff: Assistant, customers: SurveyDesk, is_staff: Callable[[PersonId], bool], timezone: str
    ) -> None:
        self._staff = staff
        self._customers = customers
        self._is_staff = is_staff
        self._timezone = timezone

    def turn(self, message: IncomingMessage, *, now: datetime) -> Turn:
        """Answer one message."""
        private = message.place.openness is Openness.PRIVATE
        if message.place.platform == CUSTOMERS_COME_BY and private and not self._is_staff(message.sender):
            served = self._customers.serve(message, now=now)
            return Turn(reply=served.reply, writes=served.writes, language=served.language, timezone=self._timezone)
        if message.edit_of is not None:  # an edited question is not asked again
            return Turn(reply=None)
        return self._staff.turn(message, now=now)
