"""One answered survey of the demo company before it has ids: what the traffic and the stories are made of."""

from dataclasses import dataclass
from datetime import datetime

from bot.demo.customers import Customer
from bot.demo.places import REGIONS, ZONES

SURVEY_CHANNELS = ("email", "sms", "app", "telegram")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One response; `touchpoint` None is the survey of the whole relationship."""

    given_at: datetime
    customer: Customer
    touchpoint: str | None
    unit: str
    channel: str
    survey_channel: str
    source: str = "survey"
    nps: int | None = None
    csat: int | None = None
    ces: int | None = None
    text: str | None = None
    language: str
    event_at: datetime | None = None
    event_value: float | None = None
    label: str | None = None
    """What a story calls it, so that cases, alerts and people can refer to it."""

    @property
    def timezone(self) -> str:
        """The zone of where it happened."""
        return ZONES.get(self.unit, REGIONS[self.customer.region].timezone)

    @property
    def bad(self) -> bool:
        """Whether somebody should look into it: it says something, and scores at the low end."""
        low = (self.csat is not None and self.csat <= 2) or (
            self.csat is None and self.nps is not None and self.nps <= 6
        )
        return low and self.text is not None
