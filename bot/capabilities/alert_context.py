"""Which alert is meant: the one the thread shows, else the newest that the asker got."""

from dataclasses import dataclass

from bot.capabilities.ask import Answer, Ask
from bot.messages import Line, Outcome, Paragraph, Reply
from bot.people import Person
from bot.store.alerts import Alert, alert_by_id, latest_alert
from bot.store.handles import Database
from metrics.store.engine import reading

RECORD = "alert:"


@dataclass(frozen=True, slots=True)
class AlertsMeant:
    """Finds the alert that somebody speaks of; only what they got themselves."""

    engine: Database

    def meant(self, ask: Ask) -> Alert | None:
        """Give the first alert of the thread's last reply that is the asker's, else their newest."""
        records = ask.before.records if ask.before else ()
        numbers = [int(one.removeprefix(RECORD)) for one in records if one.startswith(RECORD)]
        with reading(self.engine) as connection:
            for number in numbers:
                shown = alert_by_id(connection, number)
                if shown is not None and shown.person_key == ask.actor.key:
                    return shown
            return latest_alert(connection, person_key=ask.actor.key)

    def numbered(self, number: int, *, of: Person) -> Alert | None:
        """Find an alert of somebody by its number."""
        with reading(self.engine) as connection:
            found = alert_by_id(connection, number)
        return found if found is not None and found.person_key == of.key else None


def which_alert(ask: Ask) -> Answer:
    """Ask back: there is no alert that could be meant."""
    understanding = ask.understanding
    reply = Reply(
        outcome=Outcome.CLARIFY,
        intent=understanding.intent,
        blocks=(Paragraph(line=Line(key="alert-none"), strong=True),),
        slots=understanding.slots,
        missing=("alert",),
    )
    return Answer(reply=reply)
