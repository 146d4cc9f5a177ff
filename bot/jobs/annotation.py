"""The reading of texts as durable work: each batch is a step, a killed one goes on where it stopped."""

from bot.jobs.ports import Jobs
from knowledge.annotation import TextReading


def run_annotation(texts: TextReading, jobs: Jobs) -> int:
    """Label every text that this annotator has not read as it now is; say how many that were.

    The workflow's id names the annotator and its version: what a newer one does is other work.
    """
    jobs.run(f"annotate:{texts.annotator.name}", texts.step)
    return texts.done
