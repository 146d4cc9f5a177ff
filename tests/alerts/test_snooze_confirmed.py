"""What a language model read as "keep it silent" is shown before it is done; what a person said plainly is done."""

from dataclasses import replace

from bot.capabilities.ask import Ask
from bot.capabilities.confirming import Do
from bot.main import App
from bot.messages import Openness, Outcome, Place
from bot.ports import Understanding
from tests.conftest import NOW

HERE = Place(platform="console", conversation="me", thread="t", openness=Openness.PRIVATE)


def snooze(app: App) -> Ask:
    actor = app.staff.named("manager")
    assert actor is not None
    understanding = Understanding(intent="alert_snooze", slots={"until": "friday", "feedback": "false_positive"})
    return Ask(
        said="false alarm, mute it until Friday",
        understanding=understanding,
        actor=actor,
        place=HERE,
        now=NOW,
        language="en",
        before=None,
    )


def test_a_plain_word_silences_at_once(demo: App) -> None:
    answer = demo.snooze_alert(snooze(demo))
    assert (answer.reply.outcome, len(answer.writes)) == (Outcome.ANSWER, 2)


def test_what_a_model_read_is_shown_first_and_done_when_confirmed(demo: App) -> None:
    ask = snooze(demo)
    read = replace(ask, understanding=replace(ask.understanding, understood_by="provider:model"))
    shown = demo.snooze_alert(read)
    assert (shown.reply.outcome, len(shown.writes)) == (Outcome.CONFIRM, 1)
    meant = demo.snooze_alert.alerts.meant(ask)
    assert meant is not None
    do = Do(
        actor=ask.actor,
        action="alert_snooze",
        arguments={"alert": meant.id, "until": "2026-11-27T08:00:00+01:00", "said": "false_positive"},
        place=HERE,
        now=NOW,
        language="en",
    )
    done = demo.snooze_alert.do(do)
    assert (done.reply.outcome, len(done.writes)) == (Outcome.ANSWER, 2)
