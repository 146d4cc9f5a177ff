"""The reading of texts as durable work: each batch is a step, a killed one goes on where it stopped."""

from bot.jobs.holding import Hands, Holding, take
from bot.jobs.ports import Jobs, workflow_of
from bot.store.timers import Timer
from knowledge.annotation import TextReading

KIND = "annotate"


def run_annotation(texts: TextReading, jobs: Jobs, *, held: Timer | None = None) -> int:
    """Label every text that this annotator has not read as it now is; say how many that were.

    The workflow's id names the annotator and its version: what a newer one does is other work.
    """
    jobs.run(workflow_of(_key(texts), held=held), texts.step)
    return texts.done


def annotate_held(texts: TextReading, jobs: Jobs, *, hands: Hands) -> int:
    """Label texts as `run_annotation` does, so that a worker goes on where this process was killed.

    Where another process is at it, that one is waited for.
    """
    held = take(hands, key=_key(texts), kind=KIND, payload={})
    if held is None:
        return 0
    with Holding(hands, held):
        return run_annotation(texts, jobs, held=held)


def _key(texts: TextReading) -> str:
    return f"{KIND}:{texts.annotator.name}"
