"""Customer satisfaction: the share of answers in the best steps of the scale, in percent.

The two best of five, seven or eleven steps; of three faces the smiling one, of yes and no the yes. Each scale is an
instrument and a metric of its own: their figures are not comparable (a yes is easier to give than a 4), so nothing
here ever adds one to another.
"""

from metrics.scores.share import Share

TOP_BOXES = 2

csat = Share.top(TOP_BOXES, steps=5)
"""Of a histogram of answers 1 to 5."""

csat_difference = csat.difference
WORTH = csat.worth
"""What an answer of 1 ... 5 is worth: CSAT is the mean of these."""

csat_of_7 = Share.top(TOP_BOXES, steps=7)
csat_of_0_10 = Share.top(TOP_BOXES, steps=11)
csat_of_faces = Share.top(1, steps=3)
csat_of_yes_no = Share.top(1, steps=2)
