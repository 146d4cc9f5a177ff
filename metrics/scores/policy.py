"""How many answers a number needs before it is shown, and before it is ranked."""

from dataclasses import dataclass

from metrics.figures import Quality


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePolicy:
    """Below `show_from` answers a value is suppressed, below `publish_from` it is directional."""

    show_from: int
    publish_from: int

    def quality(self, n: int) -> Quality:
        """Say what may be done with a number of `n` answers."""
        if n < self.show_from:
            return Quality.SUPPRESSED
        return Quality.PUBLISH if n >= self.publish_from else Quality.DIRECTIONAL


USUAL = SamplePolicy(show_from=5, publish_from=30)
EVERYTHING = SamplePolicy(show_from=0, publish_from=0)
"""For what is no estimate: a count of answers is what it is."""
