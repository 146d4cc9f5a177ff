"""Actions that fall due: what they did is worked out and told in the thread they were made in, once."""

from dataclasses import dataclass
from datetime import datetime

from bot.capabilities.action_effect import ActionEffects, effect_blocks
from bot.capabilities.action_words import number_of
from bot.capabilities.actions import KIND as ACTION_DUE
from bot.messages import Line, Outcome, Paragraph, Reply, Value
from bot.store.actions import ActionBook, ActionItem, Checked, end_action
from bot.store.notify import TERMINAL, notify
from bot.store.outbox import StoredOutbox, ToSay
from bot.store.timers import Timer
from bot.store.turns import remember
from bot.store.writes import Write
from bot.wording.figures import metric_name
from metrics.analysis.impact import Impact

KIND = ACTION_DUE


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionCheck:
    """Handles the timer of an action: compares before and after, with what it did not reach, and says what it finds."""

    book: ActionBook
    effects: ActionEffects
    outbox: StoredOutbox

    def __call__(self, timer: Timer, now: datetime) -> tuple[Write, ...]:
        """Give what the timer comes to; nothing for an action that was checked already."""
        item = self.book.numbered(int(timer.payload["action"]))
        if item is None or item.status != "open":
            return ()
        found, checked = self.effects.check(item, until=item.due_on)
        reply = _reply(item, found, checked)
        return (lambda connection: end_action(connection, item.number, checked, at=now), *self._tells(item, reply, now))

    def _tells(self, item: ActionItem, reply: Reply, now: datetime) -> tuple[Write, ...]:
        """Tell it where it was made, and to its owner where that is somebody else's place."""
        place, key = item.told.place, f"action:{item.number}"
        people = {item.owner_key} - ({item.created_by} if place.platform != TERMINAL else set())
        if place.platform == TERMINAL:
            people.add(item.created_by)
        writes: list[Write] = [_notifies(one, f"{key}:{one}", reply, now) for one in sorted(people)]
        if place.platform != TERMINAL:
            saying = ToSay(
                key=f"{key}:checked", platform=place.platform, conversation=place.conversation,
                thread=None if place.thread == place.conversation else place.thread,
                recipient=None, language=item.told.language, reply=reply,
            )  # fmt: skip
            writes.append(lambda connection: self.outbox.put(connection, saying, not_before=now))
            language = item.told.language
            writes.append(remember(place, person_key=item.created_by, said="", reply=reply, at=now, language=language))
        return tuple(writes)


def _notifies(person_key: str, key: str, reply: Reply, now: datetime) -> Write:
    return lambda connection: notify(connection, person_key=person_key, key=key, reply=reply, at=now)


def _reply(item: ActionItem, found: Impact | None, checked: Checked) -> Reply:
    args: dict[str, Value] = {"number": number_of(item.number), "title": item.title, "metric": metric_name(item.metric)}
    verdict = Paragraph(line=Line(key=f"action-checked-{checked.verdict}", args=args), strong=True)
    figures = (found.finding, found.touched.change, found.touched.now) if found is not None else ()
    return Reply(
        outcome=Outcome.ANSWER,
        intent="impact_check",
        blocks=(verdict, *effect_blocks(item, found)),
        figures=figures,
        records=(f"action:{item.number}",),
    )
