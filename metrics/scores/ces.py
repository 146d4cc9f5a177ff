"""Customer Effort Score: how easy it was, as a mean on the scale it was asked on; higher is better.

The present form is agreement, 1 to 7, that "the company made it easy" (Dixon, Toman and DeLisi 2013, "The Effortless
Experience"). The first form asked "how much effort did you personally have to put forth", 1 very low to 5 very high
(Dixon, Freeman and Toman 2010, Harvard Business Review 88): an answer there counts as 6 - answer, and it is a metric of
its own, never mixed into the other.
"""

from metrics.scores.mean import Mean

ces = Mean(low=1, high=7)
"""Of a histogram of answers 1 to 7."""

ces_difference = ces.difference
WORTH = ces.worth

ces_of_effort = Mean(low=1, high=5, turned=True)
"""Of a histogram of answers 1 to 5 to the first form."""
