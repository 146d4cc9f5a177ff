"""What a metric means and how it is worked out, in plain words."""

from dataclasses import dataclass

from bot.capabilities.ask import Answer, Ask
from bot.messages import Line, Outcome, Paragraph, Passport, Reply
from bot.wording.figures import metric_meaning, metric_name
from metrics.analysis.engine import ScoreEngine


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineMetric:
    """Answers "how is CES worked out?"."""

    engine: ScoreEngine

    def __call__(self, ask: Ask) -> Answer:
        """Answer with the registered definition; raises UnknownMetric with the nearest names."""
        metric = self.engine.metric(str(ask.understanding.slots.get("metric", "")))
        blocks = (
            Paragraph(line=Line(key="define-headline", args={"metric": metric_name(metric.id)}), strong=True),
            Paragraph(line=metric_meaning(metric)),
            Passport(line=Line(key="define-version", args={"definition": metric.definition})),
        )
        return Answer(
            reply=Reply(outcome=Outcome.ANSWER, intent="define_metric", blocks=blocks, slots=ask.understanding.slots)
        )
