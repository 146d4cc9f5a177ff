"""Net Promoter Score: the share of promoters less the share of detractors, -100 to +100 points."""

from metrics.scores.net import Net

HIGHEST_DETRACTOR, LOWEST_PROMOTER = 6, 9  # Reichheld 2003, "The One Number You Need to Grow"

nps = Net(sides=tuple((answer >= LOWEST_PROMOTER) - (answer <= HIGHEST_DETRACTOR) for answer in range(11)))
"""Of a histogram of answers 0 to 10."""

nps_difference = nps.difference
WORTH = nps.worth
"""What an answer of 0 ... 10 is worth: NPS is the mean of these."""
